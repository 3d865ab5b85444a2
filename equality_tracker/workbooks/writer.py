"""Writes tables that a spreadsheet opens as they are: no cell is ever a formula.

Text from people may begin with =, +, - or @, which a spreadsheet would run. In a workbook each text is a text cell, marked so
that editing it leaves it one. A text table has no such mark: there an apostrophe goes before what would run, except before a
plain number such as "-5 %", which is harmless and stays as it was.
"""

import csv
import datetime
import io
import re
import zipfile
from xml.sax.saxutils import escape

from equality_tracker.workbooks.cells import letter

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CELL_CHARACTERS = 32_767
PIECE = 65_536
CUT = " … (cut: too long for a cell)"
# Also the full-width forms, and what a spreadsheet skips before it looks; and an apostrophe of ours, so that each can be told apart.
_RUNS = re.compile("'*[\\s\x00-\x1f\ufeff\u200b-\u200f]*[=+\\-@＝＋－＠\t\r\n]")
_NUMBER = re.compile(r"[+-]?[0-9][0-9 ,.]*%?|[+-][0-9 ]+")
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_EPOCH = datetime.date(1899, 12, 30)
_TEXT, _HEADING, _QUOTED, _DAY, _TITLE, _ABOUT = range(6)


def would_run(text):
    """Whether a spreadsheet might take `text` for a formula."""
    return bool(_RUNS.match(text)) and not _NUMBER.fullmatch(text.strip())


def harmless(text):
    """Return `text` as a text table can hold it: with an apostrophe before it where it would run."""
    return f"'{text}" if would_run(text) else text


def writable(text):
    """Return `text` without what no file may hold; what can be printed holds none of it."""
    return text if text.isprintable() else _UNWRITABLE.sub("", text)


def as_written(text):
    """Return what `harmless` was given: the apostrophe that it put there is taken away."""
    return text[1:] if text.startswith("'") and would_run(text) else text


def csv_lines(rows):
    """Yield a text table for `rows` of texts, numbers, dates and None, in UTF-8 with its mark: many lines at once, for each piece is sent by itself."""
    lines = io.StringIO(newline="")
    writer = csv.writer(lines, quoting=csv.QUOTE_ALL)
    yield b"\xef\xbb\xbf"
    for row in rows:
        writer.writerow([_as_text(value) for value in row])
        if lines.tell() > PIECE:
            yield lines.getvalue().encode()
            lines.seek(0)
            lines.truncate()
    yield lines.getvalue().encode()


def _as_text(value):
    if value is None:
        return ""
    if isinstance(value, str):
        # As most cells are: nothing to take out, nothing that would run.
        if value.isprintable() and value[:1].isalnum():
            return value
        return harmless(writable(value))
    return value.isoformat() if isinstance(value, datetime.date) else value


def write_xlsx(*, name, about, headings, rows, widths, hides_last=False):
    """Return an open file, at its start: a workbook of one sheet.

    `about` are lines that stand above the table, the first its title; `widths` are the columns' widths in characters. `hides_last` keeps the
    last column out of sight.
    """
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=4) as package:
        for path, text in _FRAME.items():
            package.writestr(path, text.replace("{name}", escape(name[:31])))
        with package.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as sheet:
            for part in _sheet(about, headings, rows, widths, hides_last):
                sheet.write(part.encode())
    file.seek(0)
    return file


def _sheet(about, headings, rows, widths, hides_last):
    first = len(about) + 2
    yield _SHEET_HEAD.format(rows=first, below=f"A{first + 1}")
    for column, width in enumerate(widths, start=1):
        hidden = ' hidden="1"' if hides_last and column == len(widths) else ""
        yield f'<col min="{column}" max="{column}" width="{width}" customWidth="1"{hidden}/>'
    yield "</cols><sheetData>"
    for number, line in enumerate(about, start=1):
        yield _row(number, [line], _TITLE if number == 1 else _ABOUT)
    yield _row(first, headings, _HEADING)
    number = first
    for number, row in enumerate(rows, start=first + 1):
        yield _row(number, row, _TEXT)
    table = f"A{first}:{letter(len(headings))}{number}"
    yield f'</sheetData><autoFilter ref="{table}"/></worksheet>'


