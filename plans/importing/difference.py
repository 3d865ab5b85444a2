"""A file against the plan as it stands: what is new, what changes, what stays."""

from . import current as plan_now
from . import faults, order, readings
from .matching import match_actions, match_priorities
from .names import Names
from .outcome import Choices, Difference, PriorityRow, Row
from .weighing import Told, same, weigh


def compare(
    understood, plan, *, as_at, names: Names, choices=None, since=None, locked=False
):
    """Compare what was read from a file with `plan` (None: a new one) and return the Difference.

    `since` is the moment the file came: what people reported here after it is newer than the file. `locked` keeps the plan's
    actions from changing until the transaction ends.
    """
    choices = choices or Choices()
    now = plan_now.read(plan, as_at=as_at, since=since, locked=locked)
    priorities = _priorities(understood, now, names)
    rows = [row for priority in priorities for row in priority.rows]
    problems = understood["problems"] + faults.find(rows)
    faults.mark(rows, problems, leave_out=choices.leave_out)
    match_actions(
        [row for row in rows if not row.left_out], now.actions, choices.by_position
    )
    problems += faults.taken_references(rows, now.actions, leave_out=choices.leave_out)
    told = Told(understood["tables"])
    for row in rows:
        weigh(row, now, names, told, choices)
    _place(rows, now)
    matched = {row.action.pk for row in rows if row.action}
    kept = [action for action in now.actions if action.pk not in matched]
    return Difference(plan, as_at, priorities, rows, kept, now, problems)


def _priorities(understood, now, names):
    said = understood["priorities"]
    found = []
    for one, existing in zip(said, match_priorities(said, now.priorities), strict=True):
        priority = PriorityRow(one, existing)
        values = readings.priority_values(one, names)
        priority.values = _what_differs(existing, values)
        priority.rows = [Row(action, priority) for action in one["actions"]]
        found.append(priority)
    return found


def _what_differs(row, values):
    """Return those of `values` that `row` does not say already; blank words in the file leave what is there."""
    if row is None:
        return values
    return {
        name: value
        for name, value in values.items()
        if value not in ("", None) and not same(getattr(row, name), value)
    }


def _place(rows, now):
    """Give rows, new and old, their place in the plan; where nothing moves, nobody's changes."""
    rows = [row for row in rows if not row.left_out]
    matched = [row.action.pk if row.action else None for row in rows]
    places = order.new_places([action.pk for action in now.actions], matched)
    if places is None:
        return
    by_key = {place: index for index, place in enumerate(places)}
    for index, row in enumerate(rows):
        row.place = by_key[row.action.pk if row.action else -1 - index]
    now.places = {pk: index for pk, index in by_key.items() if pk > 0}
