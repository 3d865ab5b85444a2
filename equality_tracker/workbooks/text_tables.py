"""Text tables (.csv) to a plain sheet: letters, separators and line ends found out."""

import codecs
import csv
import io
from collections.abc import Callable

from equality_tracker.workbooks import cells, limits
from equality_tracker.workbooks.refused import Refused
from equality_tracker.workbooks.writer import as_written

SHEET = "Sheet1"
SEPARATORS = ",;\t|"
NOT_TEXT = (
    "The file is neither a spreadsheet nor a text table. Save the plan as an Excel workbook "
    "(.xlsx) or as CSV and try again."
)
UNCLOSED = (
    "The text table cannot be read: near row {row} a quotation mark opens and is never "
    "closed, or one cell is longer than {limit:,} characters. Put it right, or save the plan "
    "as an Excel workbook (.xlsx), and try again."
)


def decode(data: bytes) -> str:
    """The file's letters: Unicode if it is, else those of Western Windows."""
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    if b"\0" in data[:2000]:
        return decode_wide(data)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def decode_wide(data: bytes) -> str:
    """UTF-16 without its mark: every other byte of plain English is nought."""
    start = data[:2000]
    for encoding, noughts in (("utf-16-le", start[1::2]), ("utf-16-be", start[::2])):
        if noughts.count(0) > len(noughts) * 0.6:
            return data.decode(encoding, errors="replace")
    raise Refused(NOT_TEXT)


def check_is_text(text: str) -> None:
    """Refuse what only pretends to be text."""
    start = text[:4000]
    odd = sum(1 for mark in start if mark < " " and mark not in "\t\r\n\v\f")
    if odd > len(start) * 0.01:
        raise Refused(NOT_TEXT)


def find_separator(text: str) -> str:
    """The mark that splits most rows into the same number of cells."""
    start = text[:65_536]
    return max(
        SEPARATORS, key=lambda mark: (evenness(start, mark), -SEPARATORS.index(mark))
    )


def evenness(text: str, mark: str) -> int:
    """How many cells the rows of the start share with this separator."""
    widths: dict[int, int] = {}
    try:
        for number, row in enumerate(reader(text, mark)):
            widths[len(row)] = widths.get(len(row), 0) + 1
            if number > 200:
                break
    except csv.Error:
        pass
    return max(((width - 1) * count for width, count in widths.items()), default=0)


def reader(text: str, mark: str):
    """The rows of a text, split at a separator."""
    csv.field_size_limit(limits.CELL_CHARACTERS)
    return csv.reader(io.StringIO(text, newline=""), delimiter=mark)


def read(path, progress: Callable[[float], None]) -> dict:
    """Read a text table as one sheet; raises Refused for what is none."""
    with open(path, "rb") as file:
        text = decode(file.read(limits.FILE_BYTES + 1))
    check_is_text(text)
    rows = read_rows(text)
    progress(1.0)
    sheet = {"name": SHEET, "rows": rows, "merges": []}
    return {"sheets": [sheet], "hidden_sheets": [], "problems": []}


def read_rows(text: str) -> list[list]:
    """Every row with words; its number is the one a spreadsheet would show."""
    rows: list[list] = []
    meter = limits.Meter()
    number = 0
    try:
        for number, fields in enumerate(reader(text, find_separator(text)), start=1):
            found = read_cells(fields, number, meter)
            if found:
                rows.append([number, found])
                meter.check_row(SHEET, len(rows))
    except csv.Error as fault:
        message = UNCLOSED.format(row=number + 1, limit=limits.CELL_CHARACTERS)
        raise Refused(message) from fault
    return rows


def read_cells(fields: list[str], row: int, meter: limits.Meter) -> list[list]:
    """The cells with words of one row."""
    found = []
    for column, field in enumerate(fields, start=1):
        text = cells.clean(as_written(field)) if field else ""
        if text:
            meter.check_cell(SHEET, cells.address(column, row), column, len(text))
            found.append([column, text])
    return found
