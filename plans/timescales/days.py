"""Days and months as people write them: 29 June 2010, 15/10/2015, Mar-25. Pure."""

import re
from datetime import date, timedelta

from plans.timescales import calendar
from plans.timescales.calendar import MONTHS, Stretch, whole_year
from plans.timescales.found import (
    AMBIGUOUS,
    IMPOSSIBLE,
    SERIAL,
    UNSURE,
    UNSURE_YEAR,
    Found,
    dated,
    found,
)

FIRST_SERIAL, LAST_SERIAL = 36_526, 55_152


def month_number(name: str) -> int:
    return MONTHS[name[:3].lower()]


def iso(match: re.Match) -> Found:
    return dated(match, int(match["y"]), int(match["m"]), int(match["d"]))


def numbers(match: re.Match) -> Found | None:
    """15/10/2015: day first, said so where it could be either."""
    day, month, year = int(match["d"]), int(match["m"]), whole_year(match["y"])
    if year is None:
        return None
    if month > 12 >= day:
        return dated(match, year, day, month, AMBIGUOUS)
    either = day <= 12 and month <= 12 and day != month
    return dated(match, year, month, day, *([AMBIGUOUS] if either else []))


def day_month(match: re.Match) -> Found:
    """29 June 2010; 11-Jun, whose year is yet unknown."""
    day, month = int(match["d"]), month_number(match["m"])
    year = whole_year(match["y"]) if match["y"] else None
    if year is None:
        return found(match, None, month=month, day=day)
    return dated(match, year, month, day)


def days_month(match: re.Match) -> Found:
    """5–9 July 2010: a stretch of days."""
    year, month = int(match["y"]), month_number(match["m"])
    first, last = (calendar.day(year, month, int(match[name])) for name in ("d", "e"))
    if not first or not last or first > last:
        return found(match, None, IMPOSSIBLE, year=year)
    return found(match, Stretch(first.first, last.last, "day"), year=year)


def month_day(match: re.Match) -> Found:
    """May 1; March 31, 2012; "Mar 10" may be a year and is left to the reading."""
    day, month = int(match["d"]), month_number(match["m"])
    if match["y"]:
        return dated(match, int(match["y"]), month, day)
    sure = bool(match["th"]) or len(match["d"]) == 1
    return found(match, None, *([] if sure else [UNSURE_YEAR]), month=month, day=day)


def month_year(match: re.Match) -> Found | None:
    year, month = whole_year(match["y"]), month_number(match["m"])
    return year and found(match, calendar.month(year, month), year=year, month=month)


def number_year(match: re.Match) -> Found | None:
    """05/2031; 2031-05."""
    year, month = whole_year(match["y"]), int(match["m"])
    return year and found(match, calendar.month(year, month), year=year, month=month)


def number_short_year(match: re.Match) -> Found:
    """09/26: perhaps a month and a short year; left unread where no plan says so."""
    return found(
        match, None, UNSURE, year=2000 + int(match["y"]), month=int(match["m"])
    )


def bare_month(match: re.Match) -> Found | None:
    """June, its year yet unknown; "may" and "march" in small letters are verbs."""
    if match[0] in ("may", "march", "mar", "sept", "dec"):
        return None
    return found(match, None, month=month_number(match[0]))


def serial(match: re.Match) -> Found | None:
    """46112 and nothing else: what a spreadsheet keeps behind a date of this century's first half."""
    number = int(match["n"])
    if not FIRST_SERIAL <= number <= LAST_SERIAL:
        return None
    day = date(1899, 12, 30) + timedelta(days=number)
    return dated(match, day.year, day.month, day.day, SERIAL)
