"""One sheet, read as a stream: cells with words, their fills, merges, what is hidden."""

import re
from typing import NamedTuple

from equality_tracker.workbooks import cells
from equality_tracker.workbooks.cells import address, clean, column_of, place
from equality_tracker.workbooks.limits import (
    CELL_CHARACTERS,
    CELLS,
    COLUMNS,
    MERGES,
    Meter,
)
from equality_tracker.workbooks.marks import is_mark
from equality_tracker.workbooks.refused import Refused
from equality_tracker.workbooks.xlsx.numbers import as_date, show_date, show_number
from equality_tracker.workbooks.xlsx.package import parse
from equality_tracker.workbooks.xlsx.styles import Style, number
from equality_tracker.workbooks.xlsx.text import unescape

HIDDEN = ("1", "true")
_WIDTH = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,20})?")
LAST_COLUMN = 16_384
DIGITS = "0123456789"


class Shared(NamedTuple):
    """What the sheets of a workbook share."""

    strings: list[str]
    styles: list[Style]
    starts_1904: bool


class _Sheet:
    """The state of reading one sheet; the handlers are called by the XML parser."""

    def __init__(self, name: str, shared: Shared, meter: Meter) -> None:
        self.name, self.shared, self.meter = name, shared, meter
        self.rows: list[list] = []
        self.merges: list[list[int]] = []
        self.widths: list[list[float]] = []
        self.hidden_columns: set[int] = set()
        self.left_out: set[int] = set()
        self.hidden_rows: list[int] = []
        self.row = self.column = 0
        self.row_hidden = False
        self.cells: list[list] = []
        self.has_words = False
        self.type = ""
        self.style = Style()
        self.pieces: list[str] = []
        self.length = 0
        self.collecting = self.formula = False

    def start(self, name: str, attributes: dict) -> None:
        if name == "c":
            self.start_cell(attributes)
        elif name == "v" or name == "t":
            self.collecting = True
        elif name == "f":
            self.formula = True
        elif name == "row":
            self.start_row(attributes)
        elif name == "mergeCell":
            self.add_merge(attributes.get("ref", ""))
        elif name == "col":
            self.hide_columns(attributes)
            self.note_width(attributes)

    def end(self, name: str) -> None:
        if name == "v" or name == "t":
            self.collecting = False
        elif name == "c":
            self.end_cell()
        elif name == "row":
            self.end_row()

    def words(self, text: str) -> None:
        if self.collecting:
            self.length += len(text)
            if self.length > CELL_CHARACTERS * 2:
                self.check_cell(self.length)
            self.pieces.append(text)

    def check_cell(self, length: int) -> None:
        place = address(self.column, self.row)
        self.meter.check_cell(self.name, place, self.column, length)

    def start_row(self, attributes: dict) -> None:
        self.row = number(attributes, "r") or self.row + 1
        self.row_hidden = attributes.get("hidden") in HIDDEN
        self.column = 0
        self.cells = []
        self.has_words = False

    def start_cell(self, attributes: dict) -> None:
        reference = attributes.get("r")
        self.column = (
            column_of(reference.rstrip(DIGITS)) if reference else self.column + 1
        )
        self.type = attributes.get("t", "n")
        index = number(attributes, "s")
        styles = self.shared.styles
        self.style = styles[index] if index < len(styles) else Style()
        self.pieces.clear()
        self.length = 0
        self.formula = False

    def end_cell(self) -> None:
        hidden = self.column in self.hidden_columns
        if hidden and not self.pieces:
            return
        cell = self.cell("".join(self.pieces))
        if hidden and not (cell and is_mark(cell.text)):
            self.left_out.add(self.column)
            return
        if cell is None:
            if self.style.fill and self.column <= COLUMNS:
                self.cells.append([self.column, "", self.style.fill])
            return
        if not self.row_hidden:
            self.count_cell(len(cell.text))
        self.has_words = True
        self.cells.append(cells.pack(cell))

    def count_cell(self, length: int) -> None:
        """Count a cell with words; each limit is looked at only when it is passed."""
        self.meter.cells += 1
        past = self.column > COLUMNS or self.meter.cells > CELLS
        if past or length > CELL_CHARACTERS:
            self.check_cell(length)

    def cell(self, raw: str) -> cells.Cell | None:
        """The cell with its words, or None where it has none."""
        if self.type == "s":
            text = self.shared_string(raw)
        elif self.type in ("n", "d"):
            return self.number(raw)
        elif self.type == "b":
            return (
                self.plain("TRUE" if raw == "1" else "FALSE", cells.BOOLEAN)
                if raw
                else None
            )
        elif self.type == "e":
            return self.plain(raw, cells.ERROR)
        else:
            text = clean(unescape(raw))
        if text:
            return cells.Cell(self.column, text, self.style.fill)
        return None

    def plain(self, text: str, kind: str, value=None) -> cells.Cell:
        return cells.Cell(self.column, text, self.style.fill, kind, value)

    def shared_string(self, raw: str) -> str:
        index = int(raw) if raw.isdecimal() and len(raw) < 8 else -1
        if 0 <= index < len(self.shared.strings):
            return self.shared.strings[index]
        return ""

    def number(self, raw: str) -> cells.Cell | None:
        if not raw:
            return self.plain("", cells.UNCALCULATED) if self.formula else None
        try:
            value = float(raw)
        except ValueError:
            return self.plain(clean(raw), "")
        if value != value or abs(value) > 1e300:
            return self.plain(raw, cells.ERROR)
        day = as_date(value, self.shared.starts_1904) if self.style.dates else None
        if day:
            return self.plain(
                show_date(day, self.style.dates), cells.DATE, day.isoformat()
            )
        return self.plain(show_number(value, self.style.form), cells.NUMBER, value)

    def end_row(self) -> None:
        if not self.has_words:
            return
        if self.row_hidden and not any(is_mark(cell[1]) for cell in self.cells):
            self.hidden_rows.append(self.row)
            return
        self.rows.append([self.row, self.cells])
        self.meter.check_row(self.name, len(self.rows))

    def hide_columns(self, attributes: dict) -> None:
        if attributes.get("hidden") in HIDDEN:
            first, last = number(attributes, "min"), number(attributes, "max")
            self.hidden_columns.update(range(first, min(last, LAST_COLUMN) + 1))

    def note_width(self, attributes: dict) -> None:
        """Keep how wide columns are, in characters: a plan that goes out again looks like itself."""
        first, last = number(attributes, "min"), number(attributes, "max")
        found = _WIDTH.fullmatch(attributes.get("width", ""))
        if found and 0 < first <= COLUMNS:
            self.widths.append([first, min(last, COLUMNS), round(float(found[0]), 1)])

    def add_merge(self, reference: str) -> None:
        first, _, last = reference.partition(":")
        left, top = place(first)
        right, bottom = place(last)
        if (right - left + 1) * (bottom - top + 1) > CELLS or len(self.merges) > MERGES:
            raise Refused(
                f"Sheet “{self.name}” has cells merged over {reference}, the whole sheet. "
                "Unmerge them, save the file and try again."
            )
        if left and right:
            self.merges.append([top, left, bottom, right])


