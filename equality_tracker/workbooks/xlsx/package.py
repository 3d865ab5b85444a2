"""The zip file around a workbook: checked before anything in it is unpacked."""

import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from xml.etree.ElementTree import ParseError
from xml.parsers import expat

from equality_tracker.workbooks import limits
from equality_tracker.workbooks.refused import Refused

DAMAGED = (
    "The file is damaged or cut off and cannot be opened. Open it in the program it was made with "
    "(Excel, Word or another), save it again and try again."
)
UNSAFE = (
    "The file is built in a way no spreadsheet program or word processor builds one, so it was not "
    "opened. Open it in Excel or Word, save it again and try again."
)
TOO_LARGE = (
    "The file unpacks to more than 200 MB, which no plan needs, so it was not opened. "
    "Save a copy with only the sheets or tables that hold the plan, without pictures, and try again."
)
ENCRYPTED = 0x1
# An encoding that nobody knows is a LookupError, one of several bytes a letter a ValueError.
NOT_WHOLE = (
    LookupError,
    ValueError,
    NotImplementedError,
    OSError,
    EOFError,
    ParseError,
    expat.ExpatError,
    zipfile.BadZipFile,
    zlib.error,
)


def open_package(path) -> zipfile.ZipFile:
    """Open the zip once its declared sizes, part names and overlaps are known to be sane."""
    try:
        package = zipfile.ZipFile(path)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as fault:
        raise Refused(DAMAGED) from fault
    check_parts(package.infolist())
    return package


def check_parts(parts: list[zipfile.ZipInfo]) -> None:
    """Refuse bombs and names that reach outside or hide one part behind another."""
    if sum(part.file_size for part in parts) > limits.UNZIPPED_BYTES:
        raise Refused(TOO_LARGE)
    names = {part.filename.casefold() for part in parts}
    if len(parts) > limits.PARTS or len(names) < len(parts):
        raise Refused(UNSAFE)
    if any(is_unsafe(part) for part in parts) or overlaps(parts):
        raise Refused(UNSAFE)


def is_unsafe(part: zipfile.ZipInfo) -> bool:
    """Absolute, climbing or encrypted: never written by a spreadsheet program."""
    name = part.orig_filename.replace("\\", "/")
    climbs = ".." in name.split("/")
    absolute = name.startswith("/") or ":" in name or "\0" in name
    return climbs or absolute or bool(part.flag_bits & ENCRYPTED)


def overlaps(parts: list[zipfile.ZipInfo]) -> bool:
    """Whether two parts share bytes of the file, as in a quoted-overlap bomb."""
    end = 0
    for part in sorted(parts, key=lambda part: part.header_offset):
        if part.header_offset < end:
            return True
        end = part.header_offset + 30 + part.compress_size
    return False


def parse(
    package: zipfile.ZipFile,
    name: str,
    start: Callable[[str, dict], None],
    end: Callable[[str], None] | None = None,
    words: Callable[[str], None] | None = None,
) -> None:
    """Stream one XML part through the handlers; names come without their namespace prefix.

    Document types and entities are refused: no spreadsheet program writes them.
    """
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = refuse_document_type
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)

    def first(name: str, attributes: dict) -> None:
        prefixed = ":" in name
        parser.StartElementHandler = without_prefix(start) if prefixed else start
        if end:
            parser.EndElementHandler = without_prefix(end) if prefixed else end
        parser.CharacterDataHandler = words
        start(local(name), attributes)

    parser.StartElementHandler = first
    with faults(), package.open(name) as part:
        parser.ParseFile(part)


@contextmanager
def faults() -> Iterator[None]:
    """Refuse a part that is not there, not whole or no XML."""
    try:
        yield
    except NOT_WHOLE as fault:
        raise Refused(DAMAGED) from fault


def refuse_document_type(*_declaration) -> None:
    raise Refused(UNSAFE)


def without_prefix(handler: Callable) -> Callable:
    """The same handler for a part whose every name has a prefix."""
    return lambda name, *rest: handler(local(name), *rest)


def local(name: str) -> str:
    """ "x:sheet" → "sheet": some programs write every name with a prefix."""
    return name.rpartition(":")[2]
