"""Days, months, quarters, seasons and years as stretches of days. Pure."""

import calendar
from datetime import date
from typing import NamedTuple

MONTHS = {
    name.lower()[:3]: number for number, name in enumerate(calendar.month_abbr) if name
}
SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "winter": (12, 2)}
TERMS = {"autumn": (9, 12), "spring": (1, 4), "summer": (4, 7)}
FIRST_YEAR, LAST_YEAR = 1950, 2150


class Stretch(NamedTuple):
    """From its first day to its last, and how exactly it was named."""

    first: date
    last: date
    precision: str


def day(year: int, month: int, number: int) -> Stretch | None:
    """One day, or None where the calendar has no such day."""
    try:
        one = date(year, month, number)
    except ValueError:
        return None
    return Stretch(one, one, "day")


def months(year: int, first: int, last: int, precision: str) -> Stretch:
    """From the first day of one month to the last of another, into the next year if need be."""
    end_year = year + (last < first)
    last_day = calendar.monthrange(end_year, last)[1]
    return Stretch(date(year, first, 1), date(end_year, last, last_day), precision)


def month(year: int, number: int) -> Stretch:
    return months(year, number, number, "month")


def calendar_year(year: int) -> Stretch:
    return months(year, 1, 12, "year")


def financial_years(first: int, last: int) -> Stretch:
    """From 1 April of one year to 31 March of another."""
    return Stretch(date(first, 4, 1), date(last, 3, 31), "financial year")


def academic_year(first: int) -> Stretch:
    return Stretch(date(first, 9, 1), date(first + 1, 8, 31), "academic year")


def quarter(number: int, first_year: int) -> Stretch:
    """A quarter of the financial year that begins in April of `first_year`."""
    start = {1: 4, 2: 7, 3: 10, 4: 1}[number]
    return months(first_year + (number == 4), start, start + 2, "quarter")


def half(number: int, year: int, *, financial: bool) -> Stretch:
    """The first or second half of a calendar or financial year."""
    if financial:
        first, last = ((4, 9), (10, 3))[number - 1]
        return months(year, first, last, "half year")
    first, last = ((1, 6), (7, 12))[number - 1]
    return months(year, first, last, "half year")


def whole_year(text: str) -> int | None:
    """A year of four digits, or of two in this century's first half or the last one's second."""
    number = int(text)
    if len(text) == 2:
        number += 2000 if number < 60 else 1900
    return number if FIRST_YEAR <= number <= LAST_YEAR else None
