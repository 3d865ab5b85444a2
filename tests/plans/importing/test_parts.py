"""A plan grouped by part of the council names its directorates without a column for them."""

import pytest
from openpyxl import Workbook

from equality_tracker.imports.reading import interpret
from equality_tracker.workbooks.formats import read

BY_PART = ["Outcome", "Supporting priorities", "Equality objectives", "Measures"]
BY_LEVEL = ["Outcome", "Action", "Equality objectives", "Measures"]
TRACKER = ["No.", "Action", "Responsible officer", "By when"]


@pytest.fixture
def directorates_of(tmp_path):
    """The directorate that each action is given, by its title, of sheets given as rows."""

    def directorates_of(**sheets):
        book = Workbook()
        book.remove(book.active)
        for name, rows in sheets.items():
            sheet = book.create_sheet(name)
            for row in rows:
                sheet.append(row)
        book.save(tmp_path / "plan.xlsx")
        found = interpret({"file": "plan.xlsx", **read(tmp_path / "plan.xlsx")})
        return {
            action["title"]: action["directorate"]
            for priority in found["priorities"]
            for action in priority["actions"]
        }

    return directorates_of


def grouped(headings):
    return [
        ["Corporate equality plan"],
        [],
        headings,
        ["Care and Wellbeing"],
        ["Longer lives at home", "• Call on each carer twice a year", "• A", "• 900"],
        ["Streets and Parks"],
        ["Streets for all", "• Lower forty kerbs", "• B", "• 40 kerbs"],
    ]


def test_banner_is_a_directorate_where_the_actions_are_headed_as_priorities(
    directorates_of,
):
    assert directorates_of(Plan=grouped(BY_PART)) == {
        "Call on each carer twice a year": "Care and Wellbeing",
        "Lower forty kerbs": "Streets and Parks",
    }


def test_banner_above_actions_is_a_priority_and_no_directorate(directorates_of):
    assert set(directorates_of(Plan=grouped(BY_LEVEL)).values()) == {""}


def tracker(line, number):
    return [[line], [], TRACKER, [number, f"Action {number}", "Head of care", "2030"]]


def test_sheet_is_a_directorate_where_the_line_above_its_table_says_so(directorates_of):
    assert directorates_of(
        Streets=tracker("Streets directorate", "S1"), Care=tracker("Actions", "C1")
    ) == {"Action S1": "Streets", "Action C1": ""}
