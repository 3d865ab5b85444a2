"""One plan kept as a workbook, an open sheet, a document and a text table is one and the same plan."""

import csv

import pytest
from openpyxl import Workbook
from openpyxl.styles import PatternFill

from equality_tracker.imports.reading import guess_columns, interpret
from equality_tracker.workbooks import formats
from tests.workbooks.books import documents, open_sheets

HEADINGS = ["Ref", "Action", "Outcome", "Measures", "Lead", "Timescale", "RAG"]
GREEN, AMBER, RED = "00B050", "FFC000", "FF0000"
MEASURES = "• Two meetings a year\n• A report to members"


def action(reference: str, what: str, lead: str, when: str, colour: str) -> list:
    words = [reference, what, f"{what} is done", MEASURES, lead, when]
    return [*words, ("", colour)]


# Each row is its cells; a cell of a colour is a pair, a row of one cell a line on its own, [] a row left free.
PLAN = [
    ["Northmere Equality Action Plan 2029-2032"],
    [],
    ["Objective 1: Listen to people"],
    [],
    HEADINGS,
    action("1.1", "Visit each “hall”", "Community Officer", "March 2030", GREEN),
    action("1.2", "Ask new neighbours", "Chief Executive’s Office", "by end of 2030/31", AMBER),
    [],
    HEADINGS,
    action("1.10", "Café mornings", "Housing and Planning", "Ongoing", RED),
    [],
    ["Objective 2: Open our doors"],
    [],
    HEADINGS,
    action("2.1", "Mend the ramp", "Community Officer; Housing", "31 September 2030", ""),
    action("2.2", "Ask again", "tbc", "Spring 2031", GREEN),
    [],
    ["Colour key"],
    [],
    [("Achieved", GREEN), ("Some slippage", AMBER), ("Slipped", RED)],
]  # fmt: skip


def pair(cell) -> tuple[str, str]:
    return cell if isinstance(cell, tuple) else (cell, "")


def as_workbook(path):
    book = Workbook()
    sheet = book.active
    for number, cells in enumerate(PLAN, start=1):
        for column, cell in enumerate(cells, start=1):
            words, colour = pair(cell)
            written = sheet.cell(number, column, words or None)
            if colour:
                written.fill = PatternFill("solid", fgColor=f"FF{colour}")
    book.save(path)
    return path


def as_open_sheet(path):
    styles = [
        open_sheets.fill_style(f"c{c}", f"#{c.lower()}") for c in (GREEN, AMBER, RED)
    ]
    rows = [
        open_sheets.row(*[open_cell(*pair(cell)) for cell in cells]) for cells in PLAN
    ]
    return open_sheets.spreadsheet(
        path, open_sheets.sheet(*rows, name="Sheet"), styles="".join(styles)
    )


def open_cell(words: str, colour: str) -> str:
    styled = {"style_name": f"c{colour}"} if colour else {}
    return open_sheets.cell(*words.split("\n"), **styled)


def as_document(path):
    """Lines between tables are paragraphs, the rows under a heading a table of their own."""
    blocks, rows = [], []
    for cells in [*PLAN, []]:
        if len(cells) > 1:
            rows.append(documents.row(*[word_cell(*pair(cell)) for cell in cells]))
            continue
        if rows:
            blocks.append(documents.table(*rows))
        rows = []
        blocks.append(documents.paragraph(*cells))
    return documents.document(path, *blocks)


def word_cell(words: str, colour: str) -> str:
    lines = [
        documents.paragraph(line[2:], list_id=1) if line.startswith("• ") else line
        for line in words.split("\n")
    ]
    return documents.cell(*lines, fill=colour)


def as_text(path):
    with open(path, "w", encoding="cp1252", newline="") as file:
        csv.writer(file, delimiter=";").writerows(
            [[pair(cell)[0] for cell in cells] for cells in PLAN]
        )
    return path


def understood(path) -> dict:
    """What a plan says, without where in the file it stands."""
    found = interpret(formats.read(path))
    for priority in found["priorities"]:
        for one in priority["actions"]:
            for place in ("sheet", "row", "cells", "place"):
                one.pop(place, None)
    said = sorted((one["severity"], one["message"]) for one in found["problems"])
    kinds = [(t["kind"], t["rows"], t["columns"]) for t in found["tables"]]
    return {
        "plan": found["plan"],
        "priorities": found["priorities"],
        "problems": said,
        "tables": kinds,
    }


@pytest.fixture
def workbook(tmp_path) -> dict:
    return understood(as_workbook(tmp_path / "plan.xlsx"))


def test_plan_itself_is_understood(workbook):
    actions = [one for each in workbook["priorities"] for one in each["actions"]]

    assert [one["reference"] for one in actions] == ["1.1", "1.2", "1.10", "2.1", "2.2"]
    assert [one["rag_status"] for one in actions] == [
        "achieved",
        "some_slippage",
        "slipped",
        None,
        "achieved",
    ]
    assert [len(one["measures"]) for one in actions] == [2] * 5


@pytest.mark.parametrize("build", [as_open_sheet, as_document])
def test_other_formats_say_exactly_the_same(tmp_path, workbook, build):
    assert understood(build(tmp_path / "plan")) == workbook


def test_text_table_says_the_same_but_for_colours(tmp_path, workbook):
    found = understood(as_text(tmp_path / "plan"))

    for each in (found, workbook):
        each.pop("problems")
        each.pop("tables")
        for priority in each["priorities"]:
            for one in priority["actions"]:
                one["rag_status"] = one["status_from"] = one["colour"] = None
    assert found == workbook


def test_columns_are_guessed_the_same(tmp_path):
    guesses = [
        [
            (
                one["kind"],
                one["rows"],
                [(c["heading"], c["field"]) for c in one["columns"]],
            )
            for one in guess_columns(formats.read(build(tmp_path / build.__name__)))
        ]
        for build in (as_workbook, as_open_sheet, as_document)
    ]

    assert guesses[0] == guesses[1] == guesses[2]
