"""One sheet, read as a stream: cells with words, their fills, merges, what is hidden."""

import re
from functools import lru_cache
from typing import NamedTuple
from xml.etree.ElementTree import Element

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
from equality_tracker.workbooks.xlsx import conditions, links
from equality_tracker.workbooks.xlsx.numbers import as_date, show_date, show_number
from equality_tracker.workbooks.xlsx.stream import elements
from equality_tracker.workbooks.xlsx.strings import text_of
from equality_tracker.workbooks.xlsx.styles import Style, number
from equality_tracker.workbooks.xlsx.text import unescape

HIDDEN = ("1", "true")
LISTS = ("cols", "sheetData", "mergeCells", "conditionalFormatting", "hyperlinks")
_WIDTH = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,20})?")
LAST_COLUMN = 16_384
DIGITS = "0123456789"
PLAIN = Style()


class Shared(NamedTuple):
    """What the sheets of a workbook share; `styles` go by their number as cells write it, `rule_fills` are what rules colour cells."""

    strings: list[str]
    styles: dict[str, Style]
    starts_1904: bool
    rule_fills: list[str]


class Tags(NamedTuple):
    """The names of a cell's parts in the namespace of their sheet."""

    space: str
    cell: str
    value: str
    inline: str
    formula: str


@lru_cache
def tags(space: str) -> Tags:
    return Tags(space, f"{space}c", f"{space}v", f"{space}is", f"{space}f")


class _Sheet:
    """The state of reading one sheet, an element at a time."""

    def __init__(self, name: str, shared: Shared, meter: Meter) -> None:
        self.name, self.shared, self.meter = name, shared, meter
        self.rows: list[list] = []
        self.merges: list[list[int]] = []
        self.widths: list[list[float]] = []
        self.hidden_columns: set[int] = set()
        self.left_out: set[int] = set()
        self.hidden_rows: list[int] = []
        self.rules: list[conditions.Rule] = []
        self.link_keys: dict[str, str] = {}
        self.links: list[list] = []
        self.row = 0
        self.row_hidden = False

    def take(self, within: str, space: str, element: Element, around: dict) -> None:
        if within == "sheetData":
            self.add_row(element, tags(space))
        elif within == "conditionalFormatting":
            self.add_rule(element, around.get("sqref", ""))
        elif within == "mergeCells":
            self.add_merge(element.get("ref", ""))
        elif within == "hyperlinks":
            self.note_link(element.attrib)
        else:
            self.hide_columns(element.attrib)
            self.note_width(element.attrib)

    def add_rule(self, element: Element, reference: str) -> None:
        rule = conditions.read_rule(element, reference, self.shared.rule_fills)
        if rule and len(self.rules) < conditions.MOST_RULES:
            self.rules.append(rule)

    def note_link(self, attributes: dict) -> None:
        """Keep which address a cell leads to, by its key: the addresses stand in a part of their own."""
        key = next((v for k, v in attributes.items() if k.endswith("}id")), "")
        if key and len(self.link_keys) < links.MOST:
            self.link_keys[attributes.get("ref", "")] = key

    def add_row(self, row: Element, names: Tags) -> None:
        """Keep a row that has words, unless it is hidden."""
        self.row = number(row.attrib, "r") or self.row + 1
        self.row_hidden = row.get("hidden") in HIDDEN
        found = self.read_cells(row, names)
        if not found:
            return
        if self.row_hidden and not any(is_mark(cell[1]) for cell in found):
            self.hidden_rows.append(self.row)
            return
        self.rows.append([self.row, found])
        self.meter.check_row(self.name, len(self.rows))

    def read_cells(self, row: Element, names: Tags) -> list[list]:
        """The cells of a row with words or a fill, as they travel; none where no cell has words."""
        cell, styles, hidden = names.cell, self.shared.styles, self.hidden_columns
        column, words = 0, 0
        found: list[list] = []
        for element in row:
            if element.tag != cell:
                continue
            reference = element.get("r")
            column = column_of(reference.rstrip(DIGITS)) if reference else column + 1
            style = styles.get(element.get("s"), PLAIN)
            packed = self.read_cell(element, names, column, style)
            if packed:
                words += 1
                found.append(packed)
            elif style.fill and column <= COLUMNS and column not in hidden:
                found.append([column, "", style.fill])
        self.count(words)
        return found if words else []

    def read_cell(
        self, cell: Element, names: Tags, column: int, style: Style
    ) -> list | None:
        """One cell as it travels, or None where it has no words or its column is hidden."""
        value, formula = content(cell, names)
        if not value and not formula:
            return None
        if formula.startswith(links.FORMULA) and (to := links.in_formula(formula)):
            self.links.append([self.row, column, to])
        kind = cell.get("t", "n")
        if kind == "s":
            packed = words(column, style, self.shared_string(value))
        elif kind == "n" or kind == "d":
            packed = self.number(column, style, value)
        elif kind == "b" or kind == "e":
            packed = odd(column, style, kind, value)
        else:
            packed = words(column, style, clean(unescape(value)))
        if packed is None:
            return None
        if column in self.hidden_columns and not is_mark(packed[1]):
            self.left_out.add(column)
            return None
        if column > COLUMNS or len(packed[1]) > CELL_CHARACTERS:
            self.check(column, len(packed[1]))
        return packed

    def check(self, column: int, length: int) -> None:
        """Refuse a cell past a limit; what is hidden may be as it likes."""
        if not self.row_hidden:
            place = address(column, self.row)
            self.meter.check_cell(self.name, place, column, length)

    def count(self, words: int) -> None:
        """Count the cells of a row with words."""
        if not self.row_hidden:
            self.meter.cells += words
            if self.meter.cells > CELLS:
                self.check(1, 0)

    def shared_string(self, raw: str) -> str:
        index = int(raw) if raw.isdecimal() and len(raw) < 8 else -1
        if 0 <= index < len(self.shared.strings):
            return self.shared.strings[index]
        return ""

    def number(self, column: int, style: Style, raw: str) -> list | None:
        """A number or a date; a formula that was never calculated has no words and is said."""
        if not raw:
            return [column, "", style.fill, cells.UNCALCULATED]
        try:
            value = float(raw)
        except ValueError:
            return words(column, style, clean(raw))
        if value != value or abs(value) > 1e300:
            return [column, raw, style.fill, cells.ERROR]
        day = as_date(value, self.shared.starts_1904) if style.dates else None
        if day:
            text = show_date(day, style.dates)
            return [column, text, style.fill, cells.DATE, day.isoformat()]
        text = show_number(value, style.form)
        return [column, text, style.fill, cells.NUMBER, value]

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


