"""Walks the indicator tables of a file: each row an indicator, a parent, or a part of one.

Takes the tables that `workbooks.finding` marked, and gives entries in the file's order. Touches no
database.
"""

from equality_tracker.workbooks.finding import SheetTables, Table, bodies
from equality_tracker.workbooks.sheets import Row, Sheet
from indicators.tables import across, cells, columns, lists, naming
from indicators.tables.columns import SHARES, Column
from indicators.tables.entries import Entry
from indicators.tables.found import Found
from indicators.tables.within import Within
from indicators.words import characteristics, codes
from plans.importing import banners

KIND = "indicators"
NO_NAME = "This row has figures but no indicator. Name it, or clear the row."
PARTS_AND_FIGURES = (
    "The indicator has {parts} parts and this cell {figures} figures, so none was given to a part. "
    "Write one figure on a line for each part."
)


def read(sheets: list[SheetTables], under: dict[str, dict] | None = None) -> Found:
    """Every entry of every indicator table; `under` is the priority over each table by its id.

    Lists of groups come last: they speak of indicators that stand elsewhere in the file.
    """
    found = Found()
    tables = [
        (marked.sheet, table, body)
        for marked in sheets
        for table, body in bodies(marked)
        if table.kind == KIND
    ]
    for is_list in (False, True):
        for sheet, table, body in tables:
            if lists.is_list(table) == is_list:
                walk_for(found, sheet, table, (under or {}).get(table.id) or {}).rows(
                    body
                )
    for entry in found.entries:
        entry.settle_groups(found)
    return found


def walk_for(found: Found, sheet: Sheet, table: Table, priority: dict):
    """Whoever reads tables of this shape."""
    if lists.is_list(table):
        return lists.Walk(found, sheet, table)
    if table.columns(columns.ACROSS):
        return across.Walk(found, sheet, table)
    return Walk(found, sheet, table, priority)


