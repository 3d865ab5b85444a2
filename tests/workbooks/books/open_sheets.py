"""OpenDocument spreadsheets built part by part."""

import zipfile
from xml.sax.saxutils import escape

KIND = "application/vnd.oasis.opendocument.spreadsheet"
_ODF = "urn:oasis:names:tc:opendocument:xmlns"
SPACES = (
    " ".join(
        f'xmlns:{prefix}="{_ODF}:{name}:1.0"'
        for prefix, name in (
            ("office", "office"),
            ("table", "table"),
            ("text", "text"),
            ("style", "style"),
            ("number", "datastyle"),
            ("fo", "xsl-fo-compatible"),
            ("draw", "drawing"),
            ("manifest", "manifest"),
        )
    )
    + ' xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
)


def fill_style(name: str, fill: str, parent: str = "Default") -> str:
    return (
        f'<style:style style:name="{name}" style:family="table-cell" style:parent-style-name="{parent}">'
        f'<style:table-cell-properties fo:background-color="{fill}"/></style:style>'
    )


def cell(*lines: str, kind: str = "string", **attributes) -> str:
    """A cell of lines; attributes are written with "_" for "-" and the table's prefix."""
    said = "".join(
        f' {name if ":" in name else "table:" + name.replace("_", "-")}="{value}"'
        for name, value in attributes.items()
    )
    typed = f' office:value-type="{kind}"' if lines and kind else ""
    inside = "".join(
        line if line.startswith("<") else f"<text:p>{escape(line)}</text:p>"
        for line in lines
    )
    return f"<table:table-cell{typed}{said}>{inside}</table:table-cell>"


def row(*cells: str, **attributes) -> str:
    said = "".join(f' table:{n.replace("_", "-")}="{v}"' for n, v in attributes.items())
    inside = "".join(one if one.startswith("<") else cell(one) for one in cells)
    return f"<table:table-row{said}>{inside}</table:table-row>"


def sheet(*rows: str, name: str = "Plan", columns: str = "", style: str = "") -> str:
    styled = f' table:style-name="{style}"' if style else ""
    return f'<table:table table:name="{name}"{styled}>{columns}{"".join(rows)}</table:table>'


def spreadsheet(
    path, *sheets: str, styles: str = "", named: str = "", before: str = ""
):
    """Write a spreadsheet of these sheets to `path` and give it back."""
    content = (
        f"<office:document-content {SPACES}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{before}{''.join(sheets)}</office:spreadsheet></office:body>"
        "</office:document-content>"
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("mimetype", KIND, compress_type=zipfile.ZIP_STORED)
        package.writestr("content.xml", content)
        package.writestr(
            "styles.xml",
            f"<office:document-styles {SPACES}><office:styles>{named}</office:styles></office:document-styles>",
        )
    return path


def plan(path, rows: int = 3):
    """A plan without any fault, as `plain.plan` has it, with the tail of a real sheet."""
    from tests.workbooks.books import plain

    lines = [plain.HEADINGS, *(plain.row(number) for number in range(1, rows + 1))]
    tail = row(cell(number_columns_repeated=16384), number_rows_repeated=1_048_000)
    return spreadsheet(path, sheet(*(row(*line) for line in lines), tail))
