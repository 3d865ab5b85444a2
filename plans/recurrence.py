"""When something that comes round again is next due; pure."""

import calendar
import datetime

MONTHS = {
    "monthly": 1,
    "quarterly": 3,
    "half-yearly": 6,
    "annual": 12,
    "two-yearly": 24,
}


def add_months(day, months):
    """Return `day` moved by `months`; the last day of a month stays the last day of its month."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    last = calendar.monthrange(year, month + 1)[1]
    was_last = day.day == calendar.monthrange(day.year, day.month)[1]
    return datetime.date(year, month + 1, last if was_last else min(day.day, last))


def next_occurrence(due, recurrence, *, after):
    """Return the first occurrence of what was due on `due` that falls after the date `after`.

    `recurrence` is one of Action.Recurrence's values. Raises ValueError for another.
    """
    if due > after:
        return due
    if recurrence == "weekly":
        weeks = (after - due).days // 7 + 1
        return due + datetime.timedelta(weeks=weeks)
    if recurrence not in MONTHS:
        raise ValueError(f"“{recurrence}” is not a recurrence.")
    step = MONTHS[recurrence]
    apart = (after.year - due.year) * 12 + after.month - due.month
    times = max(apart // step, 0)
    while add_months(due, times * step) <= after:
        times += 1
    return add_months(due, times * step)
