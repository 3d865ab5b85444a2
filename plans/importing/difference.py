"""A file against the plan as it stands: what is new, what changes, what stays."""

from . import current as plan_now
from . import faults, history, order, readings, twice
from .headings import keep_heading_news
from .matching import match_actions, match_near, match_priorities, match_returned
from .names import Names
from .outcome import Choices, Difference, PriorityRow, Row
from .sides import Sides, copies, out_of_order
from .weighing import Told, weigh
from .words import same


def compare(
    understood,
    plan,
    *,
    as_at,
    names: Names,
    choices=None,
    since=None,
    locked=False,
    sides=None,
):
    """Compare what was read from a file with `plan` (None: a new one) and return the Difference.

    `since` is the moment the file came: what people reported here after it is newer than the file. `locked` keeps the plan's
    actions from changing until the transaction ends. `sides` are the rows of the plan's own exports that the file comes from: those
    are weighed against themselves as they left.
    """
    choices, sides = choices or Choices(), sides or Sides()
    now = plan_now.read(plan, as_at=as_at, since=since, locked=locked)
    priorities = _priorities(understood, now, names, sides)
    for priority in priorities:
        keep_heading_news(priority, names, sides, choices)
    rows = [row for priority in priorities for row in priority.rows]
    problems = _match(rows, understood, now, choices)
    _weigh(rows, understood, now, names, choices)
    problems += twice.fold(rows, leave_out=choices.leave_out)
    history.add(rows, as_at)
    moved = out_of_order(rows)
    _place(rows, now, take_order=choices.take_order or not sides)
    matched = {row.action.pk for row in rows if row.action}
    kept = [action for action in now.actions if action.pk not in matched]
    for priority in priorities:
        # A ring of rows and priorities would stay in memory until Python's collector comes round.
        priority.rows = []
    return Difference(plan, as_at, priorities, rows, kept, now, problems, sides, moved)


def _match(rows, understood, now, choices):
    """Give each row its action; return what the file says with what came of the rows, as problems."""
    _leave_out_copies(rows)
    problems = understood["problems"] + faults.find(rows)
    faults.mark(rows, problems, leave_out=choices.leave_out)
    taken = [row for row in rows if not row.left_out]
    match_actions(taken, now.actions, choices.by_position)
    problems += match_near(taken, now.actions, choices.near)
    _leave_out_gone(taken)
    return problems + faults.taken_references(
        rows, now.actions, leave_out=choices.leave_out
    )


def _weigh(rows, understood, now, names, choices):
    told = Told(understood["tables"], faults.unclear_statuses(understood["problems"]))
    for row in rows:
        weigh(row, now, names, told, choices)


def _leave_out_copies(rows):
    """A copy that says nothing new is no action of its own."""
    for row in copies(rows):
        row.left_out = True
        row.left_out_because = f"A copy of row {row.copy_of.said['row']}."


def _leave_out_gone(rows):
    """A row whose action was removed here since it left does not bring it back."""
    for row in rows:
        if row.left and row.action is None:
            row.left_out = True
            row.left_out_because = "Its action was removed here after the file left."


def _priorities(understood, now, names, sides):
    said = understood["priorities"]
    found = [PriorityRow(one) for one in said]
    for priority in found:
        priority.rows = [Row(one, priority) for one in priority.said["actions"]]
    if sides:
        sides.find([row for priority in found for row in priority.rows])
    known = match_returned(found, now.priorities, sides)
    free = [one for one in now.priorities if one not in known.values()]
    waiting = [one.said for n, one in enumerate(found) if n not in known]
    rest = iter(match_priorities(waiting, free))
    for number, priority in enumerate(found):
        priority.existing = known[number] if number in known else next(rest)
        values = readings.priority_values(priority.said, names)
        priority.values = _what_differs(priority.existing, values)
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


def _place(rows, now, *, take_order):
    """Give rows, new and old, their place in the plan; where nothing moves, nobody's changes.

    Without `take_order` the plan's own order stands, and a new row comes behind the one that it follows in the file.
    """
    rows = [row for row in rows if not row.left_out]
    if not take_order:
        rows = order.in_our_order(rows, [action.pk for action in now.actions])
    matched = [row.action.pk if row.action else None for row in rows]
    places = order.new_places([action.pk for action in now.actions], matched)
    if places is None:
        return
    by_key = {place: index for index, place in enumerate(places)}
    for index, row in enumerate(rows):
        row.place = by_key[row.action.pk if row.action else -1 - index]
    now.places = {pk: index for pk, index in by_key.items() if pk > 0}
