"""Tables of a Word document go on, stand in each other and are headed as a person sees them."""

import zipfile

import pytest

from equality_tracker.imports.reading import read_workbook
from equality_tracker.workbooks.formats import read
from tests.workbooks.books import documents, plain
from tests.workbooks.books.documents import (
    cell,
    document,
    paragraph,
    row,
    table,
)
from tests.workbooks.docx.seen import one_cell, rows_of, sheet_of


def test_table_that_goes_on_after_a_page_break_goes_on_in_its_columns(path):
    first = table(
        row("Ref", cell("Action", span=2), "Lead"), row("1", cell("a", span=2), "x")
    )
    document(path, first, "<w:p/>", table(row("2", "b", "y")))

    sheet = sheet_of(path)

    assert [number for number, _cells in sheet["rows"]] == [1, 2, 3]
    assert rows_of(path)[2] == ["2", "b", "y"]


def test_table_under_the_next_heading_stands_in_the_columns_of_the_last(path):
    first = table(row("Ref", cell("Action", span=2), "Lead"), row("1", "a", "b", "x"))
    document(path, first, "<w:p/>", paragraph("Next"), table(row("2", "c", "d", "y")))

    assert rows_of(path)[-1] == ["2", "c", "d", "y"]


@pytest.mark.parametrize(
    ("style", "blank", "gap"), [("", "", 1), ("", "<w:p/>", 2), ("Kop1", "<w:p/>", 1)]
)
def test_line_stands_just_above_the_table_it_heads(path, style, blank, gap):
    document(path, paragraph("Listen", style=style), blank, table(row("a", "b")))

    first, second = [number for number, _cells in sheet_of(path)["rows"]]

    assert second - first == gap


def test_table_of_other_columns_is_known_to_begin_anew(path):
    plan = table(row("Ref", "Action", "Lead"), row("1", "a", "x"))
    more, names = table(row("2", "b", "y")), table(row("Signed", "Date"))
    document(path, plan, paragraph("Next"), more, "<w:p/>", names)

    sheet = sheet_of(path)

    assert [number for number, _cells in sheet["rows"]] == [1, 2, 4, 5, 7]
    assert sheet["breaks"] == [7]


def test_comments_are_left_out_and_said(path):
    documents.plan(path)
    with zipfile.ZipFile(path, "a") as package:
        package.writestr("word/comments.xml", "<a/>")

    assert "comments" in read(path)["problems"][0]["message"]


def test_headings_between_tables_are_rows_set_apart(path):
    document(
        path,
        paragraph("Our plan"),
        paragraph("Objective 1 ........ 4", style="TOC1"),
        paragraph("Listen", list_id=3),
        table(row("a", "b")),
        paragraph("Open doors", list_id=3),
        table(row("c", "d")),
    )

    assert rows_of(path) == [
        ["Our plan"],
        ["Objective 1: Listen"],
        ["a", "b"],
        ["Objective 2: Open doors"],
        ["c", "d"],
    ]
    assert [number for number, _cells in sheet_of(path)["rows"]] == [2, 4, 5, 7, 8]


def test_table_in_a_cell_gives_its_words_as_lines(path):
    inner = table(row("one", "two"), row("three", "four"))
    document(path, table(row(cell("Steps", inner), "beside")))

    assert rows_of(path) == [["Steps\none\ntwo\nthree\nfour", "beside"]]


def test_table_that_frames_another_is_opened(path):
    inner = table(row("one", "two"), row("three", "four"))
    document(path, table(row(cell("Title", inner, "Note"))))

    assert rows_of(path) == [["Title"], ["one", "two"], ["three", "four"], ["Note"]]


def test_strict_documents_and_other_part_names_are_read(path):
    spaces = documents.SPACES.replace(documents.MAIN, documents.STRICT)
    document(path, table(row("a", "b")), spaces=spaces, main="word/document2.xml")

    assert rows_of(path) == [["a", "b"]]


def test_elements_of_other_namespaces_are_not_words(path):
    other = (
        '<x:t xmlns:x="urn:other">no</x:t><x:shd xmlns:x="urn:other" x:fill="FF0000"/>'
    )

    assert one_cell(path, paragraph(f"<w:r>{other}<w:t>yes</w:t></w:r>")) == "yes"


def test_headers_and_footers_are_left_out(path):
    documents.plan(path)
    with zipfile.ZipFile(path, "a") as package:
        package.writestr(
            "word/header1.xml",
            f"<w:hdr {documents.SPACES}>{table(row('Header', 'b'))}</w:hdr>",
        )

    assert rows_of(path)[0] == plain.HEADINGS


def test_objective_goes_on_over_a_page_break_to_the_next(path):
    heading = row(*plain.HEADINGS)
    document(
        path,
        paragraph("Northmere Equality Action Plan 2029/31", style="Heading1"),
        paragraph("Objective 1: Listen to people"),
        table(heading, row(*plain.row(1))),
        "<w:p/>",
        table(heading, row(*plain.row(2))),
        "<w:p/>",
        table(row(*plain.row(3))),
        paragraph("Objective 2: Open our doors"),
        table(heading, row(*plain.row(4))),
    )

    found = read_workbook(path)

    counts = [(one["title"], len(one["actions"])) for one in found["priorities"]]
    assert counts == [("Listen to people", 3), ("Open our doors", 1)]


def test_other_tables_below_a_plan_are_none_of_its_actions(path):
    heading = row(*plain.HEADINGS)
    document(
        path,
        paragraph("Objective 1: Listen to people"),
        table(heading, row(*plain.row(1))),
        table(row("Signed", "Post"), row("A. Councillor", "Chair")),
        paragraph("Objective 2: Open our doors"),
        table(heading, row(*plain.row(2))),
        table(row("Who to ask", "Telephone"), row("Ruth", "01234")),
    )

    found = read_workbook(path)

    assert [len(one["actions"]) for one in found["priorities"]] == [1, 1]
    assert [one["kind"] for one in found["tables"]] == ["actions", "other"] * 2
