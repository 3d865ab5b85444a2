"""Which action of the plan each row of a file is: by its key, else by reference, else by title within the priority."""

from collections import Counter, defaultdict, deque

from .nearness import Titles
from .sides import heading
from .words import bare

MOST_COMPARED = 5_000
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
    """An action whose row comes back twice is that of both."""
    here = dict(free)
    for row in rows:
        if row.left:
            row.action = here.get(row.left.action)
            free.pop(row.left.action, None)


def match_near(rows, actions, answers):
    """Offer each row that is still new the action that says nearly the same and that no row is; take it where `answers` says so.

    `answers` is {row's key: {"take": an action's key or "new"}}. Returns a problem where the rows are too many to compare all.
    """
    taken = {row.action.pk for row in rows if row.action}
    titles = Titles(action for action in actions if action.pk not in taken)
    new = [row for row in rows if row.action is None and row.left is None]
    if not titles.actions:
        return []
    for row in new[:MOST_COMPARED]:
        own = row.priority.existing.pk if row.priority.existing else None
        row.near = titles.nearest(row.said["title"], own)
        if row.near is None:
            continue
        answer = answers.get(row.key, {}).get("take")
        row.is_near_said = answer in (NEW_ONE, str(row.near.pk))
        if answer == str(row.near.pk):
            row.action = row.near
            titles.take(row.near)
    return _too_many(new[MOST_COMPARED:])


def _too_many(rows):
    return [
        {
            "sheet": row.said["sheet"],
            "cell": row.said.get("cell") or f"A{row.said['row']}",
            "severity": "warning",
            "message": f"From here on {len(rows)} new rows were not compared with the plan’s own words: more than {MOST_COMPARED:,} "
            "are new. Rows that were only reworded would become new actions beside the old ones.",
        }
        for row in rows[:1]
    ]


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
