"""What is seen of a document: its rows, and one cell of it."""

from equality_tracker.workbooks.formats import read
from tests.workbooks.books.documents import (
    cell,
    document,
    row,
    table,
)


def sheet_of(path) -> dict:
    (sheet,) = read(path)["sheets"]
    return sheet


def rows_of(path) -> list[list[str]]:
    """The words of each row, blank columns between as ""."""
    found = []
    for _number, cells in sheet_of(path)["rows"]:
        words = {one[0]: one[1] for one in cells if len(one) > 1}
        found.append([words.get(column, "") for column in range(1, max(words) + 1)])
    return found


def one_cell(path, *blocks: str, **options) -> str:
    document(path, table(row(cell(*blocks, **options), "beside")))
    return rows_of(path)[0][0]
