"""The times that indicator tables name: years, quarters, months and days, each with its end. Pure."""

import re
from calendar import monthrange
from datetime import date
from typing import NamedTuple

_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
)  # fmt: skip
_MONTH = r"(?P<{0}>jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]{{0,6}}\.?"
_YEAR = r"(?:19|20)[0-9]{2}"
_TWO = r"(?:(?:19|20)[0-9]{2} ?[/-] ?(?:(?:19|20)[0-9]{2}|[0-9]{2})(?![0-9/])|(?<![0-9/])[0-9]{2}/[0-9]{2}(?![0-9/]))"
_QUARTER = r"(?:q|qtr|quarter) ?[1-4](?![0-9])"
_DAY = r"[0-3]?[0-9](?:st|nd|rd|th)? "
_PATTERNS = (
    r"(?P<span>q[0-9]+ ?- ?q[0-9]+)",
    r"(?P<numeric>[0-3]?[0-9][/.][01]?[0-9][/.](?:(?:19|20)[0-9]{2}|[0-9]{2}))(?![0-9])",
    rf"(?P<iso>{_YEAR}-[01][0-9]-[0-3][0-9])",
    rf"(?P<day>{_DAY}{_MONTH.format('dm')}(?: ?,? ?{_YEAR})?)(?![a-z0-9])",
    rf"(?P<months>{_MONTH.format('m1')} ?(?:-|to) ?{_MONTH.format('m2')}(?:[ ']*(?:{_YEAR}|[0-9]{{2}})))(?![a-z0-9])",
    rf"(?P<month>{_MONTH.format('mm')}[ '-]*(?:{_YEAR}|[0-9]{{2}}(?![0-9%])))",
    rf"(?P<quarter>{_QUARTER}(?:[ ,:]*(?:of )?(?:{_TWO}|{_YEAR}))?|(?:{_TWO}|{_YEAR})[ ,:]*{_QUARTER})",
    rf"(?P<two>{_TWO})",
    rf"(?P<year>(?<![0-9,.£$€]){_YEAR}(?![0-9,]|\.[0-9]))",
)
_STRETCH = re.compile(
    r"(?P<kind>financial year|fiscal year|academic year|school year|calendar year|year|quarter|month)"
    r" (?:to|end|ending|ended|up to)(?: the)?(?: end of)? $", re.I,
)  # fmt: skip
_MONTHS_OF = {"year": 12, "quarter": 3, "month": 1}
FIND = re.compile(r"(?<![a-z0-9])(?:" + "|".join(_PATTERNS) + r")", re.I)


class Time(NamedTuple):
    """A time as it was written, its kind, and its first and last day where they can be said."""

    text: str
    kind: str
    start: date | None
    end: date | None


def find(text: str, start: int = 0) -> re.Match | None:
    """The first time named in a text that can be one: 12/20 is no pair of years."""
    for match in FIND.finditer(text, start):
        if not match["two"] or years_of(match["two"]):
            return match
    return None


def without(text: str) -> str:
    """The text with each time in it taken out."""
    return FIND.sub(
        lambda m: m[0] if m["two"] and not years_of(m["two"]) else " ", text
    )


def years_of(text: str) -> int | None:
    """The first of two years that follow each other: "2030/31" → 2030; None where they do not."""
    first, second = re.findall("[0-9]+", text)[:2]
    begins = int(first) if len(first) == 4 else century(int(first))
    following = int(second) % 100 == (begins + 1) % 100
    return (
        begins
        if following and (len(second) == 2 or int(second) == begins + 1)
        else None
    )


def century(two: int) -> int:
    """A year of two digits: "09" → 2009, "98" → 1998."""
    return 2000 + two if two < 80 else 1900 + two


def read(text: str) -> Time | None:
    """The time that a heading names, with its first and last day; None where it names none.

    "2030/31" is the financial year from 1 April, unless the words say it is academic.
    """
    plain = text.replace("–", "-").replace("—", "-").replace("’", "'")
    match = find(plain)
    if not match:
        return None
    said = match[0].strip()
    kind = next(
        n
        for n in (
            "span",
            "numeric",
            "iso",
            "day",
            "months",
            "month",
            "quarter",
            "two",
            "year",
        )
        if match[n]
    )
    stretch = _STRETCH.search(plain[: match.start()])
    if stretch and kind in ("day", "numeric", "iso", "month"):
        ends = dates_of(kind, said, match, False)
        if ends:
            return up_to(said, stretch["kind"].casefold(), ends[1])
    academic = "academic" in plain.casefold() or "school year" in plain.casefold()
    days = dates_of(kind, said, match, academic)
    return Time(said, name_of(kind, academic, plain), *(days or (None, None)))


