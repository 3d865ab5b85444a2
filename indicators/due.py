"""Whether an indicator waits for a result. Pure: the day is given."""

from calendar import monthrange
from datetime import date

from indicators import rhythms

# How many months later the next time of a kind ends; a survey or a single date has no rhythm.
MONTHS = {"financial_year": 12, "academic_year": 12, "year": 12, "quarter": 3, "month": 1}  # fmt: skip


def is_late(
    latest_end: date | None,
    kind: str,
    target_end: date | None,
    on: date,
    frequency: str = "",
) -> bool:
    """Whether there is no result for the last time that ended before the day `on`.

    `latest_end` and `kind` are the newest result's, None and "" where there is none; `target_end` is the last day of the newest time
    with a target that ended before `on`. A time is due where it has a target, or where the rhythm of the results asks for it: each
    year, or each so many years where the `frequency` says so.
    """
    if target_end and target_end < on and (not latest_end or target_end > latest_end):
        return True
    years = rhythms.years_of(frequency)
    following = next_end(latest_end, kind, years) if latest_end else None
    return bool(following and following < on)


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
