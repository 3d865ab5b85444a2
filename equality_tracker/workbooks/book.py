"""Writes a workbook that people fill in: several sheets, styles, drop-downs, colours that follow a word, and a mark of its own.

Every cell is text and none is ever a formula (see `writer`). What a sheet looks like is said in `BookSheet`; nothing here knows
what the words mean.
"""

import io
import math
import re
import zipfile
from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

from equality_tracker.workbooks.book_parts import frame
from equality_tracker.workbooks.cells import letter
from equality_tracker.workbooks.writer import as_cell_text, would_run

_UNNAMABLE = re.compile(r"[\[\]:*?/\\]")
LONGEST_LIST = 255
LINE_POINTS, MOST_POINTS = 13, 409
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
START = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


@dataclass(frozen=True)
class Look:
    """How a cell looks: `fill` and `colour` are RRGGBB or blank."""

    fill: str = ""
    colour: str = ""
    bold: bool = False
    size: int = 10
    border: bool = True
    wrap: bool = True
    quoted: bool = False


@dataclass(frozen=True)
class Choice:
    """A drop-down over `area` ("F6:F90") that offers `words` and says `title` and `prompt` when a cell is chosen."""

    area: str
    words: tuple[str, ...]
    title: str = ""
    prompt: str = ""


@dataclass(frozen=True)
class Colouring:
    """A colour that the cells of `areas` take while the formula holds for the first of them."""

    areas: tuple[str, ...]
    formula: str
    fill: str
    colour: str = "000000"


@dataclass
class BookSheet:
    """One sheet: rows of (column, text, Look), and what hangs on them. Rows and columns count from 1.

    `heights` are in points and stay; every other row is as high as its words need and grows with what is typed into it. `frozen` rows and
    `frozen_columns` stay in sight; it prints on as many pages beside each other as `pages_wide`.
    """

    name: str
    rows: dict[int, list[tuple[int, str, Look]]] = field(default_factory=dict)
    heights: dict[int, float] = field(default_factory=dict)
    widths: dict[int, float] = field(default_factory=dict)
    hidden_columns: set[int] = field(default_factory=set)
    merges: list[str] = field(default_factory=list)
    choices: list[Choice] = field(default_factory=list)
    colourings: list[Colouring] = field(default_factory=list)
    frozen: int = 0
    frozen_columns: int = 0
    pages_wide: int = 1
    titles: tuple[int, int] | None = None
    filtered: str = ""

    def put(self, row, column, text, look):
        """Set a cell; cells of a row are put from left to right."""
        self.rows.setdefault(row, []).append((column, text, look))


def sheet_name(wanted, taken=()):
    """Return `wanted` as a sheet can be named: at most 31 characters, none that a spreadsheet refuses, and not one of `taken`."""
    name = _UNNAMABLE.sub(" ", wanted).strip(" '")[:31].strip() or "Plan"
    free, number = name, 1
    lower = {one.casefold() for one in taken}
    while free.casefold() in lower:
        number += 1
        free = f"{name[:27]} {number}"
    return free


def write(sheets, *, title="", properties=None):
    """Return an open file, at its start: a workbook of `sheets` (BookSheet), with `properties`, name to text, inside it."""
    looks, colours = _Looks(), []
    bodies = [
        "".join(_sheet(sheet, looks, colours, n == 0)) for n, sheet in enumerate(sheets)
    ]
    parts = frame(
        sheets, looks.found, colours, title=title, properties=properties or {}
    )
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=4) as package:
        for path, text in parts.items():
            package.writestr(path, text)
        for number, body in enumerate(bodies, start=1):
            package.writestr(f"xl/worksheets/sheet{number}.xml", body)
    file.seek(0)
    return file


class _Looks:
    """The different looks of a workbook, numbered as they come; the first is a plain cell's."""

    def __init__(self):
        self.found = {Look(border=False, wrap=False): 0}

    def number(self, look):
        return self.found.setdefault(look, len(self.found))


def _sheet(sheet, looks, colours, is_first):
    yield f'{START}<worksheet xmlns="{MAIN}">'
    yield '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
    yield _view(sheet, is_first)
    yield from _columns(sheet)
    yield "<sheetData>"
    for number in sorted(sheet.rows):
        yield _row(number, sheet, looks)
    yield "</sheetData>"
    if sheet.filtered:
        yield f'<autoFilter ref="{sheet.filtered}"/>'
    if sheet.merges:
        merged = "".join(f'<mergeCell ref="{one}"/>' for one in sheet.merges)
        yield f'<mergeCells count="{len(sheet.merges)}">{merged}</mergeCells>'
    yield from _colourings(sheet, colours)
    yield from _choices(sheet)
    yield '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>'
    yield f'<pageSetup paperSize="9" orientation="landscape" fitToWidth="{sheet.pages_wide}" fitToHeight="0"/>'
    yield "<headerFooter><oddFooter>&amp;L&amp;A&amp;RPage &amp;P of &amp;N</oddFooter></headerFooter></worksheet>"


