"""Sheets of Excel workbooks become the words that a person sees in them."""

import datetime

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.styles import PatternFill
from openpyxl.styles.colors import Color
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from equality_tracker.workbooks.formats import read
from equality_tracker.workbooks.xlsx import colours
from tests.workbooks.books import faults, plain


def cells(path, sheet: int = 0) -> dict[str, list]:
    """The cells of a sheet by their address."""
    found = {}
    for number, row in read(path)["sheets"][sheet]["rows"]:
        for cell in row:
            found[f"{chr(64 + cell[0])}{number}"] = cell[1:]
    return found


def save(path, change) -> None:
    book = Workbook()
    change(book.active)
    book.save(path)


def test_words_equal_those_that_openpyxl_reads(tmp_path):
    path = plain.plan(tmp_path / "plan.xlsx", rows=20)

    ours = {place: cell[0] for place, cell in cells(path).items()}

    sheet = load_workbook(path).active
    theirs = {
        c.coordinate: str(c.value) for row in sheet.iter_rows() for c in row if c.value
    }
    assert ours == theirs


@pytest.mark.parametrize(
    ("value", "form", "shown"),
    [
        (1.1, "0.00", "1.10"),
        ("1.10", "General", "1.10"),
        (0.74, "0%", "74%"),
        (0.0415, "0.00%", "4.15%"),
        (0.1 + 0.2, "General", "0.3"),
        (127, "General", "127"),
        (1234567, "#,##0", "1,234,567"),
        (datetime.date(2030, 3, 31), "dd/mm/yyyy", "31 March 2030"),
        (datetime.date(2030, 3, 1), "mmm-yy", "March 2030"),
        (datetime.datetime(2030, 3, 1, 9, 30), "d/m/yyyy h:mm", "1 March 2030"),
        (True, "General", "TRUE"),
        ("Children’s\xa0hall", "General", "Children’s hall"),
        ("one\r\ntwo", "General", "one\ntwo"),
    ],
)
def test_cell_shows_what_the_sheet_shows(tmp_path, value, form, shown):
    path = tmp_path / "plan.xlsx"

    def change(sheet):
        sheet["A1"] = value
        sheet["A1"].number_format = form

    save(path, change)

    assert cells(path)["A1"][0] == shown


def test_dates_of_the_1904_calendar_are_the_same_days(tmp_path):
    path = tmp_path / "plan.xlsx"
    book = Workbook()
    book.epoch = CALENDAR_MAC_1904
    book.active["A1"] = datetime.date(2030, 3, 31)
    book.save(path)

    assert cells(path)["A1"][0] == "31 March 2030"


@pytest.mark.parametrize(
    ("colour", "read_as"),
    [
        (Color(rgb="FF00B050"), "00B050"),
        (Color(indexed=10), "FF0000"),
        (Color(theme=4), "4F81BD"),
        (Color(theme=4, tint=0.5), "A7C0DE"),
        (Color(rgb="FFFFFFFF"), ""),
    ],
)
def test_fill_is_read_however_it_is_written(tmp_path, colour, read_as):
    path = tmp_path / "plan.xlsx"

    def change(sheet):
        sheet["A1"] = "word"
        sheet["A1"].fill = PatternFill("solid", fgColor=colour)

    save(path, change)

    found = [*cells(path)["A1"], ""]
    assert found[1] == read_as


@pytest.mark.parametrize("tint", ["", "x", "nan", "1e400", "-5"])
def test_odd_tint_is_no_fault(tint):
    assert len(colours.tinted("4F81BD", tint)) == 6


def test_cached_errors_and_uncalculated_formulas_are_marked(tmp_path):
    found = cells(faults.errors_and_formulas(tmp_path / "plan.xlsx"))

    assert found["G2"][2] == "f"
    assert found["G3"][0] == "#REF!"
    assert found["G3"][2] == "e"


def test_hidden_rows_columns_and_sheets_are_left_out_and_said(tmp_path):
    found = read(plain.messy(tmp_path / "plan.xlsx"))

    assert found["hidden_sheets"] == ["Old plan"]
    said = [problem["message"] for problem in found["problems"]]
    assert any("Hidden row 8" in message for message in said)
    assert any("Hidden columns were left out (D)" in message for message in said)
    assert "D3" not in cells(tmp_path / "plan.xlsx")


def test_macros_are_ignored_and_said(tmp_path):
    found = read(faults.with_macros(tmp_path / "plan.xlsm"))

    assert "macros" in found["problems"][0]["message"]
    assert len(found["sheets"][0]["rows"]) == 4


def test_text_that_no_string_stands_for_is_left_out(tmp_path):
    assert "B9" not in cells(faults.bad_string_index(tmp_path / "plan.xlsx"))


def test_polyglot_is_no_workbook(tmp_path):
    path = plain.plan(tmp_path / "plan.xlsx")
    path.write_bytes(b"%PDF-1.4\n" + path.read_bytes())

    with pytest.raises(Exception, match="not a workbook"):
        read(path)


def test_how_far_a_sheet_has_been_read_is_told_on_the_way(tmp_path):
    path, told = plain.plan(tmp_path / "plan.xlsx", rows=2_000), []

    read(path, told.append)

    assert len(told) > 3
    assert told == sorted(told)
    assert (told[0] < 0.5, told[-1]) == (True, 1.0)
