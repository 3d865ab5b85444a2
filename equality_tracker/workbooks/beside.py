"""Two tables side by side on one sheet, parted by empty columns: a sheet for each."""

from collections.abc import Iterable

from equality_tracker.workbooks.finding import Table, find_headers
from equality_tracker.workbooks.sheets import Row, Sheet
from equality_tracker.workbooks.vocabulary import TableKind

FIRST_ROWS = 200
LEAST_COLUMNS = 2
# A table of another kind stands for itself only where its headings can mean nothing else.
UNMISTAKABLE = (
    frozenset({"title", "baseline"}),
    frozenset({"title", "target", "result"}),
)


def part(sheet: Sheet, kinds: Iterable[TableKind], file_name: str = "") -> list[Sheet]:
    """The sheet itself, or its parts from left to right where tables stand side by side."""
    kinds = list(kinds)
    for left_ends, right_begins in gaps(sheet):
        left = cut(sheet, 1, left_ends)
        right = cut(sheet, right_begins, None)
        here = find_headers(left, kinds, file_name)
        there = find_headers(right, kinds, file_name)
        if here and there and are_two(here[0], there[0]):
            return [left, *part(right, kinds, file_name)]
    return [sheet]


def gaps(sheet: Sheet) -> list[tuple[int, int]]:
    """Where columns without words part the sheet: the last column before, the first after."""
    used = used_columns(sheet.rows[:FIRST_ROWS])
    if not has_gap(used):
        return []
    used = used_columns(sheet.rows)
    pairs = zip(used, used[1:], strict=False)
    found = [(one, other) for one, other in pairs if other - one > 1]
    return [
        (left, right)
        for left, right in found
        if sum(c <= left for c in used) >= LEAST_COLUMNS
        and sum(c >= right for c in used) >= LEAST_COLUMNS
    ]


def used_columns(rows: list[Row]) -> list[int]:
    return sorted({cell.column for row in rows for cell in row.filled})


def has_gap(used: list[int]) -> bool:
    return bool(used) and used[-1] - used[0] >= len(used)


def cut(sheet: Sheet, first: int, last: int | None) -> Sheet:
    """The part of a sheet from one column to another."""
    rows = []
    for row in sheet.rows:
        cells = {
            column: cell
            for column, cell in row.cells.items()
            if column >= first and (last is None or column <= last)
        }
        part_of_row = Row(row.number, cells)
        if part_of_row.filled:
            rows.append(part_of_row)
    return Sheet(
        sheet.name,
        sheet.number,
        rows,
        sheet.covered,
        sheet.spans,
        sheet.texts,
        first,
        links=sheet.links,
    )


def are_two(left: Table, right: Table) -> bool:
    """Whether two halves are tables of their own, and not the columns of one."""
    names = set(right.fields.values())
    if left.kind == right.kind:
        return {"title"} <= set(
            left.fields.values()
        ) & names and left.signature == right.signature
    if right.kind == "actions":
        return "title" in names and bool(names & {"lead", "timescale"})
    return any(wanted <= names for wanted in UNMISTAKABLE)
