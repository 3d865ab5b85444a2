"""Finds the dates in a wording: each with where it stands, what it covers and what is odd.

A date may be incomplete (a month without its year); `reading` completes it from its
neighbours or the plan's period, or leaves it unread. Pure.
"""

import re
from dataclasses import dataclass, replace

from plans.timescales import calendar
from plans.timescales.calendar import MONTHS, SEASONS, TERMS, Stretch, whole_year

AMBIGUOUS = "ambiguous day and month"
IMPOSSIBLE = "impossible date"
UNSURE_YEAR = "ambiguous day or year"
UNSURE_SPRING = "spring at the start or the end of the year"
UNSURE_QUARTER = "quarter of a financial or a calendar year"

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_GAP = r"[ \t,.\-–—/'’‘]{0,3}"
_YEAR = r"(?:(?:19|20)\d\d)"
_PAIR = r"(?P<a>(?:19|20)\d\d|\d\d)\s?[/\-–—]\s?(?P<b>(?:19|20)\d\d|\d\d)(?![\d/])"
_ORDINALS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
}
_ORDINAL = "|".join(_ORDINALS)


@dataclass(frozen=True)
class Found:
    """One date in a wording; `year` is None until known, `stretch` until it can be told.

    `borrowed` says that the year came from the plan's period and not from the words.
    """

    start: int
    end: int
    stretch: Stretch | None = None
    year: int | None = None
    month: int | None = None
    day: int | None = None
    quarter: int | None = None
    flags: tuple[str, ...] = ()
    borrowed: bool = False

    def in_year(self, year: int) -> "Found":
        """The same date, its year now known."""
        if self.quarter:
            return replace(
                self, year=year, stretch=calendar.quarter(self.quarter, year)
            )
        if self.day:
            stretch = calendar.day(year, self.month, self.day)
        else:
            stretch = calendar.month(year, self.month)
        return replace(self, year=year, stretch=stretch)


def _pattern(text: str) -> re.Pattern:
    return re.compile(rf"(?<![\w]){text}", re.IGNORECASE)


def _found(match: re.Match, stretch: Stretch | None, *flags: str, **known) -> Found:
    return Found(match.start(), match.end(), stretch, flags=flags, **known)


def _month_number(name: str) -> int:
    return MONTHS[name[:3].lower()]


def _iso(match: re.Match) -> Found | None:
    parts = int(match["y"]), int(match["m"]), int(match["d"])
    return _dated(match, *parts)


def _dated(match: re.Match, year: int, month: int, day: int, *flags: str) -> Found:
    """A whole date; one the calendar does not have is kept, marked, without its days."""
    stretch = calendar.day(year, month, day)
    if stretch is None:
        flags = (*flags, IMPOSSIBLE)
    return _found(match, stretch, *flags, year=year, month=month, day=day)


def _numbers(match: re.Match) -> Found | None:
    """15/10/2015: day first, said so where it could be either."""
    day, month, year = int(match["d"]), int(match["m"]), whole_year(match["y"])
    if year is None:
        return None
    if month > 12 >= day:
        return _dated(match, year, day, month, AMBIGUOUS)
    either = day <= 12 and month <= 12 and day != month
    return _dated(match, year, month, day, *([AMBIGUOUS] if either else []))


def _day_month(match: re.Match) -> Found | None:
    """29 June 2010; 11-Jun, whose year is yet unknown."""
    day, month = int(match["d"]), _month_number(match["m"])
    year = whole_year(match["y"]) if match["y"] else None
    if year is None:
        return _found(match, None, month=month, day=day)
    return _dated(match, year, month, day)


def _days_month(match: re.Match) -> Found | None:
    """5–9 July 2010: a stretch of days."""
    year, month = int(match["y"]), _month_number(match["m"])
    first, last = (calendar.day(year, month, int(match[name])) for name in ("d", "e"))
    if not first or not last or first > last:
        return _found(match, None, IMPOSSIBLE, year=year)
    return _found(match, Stretch(first.first, last.last, "day"), year=year)


