"""Puts right by its rows and other columns what the headings of a table alone do not tell."""

from assessments.columns import PROGRAMME, REGISTER
from assessments.tables import parts
from equality_tracker.workbooks.finding import Table
from equality_tracker.workbooks.sheets import Row, Sheet
from equality_tracker.workbooks.vocabulary import normal

DATE_OF = {"screened_out": "screened", "approved": "completed", "published": "published", "full": "begun"}  # fmt: skip


def refine(table: Table, body: list[Row], sheet: Sheet) -> None:
    """Make a programme of what is none of a register, and find the dates of a list of screenings."""
    if table.kind == REGISTER.name:
        _as_programme(table, body)
        _date_alone(table, parts.stage_of_all(sheet, table))


def _as_programme(table: Table, body: list[Row]) -> None:
    """A register whose titles are numbers alone, where its headings are a programme's: "EIAs to be completed" heads both."""
    titles = {row.text(table.column("title")) for row in body} - {""}
    if not titles or not all(title.isdecimal() for title in titles):
        return
    found = {n: name for n, (name, _fit) in PROGRAMME.assign(table.headings).items()}
    if any(needed <= set(found.values()) for needed in PROGRAMME.needs):
        table.kind, table.fields = PROGRAMME.name, dict(sorted(found.items()))


def _date_alone(table: Table, stage: str) -> None:
    """A column headed "Date" and no more holds the day of what the table is about: of screening, or of what its sheet says of all its rows."""
    column = table.column("due")
    if not column or normal(table.headings[column]) != "date":
        return
    name = DATE_OF.get(stage) or ("screened" if table.column("screening") else "")
    if name and not table.column(name):
        table.fields[column] = name
