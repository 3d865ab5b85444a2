"""The columns of an indicator table: which figure each holds, and for which time."""

import re
from typing import NamedTuple

from equality_tracker.workbooks.finding import Table
from indicators import remarks, times
from indicators.times import Time

FIGURES = ("baseline", "target", "result")
SHARES = ("numerator", "denominator")
SAID = (
    "unit",
    "frequency",
    "source",
    "lead",
    "directorate",
    "comment",
    "rag_status",
    "direction",
)
_FIELD_WORDS = re.compile(
    r"\b(?:targets?|results?|actuals?|outturns?|baselines?|base line|performance|figures?|value|achieved|"
    r"annual|provisional|final|numerator|denominator|year end|for|as at|at|by|in|end of)\b", re.I,
)  # fmt: skip


class Column(NamedTuple):
    """A column with figures; `period` is its time as the heading writes it, "" where it names none."""

    index: int
    field: str
    heading: str
    period: str
    time: Time | None
    provisional: bool | None


def figures_of(table: Table) -> list[Column]:
    """The columns of a table that hold figures, left to right."""
    return [
        read_column(index, field, table.headings.get(index, ""))
        for index, field in table.fields.items()
        if field in FIGURES + SHARES
    ]


def read_column(index: int, field: str, heading: str) -> Column:
    """One column by its heading: "Target March 2009" is a target for March 2009."""
    words = " ".join(heading.split())
    time = times.read(words)
    said = remarks.provisional(words)[1]
    return Column(index, field, words, period_of(words, time), time, said)


def period_of(words: str, time: Time | None) -> str:
    """The time's own words; else what the heading says beside "target" or "result": "next year"."""
    if time:
        return time.text
    rest = re.sub(r"[^\w%' ]+", " ", _FIELD_WORDS.sub(" ", words))
    return " ".join(rest.split())


def dates(time: Time | None) -> dict:
    """A time's first and last day as JSON, where it has them, and its kind."""
    if time is None:
        return {}
    found = {"period_kind": time.kind}
    if time.start and time.end:
        found |= {"start": time.start.isoformat(), "end": time.end.isoformat()}
    return found
