"""What stands around a register and is true of all its rows: the part of the council, how far they have got; and its lines of totals."""

import re
from collections import defaultdict
from collections.abc import Iterable

from assessments.tables import choices
from assessments.tables.headings import bare
from assessments.tables.stages import (
    APPROVED,
    FULL,
    PUBLISHED,
    SCREENED_OUT,
    read_stage,
)
from assessments.tables.years import LINES_ABOVE
from equality_tracker.workbooks.finding import SheetTables, Table
from equality_tracker.workbooks.sheets import Row, Sheet
from equality_tracker.workbooks.vocabulary import normal
from plans.importing import banners
from plans.importing.line_words import PLAIN_SHEET_WORDS

# What a sheet of assessments is called that is none of one part of the council.
PLAIN = PLAIN_SHEET_WORDS | frozenset(["eia", "eias", "screening", "screenings", "screened", "assessment", "assessments", "archive", "archived", "budget", "savings",
                                       "internal", "external", "staff", "service", "services", "previous", "historic", "history", "ongoing", "pending"])  # fmt: skip

# "Closed" may be abandoned, and a sheet of full assessments holds those that are to come.
_SURELY = re.compile(r"\b(?:complet\w*|approved|signed|progress|under ?way|ongoing)\b", re.I)  # fmt: skip
_TOTAL = re.compile(
    r"(?:\w+ ){1,3}totals?|all (?:departments|directorates|services|areas)|(?:council|county|borough|city) (?:wide|overall)"
)


def by_sheet(sheets: Iterable[SheetTables], kind: str) -> dict[str, str]:
    """The sheets whose names are parts of the council, {name: part}: several with the same headings, none with a column for it, all named so."""
    alike = defaultdict(set)
    for marked in sheets:
        for table in marked.tables:
            if table.kind == kind and not table.column("directorate"):
                alike[table.signature].add(marked.sheet.name)
    return {
        name: name.strip()
        for names in alike.values()
        if len(names) > 1 and all(map(_may_be_part, names))
        for name in names
    }


def _may_be_part(name: str) -> bool:
    words = bare(name).split()
    said = read_stage(name) or choices.read_kind(name)
    numbered = any(one[0].isdigit() for one in words)
    return bool(set(words) - PLAIN) and not said and not numbered


def by_table(marked: SheetTables, tables: list[Table]) -> dict[str, str]:
    """The tables below lines that are parts of the council, {table's id: part}: several with the same headings on a sheet, all below such a line."""
    if len(tables) < 2 or any(table.column("directorate") for table in tables):
        return {}
    found = {table.id: _lead_in(marked.sheet, table) for table in tables}
    if len(set(found.values())) < len(tables) or not all(map(_may_be_part, found.values())):  # fmt: skip
        return {}
    return found


def _lead_in(sheet: Sheet, table: Table) -> str:
    """The words of the line that stands alone just above a table, "" where none does."""
    before = [row for row in sheet.rows if row.number < table.header_row][-1:]
    near = before and before[0].number >= table.header_row - 2
    return before[0].filled[0].text if near and len(before[0].filled) == 1 else ""


def without_lead_in(body: list[Row], heads: set[int]) -> list[Row]:
    """The rows of a table without the line that stands alone just above the next one, whose header row is one of `heads`."""
    last = body[-1] if body else None
    above_next = last and {last.number + 1, last.number + 2} & heads
    return body[:-1] if above_next and len(last.filled) == 1 else body


def above(sheet: Sheet, table: Table) -> str:
    """The part that a label just above a table names, "Directorate: Housing"; "" where none does."""
    for row in reversed(sheet.rows):
        if table.header_row - LINES_ABOVE <= row.number < table.header_row:
            label, value = _label(row)
            if label == "directorate":
                return value
    return ""


def _label(row) -> tuple[str, str]:
    texts = [cell.text for cell in row.filled]
    if len(texts) == 2:
        texts = [f"{texts[0].rstrip(': ')}: {texts[1]}"]
    return banners.read_label(texts[0]) if len(texts) == 1 else ("", "")


def stage_of_all(sheet: Sheet, table: Table) -> str:
    """How far all of a register's rows have got, where the sheet's name or a line above it says no more than that: "Published", "EIAs under way"."""
    for line in (*_lines_above(sheet, table), sheet.name):
        stage = read_stage(line)
        if stage in (PUBLISHED, SCREENED_OUT) or (stage in (APPROVED, FULL) and _SURELY.search(line)):  # fmt: skip
            return stage
    return ""


def _lines_above(sheet: Sheet, table: Table) -> list[str]:
    """The lines that stand alone above a table, the nearest first, up to where anything else stands."""
    found = []
    for row in reversed(sheet.rows):
        if row.number >= table.header_row:
            continue
        if len(row.filled) != 1 or row.number < table.header_row - LINES_ABOVE:
            break
        found.append(row.filled[0].text)
    return found


def is_total(words: str) -> bool:
    """Whether a line begins with the words of a total: "Total", "County total"."""
    return banners.is_total(words) or bool(_TOTAL.fullmatch(normal(words)))
