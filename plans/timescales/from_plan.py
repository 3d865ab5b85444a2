"""Completes dates from the plan's period, where that leaves one answer. Pure."""

from dataclasses import replace

from plans.timescales import words
from plans.timescales.found import (
    IMPOSSIBLE,
    UNSURE,
    UNSURE_YEAR,
    UNSURE_YEARS,
    Found,
)
from plans.timescales.wording import Wording


def from_plan(reading: Wording, one: Found) -> Found:
    """A date without a year, completed where the plan's period leaves one answer."""
    if one.stretch and one.stretch.precision == "financial year":
        return of_years(reading, one)
    if one.month and one.year and UNSURE in one.flags and covers(reading, one.year):
        return one.in_year(one.year)
    if one.stretch or one.year or IMPOSSIBLE in one.flags:
        return one
    if one.plan_years:
        return of_plan(reading, one)
    if not one.month and not one.quarter:
        return one
    if one.day and day_is_year(reading, one):
        month_only = replace(one, day=None, flags=(*one.flags, UNSURE_YEAR))
        return month_only.in_year(2000 + one.day)
    years = possible_years(reading, one)
    return replace(one.in_year(years[0]), borrowed=True) if len(years) == 1 else one


def of_years(reading: Wording, one: Found) -> Found:
    """ "2030-2033": the plan's own period where that is what it names, else from April and said so."""
    first, last = one.stretch.first, one.stretch.last
    if last.year - first.year == 1:
        lost = UNSURE in one.flags and not covers(reading, last.year)
        return replace(one, stretch=None) if lost and reading.plan_start else one
    start, end = reading.plan_start, reading.plan_end
    if start and end and (start.year, end.year) == (first.year, last.year):
        return replace(one, stretch=one.stretch._replace(first=start, last=end))
    return replace(one, flags=(*one.flags, UNSURE_YEARS))


def covers(reading: Wording, year: int) -> bool:
    """Whether a year lies in the plan's period or just beside it."""
    start, end = reading.plan_start, reading.plan_end
    return bool(start and end and start.year - 1 <= year <= end.year + 1)


def of_plan(reading: Wording, one: Found) -> Found:
    """A year of the plan, or a quarter of it, as days of the plan's period."""
    if reading.plan_start is None or reading.plan_end is None:
        return one
    known = one.of_plan(reading.plan_start, reading.plan_end)
    if known.stretch is None or not one.quarter:
        return known
    if known.stretch.first.month != 4 or one.plan_years[0] != one.plan_years[1]:
        return one
    return replace(one, plan_years=None).in_year(known.stretch.first.year)


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
