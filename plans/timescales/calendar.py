"""Days, months, quarters, seasons and years as stretches of days. Pure."""

import calendar
from datetime import date, timedelta
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


def academic_years(first: int, last: int) -> Stretch:
    """From 1 September of one year to 31 August of another."""
    return Stretch(date(first, 9, 1), date(last, 8, 31), "academic year")


def plan_years(start: date, end: date, first: int, last: int) -> Stretch | None:
    """From the first to the last of a plan's years, counted from 1; 0 is its last day.

    None where the plan has no such year.
    """
    if not first:
        return Stretch(end, end, "day")
    begins, final = anniversary(start, first - 1), anniversary(start, last - 1)
    ends = anniversary(start, last)
    if begins is None or final is None or ends is None or final > end:
        return None
    return Stretch(begins, min(ends - timedelta(days=1), end), "year of the plan")


def anniversary(day: date, years: int) -> date | None:
    """The same day some years on; None for a 29 February that has none."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return None


def easter(year: int) -> date:
    """Easter Sunday, by the Gregorian reckoning."""
    century, golden = year // 100, year % 19
    moon = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
    moon -= moon // 28 * (1 - 29 // (moon + 1) * ((21 - golden) // 11))
    weekday = (year + year // 4 + moon + 2 - century + century // 4) % 7
    offset = moon - weekday
    month = 3 + (offset + 40) // 44
    return date(year, month, offset + 28 - 31 * (month // 4))


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
