"""Tells a register from a programme by what stands in its rows: "EIAs to be completed" heads titles in one and counts in the other."""

from assessments.columns import PROGRAMME, REGISTER
from equality_tracker.workbooks.finding import Table
from equality_tracker.workbooks.sheets import Row


def refine(table: Table, body: list[Row]) -> None:
    """Make a programme of a register whose titles are numbers alone, where its headings are a programme's."""
    if table.kind != REGISTER.name:
        return
    titles = {row.text(table.column("title")) for row in body} - {""}
    if not titles or not all(title.isdecimal() for title in titles):
        return
    found = {n: name for n, (name, _fit) in PROGRAMME.assign(table.headings).items()}
    if any(needed <= set(found.values()) for needed in PROGRAMME.needs):
        table.kind, table.fields = PROGRAMME.name, dict(sorted(found.items()))
