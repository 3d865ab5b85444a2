"""What comes round: every year in June, quarterly, until 2012. Pure."""

from datetime import date
from itertools import pairwise

from plans.timescales import words
from plans.timescales.found import UNSURE_YEAR, Found
from plans.timescales.steps import flags_of, is_joined, is_range, milestones
from plans.timescales.timescale import RECURRING, Timescale
from plans.timescales.wording import Wording


def comes_each_year(reading: Wording, dated: list[int]) -> bool:
    """The same month in three or more years running, with nothing said of each."""
    found = [reading.found[index] for index in dated]
    if len(found) < 3 or any(
        one.month != found[0].month or not one.month for one in found
    ):
        return False
    years = [one.year for one in found]
    silent = all(is_joined(reading, index) for index in dated[1:])
    return silent and years == list(range(years[0], years[0] + len(years)))


def recurring(reading: Wording, dated: list[int], recurrence: str) -> Timescale:
    """It comes round: from the first date, until the last."""
    if not dated:
        recurrence = by_months(reading, recurrence)
        flags = [f for one in reading.found for f in one.flags if f != UNSURE_YEAR]
        return from_first_occurrence(reading, recurrence, tuple(flags))
    stretches = [reading.found[index].stretch for index in dated]
    first, last = stretches[0], stretches[-1]
    if len(dated) > 1:
        return recurring_dates(reading, dated, recurrence)
    spans = (first.last - first.first).days > 366
    if spans or words.UNTIL.search(reading.before(dated[0])):
        start = first_occurrence(reading)
        return Timescale(
            "", RECURRING, recurrence=recurrence, due=last.last, precision=last.precision,
            recurrence_first=start, recurrence_until=last.last,
        )  # fmt: skip
    borrowed = reading.found[dated[0]].borrowed
    begins = words.START.search(reading.before(dated[0])) or borrowed
    due = None if begins else first.last
    return Timescale(
        "",
        RECURRING,
        due=due,
        precision="" if borrowed else first.precision,
        recurrence=recurrence,
        recurrence_first=first.last,
        flags=flags_of(reading, dated),
    )


def by_months(reading: Wording, recurrence: str) -> str:
    """ "March and September each year" is every half-year; four months are every quarter."""
    if [one.quarter for one in reading.found] == [1, 4] and is_range(reading, [0, 1]):
        return "quarterly"
    months = {one.month or 3 * one.quarter for one in reading.found if is_part(one)}
    apart = {0 if len(months) < 2 else 12 // len(months)}
    gaps = {later - one for one, later in pairwise(sorted(months))}
    if recurrence != "annual" or gaps != apart:
        return recurrence
    return {2: "half-yearly", 4: "quarterly"}.get(len(months), recurrence)


def is_part(one: Found) -> bool:
    """A month or a quarter without a day or a year."""
    return bool(one.month or one.quarter) and not one.day


def recurring_dates(reading: Wording, dated: list[int], recurrence: str) -> Timescale:
    """Several dates of one thing that comes round; or its first and last."""
    steps = milestones(reading, dated)
    first, last = steps[0].due, max(step.due for step in steps)
    ends = is_range(reading, dated[:2]) and len(dated) == 2
    if words.UNTIL.search(reading.before(dated[-1])) and len(dated) == 2:
        ends = True
    return Timescale(
        "",
        RECURRING,
        due=last,
        precision=steps[-1].precision,
        recurrence=recurrence,
        recurrence_first=first,
        recurrence_until=last,
        milestones=() if ends else tuple(steps),
        flags=flags_of(reading, dated),
    )


def from_first_occurrence(reading: Wording, recurrence: str, flags: tuple) -> Timescale:
    """Without a whole date: when it first comes round, where the plan's period tells."""
    first = first_occurrence(reading) if recurrence == "annual" else None
    return Timescale(
        "", RECURRING, recurrence=recurrence, recurrence_first=first, flags=flags
    )


def first_occurrence(reading: Wording) -> date | None:
    """The first day on or after the plan's start that a month without a year names."""
    bare = next((one for one in reading.found if not one.stretch and one.month), None)
    if bare is None or reading.plan_start is None:
        return None
    for year in (reading.plan_start.year, reading.plan_start.year + 1):
        stretch = bare.in_year(year).stretch
        if stretch and stretch.last >= reading.plan_start:
            return stretch.last
    return None
