"""Columns looked at together: which of several leads counts, what is the last quarter's, where references stand unheaded."""

import re

from equality_tracker.workbooks.finding import Table
from equality_tracker.workbooks.sheets import Row
from equality_tracker.workbooks.vocabulary import normal
from plans.importing import columns

LEAD, DIRECTORATE, REFERENCE = "lead", "directorate", "reference"
STATUS, EARLIER, WORDS = "rag_status", "previous_status", "progress"
TIMESCALE = "timescale"
URGENCIES = frozenset(
    ["high", "medium", "low", "h", "m", "l", "urgent", "critical", "essential", "desirable", "must",
     "should", "could", "1", "2", "3", "4", "5", "very high", "very low", "high priority",
     "medium priority", "low priority", "short term", "medium term", "long term", "immediate"]
)  # fmt: skip
LEAST_PART = 0.5
LEAST_REFERENCES = 0.7
_PERSON = re.compile(
    r"\b(?:leads?|officers?|owners?|responsib\w+|accountab\w+|sponsor|sro|who|manager)\b"
)
_EARLIER = re.compile(
    r"\b(?:previous|last|prior|preceding)\b.*\b(?:quarter|period|month|year|report|rag|brag|status|update|position)|\bprevious\b"
)
_REFERENCE = re.compile(r"(?:[A-Za-z]{0,4}[ .-]?)?\d{1,4}(?:[.-]\d{1,3})*[a-z]?\.?")
_TICK = re.compile(r"[x✓✔☑√•●■y]|yes", re.I)


def settle(table: Table, body: list[Row]) -> None:
    """Put right what each heading alone was taken for."""
    settle_leads(table)
    settle_earlier(table)
    settle_urgency(table, body)
    find_references(table, body)


def settle_urgency(table: Table, body: list[Row]) -> None:
    """A column of High, Medium and Low says how pressing an action is, not what it belongs to."""
    column = table.column("priority")
    texts = {normal(row.text(column)) for row in body if column and row.text(column)}
    if texts and texts <= URGENCIES:
        del table.fields[column]
        others = columns.ACTIONS.assign(
            {
                c: h
                for c, h in table.headings.items()
                if c not in table.fields and c != column
            }
        )
        table.fields |= {c: n for c, (n, _s) in others.items() if n == "priority"}


def settle_leads(table: Table) -> None:
    """Of several columns of leads: a directorate's is the directorate's, a partner's is left."""
    leads = table.columns(LEAD)
    if len(leads) < 2:
        return
    for column in leads:
        parts = {n: s for s, n in columns.ACTIONS.match(table.headings[column])}
        is_part = parts.get(DIRECTORATE, 0) >= LEAST_PART
        if is_part and not table.column(DIRECTORATE):
            table.fields[column] = DIRECTORATE
    leads = table.columns(LEAD)
    named = [c for c in leads if _PERSON.search(normal(table.headings[c]))]
    for column in leads:
        if named and column not in named and column != leads[0]:
            del table.fields[column]


def settle_earlier(table: Table) -> None:
    """Beside this quarter's columns, the last quarter's are not what is current."""
    for name in (STATUS, WORDS):
        found = table.columns(EARLIER if name == STATUS else name) + (
            table.columns(STATUS) if name == STATUS else []
        )
        past = [c for c in found if _EARLIER.search(normal(table.headings[c]))]
        if not past or len(past) == len(found):
            continue
        for column in past:
            table.fields.pop(column, None)
            if name == STATUS:
                table.fields[column] = EARLIER
        if name == STATUS and not table.column(STATUS):
            rest = [c for c in found if c not in past]
            table.fields[rest[-1]] = STATUS


def find_references(table: Table, body: list[Row]) -> None:
    """Take the column before the first heading for references, where it holds nothing else."""
    first = min(table.headings)
    if table.column(REFERENCE) or first < 2 or first - 1 in table.headings:
        return
    full = [row for row in body if len(row.filled) > 2]
    texts = [row.text(first - 1) for row in full if row.text(first - 1)]
    known = [text for text in texts if _REFERENCE.fullmatch(text)]
    if texts and len(known) >= LEAST_REFERENCES * len(full):
        table.headings = {first - 1: "", **table.headings}
        table.fields[first - 1] = REFERENCE


def timed_columns(table: Table, times: list[int], body: list[Row]) -> list[int]:
    """The columns of years or quarters that hold nothing but ticks: when an action is due."""
    if table.column(TIMESCALE):
        return []
    texts = [row.text(c) for row in body for c in times if row.text(c)]
    ticks = sum(bool(_TICK.fullmatch(text)) for text in texts)
    return times if texts and ticks == len(texts) else []


def ticked(table: Table, row: Row) -> str:
    """The headings of the times that are ticked in a row."""
    headings = [table.headings[c] for c in table.columns(TICKED) if row.text(c)]
    return ", ".join(headings)


TICKED = "timescale_mark"
