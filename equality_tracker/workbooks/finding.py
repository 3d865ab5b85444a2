"""Finds the tables on a sheet: header rows by the words in them, whatever row they stand in."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from equality_tracker.workbooks.cells import NUMBER, Cell
from equality_tracker.workbooks.continuing import is_row_of, is_surely_row_of
from equality_tracker.workbooks.headings import LEAST_MATCHED, OTHER, Table, recognise
from equality_tracker.workbooks.keys import Key, is_title, take_keys
from equality_tracker.workbooks.limits import COLUMNS
from equality_tracker.workbooks.marks import is_key
from equality_tracker.workbooks.sheets import Row, Sheet
from equality_tracker.workbooks.vocabulary import (
    LONGEST_HEADING,
    TableKind,
    all_phrases,
    is_only_a_date,
    may_be_heading,
    normal,
)

FIRST_CELLS = 3
LONGEST_LABEL = 30
# What a sheet is about is said in its first rows.
FIRST_ROWS = 40


@dataclass
class SheetTables:
    """A sheet with its tables marked: `headers` by the index of their header row."""

    sheet: Sheet
    tables: list[Table]
    keys: list[Key]


def bodies(sheet: SheetTables) -> list[tuple[Table, list[Row]]]:
    """Each table with the rows below its headings, up to the next table."""
    found: list[tuple[Table, list[Row]]] = [(table, []) for table in sheet.tables]
    current = -1
    for row in sheet.sheet.rows:
        while (
            current + 1 < len(found) and row.number >= found[current + 1][0].header_row
        ):
            current += 1
        if current >= 0 and row.number > found[current][0].last_header_row:
            found[current][1].append(row)
    return found


def find_tables(
    sheet: Sheet,
    kinds: Iterable[TableKind],
    meaning: Callable[[str], str],
    file_name: str = "",
) -> SheetTables:
    """Mark the header rows of a sheet, its colour keys, and other blocks that look like tables."""
    keys = take_keys(sheet, meaning)
    tables = find_headers(sheet, list(kinds), file_name)
    first = tables[0].header_row if tables else None
    others = find_others(sheet, first) + begun_anew(sheet, tables)
    found = sorted(tables + others, key=lambda table: table.header_row)
    return SheetTables(sheet, found, keys)


def find_headers(sheet: Sheet, kinds: list[TableKind], file_name: str) -> list[Table]:
    """Each row that names the columns of a kind of table some app knows."""
    above = [sheet.name, file_name]
    phrases = all_phrases(kinds)
    grammars = grammars_for(sheet, kinds, file_name)
    tables: list[Table] = []
    said: dict[tuple, str] = {}
    passed = 0
    for index, row in enumerate(sheet.rows):
        filled = row.filled
        if len(filled) == 1 and len(filled[0].text) <= LONGEST_HEADING:
            above.append(filled[0].text)
        if row.number <= passed or not may_be_header(filled, phrases, grammars):
            continue
        if is_surely_row_of(tables, sheet, index, kinds):
            continue
        # What stood above a table is true of those with the same headings further down.
        words = tuple(cell.text for cell in filled)
        context = f" {normal(' '.join([*above, *words]))} {said.get(words, '')}"
        below = [
            r for r in sheet.rows[index + 1 : index + 2] if r.number == row.number + 1
        ]
        table = recognise(sheet, [row, *below], kinds, context)
        above_it = sheet.rows[index - 1] if index else None
        begins = row.number in sheet.breaks
        if table and is_row_of(tables, table, above_it, kinds, begins):
            continue
        if table and is_better(table, tables):
            tables.append(table)
            said[words] = context
            passed = table.last_header_row
            above = [sheet.name, file_name]
    return tables


def is_better(table: Table, tables: list[Table]) -> bool:
    """Of two rows of headings close together the better one counts, the other only explains it.

    Takes the worse one out of `tables`, if that is the one above.
    """
    last = tables[-1] if tables else None
    if last is None or table.header_row != last.last_header_row + 1:
        return True
    if table.score <= last.score and table.signature != last.signature:
        return False
    tables.pop()
    return True


def grammars_for(sheet: Sheet, kinds: list[TableKind], file_name: str) -> list:
    """How the kinds read headings that are in no list: of those kinds alone whose context the sheet's begin says."""
    cells = (cell.text for row in sheet.rows[:FIRST_ROWS] for cell in row.filled)
    said = f" {normal(' '.join([sheet.name, file_name, *cells]))} "
    return [
        kind.grammar
        for kind in kinds
        if kind.grammar and any(f" {word} " in said for word in kind.context)
    ]


