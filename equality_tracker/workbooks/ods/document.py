"""The parts of an OpenDocument spreadsheet: its styles, then its sheets."""

from collections.abc import Callable

from equality_tracker.workbooks import limits
from equality_tracker.workbooks.cells import address
from equality_tracker.workbooks.elements import walk
from equality_tracker.workbooks.limits import CELL_CHARACTERS
from equality_tracker.workbooks.ods.conditions import rule_of
from equality_tracker.workbooks.ods.names import PREFIXES, times
from equality_tracker.workbooks.ods.sheets import Sheet
from equality_tracker.workbooks.ods.styles import Styles
from equality_tracker.workbooks.ods.values import ZERO, cell_of, read_day
from equality_tracker.workbooks.refused import Refused
from equality_tracker.workbooks.sentences import OPEN_PASSWORD
from equality_tracker.workbooks.xlsx import conditions
from equality_tracker.workbooks.xlsx.package import DAMAGED, open_package
from equality_tracker.workbooks.xlsx.sheets import (
    hidden_columns_note,
    hidden_rows_note,
    note,
)
from equality_tracker.workbooks.xlsx.workbook import COMMENTS, MACROS

MANIFEST = "META-INF/manifest.xml"
LARGEST_MANIFEST = 2_000_000
# What is drawn over the cells, said about them, remembered of other files, or no longer there.
SKIPPED = {
    "office:annotation", "office:annotation-end", "office:forms", "office:scripts", "office:dde-source",
    "office:event-listeners", "table:shapes", "table:tracked-changes", "table:content-validations",
    "table:named-expressions", "table:database-ranges", "table:data-pilot-tables", "table:dde-links",
    "table:scenario", "table:detective", "text:note", "text:ruby-text", "text:tracked-changes",
}  # fmt: skip
CELLS = ("table:table-cell", "table:covered-table-cell")
MARKS = {"text:tab": " ", "text:line-break": "\n", "text:s": " "}
FROM_ELSEWHERE = ("'file:", "'http:", "'https:")


class Content:
    """The state of reading; the handlers are called by the XML parser."""

    def __init__(self, styles: Styles) -> None:
        self.styles = styles
        self.resolve = styles.resolver()
        self.meter = limits.Meter()
        self.sheets: list[Sheet] = []
        self.hidden: list[str] = []
        self.seen = 0
        self.zero = ZERO
        self.skip = 0
        self.in_styles = self.has_comments = False
        self.sheet: Sheet | None = None
        self.cell: dict | None = None
        self.covered = False
        self.hidden_groups: list[bool] = []
        self.target = ""
        self.paragraphs = 0
        self.pieces: list[str] = []
        self.length = 0

    def start(self, name: str, attributes: dict) -> None:
        if self.skip:
            self.skip += 1
        elif self.in_styles:
            self.styles.start(name, attributes)
        elif name in SKIPPED or name.startswith("draw:"):
            self.skip = 1
            self.has_comments = self.has_comments or name == "office:annotation"
        elif self.cell is not None:
            self.start_in_cell(name, attributes)
        elif name == "office:automatic-styles":
            self.in_styles = True
        elif name == "table:table":
            self.start_table(attributes)
        elif name == "table:null-date":
            self.zero = read_day(attributes.get("table:date-value", "")) or ZERO
        elif self.sheet is not None:
            self.start_in_sheet(name, attributes)

    def start_in_cell(self, name: str, attributes: dict) -> None:
        if name == "table:table":
            self.skip = 1
        elif name == "text:p" or name == "text:h":
            if self.pieces:
                self.add("\n")
            self.paragraphs += 1
        elif name in MARKS:
            self.add(MARKS[name])

    def start_in_sheet(self, name: str, attributes: dict) -> None:
        hidden = any(self.hidden_groups)
        if name in CELLS:
            self.start_cell(name, attributes)
        elif name == "table:table-row":
            self.sheet.start_row(attributes, hidden)
        elif name == "table:table-column":
            self.sheet.add_columns(attributes, hidden)
        elif name in ("table:table-row-group", "table:table-column-group"):
            self.hidden_groups.append(attributes.get("table:display") == "false")
        elif name == "calcext:conditional-format":
            self.target = attributes.get("calcext:target-range-address", "")
        elif name == "calcext:condition":
            self.add_rule(attributes)
        elif name == "table:table-source":
            self.sheet.from_elsewhere = True

    def add_rule(self, attributes: dict) -> None:
        """A rule of conditional formatting; its style goes by the name that a person sees."""
        said = attributes.get("calcext:apply-style-name", "")
        fill = self.resolve(self.styles.shown_names.get(said, said)).fill
        rules = self.sheet.rules
        value = attributes.get("calcext:value", "")
        rule = rule_of(value, self.target, fill, len(rules))
        if rule and len(rules) < conditions.MOST_RULES:
            rules.append(rule)

    def start_table(self, attributes: dict) -> None:
        """A sheet begins; a hidden one is named and not read."""
        name = attributes.get("table:name", "")
        if name.startswith(FROM_ELSEWHERE) or self.sheet is not None:
            self.skip = 1
            return
        self.seen += 1
        hidden = attributes.get("table:style-name") in self.styles.hidden_tables
        if hidden:
            self.hidden.append(name)
        if hidden or self.seen > limits.SHEETS:
            self.skip = 1
            return
        self.sheet = Sheet(name, self.meter)
        self.hidden_groups = []

    def start_cell(self, name: str, attributes: dict) -> None:
        self.cell = attributes
        self.covered = name == "table:covered-table-cell"
        self.pieces.clear()
        self.length = 0

    def end(self, name: str) -> None:
        if self.skip:
            self.skip -= 1
        elif self.in_styles:
            self.end_in_styles(name)
        elif self.cell is not None:
            if name in CELLS:
                self.end_cell()
            elif name == "text:p" or name == "text:h":
                self.paragraphs -= 1
        elif self.sheet is not None:
            self.end_in_sheet(name)

    def end_in_styles(self, name: str) -> None:
        if name == "office:automatic-styles":
            self.in_styles = False
            self.resolve = self.styles.resolver()
        else:
            self.styles.end(name)

    def end_in_sheet(self, name: str) -> None:
        if name == "table:table-row":
            self.sheet.end_row()
        elif name == "table:table":
            if not self.sheet.from_elsewhere:
                self.sheets.append(self.sheet)
            self.sheet = None
        elif name in ("table:table-row-group", "table:table-column-group"):
            self.hidden_groups.pop()

    def end_cell(self) -> None:
        """Put the cell, and as many repeats as it has, into its row."""
        attributes, self.cell = self.cell, None
        sheet = self.sheet
        style = self.resolve(sheet.style_of(attributes.get("table:style-name", "")))
        cell = None
        if not self.covered:
            sheet.add_merge(attributes)
            cell = cell_of(attributes, "".join(self.pieces), style, self.zero)
        repeated = times(attributes, "table:number-columns-repeated")
        sheet.add_cell(cell, style.fill, repeated)

    def words(self, text: str) -> None:
        if self.in_styles:
            self.styles.words(text)
        elif self.paragraphs and not self.skip:
            self.add(text)

    def add(self, text: str) -> None:
        self.length += len(text)
        if self.length > CELL_CHARACTERS * 2:
            place = address(self.sheet.column + 1, self.sheet.row)
            self.meter.check_cell(self.sheet.name, place, 1, self.length)
        self.pieces.append(text)


