"""Which kind of file it is, by its content and never by its name."""

import zipfile
from collections.abc import Callable
from pathlib import Path

from equality_tracker.workbooks import limits, text_tables, xlsx
from equality_tracker.workbooks.refused import Refused
from equality_tracker.workbooks.xlsx.package import DAMAGED

OLE = bytes.fromhex("D0CF11E0A1B11AE1")
SAVE_AS = "Open it, save it as an Excel workbook (.xlsx) and try again."
EMPTY = "The file is empty. Choose the file that holds the plan."
TOO_BIG = (
    "The file is larger than 20 MB. Save a copy with only the sheets that hold the plan, "
    "without pictures, and try again."
)
PASSWORD = (
    "The workbook is protected with a password. Open it, take the password off (File, Info, "
    "Protect Workbook, Encrypt with Password), save it and try again."
)
OLD_EXCEL = f"This is an old Excel workbook (.xls), which cannot be read. {SAVE_AS}"
OLD_OFFICE = f"This is an old Office file, not a workbook that can be read. {SAVE_AS}"
BINARY_EXCEL = (
    f"This is a binary Excel workbook (.xlsb), which cannot be read. {SAVE_AS}"
)
WORD = (
    "This is a Word document, which cannot be read yet. Copy its table into Excel, save it "
    "as an Excel workbook (.xlsx) and try again."
)
OPEN_DOCUMENT = f"This is an OpenDocument file, which cannot be read yet. {SAVE_AS}"
WEB_PAGE = f"This is a web page that only carries a spreadsheet's name. {SAVE_AS}"
NOT_WORKBOOK = (
    "This is not a workbook. Choose an Excel workbook (.xlsx or .xlsm) or a CSV file that "
    "holds the plan."
)
OTHER_KINDS = (
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"{\\rtf",
    b"MZ",
    b"\x7fELF",
)


def read(path, progress: Callable[[float], None] = lambda share: None) -> dict:
    """Read a file of any known kind into plain sheets; raises Refused otherwise."""
    path = Path(path)
    size = path.stat().st_size
    if size == 0:
        raise Refused(EMPTY)
    if size > limits.FILE_BYTES:
        raise Refused(TOO_BIG)
    with path.open("rb") as file:
        start = file.read(4096)
    return reader_for(path, start)(path, progress)


def reader_for(path: Path, start: bytes) -> Callable:
    """The function that reads this kind; raises Refused with the way out for the others."""
    if start.startswith(b"PK"):
        return reader_for_zip(path)
    if start.startswith(OLE):
        raise Refused(describe_ole(path))
    text = start.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if text.startswith((b"<", b"mime-version", b"content-type:")):
        raise Refused(WEB_PAGE)
    if start.startswith(OTHER_KINDS):
        raise Refused(NOT_WORKBOOK)
    return text_tables.read


def reader_for_zip(path: Path) -> Callable:
    """Tell the zipped kinds apart by the parts they hold."""
    try:
        with zipfile.ZipFile(path) as package:
            names = set(package.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as fault:
        raise Refused(DAMAGED) from fault
    if "xl/workbook.bin" in names:
        raise Refused(BINARY_EXCEL)
    if "word/document.xml" in names:
        raise Refused(WORD)
    if "mimetype" in names and "content.xml" in names:
        raise Refused(OPEN_DOCUMENT)
    if "[Content_Types].xml" in names:
        return xlsx.read
    raise Refused(NOT_WORKBOOK)


def describe_ole(path: Path) -> str:
    """A password-protected workbook, an old one, or something else of the old kind."""
    data = path.read_bytes()
    if "EncryptedPackage".encode("utf-16-le") in data:
        return PASSWORD
    if "Workbook".encode("utf-16-le") in data or "Book".encode("utf-16-le") in data:
        return OLD_EXCEL
    return OLD_OFFICE
