"""Which part of the council a group of actions belongs to, where no column says so."""

from collections.abc import Iterable

from equality_tracker.workbooks.finding import SheetTables, Table
from equality_tracker.workbooks.sheets import Sheet
from equality_tracker.workbooks.vocabulary import normal
from plans.importing import banners, levels

WHO = ("directorate", "lead")
# What a plan's levels are called: where the actions' own column is headed so, the rows between are no level.
LEVELS = ("priorities", "priority", "objectives", "objective")


def name_parts(sheets: Iterable[SheetTables], priorities: list[dict]) -> None:
    """Give each priority that is a part of the council its directorate, beside the title that it has.

    A banner is a part where the column of actions is headed as the plan's own level ("Supporting priorities") and
    no column says who: the plan is then grouped by directorate. A sheet is one where a line above its table calls it so
    ("Children" with "Children directorate" above).
    """
    by_name = {marked.sheet.name: marked for marked in sheets}
    for priority in priorities:
        names = {action["sheet"] for action in priority["actions"]}
        stand = [by_name[name] for name in names if name in by_name]
        if priority["directorate"] or priority["number"] or not stand:
            continue
        if all(_is_part(priority["title"], marked) for marked in stand):
            priority["directorate"] = priority["title"]


def _is_part(title: str, marked: SheetTables) -> bool:
    of_sheet = levels.unnamed(marked.sheet).title
    if title == of_sheet:
        return any(
            _calls_a_part(line, title) for line in _lines_above(marked.sheet, marked)
        )
    tables = [table for table in marked.tables if table.kind == "actions"]
    return bool(tables) and all(_is_grouped_by_part(table) for table in tables)


def _is_grouped_by_part(table: Table) -> bool:
    """Whether a table's actions are headed as a level, and no column of it says who."""
    heading = normal(table.headings.get(table.column("title"), ""))
    return not any(table.column(name) for name in WHO) and any(
        word in heading.split() for word in LEVELS
    )


def _calls_a_part(line: str, title: str) -> bool:
    """Whether "Children directorate" is said of the sheet "Children"."""
    words = normal(line).split()
    return banners.names_directorate(line, set()) and set(normal(title).split()) <= set(
        words
    )


def _lines_above(sheet: Sheet, marked: SheetTables) -> list[str]:
    first = min(table.header_row for table in marked.tables)
    return [
        row.filled[0].text
        for row in sheet.rows
        if row.number < first and len(row.filled) == 1
    ]
