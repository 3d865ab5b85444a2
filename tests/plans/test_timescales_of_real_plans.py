"""The wordings of real plans, each against its reading."""

import csv
from datetime import date

import pytest

from plans import timescales
from tests import real_plans

# The period of each plan, which its wordings take their missing years from.
PERIODS = {
    "2009/12": (date(2009, 4, 1), date(2012, 3, 31)),
    "2010 - 2011": (date(2010, 4, 1), date(2011, 3, 31)),
    "2025": (date(2025, 1, 1), date(2025, 12, 31)),
    "2008 - 2013": (date(2008, 1, 1), date(2013, 12, 31)),
}


def period(row: dict):
    named = [dates for words, dates in PERIODS.items() if words in row["context"]]
    return named[0] if named else (None, None)


def wanted(row: dict) -> tuple:
    names = (
        "kind",
        "start",
        "due",
        "due_precision",
        "recurrence",
        "recurrence_first",
        "recurrence_until",
    )
    return (
        *(row[name] for name in names),
        bool(row["ongoing"]),
        bool(row["event"]),
        row["milestones"],
    )


def understood(row: dict) -> tuple:
    plain = timescales.read(row["verbatim"], *period(row)).as_dict()
    names = (
        "kind",
        "start",
        "due",
        "precision",
        "recurrence",
        "recurrence_first",
        "recurrence_until",
    )
    steps = " | ".join(
        f"{step['due']} ({step['precision']}) {step['label']}".strip()
        for step in plain["milestones"]
    )
    return (
        *(plain[name] or "" for name in names),
        plain["ongoing"],
        bool(plain["event"]),
        steps,
    )


@pytest.mark.real_plans
def test_every_real_wording_is_read_as_given():
    with (real_plans.folder() / "timescales.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))

    wrong = [row["id"] for row in rows if understood(row) != wanted(row)]

    assert len(rows) >= 43
    assert wrong == []
