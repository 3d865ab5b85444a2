"""Small workbooks of an invented council, built here, as bytes."""

import io
import zipfile

from openpyxl import Workbook
from openpyxl.styles import PatternFill

HEADINGS = ("Ref", "Action", "Outcome", "Lead", "Timescale", "RAG status", "Progress")
ROWS = (
    ("1.1", "Open the desk on Saturdays", "Nobody has to take leave", "Desk Manager (DM)", "31 March 2027", "On target", "The rota is agreed."),
    ("1.2", "Offer interpreting at first contact", "Everybody is heard", "DM and Language Team", "June 2027", "Slipped", "The contract is late."),
    ("1.3", "Train the night staff", "Staff know the duty", "Language Team", "Ongoing", "", ""),
)  # fmt: skip

INDICATORS = ("Indicator", "Baseline", "Target 2026/27", "Result 2025/26")
MEASURED = (
    ("EQ 1 - Residents who feel heard", "40%", "50%", "45%"),
    ("EQ 2 - Complaints answered in time", "TBC", "90%", "No survey"),
)


def workbook(rows=ROWS, headings=HEADINGS, title="Priority 1: Fair access"):
    """One sheet with a priority, a row of headings and `rows`."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Plan"
    sheet.append([title])
    sheet.append([])
    sheet.append(list(headings))
    for row in rows:
        sheet.append(list(row))
    return saved(book)


def with_indicators(rows=MEASURED):
    """A priority with its actions and, below them, its indicators."""
    book = Workbook()
    sheet = book.active
    for row in (
        ["Priority 1: Fair access"],
        [],
        HEADINGS,
        *ROWS,
        [],
        INDICATORS,
        *rows,
    ):
        sheet.append(list(row))
    return saved(book)


def measured(*rows, headings=INDICATORS):
    """Indicators and nothing else."""
    book = Workbook()
    for row in (headings, *(rows or MEASURED)):
        book.active.append(list(row))
    return saved(book)


def with_word_and_colour_apart():
    """A key gives a colour one meaning, the cell's word says another."""
    book = Workbook()
    sheet = book.active
    sheet.append(list(HEADINGS))
    for row in ROWS:
        sheet.append(list(row))
    sheet["F2"].fill = PatternFill("solid", "FFFF0000")
    for column, (colour, word) in enumerate(
        [("FF00B050", "Achieved"), ("FF92D050", "On target"), ("FFFF0000", "Slipped")],
        start=1,
    ):
        cell = sheet.cell(row=8, column=column, value=word)
        cell.fill = PatternFill("solid", colour)
    return saved(book)


def saved(book):
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def with_part(content, name, data):
    """The same workbook with one more part inside."""
    file = io.BytesIO(content)
    with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, data)
    return file.getvalue()


def far_cell():
    book = Workbook()
    book.active.append(list(HEADINGS))
    book.active["XFD1048576"] = "far"
    return saved(book)


def protected():
    """The beginning of what Excel writes for a file with a password: an OLE container."""
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 4096
    return ole + "EncryptedPackage".encode("utf-16-le") + b"\0" * 512


def zeros():
    """200 MB of zeros in a small zip."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.xml", b"\0" * (200 * 1024 * 1024))
    return file.getvalue()
