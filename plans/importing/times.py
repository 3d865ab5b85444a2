"""The time that a heading or a sheet's name stands for: a quarter, a month, a day, a year."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from equality_tracker.workbooks.vocabulary import normal
from plans import timescales
from plans.importing.periods import read_period
from plans.timescales import calendar

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]{0,6}"


_YEAR = r"(?:(?P<year>(?:19|20)\d\d)(?:\s?[/–-]\s?(?P<to>(?:20)?\d\d))?|(?P<short>\d\d)\s?[/–-]\s?(?P<shortto>\d\d)(?!\s?[/–-]))"


_DAY = re.compile(
    r"(?<!\d)(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>(?:20)?\d\d)(?!\d)"
)


_ISO = re.compile(r"(?<!\d)(?P<year>20\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)")


_LONG_DAY = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<name>{_MONTH})\s+(?P<year>(?:20)?\d\d)\b",
    re.I,
)


_MONTHS = re.compile(
    rf"\b(?P<first>{_MONTH})\s*(?:\d{{2,4}}\s*)?(?:[–/-]|to|and)\s*(?P<name>{_MONTH})[\s’'-]*(?P<year>(?:20)?\d\d)?\b",
    re.I,
)


_IN_MONTH = re.compile(rf"\b(?P<name>{_MONTH})[\s’'-]*(?P<year>(?:20)?\d\d)?\b", re.I)


_QUARTER = re.compile(r"\b(?:q(?:uarter|tr)?\s*(?P<one>[1-4])|(?P<two>[1-4])(?:st|nd|rd|th)\s+q(?:uarte|t)r)\b", re.I)  # fmt: skip


_SEASON = re.compile(
    r"\b(?:spring|summer|autumn|winter)(?:\s+term)?(?:\s+20\d\d(?:\s?[/–-]\s?\d\d(?:\d\d)?)?)?",
    re.I,
)


_HALF = re.compile(
    r"\b(?:mid[\s-]?year|half[\s-]?year|six[\s-]?month(?:ly)?|6[\s-]?month(?:ly)?)\b",
    re.I,
)


_END = re.compile(
    r"\b(?:year[\s-]?end|end[\s-]of[\s-](?:the[\s-])?year|annual|full[\s-]?year|outturn)\b",
    re.I,
)


_WHOLE_YEAR = re.compile(rf"(?<!\d){_YEAR}(?!\d)")


_SMALL = {
    "at",
    "as",
    "of",
    "for",
    "in",
    "to",
    "the",
    "end",
    "position",
    "ending",
    "by",
    "and",
    "up",
    "on",
}


@dataclass(frozen=True)
class Moment:
    """A column's time: its last day where the heading tells it, and the words around it."""

    column: int
    heading: str
    as_at: date | None
    stem: str
    label: str = ""

    @property
    def key(self):
        """What the columns of one time share: its date, else its name."""
        return self.as_at or self.label


def read(column: int, heading: str, year: int | None = None) -> Moment | None:
    """The time that a heading names; `year` is the first of the financial year it may belong to. None where it names none."""
    if len(heading) > 80:
        return None
    found = (
        exact(heading)
        or in_season(heading) or in_quarter(heading, year) or in_month(heading, year) or in_year(heading, year)
    )  # fmt: skip
    if found is None:
        return None
    as_at, rest = found
    words = [
        word
        for word in normal(rest).split()
        if word not in _SMALL and not word.isdecimal()
    ]
    return Moment(column, heading, as_at, " ".join(words), label_of(heading))


def label_of(heading: str) -> str:
    """What a heading calls its time, without the year: "q1", "april"."""
    quarter = _QUARTER.search(heading)
    if quarter:
        return f"q{quarter['one'] or quarter['two']}"
    season = _SEASON.search(heading)
    if season:
        return season[0].split()[0].casefold()
    month = _IN_MONTH.search(heading)
    return month["name"][:3].casefold() if month else normal(heading)