def read(path, progress: Callable[[float], None]) -> dict:
    """Read every visible sheet; raises Refused for what cannot or must not be read."""
    package = open_package(path)
    names = set(package.namelist())
    refuse_encrypted(package, names)
    if "content.xml" not in names:
        raise Refused(DAMAGED)
    styles = Styles()
    if "styles.xml" in names:
        walk(package, "styles.xml", PREFIXES, styles.start, styles.end, styles.words)
    progress(0.1)
    content = Content(styles)
    walk(package, "content.xml", PREFIXES, content.start, content.end, content.words)
    limits.check_sheets(content.seen)
    found = general_problems(names, content)
    for sheet in content.sheets:
        found += finish(sheet)
    progress(1.0)
    return {
        "sheets": [plain(sheet) for sheet in content.sheets],
        "hidden_sheets": content.hidden,
        "problems": found,
    }


def refuse_encrypted(package, names: set[str]) -> None:
    """Refuse what is locked: the package's list of parts says so."""
    locked = "encrypted-package" in names
    if MANIFEST in names and package.getinfo(MANIFEST).file_size < LARGEST_MANIFEST:
        try:
            locked = locked or b"encryption-data" in package.read(MANIFEST)
        except Exception as fault:
            raise Refused(DAMAGED) from fault
    if locked:
        raise Refused(OPEN_PASSWORD)


def plain(sheet: Sheet) -> dict:
    return {"name": sheet.name, "rows": sheet.rows, "merges": sheet.merges}


def general_problems(names: set[str], content: Content) -> list[dict]:
    """What was left out of the file as a whole, and said."""
    found = []
    if any(name.startswith("Basic/") for name in names):
        found.append(note("", "", MACROS))
    if content.has_comments:
        found.append(note("", "", COMMENTS))
    return found


def finish(sheet: Sheet) -> list[dict]:
    """Colour a sheet by its rules; gives back what could not be read of it or was left out."""
    lost = dict.fromkeys(conditions.colour(sheet.rows, sheet.rules))
    found = []
    if sheet.hidden_rows:
        found.append(hidden_rows_note(sheet.name, sheet.hidden_rows))
    if sheet.left_out:
        found.append(hidden_columns_note(sheet.name, sorted(sheet.left_out)))
    return [*found, *(note(sheet.name, cell, conditions.UNREAD) for cell in lost)]
