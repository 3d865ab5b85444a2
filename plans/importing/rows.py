"""Walks the sheets of a plan from top to bottom: banners, deadlines, lists, actions.

Takes the tables that `workbooks.finding` marked, and gives priorities with their actions. A
priority holds until the next one is named; the same priority named again goes on.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from equality_tracker.workbooks.finding import SheetTables, Table
from equality_tracker.workbooks.marks import KEY_FIELD, read_key
from equality_tracker.workbooks.sheets import Row, Sheet
from equality_tracker.workbooks.vocabulary import LONGEST_HEADING
from plans.importing import banners, problems
from plans.importing.action_cells import (
    Colours,
    continue_action,
    new_action,
    restore_reference,
    split_title,
)
from plans.importing.banners import Banner
from plans.importing.levels import Levels, take_side_lists, unnamed
from plans.importing.periods import title_score
from plans.importing.statuses import StatusWords

LONGEST_TITLE = 150


@dataclass
class Understood:
    """What a file was understood to say, before leads are split and dates are read."""

    priorities: list[dict] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    problems: list[dict] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    # The priority that holds above each table of another kind, by the table's id.
    under: dict[str, dict] = field(default_factory=dict)


class Walk:
    """The state of walking one file."""

    def __init__(self, words: StatusWords, directorates: Iterable[str] = ()) -> None:
        self.words = words
        self.found = Understood()
        self.levels = Levels(self.found.priorities, directorates)
        self.priority: dict | None = None
        self.action: dict | None = None
        self.table: Table | None = None
        self.colours = Colours({}, words)
        self.deadline = self.next_deadline = ("", "")
        self.listing = False
        self.group = ""

    def sheet(self, marked: SheetTables, keys: dict[str, dict[str, str]]) -> None:
        """Walk one sheet; `keys` is what colours mean for each table by its id."""
        self.priority, self.table, self.action = None, None, None
        self.deadline = self.next_deadline = ("", "")
        self.listing = False
        headers = {table.header_row: table for table in marked.tables}
        bounds = {table.last_header_row for table in marked.tables}
        self.actions_here = sum(table.kind == "actions" for table in marked.tables)
        self.headers = headers
        rows, skip = marked.sheet.rows, 0
        for index, row in enumerate(rows):
            if not row.filled:
                continue
            if row.number in headers:
                self.header(headers[row.number], marked, keys)
                skip = self.table.last_header_row if self.table else 0
            if row.number <= skip or row.number in bounds:
                continue
            ahead = [one for one in rows[index + 1 : index + 4] if one.filled][:2]
            if self.is_label(row, ahead, headers):
                self.table = None
                self.start_priority(self.section(row, ahead[0]))
                skip = ahead[0].number
                continue
            previous = rows[index - 1].number if index else 0
            self.row(marked.sheet, row, row.number - previous > 1, ahead)

    def header(self, table: Table, marked: SheetTables, keys: dict) -> None:
        """A header row: the table below it begins, or goes on after a page break."""
        for item in take_side_lists(marked.sheet, table):
            self.current(marked.sheet)["outcomes"].append(item)
        self.table, self.action, self.listing = table, None, False
        self.group = ""
        if self.priority is not None:
            self.found.under[table.id] = self.priority
        self.colours = Colours(keys.get(table.id, {}), self.words, self.found.problems)
        if table.kind == "actions" and self.next_deadline[0]:
            self.deadline, self.next_deadline = self.next_deadline, ("", "")

    def is_label(self, row: Row, ahead: list[Row], headers: dict) -> bool:
        """A label over its value, then a header: "Corporate priority" over the priority's words."""
        if len(ahead) < 2 or ahead[1].number not in headers or row.number in headers:
            return False
        near = ahead[1].number <= row.number + 4
        if ahead[0].number != row.number + 1 or not near:
            return False
        first = min(row.filled).column
        text, value = row.text(first), ahead[0].text(first)
        if not value or len(text) > LONGEST_HEADING or banners.read_level(text):
            return False
        return banners.says_level(text) and not banners.is_outcome_list(text)

    def section(self, label: Row, value: Row) -> Banner:
        """The priority that a value row names."""
        return banners.read_banner(value.text(min(label.filled).column))

    def row(self, sheet: Sheet, row: Row, after_gap: bool, ahead: list[Row]) -> None:
        """Any row that is no header, key or label."""
        filled = row.filled
        if self.table and self.table.kind == "actions":
            self.table_row(sheet, row, filled, after_gap, ahead)
        elif len(filled) == 1 and not self.goes_on(after_gap):
            self.line(row, filled[0].text, ahead)
        elif self.table:
            self.count_row(filled)
        else:
            self.found.lines += [
                cell.text for cell in filled if len(cell.text) <= LONGEST_TITLE
            ]

    def goes_on(self, after_gap: bool) -> bool:
        """Whether a line of its own still belongs to the table above it, which is no plan's."""
        if self.table and self.table.kind == "other" and after_gap:
            self.table = None
        return False

    def count_row(self, filled: list) -> None:
        """A row of a table that is read later: counted, totals left out."""
        if not banners.is_total(min(filled).text):
            self.found.counts[self.table.id] = (
                self.found.counts.get(self.table.id, 0) + 1
            )

    def line(self, row: Row, text: str, ahead: list[Row]) -> None:
        """A line of its own: a level of the plan, a deadline, a list, a signpost or a note."""
        in_actions = self.table is not None and self.table.kind == "actions"
        level = banners.read_level(text)
        if level:
            self.start_priority(level)
        elif banners.is_deadline(text):
            self.next_deadline = text, row.address(row.filled[0].column)
            if in_actions:
                self.deadline = self.next_deadline
        elif banners.is_outcome_list(text) or banners.is_signpost(text):
            self.table, self.listing = None, banners.is_outcome_list(text)
        elif self.listing and self.priority is not None:
            self.priority["outcomes"] += banners.bullets(text)
        elif self.is_title_of_table(text, ahead):
            self.start_priority(banners.read_banner(text), text)
        elif self.table and not in_actions:
            self.count_row(row.filled)
        else:
            self.found.lines.append(text)

    def is_title_of_table(self, text: str, ahead: list[Row]) -> bool:
        """A short line just above one of several action tables on a sheet names its priority."""
        if not ahead or ahead[0].number not in self.headers or self.actions_here < 2:
            return False
        below = self.headers[ahead[0].number]
        return (
            below.kind == "actions"
            and len(text) <= LONGEST_TITLE
            and not title_score(text)
        )

    def table_row(
        self, sheet: Sheet, row: Row, filled: list, after_gap: bool, ahead
    ) -> None:
        """A row of an action table: an action, more of the last one, or a line between."""
        table = self.table
        if banners.is_total(min(filled).text):
            return
        title = table.column("title")
        inside = [cell for cell in filled if cell.column in table.headings]
        if read_key(row.text(table.column(KEY_FIELD))):
            # It went out from here as one action, and comes back as one; emptied, it is a row that was removed.
            if len(inside) > 1:
                self.add_actions(sheet, row)
            return
        if len(filled) == 1 and self.is_line(sheet, row, filled[0], after_gap, ahead):
            return
        covered = (row.number, title) in sheet.covered
        if inside and self.says_same_action(row):
            continue_action(self.action, table, sheet, row, self.colours)
        elif inside and row.text(title) and not covered:
            self.add_actions(sheet, row)
        elif inside and self.goes_with_last(row, inside, covered, after_gap):
            continue_action(self.action, table, sheet, row, self.colours)
        elif inside:
            message = problems.NO_TITLE
            place = row.address(min(inside).column)
            self.report(sheet, place, problems.WARNING, message)

    def report(self, sheet: Sheet, cell: str, severity: str, message: str) -> None:
        found = problems.problem(sheet.name, cell, severity, message)
        self.found.problems.append(found)

    def says_same_action(self, row: Row) -> bool:
        """Whether a row repeats the last one's reference and action: one row for each measure."""
        reference = row.text(self.table.column("reference"))
        if self.action is None or not reference:
            return False
        title, _steps = split_title(row.text(self.table.column("title")))
        return (reference, title) == (self.action["reference"], self.action["title"])

    def goes_with_last(
        self, row: Row, inside: list, covered: bool, after_gap: bool
    ) -> bool:
        """Whether a row without an action of its own is more of the action above it."""
        if self.action is None or covered:
            return covered and self.action is not None
        own = row.text(self.table.column("reference"))
        if after_gap or (own and own != self.action["reference"]):
            return False
        return len(inside) * 2 <= len(self.table.headings)

    def is_line(self, sheet: Sheet, row: Row, cell, after_gap: bool, ahead) -> bool:
        """Whether a row with one cell is a banner, a deadline or a note, and so no action."""
        table = self.table
        title = table.column("title")
        if (row.number, title) in sheet.covered:
            return False
        if cell.column not in (title, min(table.headings)) and not after_gap:
            return False
        wide = is_wide(sheet, row, cell, table)
        in_front = cell.column in (title, min(table.headings))
        if not in_front or banners.says_something(cell.text):
            self.line(row, cell.text, ahead)
        elif self.looks_like_banner(cell, wide, row, ahead):
            self.start_priority(banners.read_banner(cell.text), cell.text)
        elif wide or (after_gap and len(table.fields) > 2):
            self.found.lines.append(cell.text)
        else:
            return False
        return True

    def looks_like_banner(self, cell, wide: bool, row: Row, ahead: list[Row]) -> bool:
        """Set apart by a merge or a colour, or short above a full row."""
        if len(cell.text) > banners.LONGEST_BANNER or not ahead:
            return False
        coloured = bool(cell.fill) and cell.fill not in self.colours.key
        full_below = len(ahead[0].filled) >= 3 and ahead[0].number - row.number <= 2
        # A file that went out from here sets its banners apart: a short new row above a full one is a new action.
        full_below = full_below and not self.table.column(KEY_FIELD)
        short = len(cell.text) <= 100 and not cell.text.endswith(".")
        return wide or coloured or (full_below and short and len(self.table.fields) > 2)

    def add_actions(self, sheet: Sheet, row: Row) -> None:
        """The action of a row; several where a bare list stands for several."""
        table = self.table
        self.follow_column(sheet, row)
        action = new_action(table, sheet, row, self.colours)
        if self.action and restore_reference(
            action, self.action["reference"], row, table
        ):
            place = row.address(table.column("reference"))
            self.report(sheet, place, problems.NOTE, problems.NOUGHT)
        if not action["timescale"]["text"] and self.deadline[0]:
            action["timescale"] = {"text": self.deadline[0], "from": "heading"}
            action["cells"]["timescale"] = self.deadline[1]
        actions = one_for_each(action, table)
        self.current(sheet)["actions"] += actions
        self.action = actions[-1]
        self.found.counts[table.id] = self.found.counts.get(table.id, 0) + 1

    def follow_column(self, sheet: Sheet, row: Row) -> None:
        """Let a column of priorities name the priority, filled down from where it is named."""
        column = self.table.column("priority")
        if not column:
            return
        text = row.text(column) or sheet.said_for(row.number, column) or self.group
        if text and text != self.group:
            self.start_priority(banners.read_banner(text))
        self.group = text

    def current(self, sheet: Sheet) -> dict:
        """The priority that holds here; one named after the sheet where none was named."""
        if self.priority is None:
            self.start_priority(unnamed(sheet))
            self.priority["unnamed"] = True
        return self.priority

    def start_priority(self, banner: Banner, text: str = "") -> None:
        """Begin a priority, or go on with the one of the same name."""
        priority = self.levels.named(banner, text)
        if priority is not self.priority:
            self.deadline = ("", "")
        self.priority, self.action, self.listing = priority, None, False


def is_wide(sheet: Sheet, row: Row, cell, table: Table) -> bool:
    """Whether a cell is merged over more than half of its table's columns."""
    last = sheet.spans.get((row.number, cell.column), cell.column)
    span = last - cell.column + 1
    return span > 1 and span * 2 > len(table.headings)


def one_for_each(action: dict, table: Table) -> list[dict]:
    """A bare list in a table without leads or dates is an action for each of its items."""
    if table.column("lead") or table.column("timescale") or action["row_key"]:
        return [action]
    if not banners.is_bulleted(action["title"]):
        return [action]
    return [{**action, "title": item} for item in banners.bullets(action["title"])]
