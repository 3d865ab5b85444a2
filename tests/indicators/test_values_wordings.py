"""Wordings made up for the purpose, each with what it means, written before any was read."""

import csv
import io
from decimal import Decimal
from pathlib import Path

import pytest

from indicators.words import values

WORDINGS = list(
    csv.DictReader(
        io.StringIO(Path(__file__).with_name("wordings.csv").read_text("utf-8"))
    )
)


def wanted(row: dict) -> dict:
    """What the row of the file asks for, only what it names."""
    found = {name: row[name] for name in ("kind", "unit", "operator", "reason")}
    for name in ("value", "value_max"):
        found[name] = Decimal(row[name]) if row[name] else None
    for extra in filter(None, row["extra"].split(";")):
        name, _is, value = extra.partition("=")
        found[name] = value
    return found


def understood(text: str, names) -> dict:
    reading = values.read(text)
    said = {
        "unsure": "" if reading.doubt else "sure",
        "several": "|".join(str(one.value) for one in reading.several),
        "provisional": {True: "yes", False: "no"}.get(reading.provisional),
    }
    for name in ("numerator", "denominator", "second"):
        value = getattr(reading, name)
        said[name] = "" if value is None else str(value)
    return {
        name: said[name] if name in said else getattr(reading, name) for name in names
    }


@pytest.mark.parametrize("row", WORDINGS, ids=lambda row: row["text"] or "blank")
def test_a_cell_is_read_as_it_is_meant(row):
    expected = wanted(row)

    assert understood(row["text"], expected) == expected


@pytest.mark.parametrize(
    "row",
    [
        row
        for row in WORDINGS
        if "unsure" not in row["extra"] and row["kind"] != "relative"
    ],
    ids=lambda row: row["text"] or "blank",
)
def test_a_person_is_asked_only_where_the_words_leave_a_doubt(row):
    assert values.read(row["text"]).doubt == ""
