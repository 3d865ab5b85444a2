"""Walks the programme tables of a file: what each directorate promised and completed, and what was printed of it.

Takes the tables that `workbooks.finding` marked. Touches no database.
"""

import re
from dataclasses import dataclass, field

from assessments.programme.arithmetic import percentage
from assessments.tables import parts
from assessments.tables.years import NO_PERIOD, is_a_year, year_of
from equality_tracker.workbooks.finding import SheetTables, bodies
from equality_tracker.workbooks.sheets import Row, Sheet
from plans.importing.periods import Period
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
    sums = {"target": 0, "completed": 0}
    for row in body:
        name = row.text(table.column("directorate"))
        counts = {one: _count(found, sheet, table, row, one) for one in FIELDS}
        if not name or counts["target"] is None and counts["completed"] is None:
            continue
        if parts.is_total(name):
            _compare(found, sheet, table, row, counts, sums)
            return
        for one in sums:
            sums[one] += counts[one] or 0
        _row(found, sheet, table, row, {"directorate": name, "year": year, **counts})


def _row(found, sheet, table, row, said):
    computed = None
    if said["target"] and said["completed"] is not None:
        computed = percentage(said["completed"], said["target"])
    if computed is not None and said["printed"] not in (None, computed):
        place = row.address(table.column("percent"))
        message = PRINTED_OTHERWISE.format(percentage=computed, **said)
        found.report(sheet, place, message)
    found.counts[table.id] = found.counts.get(table.id, 0) + 1
    cell = row.address(table.column("directorate"))
    place = {"sheet": sheet.name, "row": row.number, "cell": cell}
    found.rows.append(place | said)


def _count(found, sheet, table, row: Row, name: str) -> int | None:
    """The whole number of a cell; None for an empty cell, and for words, which are reported."""
    column = table.column(FIELDS[name])
    text = row.text(column).strip() if column else ""
    if not text or text in ("-", "–"):
        return None
    read = _COUNT.fullmatch(text)
    if read is None:
        found.report(sheet, row.address(column), NO_NUMBER.format(text=text[:60]))
        return None
    return int(read[1].replace(",", ""))


def _compare(found, sheet, table, row, counts, sums):
    for name, total in sums.items():
        if counts[name] not in (None, total):
            place = row.address(table.column(FIELDS[name]))
            message = TOTAL_OTHERWISE.format(said=counts[name], sum=total)
            found.report(sheet, place, message)
