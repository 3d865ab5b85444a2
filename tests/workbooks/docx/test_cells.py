"""The cells of a Word document's tables have the colours and columns that a person sees."""

from tests.workbooks.books.documents import (
    cell,
    document,
    paragraph,
    row,
    run,
    table,
)
from tests.workbooks.docx.seen import rows_of, sheet_of


def fill_of(path, *blocks: str, properties: str = "", **options) -> str:
    document(path, table(row(cell(*blocks, **options), "x"), properties=properties))
    first = sheet_of(path)["rows"][0][1][0]
    return first[2] if len(first) > 2 else ""


def test_cells_have_the_colour_that_is_seen(path):
    assert fill_of(path, "x", fill="00B050") == "00B050"
    assert fill_of(path, "x", fill="FFFFFF") == ""
    assert fill_of(path, "x", fill="auto") == ""
    assert fill_of(path, run_paragraph("x", '<w:highlight w:val="red"/>')) == "FF0000"
    assert fill_of(path, run_paragraph("x", '<w:shd w:fill="FFC000"/>')) == "FFC000"
    assert (
        fill_of(path, "x", more='<w:shd w:val="solid" w:color="FF0000"/>') == "FF0000"
    )
    assert (
        fill_of(
            path, "x", more='<w:shd w:val="pct50" w:color="FF0000" w:fill="FFFFFF"/>'
        )
        == "FF8080"
    )
    assert fill_of(path, "x", properties='<w:tblStyle w:val="Grey"/>') == "D9D9D9"
    assert (
        fill_of(path, "x", fill="FF0000", properties='<w:tblStyle w:val="Grey"/>')
        == "FF0000"
    )


def run_paragraph(text: str, properties: str) -> str:
    return paragraph(run(text, properties))


def test_colour_before_a_tracked_change_is_not_the_cells(path):
    changed = '<w:tcPrChange><w:tcPr><w:shd w:val="clear" w:fill="FF0000"/></w:tcPr></w:tcPrChange>'

    assert fill_of(path, "x", fill="00B050", more=changed) == "00B050"
    assert fill_of(path, "x", more=changed) == ""


def test_colour_of_one_word_among_others_is_not_the_cells(path):
    words = paragraph(run("one", '<w:highlight w:val="red"/>'), "two")

    assert fill_of(path, words) == ""


def test_merged_cells_keep_their_columns(path):
    document(
        path,
        table(
            row(cell("Banner", span=3)),
            row(cell("tall", merge="restart"), "b", "c"),
            row(cell("", merge="continue"), "d", "e"),
            row("f", cell("wide", span=2)),
        ),
    )

    assert rows_of(path) == [
        ["Banner"],
        ["tall", "b", "c"],
        ["", "d", "e"],
        ["f", "wide"],
    ]
    assert sorted(sheet_of(path)["merges"]) == [
        [1, 1, 1, 3],
        [2, 1, 3, 1],
        [4, 2, 4, 3],
    ]


def test_edges_that_differ_by_a_hair_are_one_column(path):
    widths = (2000, 60, 1940, 3000)
    heading = row(cell("A"), cell("B", span=2), cell("C"))
    below = row(cell("a", span=2), cell("b"), cell("c"))
    document(path, table(heading, below, widths=widths))

    assert rows_of(path) == [["A", "B", "C"], ["a", "b", "c"]]


def test_narrow_columns_stay_apart(path):
    document(path, table(row("a", "b", "c"), widths=(2000, 100, 3000)))

    assert rows_of(path) == [["a", "b", "c"]]


def test_cells_begin_where_the_row_begins(path):
    document(
        path, table(row("a", "b"), row("c", properties='<w:gridBefore w:val="1"/>'))
    )

    assert rows_of(path) == [["a", "b"], ["", "c"]]
