"""Which action of the plan each row of a file is: by reference, else by title within the priority."""

from collections import defaultdict, deque

from .words import bare


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
    _by_reference(rows, free)
    _in_groups(rows, free, lambda title: bare(title))
    if by_position:
        _in_groups(rows, free, lambda title: "")


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
