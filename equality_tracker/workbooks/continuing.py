"""Tells a row of a table from the headings of the next one, where what the rows say reads like headings: "Service", "Approved"."""

from equality_tracker.workbooks.headings import Table, are_bands, may_be_second_header
from equality_tracker.workbooks.sheets import Row, Sheet
from equality_tracker.workbooks.vocabulary import (
    DATED,
    SPARE,
    WHOLE,
    TableKind,
    is_only_a_date,
    normal,
)


def is_row_of(
    tables: list[Table], table: Table, above: Row | None, kinds, begins: bool
) -> bool:
    """Whether what looks like headings is a row of the table above it: right below another row, of a kind whose rows read so.

    Below a line that stands alone, and as headings of another kind, it is one too where it names far fewer columns; not
    where a table of a document `begins` in it.
    """
    last = tables[-1] if tables else None
    if last is None or above is None or table.signature == last.signature:
        return False
    [kind] = [one for one in kinds if one.name == last.kind]
    next_to = last.last_header_row <= above.number == table.header_row - 1
    if not kind.wordy or not next_to:
        return False
    names, of_last = ({*one.fields.values()} - {kind.dated} for one in (table, last))
    fewer = not begins and len(names) * 2 <= len(of_last)
    close = len(above.filled) > 1
    if close and not begins and is_guessed(table, last, kinds):
        return True
    same = close and table.kind == last.kind
    return table.score <= last.score and (same or fewer)


def is_guessed(table: Table, last: Table, kinds) -> bool:
    """Whether headings of another kind than the table before were only read by what their words may mean: "Approved", "Planned"."""
    [kind] = [one for one in kinds if one.name == table.kind]
    told = list(table.headings.values())
    return kind.name != last.kind and bool(kind.grammar) and not is_told(kind, told)


def is_told(kind: TableKind, headings: list[str]) -> bool:
    """Whether headings name what a kind needs in words that are its own, and not by what those may mean."""
    names = {
        name
        for heading in headings
        for share, name in kind.match(heading)
        if share >= WHOLE
    }
    return any(needed <= names for needed in kind.needs)


def is_surely_row_of(
    tables: list[Table], sheet: Sheet, index: int, kinds: list[TableKind]
) -> bool:
    """A quick look at a row of a sheet: whether `is_row_of` would say so whatever it is taken for. Most rows of a register are such."""
    last, row = tables[-1] if tables else None, sheet.rows[index]
    if last is None or not is_close(last, sheet.rows[index - 1], row, sheet):
        return False
    [kind] = [one for one in kinds if one.name == last.kind]
    told = sorted((cell.text for cell in row.filled), key=len)
    if not kind.wordy or is_begin_of(last, row) or may_be_joined(sheet, index):
        return False
    if not fits_no_better(kind, told, last.score):
        return False
    others = [one for one in kinds if one is not kind]
    return not any(
        is_told(one, told) if one.grammar else one.may_fit(told) for one in others
    )


def is_close(last: Table, above: Row, row: Row, sheet: Sheet) -> bool:
    """Whether a row stands right below another of the table, and begins none of a document."""
    next_to = last.last_header_row <= above.number == row.number - 1
    return next_to and len(above.filled) > 1 and row.number not in sheet.breaks


def is_begin_of(last: Table, row: Row) -> bool:
    """Whether a row may say a table's headings again: it begins as they do."""
    first = normal(last.headings[min(last.headings)])
    return first.startswith(normal(min(row.filled).text))


def may_be_joined(sheet: Sheet, index: int) -> bool:
    """Whether the row below may be read as headings together with this one."""
    row, below = sheet.rows[index], sheet.rows[index + 1 : index + 2]
    if not below or below[0].number != row.number + 1:
        return False
    headings = {cell.column: cell.text for cell in row.filled}
    return may_be_second_header(headings, below[0]) or are_bands(sheet, row, below[0])


def fits_no_better(kind: TableKind, told: list[str], score: float) -> bool:
    """Whether texts, the shortest first, fit a kind no better than `score`: each counts as wholly known until it has been looked at."""
    most = len(told) + (1.0 if kind.context else 0.0)
    for text in told:
        if most <= score:
            return True
        most -= 1.0 - best_share(kind, text)
    return most <= score


def best_share(kind: TableKind, text: str) -> float:
    """The most that a text can count for a kind."""
    if kind.dated and is_only_a_date(text) and not (kind.grammar and kind.is_phrase(text)):  # fmt: skip
        return DATED
    return max(SPARE, *(share for share, _name in kind.match(text)), 0.0)
