"""Tables that lie on their side: a row for each time, a column for each indicator.

No word of theirs is a heading that a table of indicators is known by; the times down the first column tell them.
"""

import re

from equality_tracker.workbooks.finding import Table
from equality_tracker.workbooks.sheets import Row, Sheet
from equality_tracker.workbooks.vocabulary import normal
from indicators.tables import cells, columns
from indicators.tables.columns import ACROSS
from indicators.tables.entries import Entry
from indicators.tables.found import Found
from indicators.tables.headings import INDICATORS
from indicators.words import codes, times

KIND = "indicators"
LEAST_ROWS = 2
CORNERS = ("", "year", "years", "period", "quarter", "month", "date", "financial year", "reporting period", "academic year", "time", "survey")  # fmt: skip
_FIGURE = re.compile(r"[0-9]")


def refine(table: Table, body: list[Row]) -> None:
    """Take a table that no app knows for one of indicators, where times stand down its first column and figures beside them."""
    if not body:
        return
    first = min(min(row.cells) for row in body)
    names = {place: text for place, text in table.headings.items() if place != first}
    rows = [row for row in body if row.filled and row.text(first)]
    if normal(table.headings.get(first, "")) not in CORNERS or not names:
        return
    if len(rows) < LEAST_ROWS or not all(is_time(row.text(first)) for row in rows):
        return
    if all(holds_figures(rows, place) for place in names):
        table.kind = KIND
        table.headings = {first: table.headings.get(first, ""), **names}
        table.fields = {first: "period", **dict.fromkeys(names, ACROSS)}


def is_time(text: str) -> bool:
    """Whether a cell names a time, beside words for a target or result at most: "Target 2030/31"."""
    if len(text) > 40 or not times.read(text):
        return False
    rest = normal(times.without(text))
    return not rest or any(share == 1 for share, _name in INDICATORS.match(rest))


def holds_figures(rows: list[Row], place: int) -> bool:
    """Whether some cell of a column is a figure and none is a sentence."""
    texts = [row.text(place) for row in rows if row.text(place)]
    return any(_FIGURE.search(text) for text in texts) and all(
        len(text) <= 60 for text in texts
    )


class Walk:
    """Reads one such table."""

    def __init__(self, found: Found, sheet: Sheet, table: Table) -> None:
        self.found, self.sheet, self.table = found, sheet, table
        self.first = table.column("period")

    def rows(self, body: list[Row]) -> None:
        """An entry for each column, in their order."""
        places = self.table.columns(ACROSS)
        for place in places:
            named = codes.split(" ".join(self.table.headings[place].split()))
            entry = Entry(self.sheet.name, self.table.header_row, *named)
            for row in body:
                self.take(entry, row, place)
            if entry.figures:
                entry.settle(self.found, self.sheet)
                self.found.entries.append(entry)

    def take(self, entry: Entry, row: Row, place: int) -> None:
        """One figure: the result of the row's time, or the target or baseline where the row says so."""
        if not (row.text(self.first) and row.text(place)):
            return
        words = row.text(self.first)
        column = columns.read_column(place, field_of(words), words)
        cell = row.cells[place]
        entry.add(column, cells.read(cell, column), cell, row.address(place))


def field_of(words: str) -> str:
    """What a row's time says its figures are."""
    meant = INDICATORS.match(times.without(words).strip(" :-"))
    names = [name for _share, name in meant if name in columns.FIGURES]
    return names[0] if names else "result"
