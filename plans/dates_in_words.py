"""Says an action's dates in words, beside the plan's own. Pure but for the model it is given."""

from plans.timescales.describing import EVERY, show

PRECISION = {
    "month": "the month",
    "quarter": "the quarter",
    "season": "the season",
    "half-year": "the half-year",
    "year": "the year",
}
EVERY_SO_OFTEN = {**EVERY, "two-yearly": "every two years"}


def reading(action):
    """Return how the plan's words were read, such as "due 31 March 2014, then every year"; "" where no date, event or recurrence is known."""
    parts = []
    if action.ongoing:
        parts.append("ongoing")
    if action.start:
        parts.append(f"from {show(action.start)}")
    parts.extend(_due(action))
    if action.event:
        parts.append(f"waits for: {action.event}")
    return ", ".join(parts)


def _due(action):
    if action.due:
        yield f"until {show(action.due)}" if _runs_until(action) else _due_on(action)
    if action.recurrence:
        every = EVERY_SO_OFTEN[action.recurrence]
        yield f"then {every}" if action.due else every
        if action.recurrence_until:
            yield f"until {show(action.recurrence_until)}"


def _runs_until(action):
    return action.ongoing and not action.recurrence


def _due_on(action):
    named = PRECISION.get(action.due_precision)
    last = f" (the end of {named} it names)" if named else ""
    return f"due {show(action.due)}{last}"


def how_due(action, on):
    """Return the due date against the day `on`, short enough for a list: "due 30 November 2026, overdue 12 days"."""
    if not action.due:
        return "ongoing" if action.ongoing else "no date"
    overdue = action.days_overdue(on)
    if overdue:
        return f"due {show(action.due)}, overdue {days(overdue)}"
    left = (action.due - on).days
    if action.is_open and left == 0:
        return f"due today, {show(action.due)}"
    near = action.is_open and 0 < left <= 31
    return f"due {show(action.due)}" + (f", in {days(left)}" if near else "")


def moved(action):
    """Return how far the date stands from the one first promised, or ""."""
    if not action.days_moved:
        return ""
    way = "later" if action.days_moved > 0 else "earlier"
    return f"First promised for {show(action.original_due)}, now {days(abs(action.days_moved))} {way}."


def days(count):
    return "1 day" if count == 1 else f"{count:,} days"
