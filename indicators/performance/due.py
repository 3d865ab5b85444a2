"""Whether an indicator waits for a result. Pure: the day is given."""

from calendar import monthrange
from datetime import date, timedelta

from indicators.words import rhythms

# How many months later the next time of a kind ends; a survey or a single date has no rhythm.
MONTHS = {"financial_year": 12, "academic_year": 12, "year": 12, "quarter": 3, "month": 1}  # fmt: skip


def late_from(
    latest_end: date | None, kind: str, frequency: str, promised: date | None
) -> date | None:
    """Return the first day on which a time that is over has no result, None where none will be asked for.

    `latest_end` and `kind` are the newest result's, None and "" where there is none; `promised` is the last day of the first time
    after it that has a target. A time is due where it has a target, or where the rhythm of the results asks for it: each year, or
    each so many years where the `frequency` says so.
    """
    years = rhythms.years_of(frequency)
    following = next_end(latest_end, kind, years) if latest_end else None
    due = min((end for end in (promised, following) if end), default=None)
    return due and due + timedelta(1)


def next_end(end: date, kind: str, years: int = 1) -> date | None:
    """Return the last day of the time that follows one of `kind` ending on `end`; None where the kind has no rhythm.

    A time of a year is followed by the one so many `years` on.
    """
    if kind not in MONTHS:
        return None
    months = MONTHS[kind] * years if MONTHS[kind] == 12 else MONTHS[kind]
    year, month = divmod(end.year * 12 + end.month - 1 + months, 12)
    ends_month = end.day == monthrange(end.year, end.month)[1]
    last = monthrange(year, month + 1)[1]
    return date(year, month + 1, last if ends_month else min(end.day, last))
