"""A wording under way, and its incomplete dates completed. Pure."""

import re
from dataclasses import dataclass, field, replace
from datetime import date

from plans.timescales import words
from plans.timescales.dates import IMPOSSIBLE, UNSURE_YEAR, Found

JOINER = re.compile(r"[\s,/&–—-]*(?:and|&|,|/)?[\s,–—-]*", re.I)
RANGE_WORDS = re.compile(
    r"[\s()]*(?:–|—|-|/|to|until|till|through(?:\s+to)?)[\s()]*"
    r"(?:the\s+end\s+of\s+|end\s+(?:of\s+)?)?",
    re.I,
)


@dataclass
class Wording:
    """A wording under way: its dates, and the plan's period that may complete them."""

    text: str
    plan_start: date | None
    plan_end: date | None
    found: list[Found] = field(default_factory=list)

    def before(self, index: int) -> str:
        """The words between a date and the one before it."""
        start = self.found[index - 1].end if index else 0
        return self.text[start : self.found[index].start]

    def after(self, index: int) -> str:
        """The words between a date and the next."""
        last = index + 1 >= len(self.found)
        return self.text[
            self.found[index].end : None if last else self.found[index + 1].start
        ]


def complete(reading: Wording) -> None:
    """Give each incomplete date its year or month, from its neighbours or the plan."""
    carry_months(reading)
    carry_years(reading)
    lend_month(reading)
    reading.found = [from_plan(reading, one) for one in reading.found]


def carry_months(reading: Wording) -> None:
    """ "March 2010 and 2011": the bare year takes the month before it."""
    for index in range(1, len(reading.found)):
        last, one = reading.found[index - 1], reading.found[index]
        bare = one.stretch and one.stretch.precision == "year"
        if (
            bare
            and last.month
            and last.year
            and JOINER.fullmatch(reading.before(index))
        ):
            carried = replace(one, month=last.month, day=last.day)
            reading.found[index] = carried.in_year(one.year)


def carry_years(reading: Wording) -> None:
    """ "January – March 2023": a month without a year takes the next one's."""
    for index in range(len(reading.found) - 2, -1, -1):
        one, following = reading.found[index], reading.found[index + 1]
        alike = (one.month and following.month) or (one.quarter and following.quarter)
        if one.year or not following.year or not alike:
            continue
        gap = reading.after(index)
        if JOINER.fullmatch(gap) or RANGE_WORDS.fullmatch(gap):
            later = bool(one.month) and one.month > following.month
            reading.found[index] = one.in_year(following.year - later)


def lend_month(reading: Wording) -> None:
    """ "Every June until 2012", "each October from 2011": the year takes the month said before."""
    if len(reading.found) != 2:
        return
    month, year = reading.found
    lends = month.month and not month.year and not month.day
    bare = year.stretch and year.stretch.precision == "year"
    before = reading.before(1)
    if lends and bare and (words.UNTIL.search(before) or words.START.search(before)):
        lent = replace(year, month=month.month).in_year(year.year)
        reading.found[1] = lent


def from_plan(reading: Wording, one: Found) -> Found:
    """A date without a year, completed where the plan's period leaves one answer."""
    if one.stretch or one.year or IMPOSSIBLE in one.flags:
        return one
    if one.day and day_is_year(reading, one):
        month_only = replace(one, day=None, flags=(*one.flags, UNSURE_YEAR))
        return month_only.in_year(2000 + one.day)
    years = possible_years(reading, one)
    return replace(one.in_year(years[0]), borrowed=True) if len(years) == 1 else one


def day_is_year(reading: Wording, one: Found) -> bool:
    """ "11-Jun", "Mar 10": a spreadsheet's or a person's short year, where the plan covers it."""
    if reading.plan_start is None or reading.plan_end is None:
        return UNSURE_YEAR in one.flags and not words.recurrence(reading.text)
    if one.quarter or words.recurrence(reading.text):
        return False
    inside = reading.plan_start.year <= 2000 + one.day <= reading.plan_end.year
    return inside and (
        UNSURE_YEAR in one.flags or len(possible_years(reading, one)) != 1
    )


def possible_years(reading: Wording, one: Found) -> list[int]:
    """The years that put a date inside the plan's period."""
    if reading.plan_start is None or reading.plan_end is None:
        return []
    years = range(reading.plan_start.year, reading.plan_end.year + 1)
    fits = []
    for year in years:
        stretch = one.in_year(year).stretch
        if stretch and reading.plan_start <= stretch.last <= reading.plan_end:
            fits.append(year)
    return fits
