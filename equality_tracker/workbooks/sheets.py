"""Plain sheets as objects to walk: rows of cells by column, and what merges cover."""

from dataclasses import dataclass, field

from equality_tracker.workbooks.cells import Cell, address
from equality_tracker.workbooks.limits import CELLS

NOTHING = Cell(0)


@dataclass
class Row:
    """One row with words; `number` is the sheet's own."""

    number: int
    cells: dict[int, Cell]
    _filled: list[Cell] | None = field(default=None, compare=False, repr=False)

    def text(self, column: int) -> str:
        """The words in a column, "" where there are none."""
        return self.cells.get(column, NOTHING).text

    def address(self, column: int) -> str:
        return address(column, self.number)

    @property
    def filled(self) -> list[Cell]:
        """The cells with words, left to right."""
        if self._filled is None:
            self._filled = [cell for cell in self.cells.values() if cell.text]
        return self._filled

    def drop(self, column: int) -> None:
        """Take a cell out of the row: it belongs to something beside the table."""
        self.cells.pop(column, None)
        self._filled = None


@dataclass
class Sheet:
    """One sheet; `covered` tells for a cell under a tall merge which cell speaks for it.

    `links` are the web addresses behind cells. `first_column` is where it begins, if it is the right-hand part of a sheet.
    """

    name: str
    number: int
    rows: list[Row]
    covered: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    spans: dict[tuple[int, int], int] = field(default_factory=dict)
    texts: dict[tuple[int, int], str] = field(default_factory=dict)
    first_column: int = 1
    breaks: frozenset[int] = frozenset()
    links: dict[tuple[int, int], str] = field(default_factory=dict)

    def said_for(self, row: int, column: int) -> str:
        """The words of the tall merge over a cell, "" where there is none."""
        return self.texts.get(self.covered.get((row, column), (0, 0)), "")


def unpack(tables: dict) -> list[Sheet]:
    """The sheets of what the reading process gave back."""
    return [
        unpack_sheet(sheet, number) for number, sheet in enumerate(tables["sheets"], 1)
    ]


def unpack_sheet(plain: dict, number: int) -> Sheet:
    """One sheet with its merges spread out."""
    rows = [
        Row(row, {cell[0]: Cell(*cell) for cell in cells})
        for row, cells in plain["rows"]
    ]
    sheet = Sheet(plain["name"], number, rows)
    sheet.breaks = frozenset(plain.get("breaks", ()))
    sheet.links = {(row, column): to for row, column, to in plain.get("links", ())}
    last = rows[-1].number if rows else 0
    room = CELLS
    for top, left, bottom, right in plain["merges"]:
        sheet.spans[top, left] = right
        bottom = min(bottom, last)
        room -= bottom - top
        if bottom > top and room > 0:
            sheet.covered |= {
                (row, left): (top, left) for row in range(top + 1, bottom + 1)
            }
    remember_merged_texts(sheet)
    return sheet


def remember_merged_texts(sheet: Sheet) -> None:
    """Keep the words of the cells that speak for others."""
    speakers = set(sheet.covered.values())
    if not speakers:
        return
    for row in sheet.rows:
        for column, cell in row.cells.items():
            if (row.number, column) in speakers:
                sheet.texts[row.number, column] = cell.text
