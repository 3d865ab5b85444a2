"""Lays rows into workbooks, and says what a reader should make of them."""

from dataclasses import dataclass, field

from openpyxl import Workbook
from openpyxl.styles import PatternFill

GREEN, AMBER, RED, BLUE, GREY = (
    "FF00B050",
    "FFFFC000",
    "FFFF0000",
    "FF4F81BD",
    "FFD9D9D9",
)
COMPARED = (
    "title", "reference", "outcome", "measures", "lead", "directorate", "when",
    "rag_status", "progress", "evidence", "earlier",
)  # fmt: skip


@dataclass
class Expected:
    """What a workbook says: only the parts that are given are compared.

    `groups` is `[(number, title, [actions])]`; `kinds` the kind of each table, keys left out;
    `notes` words that must stand in some problem; `plan` the title, start and end.
    """

    groups: list[tuple] | None = None
    kinds: list[str] | None = None
    notes: list[str] = field(default_factory=list)
    plan: dict = field(default_factory=dict)
    outcomes: list[list[str]] | None = None
    hushed: list[str] = field(default_factory=list)


def act(title: str, reference: str = "", **more) -> dict:
    """An action as it should be read; what is not given must be empty."""
    empty = {"outcome": "", "measures": [], "lead": "", "directorate": "", "when": ""}
    rest = {"rag_status": None, "progress": "", "evidence": "", "earlier": []}
    return {"title": title, "reference": reference, **empty, **rest, **more}


def acts(names: str, rows, **more) -> list[dict]:
    """Actions from rows whose cells are these fields; "-" is a cell nobody compares."""
    fields = names.split()
    return [
        act(**{n: v for n, v in zip(fields, row, strict=True) if n != "-"}, **more)
        for row in rows
    ]


def lay(
    book: Workbook,
    title: str,
    rows,
    *,
    merges=(),
    fills=None,
    hidden_rows=(),
    hidden_columns=(),
    state="visible",
):
    """Put a sheet of rows into a book; its first sheet is used first."""
    first = book.worksheets[0]
    fresh = len(book.worksheets) == 1 and first.title == "Sheet"
    sheet = first if fresh else book.create_sheet()
    sheet.title = title
    for number, cells in enumerate(rows, start=1):
        for column, value in enumerate(cells, start=1):
            if value is not None:
                sheet.cell(number, column, value)
    for place, colour in (fills or {}).items():
        sheet[place].fill = PatternFill("solid", fgColor=colour)
    for place in merges:
        sheet.merge_cells(place)
    for row in hidden_rows:
        sheet.row_dimensions[row].hidden = True
    for letter in hidden_columns:
        sheet.column_dimensions[letter].hidden = True
    sheet.sheet_state = state
    return sheet


def one_sheet(rows, title="Plan", **laid) -> Workbook:
    book = Workbook()
    lay(book, title, rows, **laid)
    return book
