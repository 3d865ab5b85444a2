"""Walks a long list of groups: each row a group of one result, with its figure, its count and its base."""

from equality_tracker.workbooks.finding import Table
from equality_tracker.workbooks.sheets import Row, Sheet
from indicators.tables import cells, columns, grouping, naming
from indicators.tables.breakdowns import GroupFigure
from indicators.tables.columns import SHARES, Column
from indicators.tables.entries import Entry
from indicators.tables.found import Found
from indicators.words import characteristics, codes
from indicators.words.characteristics import Group

WHICH_CHARACTERISTIC = (
    "“{text}” does not tell which characteristic it belongs to, so its figures were left out. Write the characteristic in a column of that "
    "name, or in a row above its groups."
)
NO_GROUP = "This row has figures but no group. Name the group, or clear the row."
NO_INDICATOR = "This row has figures of a group but names no indicator. Write its code or its name."
WHOLE_DIFFERS = (
    "The figure of everybody stands twice for the same time, and here it differs. The first was kept; put one of them right."
)  # fmt: skip
_WHICH = {
    "result": grouping.RESULT,
    "numerator": grouping.COUNT,
    "denominator": grouping.BASE,
}


def is_list(table: Table) -> bool:
    """Whether a table names a group in each row."""
    return bool(table.column("group"))


class Walk:
    """The state of walking one list; what a row leaves blank is as in the row above."""

    def __init__(self, found: Found, sheet: Sheet, table: Table) -> None:
        self.found, self.sheet, self.table = found, sheet, table
        self.columns = columns.figures_of(table)
        self.time = naming.time_of(sheet, table, self.columns)
        self.entry: Entry | None = None
        self.over = self.heading_of_groups()
        self.period, self.characteristic = "", self.over
        self.is_headed = False

    def heading_of_groups(self) -> str:
        """The characteristic that the heading over the groups names: "Ethnic group"; "" for "Group"."""
        heading = self.table.headings[self.table.column("group")]
        return heading if characteristics.of_heading(heading) else ""

    def rows(self, body: list[Row]) -> None:
        for row in body:
            measured = [one for one in self.columns if row.text(one.index)]
            if measured and self.enter(row):
                self.row(row, measured)
            elif not measured:
                self.heading(row)

    def heading(self, row: Row) -> None:
        """A row that says a characteristic alone, over its groups."""
        if len(row.filled) == 1 and characteristics.of_heading(row.filled[0].text):
            self.characteristic, self.is_headed = row.filled[0].text, True

    def enter(self, row: Row) -> bool:
        """Go to the indicator, time and characteristic of a row; False where no indicator is named."""
        before = self.entry
        self.entry = self.entry_of(row) or self.entry
        if self.entry is not before:
            self.period = ""
            if not self.is_headed:
                self.characteristic = self.over
        self.is_headed = False
        self.period = self.said(row, "period") or self.period
        self.characteristic = self.said(row, "characteristic") or self.characteristic
        if self.entry is None:
            self.found.report(self.sheet, row.address(min(row.cells)), NO_INDICATOR)
        return self.entry is not None

    def said(self, row: Row, name: str) -> str:
        column = self.table.column(name)
        if not column:
            return ""
        return row.text(column) or self.sheet.said_for(row.number, column)

    def entry_of(self, row: Row) -> Entry | None:
        """The indicator that a row names, as it stands elsewhere in the file or new; None where the row names none."""
        title, code = self.said(row, "title"), codes.tidy(self.said(row, "code"))
        if not (title or code):
            return self.entry or self.named_above()
        named = codes.split(title)
        if named.code and codes.key(named.code) == codes.key(code or named.code):
            code, title = named.code, named.title
        return self.found.of(code, title) or self.new_entry(row, code, title)

    def named_above(self) -> Entry | None:
        """The indicator that the line above the list names, where the list has no column for it."""
        if self.table.column("title") or self.table.column("code"):
            return None
        named = codes.split(naming.title_above(self.sheet, self.table))
        if not named.title:
            return None
        found = self.found.of(*named)
        return found or self.new_entry(None, *named)

    def new_entry(self, row: Row | None, code: str, title: str) -> Entry:
        """An entry of the list's own: its indicator stands nowhere else in the file."""
        number = row.number if row else self.table.header_row
        entry = Entry(self.sheet.name, number, code, title)
        if row:
            entry.parent = codes.tidy(self.said(row, "part_of"))
            entry.said = {
                name: self.said(row, name)
                for name in columns.SAID
                if self.table.column(name)
            }
        self.found.entries.append(entry)
        return entry

    def row(self, row: Row, measured: list[Column]) -> None:
        """The figures of one group, or of everybody."""
        text = self.said(row, "group")
        timed = [naming.timed(one, self.period or self.time) for one in measured]
        whole = characteristics.is_whole(self.characteristic)
        if characteristics.is_whole(text) or (whole and not text):
            self.whole(row, timed)
            return
        group = self.group_of(text, "" if whole else self.characteristic)
        if group is None:
            place = row.address(self.table.column("group"))
            message = WHICH_CHARACTERISTIC.format(text=text) if text else NO_GROUP
            self.found.report(self.sheet, place, message)
            return
        for column in timed:
            which = _WHICH.get(column.field)
            if which:
                self.entry.add_group(
                    group, self.characteristic, which, column, row, self.sheet.name
                )

    def group_of(self, text: str, characteristic: str) -> Group | None:
        return grouping.group_of(text, characteristic) if text else None

    def whole(self, row: Row, timed: list[Column]) -> None:
        """The result of everybody, where it does not stand in the file already."""
        for column in timed:
            place, cell = row.address(column.index), row.cells[column.index]
            found = cells.read(cell, column)
            same = self.entry.figure_of(column)
            if same is None:
                self.entry.add(column, found, cell, place)
            elif same.text != found.text and column.field not in SHARES:
                self.found.report(self.sheet, place, WHOLE_DIFFERS)
        self.work_out(row, timed)
        self.entry.settle(self.found, self.sheet)

    def work_out(self, row: Row, timed: list[Column]) -> None:
        """The result of everybody by its count and base, where no column gives it."""
        shares = [one for one in timed if one.field in SHARES]
        if not shares or any(one.field == "result" for one in self.columns):
            return
        column = shares[0]._replace(field="result")
        cell, place = row.cells[column.index], row.address(column.index)
        whole = GroupFigure(
            Group("", ""), "", column, self.sheet.name, row.number, place
        )
        for one in shares:
            whole.take(_WHICH[one.field], row.cells[one.index], place)
        done = whole.settled(self.entry.unit, 1)
        if done and self.entry.figure_of(column) is None:
            self.entry.add(column, done.reading, cell, place)
