"""Whether what calls itself text is text, and not a page or a program; raises ValueError with what is wrong, as a clause."""

import codecs

CONTROL = {chr(number) for number in range(32)} - set("\t\n\v\f\r\x1a")
PAGES = ("<!doctype", "<html", "<script", "<svg", "<?xml", "<iframe", "<body", "<head")
OTHERS = ("#!", "%pdf-", "%!ps", "{\\rtf", "mime-version:")
START = 4096


def check_text(file, content_type):
    """A text file is read whole: it is no larger than an upload may be."""
    text = _decode(file.read())
    start = text[:START].lstrip().lower()
    if any(mark in start for mark in PAGES):
        raise ValueError("is a web page or drawing, not plain text")
    if start.startswith(OTHERS) or CONTROL & set(text):
        raise ValueError("is not plain text")


def _decode(content):
    """Text comes as UTF-8 or, from older spreadsheets, as UTF-16 or Windows-1252."""
    marked = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    for encoding in ["utf-16"] if marked else ["utf-8-sig", "cp1252"]:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise ValueError("is not plain text")
