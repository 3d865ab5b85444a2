"""Reads a plan's words about time: finds the dates, weighs the words around them. Pure."""

import re
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from plans.timescales import dates, spelling, words
from plans.timescales.calendar import Stretch
from plans.timescales.completing import prepare
from plans.timescales.found import (
    AMBIGUOUS,
    IMPOSSIBLE,
    MISSPELT,
    UNSURE,
    UNSURE_YEAR,
    Found,
)
from plans.timescales.recurring import comes_each_year, recurring
from plans.timescales.steps import EDGES, flags_of, is_range, milestones, precision
from plans.timescales.timescale import (
    DATE,
    EVENT,
    MILESTONES,
    ONGOING,
    RANGE,
    UNKNOWN,
    Timescale,
)
from plans.timescales.wording import Wording

LONGEST = 2_000
MOST_DATES = 40
NO_YEAR = "no year"
TOO_LONG = "too long to read"
COMPLETED = "said to be completed"
BEFORE_PLAN, AFTER_PLAN = "before the plan starts", "after the plan ends"
AS_PLAN_STARTS = "in the plan's first month"
# After the last of several dates: a step of its own that goes on.
_LISTED = re.compile(r"(?:[;.]|(?<!\w)\(?[a-z\d]\))[^;.]*\bon[\s-]?going", re.I)
_GOES_ON = re.compile(r"(?:[-–—,/&]|\band|\bto|\buntil)$", re.I)


def read(
    text: str, plan_start: date | None = None, plan_end: date | None = None
) -> Timescale:
    """Read a wording; the plan's first and last day complete dates that lack a year.

    Never raises for text. Gives no date that the words do not give.
    """
    if len(text) > LONGEST:
        return Timescale(text, confidence="low", flags=(TOO_LONG,))
    return _read(text, plan_start, plan_end)


@lru_cache(maxsize=20_000)
def _read(text: str, plan_start: date | None, plan_end: date | None) -> Timescale:
    """The same for a wording of sane length; equal wordings are read once."""
    stripped = one_line(text)
    if words.says_nothing(stripped) or words.REFERS.fullmatch(stripped):
        return Timescale(text, confidence="low" if stripped else "high")
    spelt = spelling.corrected(stripped)
    reading = Wording(spelt, plan_start, plan_end, dates.find(spelt)[:MOST_DATES])
    flags = prepare(reading)
    timescale = assemble(reading)
    flags = (*timescale.flags, *flags, *([MISSPELT] if spelt != stripped else []))
    timescale = replace(timescale, text=text, flags=flags)
    return flagged(timescale, plan_start, plan_end)


def one_line(text: str) -> str:
    """The wording on one line; where two lines running have a figure in each, each line is a step."""
    lines = [
        line for line in (" ".join(one.split()) for one in text.split("\n")) if line
    ]
    listed = sum(has_figure(line) and not _GOES_ON.search(line) for line in lines) > 1
    joined, last = "", ""
    for line in lines:
        steps = has_figure(last) and not _GOES_ON.search(last)
        steps = steps and (has_figure(line) or listed)
        joined += ("; " if steps else " ") + line
        last = line
    return joined.strip()


def has_figure(text: str) -> bool:
    return any(mark.isdigit() for mark in text)


def assemble(reading: Wording) -> Timescale:
    """Decide what kind of wording it is and what its dates do."""
    dated = [index for index, one in enumerate(reading.found) if one.stretch]
    recurrence = words.recurrence(reading.text)
    if recurrence or comes_each_year(reading, dated):
        return recurring(reading, dated, recurrence or "annual")
    goes_on = words.ONGOING.search(reading.text)
    if goes_on and len(dated) > 1 and _LISTED.search(reading.after(dated[-1])):
        return replace(several(reading, dated), ongoing=True)
    if goes_on:
        return ongoing(reading, dated)
    if not dated:
        return undated(reading)
    if len(dated) == 1:
        return single(reading, dated[0])
    return several(reading, dated)


def undated(reading: Wording) -> Timescale:
    """No date: it waits for an event, or it is not understood."""
    flags = [flag for one in reading.found for flag in one.flags]
    if reading.found and not flags:
        flags = [NO_YEAR]
    if not reading.found and words.EVENT.search(reading.text):
        return Timescale("", EVENT, event=reading.text.strip(EDGES), flags=tuple(flags))
    return Timescale("", UNKNOWN, confidence="low", flags=tuple(flags))


def single(reading: Wording, index: int) -> Timescale:
    """One date: when it is due, or where the wait or the work begins."""
    one, before = reading.found[index], reading.before(index)
    stretch = one.stretch
    if words.PAST.search(before):
        start = stretch.last + timedelta(days=1)
        event = reading.text.strip(EDGES)
        return Timescale(
            "", EVENT, start=start, event=event, confidence="medium", flags=one.flags
        )
    waits = words.WAITS.search(before)
    if waits and not words.ONLY_SMALL.fullmatch(waits["what"]):
        return Timescale(
            "", EVENT, event=reading.text.strip(EDGES), confidence="medium"
        )
    if words.AWAITED.search(before) and not words.BY.search(before):
        return Timescale(
            "", EVENT, event=reading.text.strip(EDGES), confidence="medium"
        )
    onwards = words.ONWARDS.match(reading.after(index))
    if onwards or words.START.search(before):
        return Timescale(
            "",
            ONGOING,
            start=stretch.first,
            ongoing=True,
            confidence="medium",
            flags=one.flags,
        )
    if words.NOT_BEFORE.search(before):
        return Timescale("", UNKNOWN, confidence="low", flags=(UNSURE,))
    if words.START_OF.search(before):
        return at_start(reading, index)
    if words.BEFORE.search(before):
        due = stretch.first - timedelta(days=1)
        return Timescale("", DATE, due=due, precision="day", flags=one.flags)
    return due_on(reading, index)


