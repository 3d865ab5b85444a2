"""Whether what calls itself a document is one: PDF, Office and OpenDocument files.

Each check takes a seekable binary file and its content type, and raises ValueError with what is wrong, as a clause.
"""

import zipfile
import zlib

TAIL = 66_000
MOST_PARTS = 5_000
MOST_UNPACKED = 512 * 1024 * 1024
LARGEST_LIST = 1024 * 1024
COMPRESSED_AS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
ZIP_END = b"PK\x05\x06"
MAIN_PARTS = {
    "wordprocessingml.document": b"wordprocessingml.document.main+xml",
    "spreadsheetml.sheet": b"spreadsheetml.sheet.main+xml",
    "presentationml.presentation": b"presentationml.presentation.main+xml",
}
MACRO_PARTS = ("vbaproject", "activex/", "macrosheets/", "basic/", "scripts/")


def check_pdf(file, content_type):
    if file.read(5) != b"%PDF-":
        raise ValueError("is not a PDF")
    tail = read_tail(file)
    if b"%%EOF" not in tail[-2048:]:
        raise ValueError("is a PDF that breaks off before its end")
    refuse_hidden_zip(tail)


def check_office(file, content_type):
    package = _open(file)
    listed = _read(package, "[Content_Types].xml")
    kind = content_type.partition("officedocument.")[2]
    if MAIN_PARTS[kind] not in listed:
        raise ValueError("is not what its name says")
    if b"macroEnabled" in listed or b"ms-office.vbaProject" in listed:
        raise ValueError("holds macros; save it without them, or as a PDF")


def check_open_document(file, content_type):
    package = _open(file)
    if _read(package, "mimetype").strip() != content_type.encode():
        raise ValueError("is not what its name says")


def read_tail(file):
    """Return the last bytes of `file`, as many as a zip's end may need."""
    file.seek(0, 2)
    file.seek(max(file.tell() - TAIL, 0))
    return file.read()


def refuse_hidden_zip(tail):
    if ZIP_END in tail:
        raise ValueError("holds a second file hidden behind the first")


def _open(file):
    if file.read(4) != b"PK\x03\x04":
        raise ValueError("is not what its name says, or is locked with a password")
    try:
        package = zipfile.ZipFile(file)
        _check_parts(package)
    except (zipfile.BadZipFile, NotImplementedError, OSError) as fault:
        raise ValueError("is damaged") from fault
    _check_end(file, package)
    return package


def _check_parts(package):
    parts = package.infolist()
    names = [part.filename.lower() for part in parts]
    if len(parts) > MOST_PARTS or sum(one.file_size for one in parts) > MOST_UNPACKED:
        raise ValueError("unpacks to far more than a document should hold")
    if len(set(names)) != len(names) or any(_leads_out(name) for name in names):
        raise ValueError("is damaged: its parts are not named as a document's are")
    if any(part.compress_type not in COMPRESSED_AS for part in parts):
        raise ValueError("is packed in a way that documents are not")
    if any(part.flag_bits & 1 for part in parts):
        raise ValueError("is locked with a password")
    if any(part in name for name in names for part in MACRO_PARTS):
        raise ValueError("holds macros; save it without them, or as a PDF")


def _leads_out(name):
    return name.startswith(("/", "\\")) or ".." in name.replace("\\", "/").split("/")


def _check_end(file, package):
    """A document ends where its zip ends, and nothing stands before its first part."""
    tail = read_tail(file)
    if len(tail) - tail.rfind(ZIP_END) != 22 + len(package.comment):
        raise ValueError("holds a second file hidden behind the first")
    if min((part.header_offset for part in package.infolist()), default=0):
        raise ValueError("holds a second file hidden before the first")


def _read(package, name):
    """Return the start of one part, unpacking no more than a list of parts needs."""
    try:
        with package.open(name) as part:
            return part.read(LARGEST_LIST)
    except KeyError:
        raise ValueError("is not what its name says") from None
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError) as fault:
        raise ValueError("is damaged") from fault
