"""What the Word files of the site have in common: an A4 page with headings in the site's letter and colour."""

import io

from django.conf import settings
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
LETTER, LANGUAGE = "Arial", "en-GB"
SHADE = "E6ECF1"
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
    _speak_english(document)
    about = document.core_properties
    about.title = writable(title)[:255]
    about.author, about.language = settings.COUNCIL_NAME, LANGUAGE
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


def _speak_english(document):
    """What a screen reader and a spelling checker go by: the language of the text, not that of the file's properties."""
    for tag, element in (
        ("w:lang", document.styles.element),
        ("w:themeFontLang", document.settings.element),
    ):
        for language in element.iter(qn(tag)):
            language.set(qn("w:val"), LANGUAGE)


def add_table(document, headings, rows, widths, numbers=False):
    """Put a table after what stands in `document`: its first row is its header, repeated on each page that it runs over to.

    `widths` are those of the columns, in centimetres; with `numbers` all columns but the first stand at the right.
    """
    table = document.add_table(rows=1, cols=len(headings), style="Table Grid")
    table.autofit = False
    # Word goes by the cells' widths, other programs by the columns'.
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
    _fill(table.rows[0], headings, widths, bold=True, numbers=numbers)
    header = OxmlElement("w:tblHeader")
    header.set(qn("w:val"), "true")
    table.rows[0]._tr.get_or_add_trPr().append(header)
    for row in rows:
        _fill(table.add_row(), row, widths, numbers=numbers)
    document.add_paragraph().paragraph_format.space_after = Pt(0)


def _fill(row, values, widths, bold=False, numbers=False):
    for place, (cell, value, width) in enumerate(
        zip(row.cells, values, widths, strict=True)
    ):
        cell.width = Cm(width)
        paragraph = cell.paragraphs[0]
        paragraph.paragraph_format.space_after = Pt(1)
        written = paragraph.add_run(writable(value))
        written.bold, written.font.size = bold, Pt(8.5)
        if numbers and place:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        if bold:
            _shade(cell)


def writable(value):
    """Return `value` as text without the control characters that no document can hold."""
    return "".join(each for each in str(value) if each >= " " or each in "\t\n")


def _shade(cell):
    shading = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", SHADE)):
        shading.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(shading)
