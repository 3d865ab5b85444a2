"""Word documents built part by part, so that each can hold what a test needs and nothing else."""

import zipfile
from xml.sax.saxutils import escape, quoteattr

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
SPACES = (
    f'xmlns:w="{MAIN}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
# List 1 has bullets; list 2 counts 1., a); list 3 counts "Objective 1:".
NUMBERING = """
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/>
<w:lvlText w:val="&#xF0B7;"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>
<w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/>
<w:lvlText w:val="%1.%2)"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>
<w:lvlText w:val="Objective %1:"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="3"/></w:num>
"""
STYLES = """
<w:style w:type="paragraph" w:styleId="Bulleted"><w:name w:val="Bulleted"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Mine"><w:name w:val="Mine"/><w:basedOn w:val="Bulleted"/></w:style>
<w:style w:type="paragraph" w:styleId="Kop1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="table" w:styleId="Grey"><w:name w:val="Grey"/><w:tcPr><w:shd w:val="clear" w:fill="D9D9D9"/></w:tcPr>
<w:tblStylePr w:type="band1Horz"><w:tcPr><w:shd w:val="clear" w:fill="00FF00"/></w:tcPr></w:tblStylePr></w:style>
"""


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(*runs: str, style: str = "", list_id: int = 0, depth: int = 0) -> str:
    """A paragraph of runs; a run without a tag is its words."""
    inside = "".join(one if one.startswith("<") else run(one) for one in runs)
    named = f"<w:pStyle w:val={quoteattr(style)}/>" if style else ""
    listed = (
        f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{list_id}"/></w:numPr>'
        if list_id
        else ""
    )
    return f"<w:p><w:pPr>{named}{listed}</w:pPr>{inside}</w:p>"


def cell(
    *blocks: str, fill: str = "", span: int = 1, merge: str = "", more: str = ""
) -> str:
    """A cell of paragraphs; a block without a tag is one paragraph's words."""
    inside = "".join(b if b.startswith("<") else paragraph(b) for b in blocks)
    properties = more
    if span > 1:
        properties += f'<w:gridSpan w:val="{span}"/>'
    if merge:
        properties += f'<w:vMerge w:val="{merge}"/>'
    if fill:
        properties += f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside or '<w:p/>'}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    inside = "".join(one if one.startswith("<") else cell(one) for one in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inside}</w:tr>"


def table(*rows: str, widths=(), properties: str = "") -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def document(path, *blocks: str, spaces: str = SPACES, main: str = "word/document.xml"):
    """Write a document of these blocks to `path` and give it back."""
    body = f"<w:document {spaces}><w:body>{''.join(blocks)}</w:body></w:document>"
    folder, name = main.rsplit("/", 1)
    related = "".join(
        f'<Relationship Id="{part}" Type="{KIND}/{part}" Target="{part}.xml"/>'
        for part in ("styles", "numbering")
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", TYPES)
        package.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{RELATIONS}"><Relationship Id="a" Type="{KIND}/officeDocument" '
            f'Target="{main}"/></Relationships>',
        )
        package.writestr(main, body)
        package.writestr(
            f"{folder}/_rels/{name}.rels",
            f'<Relationships xmlns="{RELATIONS}">{related}</Relationships>',
        )
        package.writestr(
            f"{folder}/styles.xml", f"<w:styles {spaces}>{STYLES}</w:styles>"
        )
        package.writestr(
            f"{folder}/numbering.xml",
            f"<w:numbering {spaces}>{NUMBERING}</w:numbering>",
        )
    return path


def plan(path, rows: int = 3):
    """A plan without any fault, as `plain.plan` has it."""
    from tests.workbooks.books import plain

    lines = [plain.HEADINGS, *(plain.row(number) for number in range(1, rows + 1))]
    return document(path, table(*(row(*line) for line in lines)))
