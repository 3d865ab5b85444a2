"""What the Word files of the site have in common: an A4 page with headings in the site's letter and colour."""

import io

from django.conf import settings
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
LETTER = "Arial"
INK, BRAND = RGBColor(0x0B, 0x0C, 0x0C), RGBColor(0x12, 0x43, 0x6D)
# Name of the style, size and space before it, in points.
STYLES = (("Normal", 10, 0), ("Heading 1", 16, 0), ("Heading 2", 12, 8))


def new_document(title: str, *, more_styles=()) -> Document:
    """Return an empty A4 document called `title`, of the council, in British English.

    `more_styles` are (name, size, space before), the last two in points.
    """
    document = Document()
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = Cm(1.8)
    page.top_margin = page.bottom_margin = Cm(1.4)
    for name, size, before in (*STYLES, *more_styles):
        _letter(document.styles[name], size, before)
    about = document.core_properties
    about.title = title[:255]
    about.author, about.language = settings.COUNCIL_NAME, "en-GB"
    return document


def saved(document: Document) -> bytes:
    """Return the bytes of a .docx."""
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _letter(style, size, before):
    style.font.name, style.font.size = LETTER, Pt(size)
    style.font.color.rgb = INK if style.name == "Normal" else BRAND
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{name}"), None)
    fonts.set(qn("w:eastAsia"), LETTER)
    style.paragraph_format.space_before = Pt(before)
    style.paragraph_format.space_after = Pt(3)