def content(cell: Element, names: Tags) -> tuple[str, str]:
    """What stands in a cell as the file writes it, and its formula, "" where it has none."""
    value, formula = "", ""
    for part in cell:
        tag = part.tag
        if tag == names.value:
            value += part.text or ""
        elif tag == names.inline:
            value += text_of(part, names.space)
        elif tag == names.formula:
            formula = part.text or "="
    return value, formula


def words(column: int, style: Style, text: str) -> list | None:
    if not text:
        return None
    return [column, text, style.fill] if style.fill else [column, text]


def odd(column: int, style: Style, kind: str, raw: str) -> list | None:
    """A cell that holds TRUE, FALSE or an error."""
    if kind == "e":
        return [column, raw, style.fill, cells.ERROR]
    if not raw:
        return None
    text = "TRUE" if raw == "1" else "FALSE"
    return [column, text, style.fill, cells.BOOLEAN]


def read_sheet(
    package, part: str, name: str, shared: Shared, meter: Meter, progress
) -> dict:
    """Read one sheet, telling `progress` how much of it is. Hidden rows and columns are left out and said."""
    sheet = _Sheet(name, shared, meter)
    for one in elements(package, part, LISTS, progress):
        sheet.take(*one)
    problems = [
        note(name, cell, conditions.UNREAD)
        for cell in dict.fromkeys(conditions.colour(sheet.rows, sheet.rules))
    ]
    if sheet.hidden_rows:
        problems.append(hidden_rows_note(name, sheet.hidden_rows))
    if sheet.left_out:
        problems.append(hidden_columns_note(name, sorted(sheet.left_out)))
    found = sheet.links + links.behind(package, part, sheet.link_keys)
    return {
        "name": name,
        "rows": sheet.rows,
        "merges": sheet.merges,
        "widths": sheet.widths,
        "problems": problems,
    } | ({"links": found} if found else {})


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
