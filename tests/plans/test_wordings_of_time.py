"""Invented wordings of plans, each against the reading a person would give it.

`wordings_of_time.csv` was written in batches, each with its readings before any code had seen it.
A reading is a kind and its dates; behind a "!" stands what must be flagged for a person to check.
"""

import csv
import re
from datetime import date
from pathlib import Path

import pytest

from plans import timescales

PLANS = {
    "3y": (date(2025, 4, 1), date(2028, 3, 31)),
    "1y": (date(2025, 4, 1), date(2026, 3, 31)),
    "4c": (date(2024, 1, 1), date(2027, 12, 31)),
    "none": (None, None),
}
FLAGS = {
    "before": "before the plan starts",
    "after": "after the plan ends",
    "spelling": "misspelt word",
    "order": "ambiguous day and month",
    "impossible": "impossible date",
    "year": "no year",
    "moved": "an earlier date is named",
    "name": "a year that belongs to a name",
    "serial": "a spreadsheet's number for a date",
    "quarter": "quarter of a financial or a calendar year",
    "half": "half of a financial or a calendar year",
    "years": "years from April or from January",
    "done": "said to be completed",
}
LEAST_RIGHT = 0.95


def wordings() -> list[dict]:
    path = Path(__file__).with_name("wordings_of_time.csv")
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def said(timescale: timescales.Timescale) -> str:
    """A reading in the words of the table."""
    dates = {
        "start": timescale.start,
        "first": timescale.recurrence_first,
        "due": timescale.due,
        "until": timescale.recurrence_until,
    }
    known = [f"{name}={day}" for name, day in dates.items() if day]
    steps = ",".join(step.due.isoformat() for step in timescale.milestones)
    if timescale.kind == "date":
        return f"date {timescale.due}"
    if timescale.kind == "range":
        return f"range {timescale.start}..{timescale.due}"
    if timescale.kind == "milestones":
        return f"steps {timescale.due} {steps}"
    if timescale.kind == "recurring":
        return " ".join(["recurring", timescale.recurrence, *known])
    return " ".join([timescale.kind, *known, *([f"steps={steps}"] if steps else [])])


def read(row: dict) -> tuple[str, tuple[str, ...]]:
    timescale = timescales.read(row["text"], *PLANS[row["plan"]])
    found = said(timescale)
    if "first=" not in row["reading"]:
        found = re.sub(r" first=\S+", "", found)
    return found, timescale.flags


def is_right(row: dict) -> bool:
    reading, *flags = row["reading"].split(" !")
    found, flagged = read(row)
    return found == reading and all(FLAGS[flag] in flagged for flag in flags)


@pytest.mark.parametrize("row", wordings(), ids=lambda row: row["text"])
def test_wording_is_read_right_or_not_at_all(row):
    found, _flags = read(row)

    assert is_right(row) or found == "unknown"


def test_nearly_every_wording_is_read_right():
    rows = wordings()

    right = sum(is_right(row) for row in rows)

    assert right >= LEAST_RIGHT * len(rows)