def _view(sheet, is_first):
    chosen = ' tabSelected="1"' if is_first else ""
    pane = ""
    if sheet.frozen:
        below = f"{letter(sheet.frozen_columns + 1)}{sheet.frozen + 1}"
        place = "bottomRight" if sheet.frozen_columns else "bottomLeft"
        beside = f'xSplit="{sheet.frozen_columns}" ' if sheet.frozen_columns else ""
        pane = (
            f'<pane {beside}ySplit="{sheet.frozen}" topLeftCell="{below}" activePane="{place}" state="frozen"/>'
            f'<selection pane="{place}" activeCell="{below}" sqref="{below}"/>'
        )
    return (
        f'<sheetViews><sheetView showGridLines="0"{chosen} workbookViewId="0">{pane}</sheetView></sheetViews>'
        '<sheetFormatPr defaultRowHeight="13.5"/>'
    )


def _columns(sheet):
    if not sheet.widths:
        return
    yield "<cols>"
    for column in sorted(sheet.widths):
        hidden = ' hidden="1"' if column in sheet.hidden_columns else ""
        width = f'width="{sheet.widths[column]:g}" customWidth="1"'
        yield f'<col min="{column}" max="{column}" {width}{hidden}/>'
    yield "</cols>"


def _row(number, sheet, looks):
    fixed = ' customHeight="1"' if number in sheet.heights else ""
    height = sheet.heights.get(number) or needed_height(sheet, number)
    tall = f' ht="{height:g}"{fixed}' if height > LINE_POINTS else ""
    cells = "".join(
        _cell(f"{letter(column)}{number}", text, look, looks)
        for column, text, look in sheet.rows[number]
    )
    return f'<row r="{number}"{tall}>{cells}</row>'


def needed_height(sheet, number):
    """Return how many points the words of a row need when they are wrapped to the columns' widths."""
    lines = 1
    for column, text, look in sheet.rows[number]:
        if look.wrap and column not in sheet.hidden_columns:
            width = sheet.widths.get(column, 10) * (0.85 if look.bold else 1)
            lines = max(lines, wrapped_lines(text, width))
    size = max(look.size for _column, _text, look in sheet.rows[number])
    return min(max(lines * LINE_POINTS, size * 1.35), MOST_POINTS)


def wrapped_lines(text, width):
    """About how many lines `text` takes in a column of `width` characters: words do not break, so a line is seldom full."""
    room = max(width * 1.1 - 1.5, 1)
    return sum(math.ceil(max(len(line), 1) / room) for line in text.split("\n"))


def _cell(place, text, look, looks):
    if not text:
        return f'<c r="{place}" s="{looks.number(look)}"/>'
    if would_run(text):
        look = Look(**{**vars(look), "quoted": True})
    return f'<c r="{place}" s="{looks.number(look)}" t="inlineStr"><is><t xml:space="preserve">{as_cell_text(text)}</t></is></c>'


def _colourings(sheet, colours):
    for number, one in enumerate(sheet.colourings, start=1):
        pair = (one.fill, one.colour)
        if pair not in colours:
            colours.append(pair)
        yield (
            f'<conditionalFormatting sqref="{" ".join(one.areas)}"><cfRule type="expression" dxfId="{colours.index(pair)}" '
            f'priority="{number}"><formula>{escape(one.formula)}</formula></cfRule></conditionalFormatting>'
        )


def _choices(sheet):
    if not sheet.choices:
        return
    yield f'<dataValidations count="{len(sheet.choices)}">'
    for one in sheet.choices:
        said = f" promptTitle={quoteattr(one.title[:32])} prompt={quoteattr(one.prompt[:255])}"
        yield (
            f'<dataValidation type="list" errorStyle="stop" allowBlank="1" showInputMessage="1" showErrorMessage="1" '
            f'errorTitle="Not in the list" error="Choose one of the words in the list."{said} sqref="{one.area}">'
            f"<formula1>{escape(list_of(one.words))}</formula1></dataValidation>"
        )
    yield "</dataValidations>"


def list_of(words):
    """Return `words` as a drop-down's own list; those past what a list may hold are left out."""
    kept = ""
    for word in words:
        word = word.replace('"', "").replace(",", " ")
        longer = f"{kept},{word}" if kept else word
        if len(longer) <= LONGEST_LIST:
            kept = longer
    return f'"{kept}"'
