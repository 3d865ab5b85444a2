"""Places and limits of a Word document are told in words."""

import pytest

from equality_tracker.imports.reading import read_workbook
from equality_tracker.workbooks import Refused, limits
from equality_tracker.workbooks.docx import body, metering
from equality_tracker.workbooks.formats import read
from tests.workbooks.books import plain
from tests.workbooks.books.documents import (
    cell,
    document,
    paragraph,
    row,
    table,
)
from tests.workbooks.docx.seen import rows_of


def test_places_are_told_by_table_and_row(path):
    heading = row(*plain.HEADINGS)
    late = plain.row(2, Timescale="31 September 2030")
    document(
        path,
        paragraph("Plan"),
        table(heading, row(*plain.row(1))),
        table(heading, row(*late)),
    )

    found = read_workbook(path)

    places = [a["place"] for one in found["priorities"] for a in one["actions"]]
    assert places == ["table 1, row 2", "table 2, row 2"]
    assert [one["place"] for one in found["problems"]] == ["table 2, row 2, column 5"]


@pytest.mark.parametrize(
    ("blocks", "words"),
    [
        ([table(row(*["x"] * 201))], "200 columns"),
        ([table(row("x" * 40_000, "y"))], "32,767 characters"),
        (["<w:tbl><w:tr><w:tc>" * 30 + "</w:tc></w:tr></w:tbl>" * 30], "inside tables"),
    ],
)
def test_limits_are_told_in_words(path, blocks, words):
    document(path, *blocks)

    with pytest.raises(Refused) as refused:
        read(path)

    assert words in str(refused.value)
    assert "Sheet" not in str(refused.value)


def test_rows_and_cells_are_counted_to_their_limits(path, monkeypatch):
    """With smaller limits, since so many rows take seconds to read."""
    document(path, table(*[row("x", "y")] * 51))
    assert (
        (metering.ROWS, body.CELLS) == (limits.ROWS, limits.CELLS) == (20_000, 400_000)
    )

    monkeypatch.setattr(metering, "ROWS", 50)
    with pytest.raises(Refused, match="more than 50 rows"):
        read(path)

    monkeypatch.setattr(body, "CELLS", 101)
    with pytest.raises(Refused, match="more than 400,000 cells"):
        read(path)


def test_wide_and_empty_cells_cost_nothing(path):
    document(path, table(row(cell("a", span=9_999_999), "b"), row(cell("c"), "d")))

    assert rows_of(path)[0][0] == "a"
