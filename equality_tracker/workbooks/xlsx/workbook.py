"""The workbook's own parts: which sheets there are, which are hidden, and where they lie."""

import posixpath
import zipfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field

from equality_tracker.workbooks import limits, marks
from equality_tracker.workbooks.refused import Refused
from equality_tracker.workbooks.xlsx.colours import THEME
from equality_tracker.workbooks.xlsx.package import DAMAGED, open_package, parse
from equality_tracker.workbooks.xlsx.sheets import Shared, read_sheet
from equality_tracker.workbooks.xlsx.strings import read_strings
from equality_tracker.workbooks.xlsx.styles import read_styles, read_theme

MAIN = "xl/workbook.xml"
CUSTOM = "docProps/custom.xml"
MACROS = "The workbook holds macros. They were ignored; only the cells were read."
COMMENTS = (
    "The workbook holds comments on its cells. They were left out: copy into the cells what the "
    "plan should keep."
)


@dataclass
class _Workbook:
    sheets: list[tuple[str, str, bool]] = field(default_factory=list)
    starts_1904: bool = False

    def start(self, name: str, attributes: dict) -> None:
        if name == "sheet":
            key = next((v for k, v in attributes.items() if k.endswith(":id")), "")
            hidden = attributes.get("state", "visible") != "visible"
            self.sheets.append((attributes.get("name", ""), key, hidden))
        elif name == "workbookPr":
            self.starts_1904 = attributes.get("date1904", "0") in ("1", "true")


def read(path, progress: Callable[[float], None]) -> dict:
    """Read every visible sheet; raises Refused for what cannot or must not be read."""
    package = open_package(path)
    main = find_main(package)
    targets = relations(package, main)
    workbook = _Workbook()
    parse(package, main, workbook.start)
    limits.check_sheets(len(workbook.sheets))
    shared = read_shared(package, targets, workbook.starts_1904)
    read = read_sheets(package, workbook, targets, shared, progress)
    return read | {"export": read_property(package, marks.PROPERTY)}


def read_property(package: zipfile.ZipFile, wanted: str) -> str:
    """The words of a property that somebody gave the workbook, "" where it has none of that name."""
    if CUSTOM not in package.namelist():
        return ""
    inside, pieces = [], []

    def start(name: str, attributes: dict) -> None:
        if name == "property" and attributes.get("name") == wanted:
            inside.append(name)

    def end(name: str) -> None:
        if name == "property":
            inside.clear()

    def words(text: str) -> None:
        if inside:
            pieces.append(text)

    with suppress(Refused):
        parse(package, CUSTOM, start, end, words)
    return "".join(pieces).strip()[:100]


def find_main(package: zipfile.ZipFile) -> str:
    """The workbook part's name, from the package's own table of contents."""
    names = package.namelist()
    if MAIN in names:
        return MAIN
    for kind, target in relations(package, "").values():
        if kind == "officeDocument" and target in names:
            return target
    raise Refused(DAMAGED)


def relations(package: zipfile.ZipFile, part: str) -> dict[str, tuple[str, str]]:
    """The parts that a part points to, by key: what they are and where. Outside links are left out."""
    folder, name = posixpath.split(part)
    source = posixpath.join(folder, "_rels", f"{name}.rels")
    found: dict[str, tuple[str, str]] = {}

    def start(name: str, attributes: dict) -> None:
        if name == "Relationship" and attributes.get("TargetMode") != "External":
            kind = attributes.get("Type", "").rpartition("/")[2]
            target = posixpath.normpath(
                posixpath.join("/", folder, attributes.get("Target", ""))
            )
            found[attributes.get("Id", "")] = kind, target.lstrip("/")

    if source in package.namelist():
        parse(package, source, start)
    return found


def read_shared(package: zipfile.ZipFile, targets: dict, starts_1904: bool) -> Shared:
    """What all sheets share: words, styles and the calendar. An absent or broken part is none."""
    parts = dict(targets.values())
    names = set(package.namelist())
    theme, styles, rule_fills, strings = THEME, [], [], []
    if parts.get("theme") in names:
        theme = read_theme(package, parts["theme"])
    if parts.get("styles") in names:
        styles, rule_fills = read_styles(package, parts["styles"], theme)
    if parts.get("sharedStrings") in names:
        strings = read_strings(package, parts["sharedStrings"])
    by_number = {str(index): style for index, style in enumerate(styles)}
    return Shared(strings, by_number, starts_1904, rule_fills)


def part_of(progress, number: int, of: int) -> Callable[[float], None]:
    """What a sheet, the one with this number of so many, tells of itself, as a share of the whole."""
    return lambda share: progress((number - 1 + share) / of)


def read_sheets(package, workbook, targets, shared, progress) -> dict:
    """All sheets in the workbook's order; hidden ones are named, not read."""
    sheets, hidden, problems = [], [], []
    macros = any(name.endswith("vbaProject.bin") for name in package.namelist())
    if macros:
        problems.append(
            {"sheet": "", "cell": "", "severity": "note", "message": MACROS}
        )
    if any("comments" in name.casefold() for name in package.namelist()):
        problems.append(
            {"sheet": "", "cell": "", "severity": "note", "message": COMMENTS}
        )
    meter = limits.Meter()
    for number, (name, key, is_hidden) in enumerate(workbook.sheets, start=1):
        kind, target = targets.get(key, ("", ""))
        if is_hidden:
            hidden.append(name)
        elif kind == "worksheet":
            told = part_of(progress, number, len(workbook.sheets))
            sheet = read_sheet(package, target, name, shared, meter, told)
            problems += sheet.pop("problems")
            sheets.append(sheet)
        progress(number / len(workbook.sheets))
    return {"sheets": sheets, "hidden_sheets": hidden, "problems": problems}
