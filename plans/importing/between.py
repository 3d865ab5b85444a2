"""Rows between the actions of a table, and lines above it, that name what comes next."""

from equality_tracker.workbooks.finding import Table
from equality_tracker.workbooks.marks import KEY_FIELD
from equality_tracker.workbooks.sheets import Row, Sheet
from equality_tracker.workbooks.vocabulary import LONGEST_HEADING
from plans.importing import banners, left_out, problems
from plans.importing.action_cells import join
from plans.importing.periods import title_score
from plans.importing.standing import Standing


class Between:
    """The part of a walk that looks at rows which may be banners; `rows.Walk` has the rest."""

    standing: Standing
    table: Table | None
    action: dict | None

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
        elif self.standing.title(row.number, cell.text):
            self.action = None
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


def is_wide(sheet: Sheet, row: Row, cell, table: Table) -> bool:
    """Whether a cell is merged over more than half of its table's columns."""
    last = sheet.spans.get((row.number, cell.column), cell.column)
    span = last - cell.column + 1
    return span > 1 and span * 2 > len(table.headings)