def may_be_header(
    filled: list[Cell], phrases: frozenset[str], grammars: Iterable = ()
) -> bool:
    """A quick look: short cells, some of the first and half of all like headings."""
    if not 2 <= len(filled) <= COLUMNS or is_key(filled[-1].text):
        return False
    for cell in filled:
        if len(cell.text) > LONGEST_HEADING or is_figure(cell):
            return False

    def known(text):
        return may_be_heading(text, phrases) or any(read(text) for read in grammars)

    # The short ones first: they are known from other rows, and often they decide.
    if not any(known(text) for text in shortest_first(filled[:FIRST_CELLS])):
        return False
    most = len(filled) * (1 - LEAST_MATCHED)
    strange, left = 0, len(filled)
    for text in shortest_first(filled):
        strange, left = strange + (not (known(text) or is_only_a_date(text))), left - 1
        if strange > most or strange + left <= most:
            break
    return strange <= most


def shortest_first(cells: list[Cell]) -> list[str]:
    return sorted((cell.text for cell in cells), key=len)


def is_figure(cell: Cell) -> bool:
    """A number that is no year: no heading."""
    return cell.kind == NUMBER and len(cell.text) != 4


def find_others(sheet: Sheet, before: int | None) -> list[Table]:
    """Blocks that look like tables though no app knows them, above the first known one."""
    found = []
    for block in blocks(
        row for row in sheet.rows if before is None or row.number < before
    ):
        while block and len(block[0].filled) < 2:
            block = block[1:]
        labels = before is not None and are_labels(block)
        if len(block) >= 3 and not labels and is_block_of_columns(block):
            headings = {cell.column: cell.text for cell in sorted(block[0].filled)}
            number = block[0].number
            found.append(
                Table(
                    sheet.name,
                    sheet.number,
                    number,
                    OTHER,
                    headings,
                    {},
                    number,
                    block[1:],
                )
            )
    return found


def begun_anew(sheet: Sheet, known: list[Table]) -> list[Table]:
    """Tables of a document below a known one that no app knows: other columns begin, so it has ended.

    A label over its value, just above a known table, is left: it may name what that one is about.
    """
    headers = [table.header_row for table in known]
    heads = {n for table in known for n in (table.header_row, table.last_header_row)}
    found = []
    for index, row in enumerate(sheet.rows if headers else ()):
        number, below = row.number, sheet.rows[index + 1 : index + 3]
        if number not in sheet.breaks or number in heads or number < headers[0]:
            continue
        if len(row.filled) < 2 or any(one.number in heads for one in below):
            continue
        headings = {cell.column: cell.text for cell in sorted(row.filled)}
        found.append(
            Table(sheet.name, sheet.number, number, OTHER, headings, {}, number)
        )
    return found


def are_labels(block: list[Row]) -> bool:
    """Labels beside their values above a table: "Version | 0.4"."""
    return all(
        len(row.filled) <= 2 and len(min(row.filled).text) <= LONGEST_LABEL
        for row in block
    )


def is_block_of_columns(block: list[Row]) -> bool:
    """Short headings over rows that fill the same columns."""
    first = block[0].filled
    if is_title(first[0].text) or not all(is_heading(cell) for cell in first):
        return False
    columns = {cell.column for cell in first}
    return all(len(columns & set(row.cells)) >= 2 for row in block[1:3])


def is_heading(cell: Cell) -> bool:
    """Short words; a figure is none, nor is a label before its value."""
    label = cell.text.endswith(":") or is_figure(cell)
    return len(cell.text) <= LONGEST_HEADING and not label


def blocks(rows: Iterable[Row]) -> list[list[Row]]:
    """Rows with no blank row between them, together."""
    found: list[list[Row]] = []
    for row in rows:
        if found and found[-1][-1].number == row.number - 1:
            found[-1].append(row)
        else:
            found.append([row])
    return found
