"""A colour that comes from a simple rule is the cell's; a rule that must be worked out is said."""

import pytest
from openpyxl.formatting.rule import CellIsRule, FormulaRule, Rule
from openpyxl.styles import PatternFill
from openpyxl.styles.differential import DifferentialStyle

from equality_tracker.imports.reading import interpret
from equality_tracker.workbooks.formats import read
from tests.workbooks.books import plain

GREEN, RED = "FF00B050", "FFFF0000"
ROWS = [
    ["Action", "Lead", "RAG", "Mark"],
    ["Ask", "HR", 1, "x"],
    ["Answer", "HR", 3, "y"],
    ["Listen", "HR", None, "z"],
]


def fill(colour: str) -> PatternFill:
    return PatternFill("solid", start_color=colour, end_color=colour)


def text_rule(kind: str, words: str) -> Rule:
    style = DifferentialStyle(fill=fill(GREEN))
    return Rule(type=kind, text=words, dxf=style, formula=["TRUE"])


def colours(tmp_path, reference: str, *rules) -> tuple[list[str], list[str]]:
    """The fill of the status cell in each row below the headings, and the file's problems."""
    book = plain.workbook(ROWS)
    for rule in rules:
        book.active.conditional_formatting.add(reference, rule)
    path = tmp_path / "plan.xlsx"
    book.save(path)
    found = read(path)
    rows = [
        {cell[0]: cell for cell in row} for _number, row in found["sheets"][0]["rows"]
    ]
    fills = [(row.get(3, []) + ["", "", ""])[2] for row in rows[1:]]
    return fills, [one["message"] for one in found["problems"]]


def test_figure_is_coloured_by_the_first_rule_that_holds(tmp_path):
    rules = [
        CellIsRule("equal", ["3"], fill=fill(GREEN)),
        CellIsRule("greaterThan", ["0"], fill=fill(RED)),
    ]

    assert colours(tmp_path, "C2:C9", *rules) == (["FF0000", "00B050", ""], [])


@pytest.mark.parametrize("formula", ['$D2="y"', 'D2="Y"', "C2=3"])
def test_cell_is_coloured_by_another_of_its_row(tmp_path, formula):
    fills, _problems = colours(
        tmp_path, "C2:C9", FormulaRule([formula], fill=fill(GREEN))
    )

    assert fills == ["", "00B050", ""]


@pytest.mark.parametrize("kind", ["containsText", "beginsWith", "endsWith"])
def test_rule_on_letters_colours_the_cell(tmp_path, kind):
    fills, _problems = colours(tmp_path, "C2:C9", text_rule(kind, "3"))

    assert fills == ["", "00B050", ""]


def test_empty_cell_takes_the_colour_that_another_gives_it(tmp_path):
    fills, _problems = colours(
        tmp_path, "C2:C9", FormulaRule(['$D2="z"'], fill=fill(GREEN))
    )

    assert fills == ["", "", "00B050"]


def test_rule_that_must_be_worked_out_is_said_and_colours_nothing(tmp_path):
    fills, problems = colours(
        tmp_path, "C2:C9", FormulaRule(["TODAY()>$D2"], fill=fill(RED))
    )

    assert fills == ["", "", ""]
    assert ["could not be worked out" in one for one in problems] == [True]


def test_colour_of_a_rule_is_a_status_through_the_key(tmp_path):
    book = plain.with_key(tmp_path / "key.xlsx") and plain.workbook(
        [
            ["Action", "Lead", "RAG"],
            ["Ask", "HR", 1],
            ["Answer", "HR", 2],
            [],
            ["Key"],
            ["Green: on track"],
            ["Red: slipped"],
            ["Amber: some slippage"],
        ]
    )
    sheet = book.active
    for place, colour in (("A6", GREEN), ("A7", RED), ("A8", "FFFFC000")):
        sheet[place].fill = fill(colour)
    sheet.conditional_formatting.add(
        "C2:C3", CellIsRule("equal", ["1"], fill=fill(GREEN))
    )
    sheet.conditional_formatting.add(
        "C2:C3", CellIsRule("equal", ["2"], fill=fill(RED))
    )
    path = tmp_path / "plan.xlsx"
    book.save(path)

    found = interpret({"file": "plan.xlsx", **read(path)})

    actions = [action for one in found["priorities"] for action in one["actions"]]
    assert [one["rag_status"] for one in actions] == ["on_target", "slipped"]