def at_start(reading: Wording, index: int) -> Timescale:
    """ "By the start of 2030/31": its first day; a term's is not known."""
    one = reading.found[index]
    if one.stretch.precision in ("term", "season", "day"):
        return Timescale("", UNKNOWN, confidence="low", flags=(UNSURE,))
    if one.stretch.precision == "month":
        return due_on(reading, index)
    first = one.stretch.first
    return Timescale(
        "", DATE, due=first, precision="day", confidence="medium", flags=one.flags
    )


def due_on(reading: Wording, index: int) -> Timescale:
    """One date and nothing that bends it; "5–9 July" also says when it begins."""
    one = reading.found[index]
    stretch = one.stretch
    days = stretch.precision == "day" and stretch.first < stretch.last
    spans = days or is_long(stretch) or stretch.precision == "seasons"
    done = [COMPLETED] if words.DONE.search(reading.before(index)) else []
    return Timescale(
        "",
        RANGE if spans else DATE,
        start=stretch.first if spans else None,
        due=stretch.last,
        precision=precision(reading, index),
        confidence=sureness(one),
        flags=(*one.flags, *done, *left_over(reading)),
    )


def is_long(stretch: Stretch) -> bool:
    """Whether it spans several years, "2030-2033", and so says when it begins too."""
    return (stretch.last - stretch.first).days > 366


def sureness(one: Found) -> str:
    if UNSURE_YEAR in one.flags:
        return "low"
    return "medium" if one.flags or one.stretch.precision == "year" else "high"


def left_over(reading: Wording) -> list[str]:
    """What to flag for dates beside the ones used that could not be read."""
    return [
        flag
        for one in reading.found
        if not one.stretch
        for flag in (one.flags or (NO_YEAR,))
    ]


def several(reading: Wording, dated: list[int]) -> Timescale:
    """Two dates with a "to" between them are a range; all else are steps."""
    if len(dated) == 2 and is_range(reading, dated):
        first, last = (reading.found[index].stretch for index in dated)
        if first.first <= last.last:
            return Timescale(
                "",
                RANGE,
                start=first.first,
                due=last.last,
                precision=precision(reading, dated[1]),
                flags=flags_of(reading, dated),
            )
    steps = milestones(reading, dated)
    latest = max(steps, key=lambda step: step.due)
    return Timescale(
        "",
        MILESTONES,
        due=latest.due,
        precision=latest.precision,
        milestones=tuple(steps),
        confidence="medium" if any(one.borrowed for one in reading.found) else "high",
        flags=(*flags_of(reading, dated), *left_over(reading)),
    )


def ongoing(reading: Wording, dated: list[int]) -> Timescale:
    """It goes on; a date in the words is when it ends, or began, or a step on the way."""
    if not dated:
        return Timescale("", ONGOING, ongoing=True, flags=tuple(left_over(reading)))
    index = dated[-1]
    stretch = reading.found[index].stretch
    begins = words.AND_ON.match(reading.after(index))
    if begins or words.START.search(reading.before(index)):
        return Timescale("", ONGOING, start=stretch.first, ongoing=True)
    if any(words.REVIEW.search(reading.before(one)) for one in dated):
        return with_steps(reading, dated)
    throughout = words.THROUGHOUT.search(reading.before(index))
    first = reading.found[dated[0]].stretch.first
    long = is_long(stretch) and len(dated) == 1
    spans = throughout or long or len(dated) > 1
    start = first if spans and first <= stretch.last else None
    return Timescale(
        "", ONGOING, start=start, due=stretch.last, precision=precision(reading, index),
        ongoing=True, confidence="medium", flags=flags_of(reading, dated),
    )  # fmt: skip


def with_steps(reading: Wording, dated: list[int]) -> Timescale:
    """ "Ongoing – review March 2030": it goes on, and has steps on the way."""
    steps = [
        replace(step, label=words.ONGOING.sub("", step.label).strip(EDGES))
        for step in milestones(reading, dated)
    ]
    latest = max(steps, key=lambda step: step.due)
    return Timescale(
        "", ONGOING, due=latest.due, precision=latest.precision, ongoing=True,
        milestones=tuple(steps), confidence="medium", flags=flags_of(reading, dated),
    )  # fmt: skip


def flagged(timescale: Timescale, start: date | None, end: date | None) -> Timescale:
    """Say where a date lies outside the plan's period."""
    flags = list(timescale.flags)
    due = timescale.due
    if due and start and due < start:
        flags.append(BEFORE_PLAN)
    elif due and start and (due.year, due.month) == (start.year, start.month):
        flags.append(AS_PLAN_STARTS)
    if due and end and due > end:
        flags.append(AFTER_PLAN)
    confidence = timescale.confidence
    if AMBIGUOUS in flags or IMPOSSIBLE in flags:
        confidence = "low"
    return replace(timescale, flags=tuple(dict.fromkeys(flags)), confidence=confidence)
