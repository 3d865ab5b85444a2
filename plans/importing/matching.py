"""Which action of the plan each row of a file is: by its key, else by reference, else by title within the priority."""

import difflib
from collections import Counter, defaultdict, deque

from .sides import heading
from .words import bare

NEAR = 0.72
MOST_COMPARED = 20_000
NEW_ONE = "new"


def match_returned(found, priorities, sides):
    """Return {index of `found`, a file's priorities: the plan's} for those that left from here under that heading, or whose rows did.

    A heading that was reworded in the file is the one that most of its rows left under, where no other has kept its words.
    """
    here = {one.pk: one for one in priorities}
    known = {}
    for index, one in enumerate(found):
        went = sides.priorities.get(heading(one.said), ())
        pk = _of_most_rows(one, went) or next(iter(went), None)
        if pk in here:
            known[index] = here.pop(pk)
    kept = {pk for one in found for pk in sides.priorities.get(heading(one.said), ())}
    for index, one in enumerate(found):
        pk = index not in known and _of_most_rows(one, here)
        if pk and pk in here and pk not in kept:
            known[index] = here.pop(pk)
    return known


def _of_most_rows(priority, among):
    went = Counter(
        row.left.stood["priority"]
        for row in priority.rows
        if row.left and row.left.stood["priority"] in among
    )
    return went.most_common(1)[0][0] if went else None


def match_priorities(said, priorities):
    """Return a list as long as `said`: the plan's priority for each, or None. By title first, then by number."""
    free = list(priorities)
    found = [
        _take(free, lambda one, p=p: bare(one.title) == bare(p["title"])) for p in said
    ]
    for index, priority in enumerate(said):
        number = bare(str(priority.get("number") or ""))
        if found[index] is None and number:
            found[index] = _take(free, lambda one, n=number: bare(one.number) == n)
    return found


def _take(free, is_it):
    for one in free:
        if is_it(one):
            free.remove(one)
            return one
    return None


def match_actions(rows, actions, by_position=False):
    """Give each of `rows` its `action`, one of `actions`, or leave it None where the row is new.

    References that the site gave itself are not the plan's and match nothing.
    """
    free = {action.pk: action for action in actions}
    _by_key(rows, free)
    rows = [row for row in rows if row.left is None]
    _by_reference(rows, free)
    _in_groups(rows, free, lambda title: bare(title))
    if by_position:
        _in_groups(rows, free, lambda title: "")


def _by_key(rows, free):
    for row in rows:
        if row.left:
            row.action = free.pop(row.left.action, None)


def match_near(rows, actions, answers):
    """Offer each row that is still new the action that says nearly the same and that no row is; take it where `answers` says so.

    `answers` is {row's key: {"take": an action's key or "new"}}.
    """
    taken = {row.action.pk for row in rows if row.action}
    free = [action for action in actions if action.pk not in taken]
    new = [row for row in rows if row.action is None and row.left is None]
    if not free or len(free) * len(new) > MOST_COMPARED:
        return
    titles = {action.pk: bare(action.title) for action in free}
    for row in new:
        near = _nearest(row, [one for one in free if one.pk not in taken], titles)
        if near is None:
            continue
        row.near = near
        if answers.get(row.key, {}).get("take") == str(near.pk):
            row.action = near
            taken.add(near.pk)


def _nearest(row, actions, titles):
    """The action whose title is most like the row's, near enough to ask; those of the same priority come first."""
    matcher = difflib.SequenceMatcher(None, "", bare(row.said["title"]), False)
    own = row.priority.existing.pk if row.priority.existing else None
    best = None
    for action in actions:
        matcher.set_seq1(titles[action.pk])
        if min(matcher.real_quick_ratio(), matcher.quick_ratio()) < NEAR:
            continue
        ratio = matcher.ratio()
        key = (action.priority_id == own, ratio)
        if ratio >= NEAR and (best is None or key > best[0]):
            best = key, action
    return best[1] if best else None


def _by_reference(rows, free):
    known = {
        bare(one.reference): one
        for one in free.values()
        if one.reference and not one.reference_is_ours
    }
    for row in rows:
        action = known.get(bare(row.said.get("reference") or ""))
        if action and action.pk in free:
            row.action = free.pop(action.pk)


def _in_groups(rows, free, key):
    """Match what is left within each priority, in the order of the plan, where `key` of both titles is the same."""
    waiting = defaultdict(deque)
    for action in free.values():
        waiting[action.priority_id, key(action.title)].append(action)
    for row in rows:
        if row.action is None and row.priority.existing:
            found = waiting[row.priority.existing.pk, key(row.said["title"])]
            if found:
                row.action = free.pop(found.popleft().pk)
