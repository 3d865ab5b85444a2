"""One date found in a wording, and what may be odd about it. Pure."""

import re
from dataclasses import dataclass, replace
from datetime import date

from plans.timescales import calendar
from plans.timescales.calendar import Stretch

AMBIGUOUS = "ambiguous day and month"
IMPOSSIBLE = "impossible date"
UNSURE_YEAR = "ambiguous day or year"
UNSURE_SPRING = "spring at the start or the end of the year"
UNSURE_QUARTER = "quarter of a financial or a calendar year"
UNSURE_HALF = "half of a financial or a calendar year"
UNSURE_YEARS = "years from April or from January"
UNSURE = "ambiguous"
MISSPELT = "misspelt word"
SERIAL = "a spreadsheet's number for a date"
NOT_DUE = "a year that belongs to a name"


@dataclass(frozen=True)
class Found:
    """One date in a wording; `year` is None until known, `stretch` until it can be told.

    `plan_years` are the first and last year of the plan that it names ("Year 2"). `borrowed`
    says that the year came from the plan's period and not from the words.
    """

    start: int
    end: int
    stretch: Stretch | None = None
    year: int | None = None
    month: int | None = None
    day: int | None = None
    quarter: int | None = None
    plan_years: tuple[int, int] | None = None
    flags: tuple[str, ...] = ()
    borrowed: bool = False

    @property
    def is_bare_year(self) -> bool:
        return self.stretch is not None and self.stretch.precision == "year"

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

    def of_plan(self, start: date, end: date) -> "Found":
        """The years of the plan that it names, as days; the same where the plan has no such year."""
        first, last = self.plan_years
        stretch = calendar.plan_years(start, end, first, last)
        return replace(self, stretch=stretch, year=stretch and stretch.last.year)


def found(match: re.Match, stretch: Stretch | None, *flags: str, **known) -> Found:
    return Found(match.start(), match.end(), stretch, flags=flags, **known)


def dated(match: re.Match, year: int, month: int, day: int, *flags: str) -> Found:
    """A whole date; one the calendar does not have is kept, marked, without its days."""
    stretch = calendar.day(year, month, day)
    if stretch is None:
        flags = (*flags, IMPOSSIBLE)
    return found(match, stretch, *flags, year=year, month=month, day=day)
