"""Finds the tables on a sheet: header rows by the words in them, whatever row they stand in."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from equality_tracker.workbooks.cells import NUMBER, Cell
from equality_tracker.workbooks.keys import Key, is_title, take_keys
from equality_tracker.workbooks.marks import read_key
from equality_tracker.workbooks.sheets import Row, Sheet
from equality_tracker.workbooks.vocabulary import (
    LONGEST_HEADING,
    TableKind,
    all_phrases,
    is_only_a_date,
    may_be_heading,
    normal,
)

OTHER = "other"
LEAST_MATCHED = 0.5
MOST_COLUMNS = 60
FIRST_CELLS = 3
LONGEST_LABEL = 30


@dataclass
class Table:
    """One header row and what stands below it, up to the next."""

    sheet: str
    sheet_number: int
    header_row: int
    kind: str
    headings: dict[int, str]
    fields: dict[int, str] = field(default_factory=dict)
    last_header_row: int = 0
    rows: list[Row] = field(default_factory=list)
    key: Key | None = None
    first_column: int = 1
    score: float = 0.0

    @property
    def id(self) -> str:
        """Where the table stands: the sheet and the row, and the column of one that is beside another."""
        place = f"{self.sheet_number}:{self.header_row}"
        return place if self.first_column == 1 else f"{place}:{self.first_column}"

    @property
    def signature(self) -> tuple[str, ...]:
        """What tables that are one table over several pages have in common."""
        return tuple(normal(heading) for heading in self.headings.values())

    def column(self, name: str) -> int:
        """The first column that holds a field, 0 where none does."""
        for column, found in self.fields.items():
            if found == name:
                return column
        return 0

    def columns(self, name: str) -> list[int]:
        return [column for column, found in self.fields.items() if found == name]


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
    tables: list[Table] = []
    passed = 0
    for index, row in enumerate(sheet.rows):
        filled = row.filled
        if len(filled) == 1 and len(filled[0].text) <= LONGEST_HEADING:
            above.append(filled[0].text)
        if row.number <= passed or not may_be_header(filled, phrases):
            continue
        context = f" {normal(' '.join([*above, *[cell.text for cell in filled]]))} "
        below = [
            r for r in sheet.rows[index + 1 : index + 2] if r.number == row.number + 1
        ]
        table = recognise(sheet, [row, *below], kinds, context)
        if table and is_better(table, tables):
            tables.append(table)
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


def may_be_header(filled: list[Cell], phrases: frozenset[str]) -> bool:
    """A quick look: short cells, some of the first and half of all like headings."""
    if not 2 <= len(filled) <= MOST_COLUMNS or read_key(filled[-1].text):
        return False
    for cell in filled:
        if len(cell.text) > LONGEST_HEADING or is_figure(cell):
            return False
    if not any(may_be_heading(cell.text, phrases) for cell in filled[:FIRST_CELLS]):
        return False
    strange = 0
    for cell in filled:
        known = may_be_heading(cell.text, phrases) or is_only_a_date(cell.text)
        strange += not known
        if strange > len(filled) * (1 - LEAST_MATCHED):
            return False
    return True


def is_figure(cell: Cell) -> bool:
    """A number that is no year: no heading."""
    return cell.kind == NUMBER and len(cell.text) != 4


def recognise(
    sheet: Sheet, rows: list[Row], kinds: list[TableKind], context: str
) -> Table | None:
    """The table that a row heads, alone or with the row below, of the kind that fits most."""
    row = rows[0]
    headings = {cell.column: cell.text for cell in sorted(row.filled)}
    best, last = best_kind(headings, kinds, context), row.number
    if len(rows) > 1 and may_be_second_header(headings, rows[1]):
        lower = {cell.column: cell.text for cell in rows[1].filled}
        both = join_headings(headings, lower, spans(sheet, row))
        joined = best_of_two_rows(headings, lower, both, kinds, context)
        times = all(is_only_a_date(text) for text in lower.values())
        least = best[0] if best else 0
        if joined and (joined[0] > least or (times and joined[0] >= least)):
            best, last, headings = joined, rows[1].number, both
    if best is None:
        return None
    score, kind, fields = best
    named = {column: name for column, (name, _share) in sorted(fields.items())}
    return Table(
        sheet.name,
        sheet.number,
        row.number,
        kind.name,
        headings,
        named,
        last,
        first_column=sheet.first_column,
        score=score,
    )


def best_of_two_rows(upper: dict, lower: dict, both: dict, kinds, context: str):
    """The kind that fits two rows of headings best, read apart or each with the one above it."""
    repeated = len(set(lower.values())) < len(lower)
    ways = [both] if repeated else [{**upper, **lower}, both]
    found = [best_kind(headings, kinds, context) for headings in ways]
    return max(filter(None, found), key=lambda one: one[0], default=None)


def best_kind(headings: dict[int, str], kinds: list[TableKind], context: str):
    """The kind that the headings fit best, with its score and fields; None where none fits."""
    best = None
    for kind in kinds:
        fields = kind.assign(headings)
        score = fit(kind, fields, headings, context)
        if score and (best is None or score > best[0]):
            best = score, kind, fields
    return best


def fit(kind: TableKind, fields: dict, headings: dict[int, str], context: str) -> float:
    """How well a row's headings fit a kind; 0 where they are too few or the wrong ones."""
    names = {name for name, _share in fields.values()}
    told = [text for text in headings.values() if not is_only_a_date(text)]
    known = sum(bool(kind.match(text)) for text in told)
    enough = len(names) >= kind.least and known >= len(told) * LEAST_MATCHED
    if not enough or not any(needed <= names for needed in kind.needs):
        return 0.0
    if kind.context and not any(f" {word} " in context for word in kind.context):
        return 0.0
    in_context = 1.0 if kind.context else 0.0
    return sum(share for _name, share in fields.values()) + in_context


def may_be_second_header(headings: dict[int, str], below: Row) -> bool:
    """Short words under headings that span several columns, and nothing under the first."""
    filled = below.filled
    if len(filled) < 2 or any(
        len(cell.text) > 40 or cell.kind == "n" for cell in filled
    ):
        return False
    first = min(headings)
    if any(cell.column < first for cell in filled):
        return False
    fresh = any(cell.column not in headings for cell in filled)
    return fresh and not below.text(first)


def spans(sheet: Sheet, row: Row) -> dict[int, int]:
    """The last column that each heading of a row is merged over."""
    return {
        cell.column: sheet.spans[row.number, cell.column]
        for cell in row.filled
        if (row.number, cell.column) in sheet.spans
    }


def join_headings(
    upper: dict[int, str], lower: dict[int, str], merged: dict[int, int]
) -> dict[int, str]:
    """Name each column by both rows: "Numbers completed: Target"."""
    joined, over, until = {}, "", None
    for column in sorted({*upper, *lower}):
        if column in upper:
            over, until = upper[column], merged.get(column)
        elif until and column > until:
            over = ""
        words = [words for words in (over, lower.get(column)) if words]
        joined[column] = ": ".join(words)
    return joined


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
