"""One OpenDocument sheet, read as a stream: repeats cost nothing where nothing stands in them."""

from bisect import bisect_left
from typing import NamedTuple

from equality_tracker.workbooks import cells
from equality_tracker.workbooks.cells import address
from equality_tracker.workbooks.limits import CELLS, COLUMNS, MERGES, Meter
from equality_tracker.workbooks.marks import is_mark
from equality_tracker.workbooks.ods.names import times
from equality_tracker.workbooks.refused import Refused
from equality_tracker.workbooks.xlsx.conditions import Rule

HIDDEN = ("collapse", "filter")
MOST_REMEMBERED = 1_000
# A colour over more empty cells than a table has columns is that of a whole row: decoration.
MOST_COLOURED = 60


class Columns(NamedTuple):
    """Columns side by side that are alike; `last` is the last of them."""

    last: int
    style: str
    hidden: bool


class Sheet:
    """The state of reading one sheet."""

    def __init__(self, name: str, meter: Meter) -> None:
        self.name, self.meter = name, meter
        self.rows: list[list] = []
        self.merges: list[list[int]] = []
        self.rules: list[Rule] = []
        self.hidden_rows: list[int] = []
        self.left_out: set[int] = set()
        self.columns: list[Columns] = []
        self.lasts: list[int] = []
        self.row = 0
        self.column = 0
        self.repeated = 1
        self.row_style = ""
        self.row_hidden = False
        self.found: list[cells.Cell] = []
        self.has_words = False
        self.from_elsewhere = False

    def add_columns(self, attributes: dict, hidden: bool) -> None:
        last = (self.lasts[-1] if self.lasts else 0) + times(
            attributes, "table:number-columns-repeated"
        )
        hidden = hidden or attributes.get("table:visibility") in HIDDEN
        style = attributes.get("table:default-cell-style-name", "")
        self.columns.append(Columns(last, style, hidden))
        self.lasts.append(last)

    def column_at(self, column: int) -> Columns:
        place = bisect_left(self.lasts, column)
        return self.columns[place] if place < len(self.columns) else NO_COLUMNS

    def start_row(self, attributes: dict, hidden: bool) -> None:
        self.row += self.repeated
        self.repeated = times(attributes, "table:number-rows-repeated")
        self.row_style = attributes.get("table:default-cell-style-name", "")
        self.row_hidden = hidden or attributes.get("table:visibility") in HIDDEN
        self.column = 0
        self.found = []
        self.has_words = False

    def style_of(self, named: str) -> str:
        """The style of the next cell: its own, else its row's, else its column's."""
        return named or self.row_style or self.column_at(self.column + 1).style

    def add_cell(self, cell: cells.Cell | None, fill: str, repeated: int) -> None:
        """A cell and its repeats; `cell` is None where it has no words."""
        first = self.column + 1
        self.column += repeated
        if cell is None:
            if fill and repeated <= MOST_COLOURED:
                last = min(self.column, COLUMNS)
                self.found += [cells.Cell(c, "", fill) for c in range(first, last + 1)]
            return
        for column in range(first, min(self.column, first + COLUMNS) + 1):
            if self.column_at(column).hidden and not is_mark(cell.text):
                self.note_hidden(column)
                continue
            if not self.row_hidden:
                place = address(column, self.row)
                self.meter.check_cell(self.name, place, column, len(cell.text))
            self.has_words = True
            self.found.append(cell._replace(column=column))

    def note_hidden(self, column: int) -> None:
        if len(self.left_out) < MOST_REMEMBERED:
            self.left_out.add(column)

    def add_merge(self, attributes: dict) -> None:
        """The cell about to be added reaches over others."""
        wide = times(attributes, "table:number-columns-spanned")
        tall = times(attributes, "table:number-rows-spanned")
        if wide == 1 and tall == 1:
            return
        left, top = self.column + 1, self.row
        right, bottom = left + wide - 1, top + tall - 1
        if wide * tall > CELLS or len(self.merges) > MERGES:
            place = f"{address(left, top)}:{address(min(right, 16_384), bottom)}"
            raise Refused(
                f"Sheet “{self.name}” has cells merged over {place}, the whole sheet. "
                "Unmerge them, save the file and try again."
            )
        self.merges.append([top, left, bottom, right])

    def end_row(self) -> None:
        if not self.has_words:
            return
        if self.row_hidden and not any(is_mark(cell.text) for cell in self.found):
            last = self.row + min(self.repeated, MOST_REMEMBERED)
            self.hidden_rows += range(self.row, last)
            return
        packed = [
            cells.pack(cell)
            for cell in self.found
            if cell.text or not self.column_at(cell.column).hidden
        ]
        words = sum(1 for cell in self.found if cell.text)
        for place in range(self.repeated):
            copied = [list(cell) for cell in packed] if place else packed
            self.rows.append([self.row + place, copied])
            self.meter.check_row(self.name, len(self.rows))
            if place:
                self.meter.add_cells(words)


NO_COLUMNS = Columns(0, "", False)
