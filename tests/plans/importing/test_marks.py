"""A tick under a heading that is a status chooses it; a cross or two ticks are asked about."""

import pytest

from equality_tracker.imports.reading import interpret
from equality_tracker.workbooks.formats import read
from tests.workbooks.books import plain

TICKED = ["Action", "Lead", "Red", "Amber", "Green", "Complete"]


def actions(tmp_path, rows: list[list]) -> tuple[list[dict], list[dict]]:
    path = tmp_path / "plan.xlsx"
    plain.workbook(rows).save(path)
    found = interpret({"file": "plan.xlsx", **read(path)})
    return [a for one in found["priorities"] for a in one["actions"]], found["problems"]


def statuses(tmp_path, rows: list[list]) -> list[str | None]:
    return [action["rag_status"] for action in actions(tmp_path, rows)[0]]


@pytest.mark.parametrize("mark", ["✓", "x", "X", "●", "1", "Y", "ü"])
def test_any_mark_under_red_amber_or_green_chooses_it(tmp_path, mark):
    rows = [
        TICKED,
        ["Ask", "HR", mark],
        ["Answer", "HR", None, mark],
        ["Listen", "HR", None, None, mark],
        ["Learn", "HR", None, None, None, mark],
        ["Wait", "HR"],
    ]

    assert statuses(tmp_path, rows) == [
        "slipped", "some_slippage", "on_target", "achieved", None,
    ]  # fmt: skip


def test_letters_under_one_heading_are_a_group_of_columns(tmp_path):
    rows = [
        ["Action", "Lead", "RAG", None, None],
        [None, None, "R", "A", "G"],
        ["Ask", "HR", None, "x", None],
        ["Answer", "HR", None, None, "x"],
    ]

    assert statuses(tmp_path, rows) == ["some_slippage", "on_target"]


def test_two_ticks_in_a_row_are_no_status_and_are_said(tmp_path):
    rows = [TICKED, ["Ask", "HR", "✓", None, "✓"], ["Answer", "HR", None, "✓"]]
    found, problems = actions(tmp_path, rows)

    assert [one["rag_status"] for one in found] == [None, "some_slippage"]
    assert [one["cell"] for one in problems if "More than one" in one["message"]] == [
        "C2"
    ]


@pytest.mark.parametrize("heading", ["Complete?", "Complete (Y/N)", "% complete"])
def test_column_that_asks_whether_it_is_complete_takes_yes_for_achieved(
    tmp_path, heading
):
    rows = [
        ["Action", "Lead", "By when", heading],
        ["Ask", "HR", "May 2030", "Y"],
        ["Answer", "HR", "May 2030", "N"],
        ["Listen", "HR", "May 2030", "100%"],
        ["Learn", "HR", "May 2030", "50%"],
    ]
    found, problems = actions(tmp_path, rows)

    assert [one["rag_status"] for one in found] == ["achieved", None, "achieved", None]
    assert not [one for one in problems if one["cell"].startswith("D")]


def test_cross_in_a_column_that_asks_could_be_either_and_is_asked_about(tmp_path):
    rows = [
        ["Action", "Lead", "By when", "Complete?"],
        ["Ask", "HR", "May 2030", "x"],
        ["Answer", "HR", "May 2030", "✓"],
    ]
    found, problems = actions(tmp_path, rows)

    assert [one["rag_status"] for one in found] == [None, "achieved"]
    assert [one["cell"] for one in problems] == ["D2"]


def test_half_done_in_a_status_column_is_asked_about(tmp_path):
    rows = [
        ["Action", "Lead", "Status"],
        ["Ask", "HR", "50%"],
        ["Answer", "HR", "100%"],
        ["Listen", "HR", "On track"],
    ]
    found, problems = actions(tmp_path, rows)

    assert [one["rag_status"] for one in found] == [None, None, "on_target"]
    assert [one["cell"] for one in problems] == ["C2", "C3"]
