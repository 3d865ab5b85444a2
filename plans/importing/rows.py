"""Walks the sheets of a plan from top to bottom: banners, deadlines, lists, actions.

Takes the tables that `workbooks.finding` marked, and gives priorities with their actions. A
priority holds until the next one is named; the same priority named again goes on.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from equality_tracker.workbooks.cells import letter
from equality_tracker.workbooks.finding import SheetTables, Table
from equality_tracker.workbooks.marks import KEY_FIELD, read_key
from equality_tracker.workbooks.sheets import Row, Sheet
from plans.importing import banners, left_out, moments, problems, settling
from plans.importing.action_cells import (
    Colours,
    continue_action,
    new_action,
    restore_reference,
    split_title,
)
from plans.importing.between import Between
from plans.importing.levels import Levels, take_side_lists
from plans.importing.lines import Lines
from plans.importing.standing import Standing
from plans.importing.statuses import StatusWords


@dataclass
class Understood:
    """What a file was understood to say, before leads are split and dates are read."""

    priorities: list[dict] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    problems: list[dict] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    # The priority that holds above each table of another kind, by the table's id.
    under: dict[str, dict] = field(default_factory=dict)


class Walk(Between):
    """The state of walking one file."""

    def __init__(self, words: StatusWords, directorates: Iterable[str] = ()) -> None:
        self.words = words
        self.found = Understood()
        self.standing = Standing(Levels(self.found.priorities, directorates))
        self.lines = Lines(self.standing, self.found)
        self.action: dict | None = None
        self.table: Table | None = None
        self.colours = Colours({}, words)
        self.group = ""

    def sheet(self, marked: SheetTables, keys: dict[str, dict[str, str]]) -> None:
        """Walk one sheet; `keys` is what colours mean for each table by its id."""
        self.table, self.action = None, None
        self.standing.begin(marked.sheet.name)
        self.lines.begin(marked)
        headers = self.lines.headers
        bounds = {table.last_header_row for table in marked.tables}
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
                self.table, self.action = None, None
                words = ahead[0].text(min(row.filled).column)
                self.standing.name(banners.read_banner(words))
                skip = ahead[0].number
                continue
            previous = rows[index - 1].number if index else 0
            self.row(marked.sheet, row, row.number - previous > 1, ahead)

    def header(self, table: Table, marked: SheetTables, keys: dict) -> None:
        """A header row: the table below it begins, or goes on after a page break."""
        for item in take_side_lists(marked.sheet, table):
            self.standing.current(marked.sheet)["outcomes"].append(item)
        self.table, self.action = table, None
        self.group = ""
        if self.standing.priority is not None:
            self.found.under[table.id] = self.standing.priority
        self.colours = Colours(keys.get(table.id, {}), self.words, self.found.problems)
        self.standing.table(table)
        if table.kind == "actions":
            told = [marked.sheet.name, *self.found.lines]
            self.moments = moments.of(table, told)
            self.report_undated(table)
            self.ticked = bool(table.column(settling.TICKED))

    def report_undated(self, table: Table) -> None:
        """Say where several columns stand for times whose year nobody tells."""
        for found in (self.moments.statuses, self.moments.words):
            undated = [moment for moment in found if moment.as_at is None]
            if len(found) > 1 and undated:
                names = ", ".join(f"“{one.heading}”" for one in undated[:4])
                place = f"{letter(undated[0].column)}{table.header_row}"
                message = problems.NO_YEAR.format(headings=names)
                self.found.problems.append(
                    problems.problem(table.sheet, place, problems.NOTE, message)
                )
                return

    def row(self, sheet: Sheet, row: Row, after_gap: bool, ahead: list[Row]) -> None:
        """Any row that is no header, key or label."""
        filled = row.filled
        if self.table and self.table.kind == "actions":
            self.table_row(sheet, row, filled, after_gap, ahead)
        elif len(filled) == 1:
            if after_gap and self.table and self.table.kind == "other":
                self.table = None
            self.line(row, filled[0].text, ahead)
        elif self.table:
            self.count_row(filled)
        else:
            self.lines.several(row, filled, ahead)

    def line(self, row: Row, text: str, ahead: list[Row]) -> None:
        """A line of its own; where it opens something, the table above it has ended."""
        said = self.lines.read(row, text, ahead, self.table)
        if said.ends_action:
            self.action = None
        if said.ends_table:
            self.table = None
        if said.counts and self.table:
            self.count_row(row.filled)

    def count_row(self, filled: list) -> None:
        """A row of a table that others read: counted, totals left out."""
        if not banners.is_total(min(filled).text):
            self.count()

    def count(self) -> None:
        counts = self.found.counts
        counts[self.table.id] = counts.get(self.table.id, 0) + 1

    def table_row(
        self, sheet: Sheet, row: Row, filled: list, after_gap: bool, ahead
    ) -> None:
        """A row of an action table: an action, more of the last one, or a line between."""
        table = self.table
        inside = [cell for cell in filled if cell.column in table.headings]
        if read_key(row.text(table.column(KEY_FIELD))):
            # It went out from here as one action, and comes back as one; emptied, it is a row that was removed.
            if len(inside) > 1:
                self.add_actions(sheet, row)
            return
        if self.is_left_out(sheet, row) or (
            after_gap and left_out.is_signature(row, table)
        ):
            return
        title = table.column("title")
        if len(filled) == 1 and self.is_line(sheet, row, filled[0], after_gap, ahead):
            return
        if after_gap and self.begins_counts(ahead):
            self.table = self.action = None
            return
        if len(filled) <= 3 and self.is_banner_of_cells(row, ahead):
            return
        covered = (row.number, title) in sheet.covered
        if inside and self.says_same_action(row):
            continue_action(self.action, table, sheet, row, self.colours)
        elif inside and row.text(title) and not covered:
            self.add_actions(sheet, row)
        elif inside and self.goes_with_last(row, inside, covered, after_gap):
            continue_action(self.action, table, sheet, row, self.colours)
        elif inside:
            place = row.address(min(inside).column)
            self.report(sheet, place, problems.WARNING, problems.NO_TITLE)

    def is_left_out(self, sheet: Sheet, row: Row) -> bool:
        """Whether a row is no action and no line either: a total, an example, a hint."""
        if left_out.is_total(row):
            return True
        near = row.number - self.table.last_header_row <= left_out.FIRST_ROWS
        place = row.address(min(row.filled).column)
        if left_out.is_example(row, self.table):
            self.report(sheet, place, problems.NOTE, left_out.EXAMPLE)
            return True
        if near and left_out.is_instructions(row, self.table):
            message = left_out.INSTRUCTIONS.format(row=row.number)
            self.report(sheet, place, problems.NOTE, message)
            return True
        return near and left_out.is_row_of_figures(row)

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
        if self.ticked:
            action["timescale"]["text"] = settling.ticked(table, row)
        if "\n" in action["reference"]:
            place = row.address(table.column("reference"))
            self.report(sheet, place, problems.WARNING, problems.SEVERAL_REFERENCES)
        moments.spread(action, self.moments, table, row, self.colours)
        self.standing.fill(action, table)
        priority = self.standing.current(sheet, table, action["reference"])
        actions = one_for_each(action, table)
        priority["actions"] += actions
        self.action = actions[-1]
        self.standing.end_row(self.action)
        self.count()

    def follow_column(self, sheet: Sheet, row: Row) -> None:
        """Let a column of priorities name the priority, filled down from where it is named."""
        column = self.table.column("priority")
        if not column:
            return
        text = row.text(column) or sheet.said_for(row.number, column) or self.group
        if text and text != self.group:
            self.standing.name(banners.read_banner(text))
        self.group = text


def one_for_each(action: dict, table: Table) -> list[dict]:
    """A bare list in a table without leads or dates is an action for each of its items."""
    if table.column("lead") or table.column("timescale") or action["row_key"]:
        return [action]
    if not banners.is_bulleted(action["title"]):
        return [action]
    return [{**action, "title": item} for item in banners.bullets(action["title"])]
