"""Years and their parts: 2014/15, Q3 2026/27, summer term 2031, early 2030, Year 2. Pure."""

import re

from plans.timescales import calendar
from plans.timescales.calendar import SEASONS, TERMS, whole_year
from plans.timescales.found import (
    UNSURE,
    UNSURE_HALF,
    UNSURE_QUARTER,
    UNSURE_SPRING,
    Found,
    found,
)

ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4,
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "final": 4, "last": 4,
}  # fmt: skip
MOST_YEARS = 25


def numbered(text: str) -> int:
    return ORDINALS.get(text.lower()) or int(text)


def pair(match: re.Match) -> tuple[int, int] | None:
    """The two years of a pair, "2014/15" or "2009-2012"; None for any other two numbers."""
    first = whole_year(match["a"])
    if first is None:
        return None
    second = match["b"]
    last = first // 10 ** len(second) * 10 ** len(second) + int(second)
    if len(second) == 2 and last <= first and first % 100 > 90:
        last += 100
    short = len(match["a"]) == 2 or len(second) == 1
    if not first < last <= first + MOST_YEARS or (short and last != first + 1):
        return None
    if len(match["a"]) == 2 and len(second) != 2:
        return None
    return first, last


def financial(match: re.Match) -> Found | None:
    years = pair(match)
    if not years:
        return None
    flags = [UNSURE] if len(match["a"]) == 2 and int(match["a"]) <= 12 else []
    return found(match, calendar.financial_years(*years), *flags, year=years[1])


def academic(match: re.Match) -> Found | None:
    years = pair(match)
    return years and found(match, calendar.academic_years(*years), year=years[1])


def unsure_financial(match: re.Match) -> Found:
    """FY 2011: 2010/11 to some, 2011/12 to others; left unread."""
    return found(match, None, UNSURE)


def year_ending(match: re.Match) -> Found:
    """ "Financial year ending 2027", "year end 2027": the last day of that March."""
    last = int(match["y"])
    return found(match, calendar.financial_years(last - 1, last), year=last)


def quarter(match: re.Match) -> Found | None:
    """Q3 2026/27; second quarter of 2010; "Quarter 2" alone."""
    number = numbered(match["n"])
    if number > 4:
        return None
    years = pair(match) if match["a"] else None
    if years:
        if years[1] != years[0] + 1:
            return found(match, None, UNSURE)
        stretch = calendar.quarter(number, years[0])
        return found(match, stretch, year=years[0], quarter=number)
    if match["a"]:
        return found(match, None, UNSURE)
    if match["y"]:
        year = int(match["y"])
        stretch = calendar.quarter(number, year)
        return found(match, stretch, UNSURE_QUARTER, year=year, quarter=number)
    return found(match, None, quarter=number)


def season(match: re.Match) -> Found | None:
    """Autumn 2030; winter 2030/31; spring term 2031, which no month is the whole of."""
    name = match["s"].lower().replace("fall", "autumn")
    years = pair(match) if match["a"] else None
    number = years[0] if years else season_year(match["y"] or "")
    if not number:
        return None
    if (match["kind"] or match["late"] or "").strip().lower() == "term":
        number += bool(years) and name in ("spring", "summer")
        stretch = calendar.months(number, *TERMS.get(name, (9, 12)), "term")
        return found(match, stretch, year=number)
    if years and name == "spring":
        stretch = calendar.financial_years(*years)
        return found(match, stretch, UNSURE_SPRING, year=years[1])
    stretch = calendar.months(number, *SEASONS[name], "season")
    return found(match, stretch, year=number)


def season_year(text: str) -> int | None:
    """2030 or ‘30; a short year is this century's."""
    found_year = whole_year(text.strip("‘’'")) if text else None
    return None if found_year and found_year < 2000 and len(text) < 4 else found_year


def seasons(match: re.Match) -> Found | None:
    """Spring/Summer 2030: from the first day of one to the last of the other."""
    first, last = (match[n].lower().replace("fall", "autumn") for n in ("s", "t"))
    number = int(match["y"])
    stretch = calendar.months(number, SEASONS[first][0], SEASONS[last][1], "seasons")
    return found(match, stretch, year=number)


def half(match: re.Match) -> Found | None:
    number = numbered(match["n"])
    years = pair(match) if match["a"] else None
    year = years[0] if years else int(match["y"] or 0)
    if not year or number > 2:
        return None
    flags = [] if years else [UNSURE_HALF]
    stretch = calendar.half(number, year, financial=bool(years))
    return found(match, stretch, *flags, year=year)


def part_of_year(match: re.Match) -> Found:
    """Early 2010: by the end of March; mid-2010: of June; late or end of 2010: of December."""
    last = {"ea": 3, "be": 3, "st": 3, "mi": 6}.get(match["p"][:2].lower(), 12)
    number = int(match["y"])
    stretch = calendar.months(number, last - 2, last, "part of a year")
    return found(match, stretch, year=number)


def year(match: re.Match) -> Found | None:
    number = int(match[0])
    return found(match, calendar.calendar_year(number), year=number)


def plan_year(match: re.Match) -> Found | None:
    """ "Year 2", "Years 1 to 3": of the plan, once its period is known."""
    first = numbered(match["n"])
    last = numbered(match["m"]) if match["m"] else first
    return found(match, None, plan_years=(first, last)) if first <= last else None


def plan_end(match: re.Match) -> Found:
    """ "End of the plan": its last day, once its period is known."""
    return found(match, None, plan_years=(0, 0))
