"""The wordings of real councils' indicator cells, each against its reading."""

import csv

import pytest

from indicators.words import values
from tests import real_plans

# Each reading's name in the list, as one of the reasons of design.md §4.
REASONS = {
    "baseline to be set": "baseline_to_be_set",
    "no target": "no_target_baseline_year",
    "baseline year": "no_target_baseline_year",
    "to be confirmed": "to_be_confirmed",
    "to be established": "to_be_established",
    "to be determined": "to_be_established",
    "not applicable": "not_applicable",
    "no result": "no_survey",
    "not reported": "not_reported",
    "new indicator": "new_indicator",
    "text": "in_words",
}
KINDS = {
    "value": "value",
    "range": "range",
    "relative": "relative",
    "several": "several",
}
LEAST = 68


def wanted(row: dict) -> tuple:
    """Kind, number, unit where the wording holds one, operator, upper number, reason and time."""
    status = row["status"]
    value = float(row["value"]) if row["value"] else None
    top = float(row["value_max"]) if row["value_max"] else None
    return (
        KINDS.get(status, "none"), value, stated_unit(row), row["operator"], top,
        REASONS.get(status, ""), row["period"] if status not in REASONS else "",
    )  # fmt: skip


def stated_unit(row: dict) -> str:
    """The unit, where its sign or word stands in the cell; a heading's is not asked of it."""
    signs = {
        "%": "%",
        "GBP": "£",
        "percentage points": "%",
        "days": "days",
        "MBps": "MBps",
    }
    sign = signs.get(row["unit"])
    several = row["status"] == "several"
    return row["unit"] if sign and sign in row["verbatim"] and not several else ""


def understood(row: dict) -> tuple:
    said = values.read(row["verbatim"]).as_dict()
    kind = values.read(row["verbatim"]).kind
    operator = said.get("operator", "")
    return (
        kind, said["value"], said["unit"] or "", operator, said.get("value_max"),
        said["reason"] or "", said.get("period", ""),
    )  # fmt: skip


@pytest.mark.real_plans
def test_wordings_of_real_plans_are_read():
    path = real_plans.folder() / "values.csv"
    with path.open(encoding="utf-8", newline="") as opened:
        rows = list(csv.DictReader(opened))

    wrong = [
        f"{row['id']}: wanted {wanted(row)}, understood {understood(row)}"
        for row in rows
        if understood(row) != wanted(row)
    ]

    assert len(rows) - len(wrong) >= LEAST, "\n".join(wrong)