def exact(heading: str) -> tuple[date | None, str] | None:
    """ "Status at 30/09/2027", "Update 5 May 2027": a day."""
    match = _ISO.search(heading) or _DAY.search(heading) or _LONG_DAY.search(heading)
    if not match:
        return None
    said = match.groupdict()
    month = int(said["month"]) if "month" in said else month_number(said["name"])
    rest = heading.replace(match[0], " ")
    try:
        return date(full_year(said["year"]), month, int(said["day"])), rest
    except ValueError:
        return None, rest


def in_season(heading: str) -> tuple[date | None, str] | None:
    """ "Autumn 2031", "Spring term 2032 update": the last day of the season, as timescales read it."""
    match = _SEASON.search(heading)
    if not match:
        return None
    return timescales.read(match[0]).due, heading.replace(match[0], " ")


def in_quarter(heading: str, year: int | None) -> tuple[date | None, str] | None:
    """ "Q1 2026/27", "Quarter 1 RAG (Apr-Jun 2027)": a financial year's quarter, April first."""
    match = _QUARTER.search(heading)
    if not match:
        return None
    quarter = int(match["one"] or match["two"])
    rest = heading.replace(match[0], " ")
    months = _MONTHS.search(rest)
    if months:
        rest = rest.replace(months[0], " ")
        if months["year"]:
            return month_end(
                full_year(months["year"]), month_number(months["name"])
            ), rest
    named = _WHOLE_YEAR.search(rest)
    if named:
        year, rest = first_year(named), rest.replace(named[0], " ")
    return quarter_end(year, quarter), rest


def quarter_end(year: int | None, quarter: int) -> date | None:
    if year is None:
        return None
    return month_end(year + (quarter == 4), (6, 9, 12, 3)[quarter - 1])


def in_month(heading: str, year: int | None) -> tuple[date | None, str] | None:
    """ "April 2027 update", "Apr-27", "July": a month, or the last of several."""
    match = _MONTHS.search(heading) or _IN_MONTH.search(heading)
    if not match or match["name"].casefold() in ("mark", "march on", "decision"):
        return None
    if calendar.MONTHS.get(match["name"][:3].lower()) is None or not is_month(
        match["name"]
    ):
        return None
    month, rest = month_number(match["name"]), heading.replace(match[0], " ")
    if match["year"]:
        return month_end(full_year(match["year"]), month), rest
    if year is None:
        return None, rest
    return month_end(year + (month < 4), month), rest


_NAMES = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip


def is_month(word: str) -> bool:
    """Whether a word is a month or its beginning: "Sept", not "Market"."""
    return any(name.startswith(word.casefold()) for name in _NAMES)


def in_year(heading: str, year: int | None) -> tuple[date | None, str] | None:
    """ "Year end 2026/27", "Mid-year update", "RAG 2026/27": the last day of a financial year, or its middle."""
    half, end, named = _HALF.search(heading), _END.search(heading), _WHOLE_YEAR.search(heading)  # fmt: skip
    if not (half or end or named):
        return None
    rest = heading
    for match in (half, end, named):
        rest = rest.replace(match[0], " ") if match else rest
    year = first_year(named) if named else year
    if year is None:
        return None, rest
    return (month_end(year, 9) if half else month_end(year + 1, 3)), rest


def first_year(match: re.Match) -> int:
    return full_year(match["year"] or match["short"])


def full_year(words: str) -> int:
    return int(words) if len(words) == 4 else 2000 + int(words)


def month_number(name: str) -> int:
    return calendar.MONTHS[name[:3].lower()]


def month_end(year: int, month: int) -> date:
    return calendar.month(year, month).last


def year_of(lines: Iterable[str]) -> int | None:
    """The first year of the one financial year that the lines are about, None where they name none or several."""
    for line in lines:
        if len(line) <= 150:
            period = read_period(line)
            if period.start and (period.end - period.start).days <= 366:
                return period.start.year
            if period.start:
                return None
    return None