def _month_day(match: re.Match) -> Found | None:
    """May 1; March 31, 2012; "Mar 10" may be a year and is left to the reading."""
    day, month = int(match["d"]), _month_number(match["m"])
    if match["y"]:
        return _dated(match, int(match["y"]), month, day)
    sure = bool(match["th"]) or len(match["d"]) == 1
    return _found(match, None, *([] if sure else [UNSURE_YEAR]), month=month, day=day)


def _month_year(match: re.Match) -> Found | None:
    year, month = whole_year(match["y"]), _month_number(match["m"])
    return year and _found(match, calendar.month(year, month), year=year, month=month)


def _number_year(match: re.Match) -> Found | None:
    year, month = whole_year(match["y"]), int(match["m"])
    return year and _found(match, calendar.month(year, month), year=year, month=month)


def _years(match: re.Match) -> tuple[int, int] | None:
    """The two years of a pair, "2014/15" or "2009-2012"; None for any other two numbers."""
    first = whole_year(match["a"])
    if first is None:
        return None
    last = (
        first // 100 * 100 + int(match["b"])
        if len(match["b"]) == 2
        else int(match["b"])
    )
    short = len(match["a"]) == 2
    if not first < last <= first + 25 or (
        short and (last != first + 1 or len(match["b"]) != 2)
    ):
        return None
    return first, last


def _financial(match: re.Match) -> Found | None:
    years = _years(match)
    if not years:
        return None
    flags = ["ambiguous"] if len(match["a"]) == 2 and int(match["a"]) <= 12 else []
    return _found(match, calendar.financial_years(*years), *flags, year=years[1])


def _academic(match: re.Match) -> Found | None:
    years = _years(match)
    return years and _found(match, calendar.academic_year(years[0]), year=years[1])


def _unsure_financial(match: re.Match) -> Found:
    """FY 2011: 2010/11 to some, 2011/12 to others; left unread."""
    return _found(match, None, "ambiguous", year=int(match["y"]))


def _quarter(match: re.Match) -> Found | None:
    """Q3 2026/27; second quarter of 2010; "Quarter 2" alone."""
    said = match["n"].lower()
    number = _ORDINALS.get(said) or int(said)
    years = _years(match) if match["a"] else None
    if years:
        return _found(
            match, calendar.quarter(number, years[0]), year=years[0], quarter=number
        )
    if match["y"]:
        year = int(match["y"])
        return _found(match, calendar.quarter(number, year), UNSURE_QUARTER, year=year)
    return _found(match, None, quarter=number)


def _season(match: re.Match) -> Found | None:
    name = match["s"].lower().replace("fall", "autumn")
    years = _years(match) if match["a"] else None
    if years and name == "spring":
        return _found(
            match, calendar.financial_years(*years), UNSURE_SPRING, year=years[1]
        )
    if not years and not match["y"]:
        return None
    year = years[0] if years else int(match["y"])
    if match["term"]:
        return _found(
            match, calendar.months(year, *TERMS.get(name, (9, 12)), "term"), year=year
        )
    return _found(match, calendar.months(year, *SEASONS[name], "season"), year=year)


def _half(match: re.Match) -> Found | None:
    said = match["n"].lower()
    number = _ORDINALS.get(said) or int(said)
    years = _years(match) if match["a"] else None
    year = years[0] if years else int(match["y"] or 0)
    if not year or number > 2:
        return None
    return _found(match, calendar.half(number, year, financial=bool(years)), year=year)


def _part_of_year(match: re.Match) -> Found | None:
    """Early 2010: by the end of March; mid-2010: of June; late or end of 2010: of December."""
    last = {"ea": 3, "be": 3, "st": 3, "mi": 6}.get(match["p"][:2].lower(), 12)
    year = int(match["y"])
    return _found(match, calendar.months(year, 1, last, "part of a year"), year=year)


def _year(match: re.Match) -> Found | None:
    year = int(match[0])
    return _found(match, calendar.calendar_year(year), year=year)


def _bare_month(match: re.Match) -> Found | None:
    """June, its year yet unknown; "may" and "march" in small letters are verbs."""
    if match[0] in ("may", "march", "mar", "sept", "dec"):
        return None
    return _found(match, None, month=_month_number(match[0]))


