"""Files of each kind as they are sent: real enough to be taken, and the disguises that must not be."""

import io
import struct
import zipfile
import zlib

from django.core.files.uploadedfile import SimpleUploadedFile

OFFICE = "application/vnd.openxmlformats-officedocument"
MAIN = {
    "docx": "wordprocessingml.document.main+xml",
    "xlsx": "spreadsheetml.sheet.main+xml",
    "pptx": "presentationml.presentation.main+xml",
}
OPEN = {"odt": "text", "ods": "spreadsheet", "odp": "presentation"}
PDF = b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
JPEG = (
    b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"
    b"\xff\xc0\x00\x0b\x08\x00\x01\x00\x01\x01\x01\x11\x00\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00\x00\xff\xd9"
)


def sent(name, content):
    return SimpleUploadedFile(name, content)


def zipped(parts):
    """Return a zip of {name: content}; a repeated name is given as a pair in a list."""
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return kept.getvalue()


def office(extension, **extra):
    types = f'<Types><Override ContentType="{OFFICE}.{MAIN[extension]}"/></Types>'
    return zipped({"[Content_Types].xml": types, "document.xml": "<x/>", **extra})


def open_document(extension):
    kind = f"application/vnd.oasis.opendocument.{OPEN[extension]}"
    return zipped({"mimetype": kind, "content.xml": "<x/>"})


def png():
    def part(name, content):
        check = struct.pack(">I", zlib.crc32(name + content))
        return struct.pack(">I", len(content)) + name + content + check

    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + part(b"IHDR", head)
        + part(b"IDAT", zlib.compress(b"\x00\x00"))
        + part(b"IEND", b"")
    )


TAKEN = {
    "minutes.pdf": PDF,
    "letter.docx": office("docx"),
    "figures.xlsx": office("xlsx"),
    "slides.pptx": office("pptx"),
    "letter.odt": open_document("odt"),
    "figures.ods": open_document("ods"),
    "slides.odp": open_document("odp"),
    "figures.csv": "Ward;Visits\nÉast;£12\n".encode("cp1252"),
    "unicode.csv": "Ward,Visits\nÉast,12\n".encode("utf-16"),
    "notes.txt": "Minutes – with a dash.\r\n".encode(),
    "photo.png": png(),
    "photo.jpg": JPEG,
    "PHOTO.JPEG": JPEG,
}
WITH_MACROS = office("docx", **{"word/vbaProject.bin": "macro"})
REFUSED = {
    "page.html": b"<html><script>alert(1)</script>",
    "page.pdf": b"<html><script>alert(1)</script>",
    "page.txt": b"<!DOCTYPE html><script>alert(1)</script>",
    "drawing.svg": b"<svg onload=alert(1)>",
    "drawing.png": b"<svg onload=alert(1)>",
    "drawing.csv": b'<?xml version="1.0"?><svg onload="alert(1)"/>',
    "setup.exe": b"MZ\x90\x00",
    "setup.pdf": b"MZ\x90\x00\x03",
    "setup.txt": b"MZ\x90\x00\x03",
    "run.sh.txt": b"#!/bin/sh\nrm -rf /\n",
    "image.gif": b"GIF89a/*\x00\x00=1;*/alert(1)",
    "macros.docm": WITH_MACROS,
    "macros.docx": WITH_MACROS,
    "figures.docx": office("xlsx"),
    "figures.xls": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    "locked.docx": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    "zip.docx": zipped({"a.txt": "x"}),
    "climbs.docx": office("docx", **{"../../etc/passwd": "x"}),
    "hidden-zip.pdf": PDF + zipped({"a.txt": "x"}),
    "hidden-zip.jpg": JPEG + zipped({"a.txt": "x"}),
    "hidden-page.png": png() + b"<script>alert(1)</script>",
    "before.docx": b"%PDF-1.4\n" + office("docx"),
    "after.docx": office("docx") + b"<script>alert(1)</script>",
    "cut.pdf": b"%PDF-1.7\n1 0 obj",
    "cut.png": png()[:30],
    "cut.jpg": JPEG[:20],
    "mail.txt": b"MIME-Version: 1.0\nContent-Type: text/html\n\n<b>",
    "nul.csv": b"a,b\x00c\n",
    "no-extension": b"words",
    "empty.txt": b"",
    ".htaccess": b"Options +ExecCGI",
}
