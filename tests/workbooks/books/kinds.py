"""Files of other kinds than a workbook, and workbooks disguised as others or hiding behind them."""

import io
import zipfile
from pathlib import Path

from tests.workbooks.books import documents, faults, open_sheets, plain

OLE = faults.OLE
BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
OUTSIDE_TYPE = '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/evil.dtd">'


def holding(data: bytes):
    """A builder of a file with this content."""

    def build(path):
        Path(path).write_bytes(data)
        return path

    return build


def ole(stream: str):
    return holding(OLE + b"\0" * 600 + stream.encode("utf-16-le") + b"\0" * 600)


def zipped(**parts: str):
    """A builder of a zip with these parts; "_" stands for "/" and "__" for "."."""

    def build(path):
        with zipfile.ZipFile(path, "w") as package:
            for name, content in parts.items():
                package.writestr(name.replace("__", ".").replace("_", "/"), content)
        return path

    return build


def packed_by(method: int):
    """A sound plan, packed in a way that office programs do not use."""

    def build(path):
        plain.plan(path)
        return repack(path, method=method)

    return build


def repack(path, change=lambda name, data: data, method=zipfile.ZIP_DEFLATED):
    """Write the parts of a package again, each changed; None drops it."""
    with zipfile.ZipFile(path) as package:
        parts = [(name, package.read(name)) for name in package.namelist()]
    with zipfile.ZipFile(path, "w", method) as package:
        for name, data in parts:
            changed = change(name, data)
            if changed is not None:
                package.writestr(name, changed)
    return path


def behind(start: bytes, build=plain.plan):
    """A builder of a sound package with other bytes before it."""

    def built(path):
        build(path)
        Path(path).write_bytes(start + Path(path).read_bytes())
        return path

    return built


def two_packages(path):
    """A zip before the zip: readers disagree which of the two is the file."""
    other = io.BytesIO()
    with zipfile.ZipFile(other, "w") as package:
        package.writestr("xl/workbook.xml", "<a/>")
    return behind(other.getvalue())(path)


def with_type(build, part: str, declared: str):
    """A builder of a package one part of which begins with a document type."""

    def built(path):
        build(path)
        return repack(
            path, lambda name, data: declared.encode() + data if name == part else data
        )

    return built


def with_entity(build, part: str, before: str):
    """A builder of a package whose part uses an entity that nobody declared."""

    def built(path):
        build(path)
        return repack(
            path,
            lambda name, data: (
                data.replace(before.encode(), b"&a;" + before.encode(), 1)
                if name == part
                else data
            ),
        )

    return built


def bomb(build):
    """A builder of a package with a part that unpacks to more than 200 MB."""

    def built(path):
        build(path)
        with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as package:
            package.writestr("a.bin", b"\0" * (205 * faults.MEGABYTE))
        return path

    return built


def cut(build, share: float = 0.5):
    """A builder of a file that was cut off."""

    def built(path):
        build(path)
        data = Path(path).read_bytes()
        Path(path).write_bytes(data[: int(len(data) * share)])
        return path

    return built


def with_part(build, name: str, times: int = 1):
    """A builder of a package with one part more, perhaps twice."""

    def built(path):
        build(path)
        with zipfile.ZipFile(path, "a") as package:
            for _ in range(times):
                info = zipfile.ZipInfo(name)
                package.filelist and package.NameToInfo.pop(name, None)
                package.writestr(info, "<a/>")
        return path

    return built


def deep_document(path):
    return documents.document(path, "<w:sdt>" * 100_000 + "</w:sdt>" * 100_000)


def deep_sheet(path):
    return open_sheets.spreadsheet(path, "<table:a>" * 100_000 + "</table:a>" * 100_000)


def unfinished(path):
    """Well-formed up to a point, then no more."""
    documents.plan(path)
    return repack(
        path, lambda name, data: data[:-40] if name == "word/document.xml" else data
    )


def words_of_a_document(count: int):
    """A builder of a document with one paragraph of so many characters in a small file."""

    def build(path):
        return documents.document(path, documents.paragraph("a" * count))

    return build
