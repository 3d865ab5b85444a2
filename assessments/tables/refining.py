"""Puts right by its rows and other columns what the headings of a table alone do not tell."""

from assessments.columns import PROGRAMME, REGISTER
from equality_tracker.workbooks.finding import Table
from equality_tracker.workbooks.sheets import Row
from equality_tracker.workbooks.vocabulary import normal


def refine(table: Table, body: list[Row]) -> None:
    """Make a programme of what is none of a register, and find the dates of a list of screenings."""
    if table.kind == REGISTER.name:
        _as_programme(table, body)
        _as_screenings(table)


def _as_programme(table: Table, body: list[Row]) -> None:
    """A register whose titles are numbers alone, where its headings are a programme's: "EIAs to be completed" heads both."""
    titles = {row.text(table.column("title")) for row in body} - {""}
    if not titles or not all(title.isdecimal() for title in titles):
        return
    found = {n: name for n, (name, _fit) in PROGRAMME.assign(table.headings).items()}
    if any(needed <= set(found.values()) for needed in PROGRAMME.needs):
        table.kind, table.fields = PROGRAMME.name, dict(sorted(found.items()))


def _as_screenings(table: Table) -> None:
    """A column headed "Date" and no more, beside what the screening found, holds the day of screening."""
    column = table.column("due")
    alone = column and normal(table.headings[column]) == "date"
    if alone and table.column("screening") and not table.column("screened"):
        table.fields[column] = "screened"
