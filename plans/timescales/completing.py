"""Completes the dates of a wording that lack a year or a month, from their neighbours. Pure."""

import re
from dataclasses import replace

from plans.timescales import words
from plans.timescales.found import UNSURE_YEAR
from plans.timescales.from_plan import day_is_year, from_plan
from plans.timescales.weeding import drop_doubles, weed
from plans.timescales.wording import JOINER, RANGE_WORDS, Wording

_OF = re.compile(r"[\s,/(:–-]*(?:of\s+)?(?:the\s+)?", re.I)
# A few words that may stand between a month and its year: "September Cabinet 2030".
_WORDS_BETWEEN = re.compile(
    r"\s*[(,]?\s*(?:(?!(?:and|to|until|till|then|or|by|from|for|in|of|before|after|with|on)\b)[^\W\d_]{2,}[\s-]+){0,3}\(?",
    re.I,
)


def prepare(reading: Wording) -> tuple[str, ...]:
    """Leave in `reading` the dates that count, each as whole as it can be; gives back what to flag."""
    join_quarters(reading)
    join_years(reading)
    flags = weed(reading)
    settle_short_years(reading)
    carry_months(reading)
    carry_years(reading)
    carry_quarters(reading)
    lend_month(reading)
    reading.found = [from_plan(reading, one) for one in reading.found]
    drop_doubles(reading)
    return flags


def join_quarters(reading: Wording) -> None:
    """ "Year 2, Q3", "Q3 of year 2": a quarter of a year of the plan is one date."""
    for index in range(len(reading.found) - 1, 0, -1):
        pair = reading.found[index - 1 : index + 1]
        year = next((one for one in pair if one.plan_years), None)
        part = next((one for one in pair if one.quarter and not one.stretch), None)
        if year and part and _OF.fullmatch(reading.before(index)):
            joined = replace(
                part, start=pair[0].start, end=pair[1].end, plan_years=year.plan_years
            )
            reading.found[index - 1 : index + 1] = [joined]


def join_years(reading: Wording) -> None:
    """ "September Cabinet 2030", "March (2030)": a month and the year a few words on are one date."""
    for index in range(len(reading.found) - 1, 0, -1):
        month, year = reading.found[index - 1], reading.found[index]
        whole = month.month and not month.year and not month.day and year.is_bare_year
        if whole and _WORDS_BETWEEN.fullmatch(reading.before(index)):
            joined = replace(month, end=year.end).in_year(year.year)
            reading.found[index - 1 : index + 1] = [joined]


def settle_short_years(reading: Wording) -> None:
    """ "Sep-Dec 30": the 30 is a year, and then the first month's too."""
    for index, one in enumerate(reading.found):
        last = reading.found[index - 1] if index else None
        ranged = last and last.month and not last.day and not last.year
        if not one.day or one.stretch or UNSURE_YEAR not in one.flags:
            continue
        if ranged and RANGE_WORDS.fullmatch(reading.before(index)):
            month = replace(one, day=None, flags=())
            reading.found[index] = month.in_year(2000 + one.day)
        elif day_is_year(reading, one):
            reading.found[index] = replace(one, day=None).in_year(2000 + one.day)


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


def carry_quarters(reading: Wording) -> None:
    """ "2030/31: Q1 scoping, Q2 delivery": a later quarter without a year is of the same year."""
    for index in range(1, len(reading.found)):
        last, one = reading.found[index - 1], reading.found[index]
        follows = last.quarter and last.stretch and one.quarter and not one.stretch
        if follows and one.quarter > last.quarter:
            reading.found[index] = one.in_year(last.year)


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