def up_to(said: str, words: str, end: date) -> Time:
    """The year, quarter or month that ends on a day: "year ending 31 March 2031" is the financial year 2030/31."""
    name = words.split()[-1]
    before = end.year * 12 + end.month - _MONTHS_OF[name]
    start = date(before // 12, before % 12 + 1, 1)
    kind = {"financial": "financial_year", "fiscal": "financial_year", "academic": "academic_year",
            "school": "academic_year"}.get(words.split()[0])  # fmt: skip
    if name == "year" and words != "calendar year":
        kind = kind or {3: "financial_year", 8: "academic_year"}.get(end.month)
    return Time(said, kind or name, start, end)


def name_of(kind: str, academic: bool, text: str) -> str:
    """The kind of time in the council's words."""
    if "survey" in text.casefold():
        return "survey"
    if kind == "two":
        return "academic_year" if academic else "financial_year"
    named = {
        "numeric": "date",
        "iso": "date",
        "day": "date",
        "months": "quarter",
        "span": "quarter",
    }
    return named.get(kind, kind)


def dates_of(kind: str, said: str, match: re.Match, academic: bool):
    """The first and last day of a time, None where no year is named."""
    year = re.search(_YEAR, said)
    if kind == "two":
        return two_years(years_of(said), academic)
    if kind == "year":
        return date(int(said), 1, 1), date(int(said), 12, 31)
    if kind in ("numeric", "iso", "day"):
        day = read_day(kind, said)
        return (day, day) if day else None
    if kind == "month":
        number = re.search(r"[0-9]{2,4}$", said)[0]
        return month(
            int(number) if len(number) == 4 else century(int(number)),
            month_of(match["mm"]),
        )
    if kind == "months":
        return between_months(said, match)
    return quarter(said, year) if kind == "quarter" else None


def two_years(first: int, academic: bool) -> tuple[date, date]:
    """A financial year from 1 April, or an academic one from 1 September."""
    if academic:
        return date(first, 9, 1), date(first + 1, 8, 31)
    return date(first, 4, 1), date(first + 1, 3, 31)


def quarter(said: str, year: re.Match | None):
    """A quarter of the financial year, or of the calendar year where one year is named."""
    number = int(re.search(r"(?:q|qtr|quarter) ?([1-4])", said, re.I)[1])
    pair = re.search(_TWO, said)
    if pair and years_of(pair[0]):
        first = years_of(pair[0])
        begins = 3 * number + 1 if number < 4 else 1
        return months(first + (number == 4), begins, begins + 2)
    return months(int(year[0]), 3 * number - 2, 3 * number) if year else None


def between_months(said: str, match: re.Match):
    """From the first day of one month to the last of another: "Apr-Jun 2030"."""
    first, last = month_of(match["m1"]), month_of(match["m2"])
    number = re.search(r"[0-9]{2,4}$", said)[0]
    year = int(number) if len(number) == 4 else century(int(number))
    begins = date(year - (first > last), first, 1)
    return begins, month(year, last)[1]


def read_day(kind: str, said: str) -> date | None:
    """One day, the day before the month; None where there is no such day."""
    numbers = [int(one) for one in re.findall("[0-9]+", said)]
    if kind == "iso":
        year, number, day = numbers
    elif kind == "numeric":
        day, number, year = numbers
    elif len(numbers) == 2:
        day, year = numbers
        number = month_of(
            re.search("[a-z]{3}", re.sub(r"[0-9]+(?:st|nd|rd|th)?", "", said), re.I)[0]
        )
    else:
        return None
    try:
        return date(century(year) if year < 100 else year, number, day)
    except ValueError:
        return None


def month_of(name: str) -> int:
    """ "sept" → 9."""
    return next(
        i for i, full in enumerate(_MONTHS, 1) if full.startswith(name[:3].casefold())
    )


def month(year: int, number: int) -> tuple[date, date]:
    return months(year, number, number)


def months(year: int, first: int, last: int) -> tuple[date, date]:
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])
