"""Text tables (.csv) to a plain sheet: letters, separators and line ends found out."""

import codecs
import csv
import io
import re
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


_SAID = re.compile(r"\s*\"?sep=([,;\t|])\"?\r?\n?", re.I)


def decode(data: bytes) -> str:
    """The file's letters: Unicode if it is, else those of Western Windows or an old Mac."""
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
        return decode_mixed(data)


def decode_mixed(data: bytes) -> str:
    """Letters that are not all Unicode: mostly so, as where two files were joined, or not at all."""
    odd = 0

    def as_windows(fault: UnicodeDecodeError) -> tuple[str, int]:
        nonlocal odd
        odd += fault.end - fault.start
        wrong = fault.object[fault.start : fault.end]
        return wrong.decode("cp1252", "replace"), fault.end

    codecs.register_error("as-windows", as_windows)
    text = data.decode("utf-8", "as-windows")
    if sum(1 for letter in text if letter > "\x7f") - odd > odd:
        return text
    if is_of_an_old_mac(data):
        return data.decode("mac-roman")
    return data.decode("cp1252", errors="replace")


def is_of_an_old_mac(data: bytes) -> bool:
    """Whether quotes and dashes are those of "CSV (Macintosh)": lines end in CR alone."""
    macs = sum(data.count(bytes([mark])) for mark in b"\xd0\xd1\xd2\xd3\xd4\xd5\xa5")
    windows = sum(data.count(bytes([mark])) for mark in b"\x91\x92\x93\x94\x95\x96")
    return b"\n" not in data and macs > windows


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


def take_separator(text: str) -> tuple[str, str]:
    """The separator and the table: Excel's first line "sep=;" says it and is no row."""
    said = _SAID.match(text)
    if said:
        return said[1], text[said.end() :]
    return find_separator(text), text


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
        for number, row in enumerate(reader(lines_of(text), mark)):
            widths[len(row)] = widths.get(len(row), 0) + 1
            if number > 200:
                break
    except csv.Error:
        pass
    return max(((width - 1) * count for width, count in widths.items()), default=0)


def lines_of(text: str) -> list[str]:
    """The lines as written, each with its end, whichever that is."""
    return list(io.StringIO(text, newline=""))


def reader(lines: list[str], mark: str, *, strict: bool = False):
    """The rows of a text, split at a separator."""
    csv.field_size_limit(limits.CELL_CHARACTERS)
    return csv.reader(lines, delimiter=mark, strict=strict)


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
    meter = limits.Meter("The text table")
    mark, text = take_separator(text)
    lines = lines_of(text)
    rows_of_text = reader(lines, mark)
    number = begun = 0
    try:
        for number, fields in enumerate(rows_of_text, start=1):
            found = read_cells(fields, number, meter)
            if found:
                rows.append([number, found])
                meter.check_row(SHEET, len(rows))
            if rows_of_text.line_num < len(lines):
                begun = rows_of_text.line_num
    except csv.Error as fault:
        raise Refused(unclosed(number + 1)) from fault
    check_closed(lines[begun:], mark, number)
    return rows


def check_closed(last: list[str], mark: str, number: int) -> None:
    """Refuse a last row that runs on to the end of the file in an open quotation mark."""
    if len(last) < 2:
        return
    try:
        list(reader(last, mark, strict=True))
    except csv.Error as fault:
        if "end of data" in str(fault):
            raise Refused(unclosed(number)) from fault


def unclosed(row: int) -> str:
    return UNCLOSED.format(row=row, limit=limits.CELL_CHARACTERS)


def read_cells(fields: list[str], row: int, meter: limits.Meter) -> list[list]:
    """The cells with words of one row."""
    found = []
    for column, field in enumerate(fields, start=1):
        text = cells.clean(as_written(field)) if field else ""
        if text:
            meter.check_cell(SHEET, cells.address(column, row), column, len(text))
            found.append([column, text])
    return found
