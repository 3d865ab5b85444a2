"""The document's own parts: where its body, lists and styles lie."""

from collections.abc import Callable

from equality_tracker.workbooks.docx.body import Body
from equality_tracker.workbooks.docx.flow import SHEET, Flow
from equality_tracker.workbooks.docx.names import PREFIXES
from equality_tracker.workbooks.docx.numbering import Numbering, read_numbering
from equality_tracker.workbooks.docx.styles import Styles, read_styles
from equality_tracker.workbooks.elements import walk
from equality_tracker.workbooks.refused import Refused
from equality_tracker.workbooks.xlsx.package import DAMAGED, open_package
from equality_tracker.workbooks.xlsx.workbook import relations

MAIN = "word/document.xml"
MACROS = "The document holds macros. They were ignored; only its words were read."
COMMENTS = (
    "The document holds comments. They were left out: write into its tables what the plan should "
    "keep."
)
HIDDEN_ROWS = "Hidden rows were left out ({places}). Show them to bring them in."


def find_main(package) -> str:
    """The body's part, from the package's own table of contents."""
    names = package.namelist()
    for kind, target in relations(package, "").values():
        if kind == "officeDocument" and target in names:
            return target
    if MAIN in names:
        return MAIN
    raise Refused(DAMAGED)


def read(path, progress: Callable[[float], None]) -> dict:
    """Read the tables of a document, and the lines between them, as one sheet; raises Refused."""
    package = open_package(path)
    names = set(package.namelist())
    main = find_main(package)
    parts = dict(relations(package, main).values())
    styles, numbering = Styles(), Numbering()
    if parts.get("styles") in names:
        styles = read_styles(package, parts["styles"])
    if parts.get("numbering") in names:
        numbering = read_numbering(package, parts["numbering"])
    progress(0.1)
    flow = Flow(styles, numbering)
    body = Body(flow.add_paragraph, flow.add_table, flow.line)
    walk(package, main, PREFIXES, body.start, body.end, body.words)
    progress(1.0)
    sheet = {
        "name": SHEET,
        "rows": flow.rows,
        "merges": flow.merges,
        "places": flow.places,
        "breaks": flow.breaks[1:],
    }
    return {"sheets": [sheet], "hidden_sheets": [], "problems": problems(names, flow)}


def problems(names: set[str], flow: Flow) -> list[dict]:
    """What was left out of the document, and said."""
    found = []
    if any(name.endswith("vbaProject.bin") for name in names):
        found.append(note("", MACROS))
    if any(name.endswith("/comments.xml") for name in names):
        found.append(note("", COMMENTS))
    if flow.hidden:
        listed = "; ".join(flow.hidden[:10]) + (" …" if len(flow.hidden) > 10 else "")
        found.append(note(SHEET, HIDDEN_ROWS.format(places=listed)))
    return found


def note(sheet: str, message: str) -> dict:
    return {"sheet": sheet, "cell": "", "severity": "note", "message": message}
