"""Workbooks that are wrong or hostile, each named for its fault."""

import zipfile
from pathlib import Path

from openpyxl import load_workbook

from tests.workbooks.books import plain

OLE = bytes.fromhex("D0CF11E0A1B11AE1")
SHEET = "xl/worksheets/sheet1.xml"
BOMB = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
OUTSIDE = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
MEGABYTE = 1024 * 1024


def rewrite(path, change, extra=()):
    """Write a sound plan's package again: `change(name, data)` gives each part, None drops it."""
    plain.plan(path)
    with zipfile.ZipFile(path) as package:
        parts = [
            (name, change(name, package.read(name))) for name in package.namelist()
        ]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in [*parts, *extra]:
            if data is not None:
                package.writestr(name, data)
    return path


def in_sheet(path, old: bytes, new: bytes):
    """A sound plan with some bytes of its sheet replaced."""
    return rewrite(
        path, lambda name, data: data.replace(old, new, 1) if name == SHEET else data
    )


def not_a_workbook(path):
    Path(path).write_bytes(b"%PDF-1.7\n" + b"\0" * 500)
    return path


def random_bytes(path):
    Path(path).write_bytes(bytes(range(256)) * 20)
    return path


def empty(path):
    Path(path).write_bytes(b"")
    return path


def no_cells(path):
    plain.workbook([]).save(path)
    return path


def no_table(path):
    plain.workbook([["Our plan is being written."], [], ["Come back soon."]]).save(path)
    return path


def password_protected(path):
    Path(path).write_bytes(
        OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 600
    )
    return path


def old_excel(path):
    Path(path).write_bytes(
        OLE + b"\0" * 600 + "Workbook".encode("utf-16-le") + b"\0" * 600
    )
    return path


def web_page(path):
    Path(path).write_bytes(b"<html><table><tr><td>Action</td></tr></table></html>")
    return path


def zip_bomb(path):
    """200 MB and more of noughts in a zip of some 200 kB."""
    return rewrite(
        path, lambda _name, data: data, [("xl/media/a.bin", b"\0" * (205 * MEGABYTE))]
    )


def many_parts(path):
    return rewrite(
        path, lambda _name, data: data, [(f"xl/p{n}.xml", b"") for n in range(6000)]
    )


def merged_whole_sheet(path):
    merge = b'</sheetData><mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    return in_sheet(path, b"</sheetData>", merge)


def far_cell(path):
    far = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    return in_sheet(path, b"</sheetData>", far)


def many_sheets(path):
    book = plain.workbook([plain.HEADINGS, plain.row(1)])
    for number in range(50):
        book.create_sheet(f"Sheet {number}")
    book.save(path)
    return path


def many_rows(path):
    row = b'<row><c t="inlineStr"><is><t>a</t></is></c></row>'
    return in_sheet(path, b"</sheetData>", row * 20_001 + b"</sheetData>")


def many_cells(path):
    cell = b'<c t="inlineStr"><is><t>a</t></is></c>'
    rows = (b"<row>" + cell * 190 + b"</row>") * 2_200
    return in_sheet(path, b"</sheetData>", rows + b"</sheetData>")


def long_cell(path):
    text = (
        b"<row><c r='A9' t='inlineStr'><is><t>"
        + b"a" * 40_000
        + b"</t></is></c></row></sheetData>"
    )
    return in_sheet(path, b"</sheetData>", text)


def text_bomb(path):
    text = (
        b"<row><c t='inlineStr'><is><t>"
        + b"a" * (150 * MEGABYTE)
        + b"</t></is></c></row></sheetData>"
    )
    return in_sheet(path, b"</sheetData>", text)


def deep_xml(path):
    return in_sheet(path, b"</sheetData>", b"</sheetData>" + b"<a>" * 200_000)


def truncated(path):
    plain.plan(path, rows=200)
    data = Path(path).read_bytes()
    Path(path).write_bytes(data[: len(data) // 2])
    return path


def entity_bomb(path):
    return in_sheet(path, b"<worksheet", BOMB + b"<worksheet")


def outside_entity(path):
    return in_sheet(path, b"<worksheet", OUTSIDE + b"<worksheet")


def duplicate_part(path):
    other = b"<worksheet/>"
    plain.plan(path)
    with zipfile.ZipFile(path, "a") as package, __import__("warnings").catch_warnings():
        __import__("warnings").simplefilter("ignore")
        package.writestr(SHEET, other)
    return path


def climbing_name(path):
    return rewrite(path, lambda _name, data: data, [("../evil.xml", b"<a/>")])


def absolute_name(path):
    return rewrite(path, lambda _name, data: data, [("/etc/evil.xml", b"<a/>")])


def not_xml(path):
    return rewrite(path, lambda name, data: b"no xml" if name == SHEET else data)


def missing_sheet(path):
    return rewrite(path, lambda name, data: None if name == SHEET else data)


def bad_string_index(path):
    cell = b'<row r="9"><c r="B9" t="s"><v>99999</v></c></row></sheetData>'
    return in_sheet(path, b"</sheetData>", cell)


def with_macros(path):
    return rewrite(path, lambda _name, data: data, [("xl/vbaProject.bin", b"macro")])


def errors_and_formulas(path):
    """A cached error, and a formula that was never calculated."""
    plain.plan(path)
    book = load_workbook(path)
    book.active["G2"] = "=1+1"
    book.active["G3"] = "#REF!"
    book.active["G3"].data_type = "e"
    book.save(path)
    return path


def word_document(path):
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("word/document.xml", "<document/>")
    return path


def open_document(path):
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr("content.xml", "<document/>")
    return path


def other_zip(path):
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("holiday.txt", "sun")
    return path


def unclosed_quote(path):
    Path(path).write_bytes(b'Action,Lead\n"' + b"x,\n" * 700_000)
    return path


def in_directory(path, offset: int, value: bytes):
    """A sound plan with bytes changed in the second entry of the zip's directory."""
    plain.plan(path)
    data = bytearray(Path(path).read_bytes())
    first = data.index(b"PK\x01\x02")
    second = data.index(b"PK\x01\x02", first + 4)
    data[second + offset : second + offset + len(value)] = value
    Path(path).write_bytes(data)
    return path


def overlapping_parts(path):
    """Two names for the same bytes, as in a quoted-overlap bomb."""
    return in_directory(path, 42, b"\0\0\0\0")


def lying_size(path):
    """A part that declares more than the file may unpack to."""
    return in_directory(path, 24, b"\xff\xff\xff\x7f")
