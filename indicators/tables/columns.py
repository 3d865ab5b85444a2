"""The columns of an indicator table: which figure each holds, and for which time."""

import re
from typing import NamedTuple

from equality_tracker.workbooks.finding import Table
from indicators.tables import grouping
from indicators.tables.grouping import GroupHeading
from indicators.words import remarks, times
from indicators.words.times import Time

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
    "plan",
    "set",
    "definition",
    "baseline_period",
)
# Columns of groups, of everybody beside them, and of shares, which mean a figure only beside groups.
GROUPED = ("by_group", "strand")
ACROSS = "across"
_FIELD_WORDS = re.compile(
    r"\b(?:targets?|results?|actuals?|outturns?|baselines?|base line|performance|figures?|value|achieved|"
    r"annual|provisional|final|numerator|denominator|year end|for|as at|at|by|in|end of)\b", re.I,
)  # fmt: skip


class Column(NamedTuple):
    """A column with figures; `period` is its time as the heading writes it, "" where it names none; `group` those that it is about."""

    index: int
    field: str
    heading: str
    period: str
    time: Time | None
    provisional: bool | None
    group: GroupHeading | None = None

    @property
    def name(self) -> str:
        """What tells it from other columns of its field: "2030/31"."""
        return self.period or self.heading


def figures_of(table: Table) -> list[Column]:
    """The columns of a table that hold figures, left to right."""
    every = [
        read_column(index, field, table.headings.get(index, ""))
        for index, field in table.fields.items()
    ]
    grouped = [one for one in map(with_group, every) if one.group]
    meant = meanings(table, bool(grouped))
    plain = [
        one._replace(field=meant[one.field]) for one in every if one.field in meant
    ]
    if not grouped and not table.column("group"):
        return plain
    found = sorted([*grouped, *map(whole_column, plain)])
    return [one if one.time else one._replace(period="") for one in found]


def meanings(table: Table, grouped: bool) -> dict[str, str]:
    """The figure that each field of a table stands for: a percentage is the result where none is named beside it."""
    found = {name: name for name in FIGURES + SHARES}
    listed = grouped or bool(table.column("group"))
    if listed:
        found |= {"whole": "result", "count": "numerator"}
    if listed and not table.column("result"):
        found["percent"] = "result"
    return found


def with_group(column: Column) -> Column:
    """The column with the group that its heading names, where it is one of groups."""
    if column.field not in GROUPED:
        return column
    group = grouping.read_heading(column.heading)
    return column._replace(field="result", group=group) if group else column


def whole_column(column: Column) -> Column:
    """A column for everybody beside those of groups: "Total: Number" is what the result was counted from."""
    if column.field != "result" or grouping.which_of(column.heading) == grouping.RESULT:
        return column
    return column._replace(field="numerator")


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