class Walk:
    """The state of walking one table."""

    def __init__(
        self, found: Found, sheet: Sheet, table: Table, priority: dict
    ) -> None:
        self.found, self.sheet, self.table = found, sheet, table
        self.priority = priority.get("number", "")
        self.under = priority.get("title", "")
        self.columns = columns.figures_of(table)
        self.title = table.column("title")
        self.parent: Entry | None = None
        self.last: Entry | None = None
        self.group = ""
        self.loose = False
        self.time = naming.time_of(sheet, table, self.columns)
        self.within = Within(self)

    def rows(self, body: list[Row]) -> None:
        """Each row up to where the table ends: a line of its own after a gap."""
        filled = [row for row in body if self.inside(row)]
        self.loose = codes.begin_with_codes(
            [text for row in filled if (text := row.text(self.title))]
        )
        for index, row in enumerate(filled):
            before = filled[index - 1].number if index else self.table.last_header_row
            following = filled[index + 1] if index + 1 < len(filled) else None
            if self.ends(row, following, row.number - before > 1):
                return
            self.row(row, following)

    def inside(self, row: Row) -> list:
        """The filled cells of a row under the table's own headings."""
        return [cell for cell in row.filled if cell.column in self.table.headings]

    def ends(self, row: Row, following: Row | None, after_gap: bool) -> bool:
        """Whether a line of its own after blank rows begins something else."""
        if not after_gap or len(self.inside(row)) > 1:
            return False
        text = self.inside(row)[0].text
        named = codes.split(text).code or characteristics.of_heading(text)
        return not (named or self.has_part_below(following))

    def has_part_below(self, following: Row | None) -> bool:
        """Whether a lettered part stands in the next row; a column that says what is part of what decides alone."""
        if self.table.column("part_of"):
            return False
        return bool(following and codes.part(following.text(self.title)))

    def row(self, row: Row, following: Row | None) -> None:
        """An indicator, a part, a heading of parts, more of the last row, a banner or a note."""
        inside = self.inside(row)
        title = row.text(self.title)
        measured = [one for one in self.columns if row.text(one.index)]
        if title and self.within.take(row, title, measured, following):
            return
        if banners.is_total(min(inside).text):
            return
        if not self.title:
            self.of_the_table(row, measured)
        elif not title and self.is_banner(inside, measured):
            self.line(inside[0].text, following)
        elif not title:
            self.without_title(row, measured)
        elif not measured and len(inside) == 1 and self.is_line(row, title, following):
            self.line(title, following)
        else:
            self.indicator(row, title, measured, self.has_part_below(following))

    def is_banner(self, inside: list, measured: list[Column]) -> bool:
        """Whether a row holds one line of words and nothing else, left of the indicators' names."""
        if measured or len(inside) != 1 or inside[0].column >= self.title:
            return False
        return not codes.is_code(inside[0].text)

    def of_the_table(self, row: Row, measured: list[Column]) -> None:
        """Figures of the one indicator that the line above the table names."""
        if self.last is None and measured:
            named = codes.split(naming.title_above(self.sheet, self.table))
            if not named.title:
                self.found.report(self.sheet, row.address(measured[0].index), NO_NAME)
                return
            self.last = Entry(
                self.sheet.name, self.table.header_row, *named,
                priority=self.priority, under=self.under,
            )  # fmt: skip
            self.found.entries.append(self.last)
        if measured:
            self.take(self.last, row, measured)

    def without_title(self, row: Row, measured: list[Column]) -> None:
        """Figures of the indicator whose name is merged over this row, or a fault."""
        same = (row.number, self.title) in self.sheet.covered and self.last
        if same or (self.last and self.continues(row)):
            self.take(self.last, row, measured)
        elif measured:
            place = row.address(measured[0].index)
            self.found.report(self.sheet, place, NO_NAME)
        elif self.last:
            self.last.add_comment(row, self.table)

    def continues(self, row: Row) -> bool:
        """Whether a row without a name is the next time of the indicator above it."""
        column = self.table.column("period")
        return bool(
            column and row.text(column) and not row.text(self.table.column("code"))
        )

    def is_line(self, row: Row, title: str, following: Row | None) -> bool:
        """Whether words alone in a row are a banner or a note rather than an indicator's name."""
        named = codes.split(title, loose=self.loose).code or codes.part(title)
        heads = title.rstrip().endswith(":") or self.has_part_below(following)
        return not (named or heads or self.within.stand_below(title, following))

    def line(self, text: str, following: Row | None) -> None:
        """A banner names the group of what follows, or the characteristic of its groups; a note is left where it is."""
        if self.within.is_heading(text, following):
            return
        level = banners.read_level(text)
        if level:
            self.priority, self.under = level.number or self.priority, level.title
        if not naming.NOTE.match(text) and len(text) <= naming.LONGEST_NAME:
            self.group = text
        self.parent = None

    def indicator(
        self, row: Row, title: str, measured: list[Column], has_parts: bool
    ) -> None:
        """A row with a name: an entry of its own, or the next time of one before it."""
        entry = self.new_entry(row, title)
        letter = codes.part(entry.title)
        stated = codes.tidy(row.text(self.table.column("part_of")))
        if not letter and (same := self.same_as_before(entry)):
            self.take(same, row, measured)
            return
        if self.table.column("part_of"):
            entry.parent, self.parent = stated, None
        elif letter and self.parent:
            entry.become_part(self.parent, letter)
        elif not letter:
            self.parent = entry if has_parts else None
        self.found.entries.append(entry)
        self.last = entry
        self.within.begin()
        heads, parts = entry.lettered_lines()
        if len(parts) > 1:
            self.split(entry, heads, parts, row, measured)
        else:
            self.take(entry, row, measured)

    def new_entry(self, row: Row, title: str) -> Entry:
        """The entry that a row begins, without its figures."""
        named = codes.split(title, loose=self.loose)
        code = row.text(self.table.column("code"))
        if code and (not named.code or codes.key(named.code) == codes.key(code)):
            named = codes.Named(codes.tidy(code), named.title)
        elif code:
            named = codes.Named(codes.tidy(code), title)
        said = {
            name: self.said(row, name)
            for name in columns.SAID
            if self.table.column(name)
        }
        return Entry(
            self.sheet.name, row.number, named.code, named.title,
            priority=self.priority, under=self.under, group=self.group, said=said,
        )  # fmt: skip

    def same_as_before(self, entry: Entry) -> Entry | None:
        """The entry of the same name, where a row stands for one time of an indicator."""
        if not self.table.column("period"):
            return None
        names = (
            one for one in reversed(self.found.entries) if one.sheet == entry.sheet
        )
        return next((one for one in names if one.same_name(entry)), None)

    def take(self, entry: Entry, row: Row, measured: list[Column]) -> None:
        """Read the figures of a row into its entry, those of groups among them."""
        for column in measured:
            column = self.timed(column, row)
            if column.group:
                entry.add_group(*column.group, column, row, self.sheet.name)
                continue
            cell = row.cells[column.index]
            found = cells.read(cell, column)
            entry.add(column, found, cell, row.address(column.index))
        entry.settle(self.found, self.sheet)

    def timed(self, column: Column, row: Row) -> Column:
        """The column with the time that its row, its sheet or a column beside a baseline names."""
        if column.field == "baseline":
            return naming.timed(column, self.said(row, "baseline_period"))
        return naming.timed(column, self.said(row, "period") or self.time)

    def said(self, row: Row, name: str) -> str:
        """The words of a row in the column of a field, or of the tall merge over it."""
        place = self.table.column(name)
        if not place:
            return ""
        return row.text(place) or self.sheet.said_for(row.number, place)

    def split(
        self,
        entry: Entry,
        head: str,
        parts: list[str],
        row: Row,
        measured: list[Column],
    ) -> None:
        """One entry for each lettered line of a name, each with its line of every cell."""
        entry.title = head
        made = [entry.new_part(title, place) for place, title in enumerate(parts)]
        for column in measured:
            cell = row.cells[column.index]
            lines = [line for line in cell.text.split("\n") if line.strip()]
            if len(lines) not in (1, len(parts)):
                message = PARTS_AND_FIGURES.format(parts=len(parts), figures=len(lines))
                self.found.report(self.sheet, row.address(column.index), message)
                continue
            for part, line in zip(
                made, lines * (len(parts) // len(lines)), strict=True
            ):
                found = cells.read(cell, column, line)
                if len(lines) == 1 and column.field not in SHARES and not found.reason:
                    message = PARTS_AND_FIGURES.format(parts=len(parts), figures=1)
                    self.found.report(self.sheet, row.address(column.index), message)
                    break
                part.add(column, found, cell, row.address(column.index))
        for part in made:
            part.settle(self.found, self.sheet)
        self.found.entries += made
