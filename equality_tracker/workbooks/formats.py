"""Which kind of file it is, by its content and never by its name."""

import re
import zipfile
from collections.abc import Callable
from pathlib import Path

from equality_tracker.workbooks import archive, docx, limits, ods, text_tables, xlsx
from equality_tracker.workbooks.refused import Refused
from equality_tracker.workbooks.sentences import (
    APPLE,
    BINARY_EXCEL,
    DRAWING,
    EMPTY,
    EXCEL_2003,
    FLAT_OPEN_DOCUMENT,
    FLAT_WORD,
    NOT_WORKBOOK,
    OLD_EXCEL,
    OLD_OFFICE,
    OLD_SLIDES,
    OLD_WORD,
    OPEN_TEXT,
    OTHER_KINDS,
    PASSWORD,
    SLIDES,
    TOO_BIG,
    WEB_PAGE,
    WEB_PAGE_OF_EXCEL,
)
from equality_tracker.workbooks.xlsx.package import UNSAFE

OLE = bytes.fromhex("D0CF11E0A1B11AE1")
LEADING = b"\xef\xbb\xbf\xff\xfe \t\r\n"
TAG = re.compile(rb"<[a-z!?/]")
ZIP = b"PK\x03\x04"
EMPTY_ZIP = b"PK\x05\x06"
# The first bytes of workbooks older than the container: a length after the mark tells them from a tab.
BARE_EXCEL = (
    b"\x09\x00\x04\x00",
    b"\x09\x02\x06\x00",
    b"\x09\x04\x06\x00",
    b"\x09\x08\x08\x00",
    b"\x09\x08\x10\x00",
)
SPREADSHEETS = "application/vnd.oasis.opendocument.spreadsheet"
TEXTS = "application/vnd.oasis.opendocument.text"


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
    if start.startswith((ZIP, EMPTY_ZIP)):
        return reader_for_zip(path)
    if start.startswith(OLE):
        raise Refused(describe_ole(path))
    if start.startswith(BARE_EXCEL):
        raise Refused(OLD_EXCEL)
    for mark, sentence in OTHER_KINDS.items():
        if start.startswith(mark):
            raise Refused(sentence)
    if zipfile.is_zipfile(path):
        raise Refused(UNSAFE)
    refuse_marked_up(start)
    return text_tables.read


def refuse_marked_up(start: bytes) -> None:
    """Refuse web pages and what else is written with tags, whatever the file's name says."""
    text = start.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    if text.startswith((b"mime-version", b"content-type:")):
        raise Refused(WEB_PAGE)
    if not TAG.match(text):
        return
    for mark, sentence in (
        (b"urn:schemas-microsoft-com:office:spreadsheet", EXCEL_2003),
        (b"office:document", FLAT_OPEN_DOCUMENT),
        (b"word.document", FLAT_WORD),
        (b"schemas.microsoft.com/office/word/2003", FLAT_WORD),
        (b"urn:schemas-microsoft-com:office:excel", WEB_PAGE_OF_EXCEL),
        (b"<svg", DRAWING),
    ):
        if mark in text:
            raise Refused(sentence)
    raise Refused(WEB_PAGE)


def reader_for_zip(path: Path) -> Callable:
    """Tell the zipped kinds apart by what they say they are and the parts they hold."""
    names, kind = archive.look_inside(path)
    if kind:
        return reader_for_open_document(kind)
    if "content.xml" in names and "styles.xml" in names:
        return ods.read
    return reader_for_office(names)


def reader_for_open_document(kind: str) -> Callable:
    if kind.startswith(SPREADSHEETS):
        return ods.read
    if kind.startswith(TEXTS):
        raise Refused(OPEN_TEXT)
    raise Refused(NOT_WORKBOOK)


def reader_for_office(names: set[str]) -> Callable:
    """Word, Excel, PowerPoint or Apple's, by the folders they use."""
    folders = {name.partition("/")[0] for name in names}
    if "xl/workbook.bin" in names:
        raise Refused(BINARY_EXCEL)
    if any(name.endswith(".iwa") for name in names) or "Index.zip" in names:
        raise Refused(APPLE)
    if "[Content_Types].xml" not in names:
        raise Refused(NOT_WORKBOOK)
    if "word" in folders and "xl" not in folders:
        return docx.read
    if "ppt" in folders and "xl" not in folders:
        raise Refused(SLIDES)
    return xlsx.read


def describe_ole(path: Path) -> str:
    """A password-protected file, an old one, or something else of the old kind."""
    data = path.read_bytes()
    for name, sentence in (
        ("EncryptedPackage", PASSWORD),
        ("Workbook", OLD_EXCEL),
        ("WordDocument", OLD_WORD),
        ("PowerPoint Document", OLD_SLIDES),
        ("Book", OLD_EXCEL),
    ):
        if name.encode("utf-16-le") in data:
            return sentence
    return OLD_OFFICE
