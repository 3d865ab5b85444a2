"""Rows of a register whose words could head a programme are rows of the register."""

import pytest

from equality_tracker.imports.reading import interpret

HEADINGS = ["Policy or proposal", "Stage", "Due date", "Comments"]
ROW = ["Improve the yearly report on who uses each service", "Approved", "31/03/2027", "Half of the sites are finished and the rest are planned."]  # fmt: skip
PROGRAMME = ["Directorate", "Target", "Completed"]


def tables_of(rows):
    laid = [
        [number, [[column, text] for column, text in enumerate(row, 1)]]
        for number, row in rows
    ]
    sheet = {"name": "EIA register", "rows": laid, "merges": []}
    return {"file": "register.xlsx", "sheets": [sheet]}


@pytest.mark.parametrize("status", ["Approved", "Planned", "Completed", "Published"])
def test_row_that_could_head_a_programme_is_read_as_an_assessment(status):
    row = [ROW[0], status, *ROW[2:]]

    read = interpret(tables_of([(1, HEADINGS), (2, ROW), (3, row), (4, ROW)]))

    assert [one["row"] for one in read["assessments"]] == [2, 3, 4]
    assert read["programme"] == []


def test_programme_right_below_a_register_is_still_found():
    rows = [(1, HEADINGS), (2, ROW), (3, PROGRAMME), (4, ["Housing", "8", "5"])]

    read = interpret(tables_of(rows))

    assert [table["kind"] for table in read["tables"]] == ["assessments", "programme"]
