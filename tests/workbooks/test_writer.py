"""Files that a spreadsheet opens as they are: no cell of them is ever a formula."""

import csv
import datetime
import io

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from equality_tracker.workbooks import writer

SHAPES = [
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "＝1+1",
    '=HYPERLINK("http://example.org","x")',
    "=cmd|' /C calc'!A0",
    " =1+1",
    "- consult",
    "+44 and more",
]
WORDS = st.text(
    alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0"),
    max_size=30,
)


def through_csv(rows):
    text = b"".join(writer.csv_lines(rows)).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline="")))


def through_xlsx(*values):
    book = writer.write_xlsx(
        name="A", about=["Title"], headings=["H"], rows=[values], widths=[9]
    )
    sheet = openpyxl.load_workbook(book).active
    return list(sheet[sheet.max_row])


@pytest.mark.parametrize("text", SHAPES)
def test_what_a_spreadsheet_would_run_is_made_harmless(text):
    [[cell]] = through_csv([[text]])
    [bound] = through_xlsx(text)

    assert cell.startswith("'")
    assert writer.as_written(cell) == text
    assert bound.data_type == "s"
    assert bound.quotePrefix


@pytest.mark.parametrize("text", ["-5 %", "+3.5%", "-12", "-1,000", "plain", "a=b"])
def test_what_runs_nowhere_reads_as_it_was(text):
    assert through_csv([[text]]) == [[text]]


@given(st.lists(WORDS, min_size=1, max_size=4))
def test_a_text_table_holds_its_cells_apart_whatever_they_hold(texts):
    [cells] = through_csv([texts])

    kept = [writer._UNWRITABLE.sub("", text) for text in texts]
    assert [writer.as_written(cell) for cell in cells] == kept
    assert not any(writer.would_run(cell) and cell[0] != "'" for cell in cells)


@given(WORDS)
def test_writing_what_was_written_adds_nothing(text):
    once = writer.harmless(text)

    assert writer.harmless(writer.as_written(once)) == once


@given(WORDS)
def test_a_workbook_opens_whatever_its_cells_hold(text):
    [cell] = through_xlsx(f"x{text}")

    assert cell.data_type == "s"


def test_dates_are_dates_and_long_texts_are_cut_and_say_so():
    day, long = through_xlsx(datetime.date(2026, 11, 22), "x" * 40_000)

    assert day.value.date() == datetime.date(2026, 11, 22)
    assert long.value.endswith("too long for a cell)")


@given(text=st.text())
def test_a_text_that_looks_harmless_is_written_as_the_slow_way_writes_it(text):
    slowly = writer.harmless(writer._UNWRITABLE.sub("", text))

    assert writer._as_text(text) == slowly


def test_a_long_table_is_sent_in_pieces():
    pieces = list(writer.csv_lines([["a" * 1000]] * 200))

    assert 2 < len(pieces) < 10
    assert b"".join(pieces).count(b"\r\n") == 200