def _row(number, values, style):
    cells = "".join(
        _cell(f"{letter(column)}{number}", value, style)
        for column, value in enumerate(values, start=1)
        if value not in (None, "")
    )
    return f'<row r="{number}">{cells}</row>'


def _cell(place, value, style):
    if isinstance(value, datetime.date):
        return f'<c r="{place}" s="{_DAY}"><v>{(value - _EPOCH).days}</v></c>'
    if isinstance(value, int | float):
        return f'<c r="{place}"><v>{value}</v></c>'
    text = str(value)
    kind = _QUOTED if style == _TEXT and would_run(text) else style
    return (
        f'<c r="{place}" s="{kind}" t="inlineStr"><is><t xml:space="preserve">'
        f"{as_cell_text(text)}</t></is></c>"
    )


def as_cell_text(text):
    """Return `text` as a cell of a workbook holds it: as XML, without what cannot be written, cut to the most that a cell takes."""
    text = writable(text)
    if len(text) > CELL_CHARACTERS:
        text = text[: CELL_CHARACTERS - len(CUT)] + CUT
    return escape(_LIKE_A_CODE.sub("_x005F_", text), _LINE_ENDS)


# A spreadsheet reads "_x000D_" as the character of that number, unless its first underscore is itself written so.
_LIKE_A_CODE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_LINE_ENDS = {"\r": "&#13;"}
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_START = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_SHEET_HEAD = (
    f'{_START}<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0">'
    '<pane ySplit="{rows}" topLeftCell="{below}" activePane="bottomLeft" state="frozen"/>'
    "</sheetView></sheetViews><cols>"
)
_WRAPPED = '<alignment vertical="top" wrapText="1"/>'
_STYLE = '<xf numFmtId="{}" fontId="{}" fillId="0" borderId="0" xfId="0" applyAlignment="1" applyFont="1" applyNumberFormat="1"{}>{}</xf>'
_FRAME = {
    "[Content_Types].xml": (
        f'{_START}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{XLSX}.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{XLSX.rsplit(".", 1)[0]}.worksheet+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{XLSX.rsplit(".", 1)[0]}.styles+xml"/></Types>'
    ),
    "_rels/.rels": (
        f'{_START}<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_DOCUMENT}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
    ),
    "xl/workbook.xml": (
        f'{_START}<workbook xmlns="{_MAIN}" xmlns:r="{_DOCUMENT}"><sheets>'
        '<sheet name="{name}" sheetId="1" r:id="rId1"/></sheets></workbook>'
    ),
    "xl/_rels/workbook.xml.rels": (
        f'{_START}<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_DOCUMENT}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="rId2" Type="{_DOCUMENT}/styles" Target="styles.xml"/></Relationships>'
    ),
    "xl/styles.xml": (
        f'{_START}<styleSheet xmlns="{_MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="d mmm yyyy"/></numFmts>'
        '<fonts count="3"><font><sz val="11"/><name val="Arial"/></font><font><b/><sz val="11"/><name val="Arial"/></font>'
        '<font><b/><sz val="14"/><name val="Arial"/></font></fonts>'
        '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
        "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="6">'
        + _STYLE.format(0, 0, "", _WRAPPED)
        + _STYLE.format(0, 1, "", _WRAPPED)
        + _STYLE.format(0, 0, ' quotePrefix="1"', _WRAPPED)
        + _STYLE.format(164, 0, "", _WRAPPED)
        + _STYLE.format(0, 2, "", "")
        + _STYLE.format(0, 0, "", "")
        + '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    ),
}  # fmt: skip
