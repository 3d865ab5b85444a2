"""The times that a figure is for, as people write them: read, named, and counted on. Pure."""

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

from indicators.words import times

FINANCIAL_YEAR, ACADEMIC_YEAR, YEAR, QUARTER, MONTH, SURVEY, DATE = (
    "financial_year", "academic_year", "year", "quarter", "month", "survey", "date",
)  # fmt: skip
# How many months a period of a kind lasts, and the month in which the first of a year begins.
MONTHS = {
    FINANCIAL_YEAR: (12, 4), ACADEMIC_YEAR: (12, 9), YEAR: (12, 1), SURVEY: (12, 1), QUARTER: (3, 4), MONTH: (1, 1),
}  # fmt: skip
_YEARS = re.compile(r"\b(?P<first>(?:19|20)[0-9]{2})(?P<second>/[0-9]{2})?\b")
EXAMPLES = {
    FINANCIAL_YEAR: "2025/26",
    ACADEMIC_YEAR: "2025/26",
    YEAR: "2026",
    QUARTER: "Q2 2026/27",
    MONTH: "October 2026",
    SURVEY: "Survey 2026",
    DATE: "31 March 2026",
}


class Period(NamedTuple):
    """A stretch of time: its kind, its name as councils write it, its first and last day."""

    kind: str
    name: str
    start: date | None
    end: date

    @property
    def in_words(self) -> str:
        """ "1 April 2025 to 31 March 2026"; a day alone."""
        last = f"{self.end.day} {self.end:%B %Y}"
        if self.start in (None, self.end):
            return last
        return f"{self.start.day} {self.start:%B %Y} to {last}"


def read(text: str, kind: str = "") -> Period | None:
    """The period that a person wrote, of `kind` where one is given; None where it names none of that kind.

    "2025/26" is a financial year unless `kind` or the words say academic; the words of a survey, and of a quarter that is not
    said to be one of a financial year, are kept.
    """
    words = " ".join(str(text or "").split())
    found = times.read(f"academic {words}" if kind == ACADEMIC_YEAR else words)
    if not found or not found.end:
        return None
    if SURVEY in (kind, found.kind):
        return Period(SURVEY, words, found.start, found.end) if kind in ("", SURVEY) else None  # fmt: skip
    if kind == DATE and found.kind == MONTH:
        return Period(DATE, day_in_words(found.end), found.end, found.end)
    if kind and kind != found.kind:
        return None
    if found.kind == QUARTER and not re.search("[0-9]/[0-9]", words):
        return Period(QUARTER, found.text, found.start, found.end)
    if found.kind == DATE:
        return Period(DATE, day_in_words(found.end), found.end, found.end)
    return named(found.kind, found.start, found.end)


def named(kind: str, start: date, end: date) -> Period:
    """A period of whole months with its usual name."""
    pair = f"{start.year}/{(start.year + 1) % 100:02}"
    if kind == QUARTER:
        return Period(kind, name_of_quarter(start, end), start, end)
    name = {
        FINANCIAL_YEAR: pair,
        ACADEMIC_YEAR: f"Academic year {pair}",
        YEAR: str(end.year),
        SURVEY: f"Survey {end.year}",
        MONTH: f"{end:%B %Y}",
    }[kind]
    return Period(kind, name, start, end)


def name_of_quarter(start: date, end: date) -> str:
    """ "Q2 2026/27" of a financial year; the months where they are no quarter of it."""
    if start.month % 3 != 1 or months_between(start, end) != 2:
        return f"{start:%B} to {end:%B %Y}"
    first = start.year - (start.month < 4)
    return f"Q{(start.month - 4) % 12 // 3 + 1} {first}/{(first + 1) % 100:02}"


def months_between(start: date, end: date) -> int:
    return (end.year - start.year) * 12 + end.month - start.month


def day_in_words(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def containing(kind: str, day: date) -> Period:
    """The period of `kind` in which `day` lies; a date is that day."""
    if kind == DATE:
        return Period(kind, day_in_words(day), day, day)
    length, first = MONTHS[kind]
    start = add_months(day.replace(day=1), -((day.month - first) % length))
    return named(kind, start, add_months(start, length) - timedelta(1))


def last_ended(kind: str, on: date) -> Period:
    """The newest period of `kind` that is over on the day `on`."""
    if kind == DATE:
        return containing(kind, on)
    return containing(kind, containing(kind, on).start - timedelta(1))


def after(period: Period, years: int = 1) -> Period:
    """The next period of the same kind; of one that lasts a year, the one so many years on (before, where negative)."""
    if period.kind in (DATE, SURVEY):
        return moved(period, years)
    length = MONTHS[period.kind][0]
    by = length * years if length == 12 or years < 0 else length
    return containing(period.kind, add_months(period.end.replace(day=1), by))


def before(period: Period) -> Period:
    """The period of the same kind before."""
    return after(period, years=-1)


def moved(period: Period, years: int) -> Period:
    """A day or a survey so many years on, the years of its name with it."""

    def renamed(found):
        first = int(found["first"]) + years
        return f"{first}/{(first + 1) % 100:02}" if found["second"] else str(first)

    start = period.start and add_months(period.start, 12 * years)
    name = _YEARS.sub(renamed, period.name)
    return Period(period.kind, name, start, add_months(period.end, 12 * years))


def add_months(day: date, months: int) -> date:
    """The same day so many months on, or the last of a shorter month."""
    count = day.year * 12 + day.month - 1 + months
    year, month = divmod(count, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