def read_sheet(package, part: str, name: str, shared: Shared, meter: Meter) -> dict:
    """Read one sheet. Hidden rows and columns are left out and said."""
    sheet = _Sheet(name, shared, meter)
    parse(package, part, sheet.start, sheet.end, sheet.words)
    problems = []
    if sheet.hidden_rows:
        problems.append(hidden_rows_note(name, sheet.hidden_rows))
    if sheet.left_out:
        problems.append(hidden_columns_note(name, sorted(sheet.left_out)))
    return {
        "name": name,
        "rows": sheet.rows,
        "merges": sheet.merges,
        "widths": sheet.widths,
        "problems": problems,
    }


def note(sheet: str, cell: str, message: str) -> dict:
    return {"sheet": sheet, "cell": cell, "severity": "note", "message": message}


def hidden_rows_note(sheet: str, rows: list[int]) -> dict:
    listed = ", ".join(map(str, rows[:10])) + (" …" if len(rows) > 10 else "")
    message = (
        f"{len(rows)} hidden rows were left out ({listed}). Show them to bring them in."
    )
    if len(rows) == 1:
        message = f"Hidden row {rows[0]} was left out. Show it to bring it in."
    return note(sheet, f"{rows[0]}:{rows[-1]}", message)


def hidden_columns_note(sheet: str, columns: list[int]) -> dict:
    names = ", ".join(cells.letter(column) for column in columns[:10])
    return note(
        sheet,
        "",
        f"Hidden columns were left out ({names}). Show them to bring them in.",
    )
