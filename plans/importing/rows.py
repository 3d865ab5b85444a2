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
from equality_tracker.workbooks.vocabulary import LONGEST_HEADING
from plans.importing import banners, left_out, moments, problems, settling
from plans.importing.action_cells import (
    Colours,
    continue_action,
    join,
    new_action,
    restore_reference,
    split_title,
)
from plans.importing.levels import Levels, take_side_lists
from plans.importing.lines import Lines
from plans.importing.periods import title_score
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


class Walk:
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
        if title_score(text) or banners.is_foot(value):
            return False
        return banners.says_level(text) and not banners.is_outcome_list(text)

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

    def begins_counts(self, ahead: list[Row]) -> bool:
        """Whether the rows below count something: figures where actions would stand."""
        column = self.table.column("title")
        cell = ahead[0].cells.get(column) if ahead else None
        return cell is not None and bool(cell.text) and left_out.is_figure(cell)

    def is_banner_of_cells(self, row: Row, ahead: list[Row]) -> bool:
        """ "Objective 1 | Fair work", "1 | FAIR WORK" above 1.1, "Objective 1: Work | its outcome"."""
        first, *rest = sorted(row.filled)
        if not rest:
            return False
        level = banners.read_level(first.text)
        columns = {cell.column: self.table.fields.get(cell.column) for cell in rest}
        if level and not row.text(self.table.column("title")):
            if set(columns.values()) != {"outcome"}:
                return False
            self.start(level)
            for column in columns:
                self.standing.priority["outcomes"] += banners.bullets(row.text(column))
            return True
        if list(columns.values()) != ["title"]:
            return False
        number = self.number_of_section(first, level, ahead)
        if number:
            self.start(banners.Banner(number, banners.flat(rest[0].text)))
        return bool(number)

    def number_of_section(self, first, level, ahead: list[Row]) -> str:
        """The number of a section that is named beside it; "" where the row is an action."""
        if level and level.number and banners.is_bare_level(first.text):
            return level.number
        column = self.table.column("reference")
        number = first.text.strip(" .")
        below = ahead[0].text(column) if ahead else ""
        if first.column != column or not below or len(ahead[0].filled) < 3:
            return ""
        lettered = len(number) == 1 and number.isalpha() and below[:1].isdecimal()
        return number if lettered or below.startswith(f"{number}.") else ""

    def start(self, banner: banners.Banner, text: str = "") -> None:
        """A priority begins between the rows."""
        self.standing.name(banner, text)
        self.action = None

    def is_line(self, sheet: Sheet, row: Row, cell, after_gap: bool, ahead) -> bool:
        """Whether a row with one cell is a banner, a deadline or a note, and so no action."""
        table = self.table
        title = table.column("title")
        if (row.number, title) in sheet.covered:
            return False
        in_front = cell.column in (title, min(table.headings))
        if not in_front and not after_gap:
            return False
        wide = is_wide(sheet, row, cell, table)
        if not in_front or banners.says_something(cell.text):
            self.line(row, cell.text, ahead)
        elif self.is_label_or_more(row, cell, after_gap):
            return True
        elif self.goes_on_in_words(cell, wide, after_gap):
            self.action["title"] = join(self.action["title"], cell.text)
            self.action.setdefault("more_rows", []).append(row.number)
        elif self.looks_like_banner(cell, wide, row, ahead):
            self.take_banner(sheet, row, cell, wide)
        elif wide or (after_gap and len(table.fields) > 2):
            self.found.lines.append(cell.text)
        else:
            return False
        return True

    def is_label_or_more(self, row: Row, cell, after_gap: bool) -> bool:
        """ "Lead: …" above the next table, or "Evidence: …" beneath an action."""
        name, _value = banners.read_label(cell.text)
        if name == "directorate" or (name and (self.action is None or after_gap)):
            self.action = None
            return self.standing.label(cell.text, row.address(cell.column))
        name, said = banners.read_more(cell.text)
        if not name or self.action is None or after_gap:
            return False
        self.action[name] = join(self.action[name], said)
        self.action.setdefault("more_rows", []).append(row.number)
        return True

    def goes_on_in_words(self, cell, wide: bool, after_gap: bool) -> bool:
        """Whether words under an action are the rest of its sentence."""
        if self.action is None or wide or after_gap or cell.fill:
            return False
        numbered = bool(self.table.column("reference"))
        below = cell.column == self.table.column("title")
        return numbered and below and cell.text[:1].islower()

    def take_banner(self, sheet: Sheet, row: Row, cell, wide: bool) -> None:
        """A banner inside a table; where only its place tells, that is said."""
        self.start(banners.read_banner(cell.text), cell.text)
        sure = wide or cell.fill or self.standing.priority["directorate"]
        if not sure and cell.column == self.table.column("title"):
            message = problems.READ_AS_BANNER.format(text=cell.text[:80])
            self.report(sheet, row.address(cell.column), problems.NOTE, message)

    def looks_like_banner(self, cell, wide: bool, row: Row, ahead: list[Row]) -> bool:
        """Set apart by a merge or a colour, or short above a full row."""
        if len(cell.text) > banners.LONGEST_BANNER or not ahead:
            return False
        if banners.is_foot(cell.text) or title_score(cell.text) > 2:
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
        if self.ticked:
            action["timescale"]["text"] = settling.ticked(table, row)
        moments.spread(action, self.moments, table, row, self.colours)
        self.standing.fill(action, table)
        priority = self.standing.current(sheet, table, action["reference"])
        actions = one_for_each(action, table)
        priority["actions"] += actions
        self.action = actions[-1]
        self.standing.end_row(self.action, table)
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
