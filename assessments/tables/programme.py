"""Walks the programme tables of a file: what each directorate promised and completed, and what was printed of it.

Takes the tables that `workbooks.finding` marked. Touches no database.
"""

import re
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal

from assessments.programme.arithmetic import percentage
from assessments.tables import parts
from assessments.tables.days import STROKES
from assessments.tables.years import NO_PERIOD, is_a_year, names_a_part, year_of
from equality_tracker.workbooks.finding import SheetTables, Table, bodies
from equality_tracker.workbooks.sheets import Row, Sheet
from plans.importing.periods import Period, read_period
from plans.importing.problems import NOTE, problem

KIND = "programme"
FIELDS = {"target": "target", "completed": "completed", "printed": "percent"}
NO_NUMBER = "“{text}” is no whole number, so it was left out. Write a count such as 23."
PRINTED_OTHERWISE = (
    "The file prints {printed}% and its counts give {percentage}% ({completed} of {target}). Both are kept: the site shows the "
    "arithmetic and what was printed beside it."
)
TOTAL_OTHERWISE = (
    "The total says {said} and the rows add up to {sum}. The site adds up the rows."
)
_SHARE = re.compile(r"0(?:\.\d+)?|1(?:\.0+)?")
_COUNT = re.compile(r"(\d{1,6}|\d{1,3}(?:,\d{3}))(?:\.0+)?\s*%?")


@dataclass
class Found:
    """The rows of every programme of a file, what a person should look at, and how many rows each table has by its id."""

    rows: list[dict] = field(default_factory=list)
    problems: list[dict] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)

    def report(self, sheet: Sheet, place: str, message: str) -> None:
        self.problems.append(problem(sheet.name, place, NOTE, message))


def read(sheets: list[SheetTables], period: Period = NO_PERIOD) -> Found:
    """Every row of every programme table; `period` is the file's own, which tells the year where it is one and no line of the table's does."""
    found = Found()
    for marked in sheets:
        for table, body in bodies(marked):
            if table.kind == KIND:
                year = year_of(marked.sheet, table)
                if year is None and is_a_year(period):
                    year = period.end.year
                _table(found, marked.sheet, table, body, year)
    return found


def _table(found, sheet, table, body, year):
    for one, columns in _years(table, year).items():
        _Year(found, sheet, table, one, columns).rows(body)


def _years(table: Table, year: int | None) -> dict:
    """The columns of each year that the table is about, {year: {field: column}}: years side by side are named in their headings."""
    found = {}
    for column, name in table.fields.items():
        if name in FIELDS.values():
            period = read_period(table.headings[column])
            named = period.end.year if is_a_year(period) else None
            found.setdefault(named, {}).setdefault(name, column)
    beside = {one: columns for one, columns in found.items() if one is not None}
    if len(beside) > 1:
        return beside
    return {year: {name: _of_year(table, name) for name in FIELDS.values()}}


def _of_year(table: Table, name: str) -> int:
    """The column that counts for the whole year: of several the first that is none of a quarter or a month."""
    columns = table.columns(name)
    whole = [c for c in columns if not names_a_part(table.headings[c])]
    return next(iter(whole or (columns if len(columns) == 1 else ())), 0)


class _Year:
    """One year of a programme row by row, with its sums so far."""

    def __init__(self, found, sheet, table, year, columns):
        self.found, self.sheet, self.table, self.year = found, sheet, table, year
        self.columns, self.sums = columns, {"target": 0, "completed": 0}
        self.of_one = False

    def rows(self, body: list[Row]) -> None:
        """Each directorate up to the total, which is held against them."""
        self.of_one = self._are_of_one(body)
        for row in body:
            name = row.text(self.table.column("directorate"))
            counts = {one: self._count(row, one) for one in FIELDS}
            if not name or counts["target"] is None and counts["completed"] is None:
                continue
            if parts.is_total(name):
                self._compare(row, counts)
                return
            for one in self.sums:
                self.sums[one] += counts[one] or 0
            self._row(row, {"directorate": name, "year": self.year, **counts})

    def _row(self, row: Row, said: dict) -> None:
        computed = None
        if said["target"] and said["completed"] is not None:
            computed = percentage(said["completed"], said["target"])
        if computed is not None and said["printed"] not in (None, computed):
            message = PRINTED_OTHERWISE.format(percentage=computed, **said)
            self._report(row, "printed", message)
        counts = self.found.counts
        counts[self.table.id] = counts.get(self.table.id, 0) + 1
        cell = row.address(self.table.column("directorate"))
        place = {"sheet": self.sheet.name, "row": row.number, "cell": cell}
        self.found.rows.append(place | said)

    def _count(self, row: Row, name: str) -> int | None:
        """The whole number of a cell; None for an empty cell, and for words, which are reported."""
        column = self.columns.get(FIELDS[name], 0)
        text = row.text(column).strip() if column else ""
        if not text or text in STROKES:
            return None
        if name == "printed" and self.of_one and _SHARE.fullmatch(text):
            return int((Decimal(text) * 100).quantize(1, ROUND_HALF_UP))
        read = _COUNT.fullmatch(text)
        if read is None:
            self._report(row, name, NO_NUMBER.format(text=text[:60]))
            return None
        return int(read[1].replace(",", ""))

    def _are_of_one(self, body: list[Row]) -> bool:
        """Whether the percentages are printed as parts of one, 0.75 for 75%: no figure without its sign is above 1."""
        column = self.columns.get(FIELDS["printed"], 0)
        texts = {row.text(column).strip() for row in body} if column else set()
        bare = [text for text in texts if text[:1].isdigit() and "%" not in text]
        return bool(bare) and all(map(_SHARE.fullmatch, bare))

    def _compare(self, row: Row, counts: dict) -> None:
        for name, total in self.sums.items():
            if counts[name] not in (None, total):
                message = TOTAL_OTHERWISE.format(said=counts[name], sum=total)
                self._report(row, name, message)

    def _report(self, row: Row, name: str, message: str) -> None:
        self.found.report(self.sheet, row.address(self.columns[FIELDS[name]]), message)