_TAIL = rf"(?:{_PAIR}|(?P<y>{_YEAR}))"
_PATTERNS = [
    (_pattern(r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)(?:[T ]\d\d:\d\d(?::\d\d)?)?(?!\d)"), _iso),
    (_pattern(r"(?P<d>\d{1,2})[/.\-](?P<m>\d{1,2})[/.\-](?P<y>\d{4}|\d\d)(?!\d)"), _numbers),
    (_pattern(rf"(?:academic|school)\s+year\s*(?:of\s+)?{_PAIR}"), _academic),
    (_pattern(rf"{_PAIR}\s+(?:academic|school)\s+year"), _academic),
    (_pattern(rf"(?:Q|qu?a?rte?r\s?|qtr\s?)(?P<n>[1-4])(?!\d)(?:[ ,\-–/]{{0,3}}(?:of\s+)?(?:FY\s*)?{_TAIL})?"), _quarter),
    (_pattern(rf"{_TAIL}[ ,\-–/]{{0,3}}(?:Q|quarter\s?)(?P<n>[1-4])(?!\d)"), _quarter),
    (_pattern(rf"(?P<n>{_ORDINAL})\s+(?:quarter|qtr)(?:\s+(?:of\s+)?{_TAIL})?"), _quarter),
    (_pattern(rf"(?P<n>first|second|1st|2nd)\s+half\s+(?:of\s+)?{_TAIL}"), _half),
    (_pattern(rf"H(?P<n>[12])\s*(?:of\s+)?{_TAIL}"), _half),
    (_pattern(rf"(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s?(?:-|–|to)\s?(?P<e>\d{{1,2}})(?:st|nd|rd|th)?\s(?P<m>{_MONTH}),?\s(?P<y>{_YEAR})(?!\d)"), _days_month),
    (_pattern(rf"(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?(?:\s{{0,2}}|[\-/.–])(?P<m>{_MONTH})(?![a-z])(?:{_GAP}(?P<y>\d{{4}}|\d\d)(?!\d))?"), _day_month),
    (_pattern(rf"(?P<m>{_MONTH})\.?\s(?P<d>\d{{1,2}})(?P<th>st|nd|rd|th)?(?![\d/\w])(?:,?\s+(?P<y>{_YEAR})(?!\d))?"), _month_day),
    (_pattern(rf"(?P<m>{_MONTH}){_GAP}(?:of\s)?(?P<y>(?:19|20)\d\d|\d\d)(?!\d)"), _month_year),
    (_pattern(rf"(?P<m>0?[1-9]|1[0-2])[/.\-](?P<y>{_YEAR})(?!\d)"), _number_year),
    (_pattern(rf"(?:FY|financial\s+year|academic\s+year|school\s+year)\s?(?:ending\s+)?(?P<y>{_YEAR})(?!\s?[/\-–—]?\s?\d)"), _unsure_financial),
    (_pattern(rf"(?P<s>spring|summer|autumn|fall|winter)(?P<term>\s+term)?,?\s+(?:of\s+)?{_TAIL}(?!\d)"), _season),
    (_pattern(rf"(?:FY\s?|financial\s+years?\s+)?{_PAIR}"), _financial),
    (_pattern(rf"(?P<p>early|beginning\s+of|start\s+of|mid(?:dle\s+of)?|late|end\s+of)[ \-](?P<y>{_YEAR})(?![\d/])"), _part_of_year),
    (_pattern(rf"{_YEAR}(?!\d)"), _year),
    (_pattern(rf"{_MONTH}(?![a-z])"), _bare_month),
]  # fmt: skip


def find(text: str) -> list[Found]:
    """Every date in the text in order, none inside another; the more telling form wins."""
    taken: list[Found] = []
    for pattern, build in _PATTERNS:
        for match in pattern.finditer(text):
            if any(
                match.start() < one.end and one.start < match.end() for one in taken
            ):
                continue
            found = build(match)
            if found:
                taken.append(found)
    return sorted(taken, key=lambda one: one.start)
