"""The parts of a workbook beside its sheets: contents, relations, styles, properties."""

import re
from xml.sax.saxutils import escape, quoteattr

_PLACE = re.compile("([A-Z]+)([0-9]+)")
START = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
KIND = "application/vnd.openxmlformats-officedocument"
CUSTOM = (
    "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties",
    "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes",
    "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}",
)
PROPERTIES = "docProps/custom.xml"


def frame(sheets, looks, colours, *, title, properties):
    """Return {path: text} of every part but the sheets themselves."""
    numbers = range(1, len(sheets) + 1)
    return {
        "[Content_Types].xml": contents(numbers),
        "_rels/.rels": relations(
            [
                (f"{DOCUMENT}/officeDocument", "xl/workbook.xml"),
                (f"{PACKAGE}/relationships/metadata/core-properties", CORE),
                (f"{DOCUMENT}/custom-properties", PROPERTIES),
            ]
        ),
        "xl/workbook.xml": workbook(sheets),
        "xl/_rels/workbook.xml.rels": relations(
            [(f"{DOCUMENT}/worksheet", f"worksheets/sheet{n}.xml") for n in numbers]
            + [(f"{DOCUMENT}/styles", "styles.xml")]
        ),
        "xl/styles.xml": styles(looks, colours),
        CORE: core(title),
        PROPERTIES: custom(properties),
    }


CORE = "docProps/core.xml"


def contents(numbers):
    sheet = f"{KIND}.spreadsheetml"
    parts = [
        ("/xl/workbook.xml", f"{sheet}.sheet.main+xml"),
        ("/xl/styles.xml", f"{sheet}.styles+xml"),
        ("/docProps/custom.xml", f"{KIND}.custom-properties+xml"),
        (
            f"/{CORE}",
            "application/vnd.openxmlformats-package.core-properties+xml",
        ),
    ]
    parts += [
        (f"/xl/worksheets/sheet{n}.xml", f"{sheet}.worksheet+xml") for n in numbers
    ]
    listed = "".join(
        f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in parts
    )
    return (
        f'{START}<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
        f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{listed}</Types>'
    )


def relations(targets):
    listed = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, start=1)
    )
    return f'{START}<Relationships xmlns="{PACKAGE}/relationships">{listed}</Relationships>'


def workbook(sheets):
    listed = "".join(
        f'<sheet name={quoteattr(sheet.name)} sheetId="{n}" r:id="rId{n}"/>'
        for n, sheet in enumerate(sheets, start=1)
    )
    names = "".join(defined_names(sheets))
    names = f"<definedNames>{names}</definedNames>" if names else ""
    return f'{START}<workbook xmlns="{MAIN}" xmlns:r="{DOCUMENT}"><bookViews><workbookView/></bookViews><sheets>{listed}</sheets>{names}</workbook>'


def defined_names(sheets):
    """The rows that each printed page repeats, and the hidden name that a filter needs."""
    for number, sheet in enumerate(sheets):
        quoted = escape("'" + sheet.name.replace("'", "''") + "'")
        if sheet.filtered:
            area = _PLACE.sub(r"$\1$\2", sheet.filtered)
            yield f'<definedName name="_xlnm._FilterDatabase" localSheetId="{number}" hidden="1">{quoted}!{area}</definedName>'
        if sheet.titles:
            first, last = sheet.titles
            yield f'<definedName name="_xlnm.Print_Titles" localSheetId="{number}">{quoted}!${first}:${last}</definedName>'


def core(title):
    return (
        f'{START}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{escape(title)}</dc:title></cp:coreProperties>'
    )


def custom(properties):
    """Words that stay with the file: programs that open and save it keep them."""
    main, types, kind = CUSTOM
    listed = "".join(
        f'<property fmtid="{kind}" pid="{number}" name={quoteattr(name)}><vt:lpwstr>{escape(text)}</vt:lpwstr></property>'
        for number, (name, text) in enumerate(properties.items(), start=2)
    )
    return f'{START}<Properties xmlns="{main}" xmlns:vt="{types}">{listed}</Properties>'


def styles(looks, colours):
    """One font, fill and cell style for each look; one differential style for each colour that follows a word."""
    fonts = "".join(font(look) for look in looks)
    fills = "".join(
        f'<fill><patternFill patternType="solid"><fgColor rgb="FF{look.fill}"/><bgColor indexed="64"/></patternFill></fill>'
        if look.fill
        else '<fill><patternFill patternType="none"/></fill>'
        for look in looks
    )
    cells = "".join(cell_style(number, look) for look, number in looks.items())
    changing = "".join(
        f'<dxf><font><color rgb="FF{colour}"/></font><fill><patternFill patternType="solid"><fgColor rgb="FF{fill}"/>'
        f'<bgColor rgb="FF{fill}"/></patternFill></fill></dxf>'
        for fill, colour in colours
    )
    line = "".join(
        f'<{side} style="thin"><color rgb="FF8A8A8A"/></{side}>'
        for side in ("left", "right", "top", "bottom")
    )
    return (
        f'{START}<styleSheet xmlns="{MAIN}"><fonts count="{len(looks)}">{fonts}</fonts>'
        f'<fills count="{len(looks) + 2}"><fill><patternFill patternType="none"/></fill>'
        f'<fill><patternFill patternType="gray125"/></fill>{fills}</fills>'
        f'<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>{line}<diagonal/></border></borders>'
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
        f'<cellXfs count="{len(looks)}">{cells}</cellXfs>'
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
        f'<dxfs count="{len(colours)}">{changing}</dxfs></styleSheet>'
    )


def font(look):
    bold = "<b/>" if look.bold else ""
    colour = look.colour or "000000"
    return f'<font>{bold}<sz val="{look.size}"/><color rgb="FF{colour}"/><name val="Arial"/><family val="2"/></font>'


def cell_style(number, look):
    fill = number + 2 if look.fill else 0
    quoted = ' quotePrefix="1"' if look.quoted else ""
    wrap = ' wrapText="1"' if look.wrap else ""
    # Text cells throughout: what is typed there, such as 1.10 or 3/4, stays as it was typed.
    return (
        f'<xf numFmtId="49" fontId="{number}" fillId="{fill}" borderId="{int(look.border)}" xfId="0" applyNumberFormat="1" '
        f'applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"{quoted}><alignment vertical="top"{wrap}/></xf>'
    )
