"""Rows of an action table that are no actions: totals, examples, hints on how to fill it in."""

import re

from equality_tracker.workbooks.cells import NUMBER
from equality_tracker.workbooks.finding import Table
from equality_tracker.workbooks.sheets import Row
from equality_tracker.workbooks.vocabulary import normal
from plans.importing.line_words import COUNTS, TOTALS

EXAMPLE = (
    "This row is an example of how to fill the table in and was left out. Take the word "
    "“example” away if it is an action."
)
INSTRUCTIONS = (
    "Row {row} tells how to fill the table in and was left out. Put a reference or a date into "
    "it if it is an action."
)
LONGEST = 60
LONGEST_FIGURE = 20
FIRST_ROWS = 2
_FIGURE = re.compile(
    r"[\d.,\s]*\d\s*(?:%|per ?cent|actions?)?|[-–—]|n/?a|£?[\d.,]+", re.I
)
_EXAMPLE = re.compile(r"\(?(?:for\s+)?(?:worked\s+)?example(?:\s+(?:only|row|\d))?\)?\s*(?:[:.–—-].*)?|e\.?g\.?(?:\W.*)?|\(example\).*", re.I | re.S)  # fmt: skip
_HINT = re.compile(
    r"\b(?:please|e\.g|for example|dd/?mm|mm/?yy|yyyy|drop ?-?down|should|insert|enter|describe"
    r"|briefly|specify|state (?:the|who|what|when)|name (?:and|of)|job title|choose|select|pick"
    r"|use (?:the|one)|r/a/g|red[,/ ]+amber|must be|unique|list (?:the|all|any)|give (?:the|a)"
    r"|auto(?:matic|-?fill)|do not|who (?:is|will)|what (?:is|will|do|are|difference)|when (?:is|will)"
    r"|how (?:will|do|are)|provide (?:a|an|the|details)|include (?:the|any|details)|free text)\b",
    re.I,
)


def is_total(row: Row) -> bool:
    """ "Total", "Subtotal | 4", "Number of actions: 12", "% complete | 25%": a count of rows."""
    filled = row.filled
    first = min(filled)
    if len(filled) > 1 and not is_figure(filled[-1]):
        return False
    label, colon, rest = first.text.partition(":")
    words = normal(label)
    if len(first.text) > LONGEST or not words:
        return False
    if not all(cell is first or is_figure(cell) for cell in filled):
        return False
    if words in TOTALS:
        return True
    counts = any(words.startswith(word) for word in (*TOTALS, *COUNTS))
    return counts and (
        len(filled) > 1 or bool(colon and _FIGURE.fullmatch(rest.strip()))
    )


def is_figure(cell) -> bool:
    if cell.kind == NUMBER:
        return True
    return len(cell.text) <= LONGEST_FIGURE and bool(_FIGURE.fullmatch(cell.text))


def is_row_of_figures(row: Row) -> bool:
    """Columns numbered beneath their headings: 1, 2, 3 or (a), (b), (c)."""
    texts = [cell.text.strip(" ().").casefold() for cell in sorted(row.filled)]
    if len(texts) < 3:
        return False
    first = texts[0]
    if first == "1":
        return texts == [str(number) for number in range(1, len(texts) + 1)]
    return first == "a" and texts == [chr(97 + n) for n in range(len(texts))]


def is_example(row: Row, table: Table) -> bool:
    """ "Example", "e.g." where a row begins, in its reference or in its action."""
    cells = {min(row.filled).column, table.column("title"), table.column("reference")}
    return any(
        _EXAMPLE.fullmatch(row.text(column)) for column in cells if row.text(column)
    )


def is_signature(row: Row, table: Table) -> bool:
    """ "Signed: | A. Director": a label before its value, beneath the table."""
    first = min(row.filled)
    return (
        first.text.endswith(":")
        and len(first.text) <= 40
        and first.column != table.column("title")
    )


def is_instructions(row: Row, table: Table) -> bool:
    """Hints under most headings: no reference, no date, and the words of somebody who explains."""
    if all(
        cell.text.startswith("(") and cell.text.endswith(")") for cell in row.filled
    ):
        return len(row.filled) > 1
    reference = row.text(table.column("reference"))
    timescale = row.text(table.column("timescale"))
    if has_figures(reference) or has_figures(timescale):
        return False
    title = table.column("title")
    filled = [cell for cell in row.filled if cell.column in table.headings]
    hints = [cell for cell in filled if _HINT.search(cell.text)]
    beside = [cell for cell in hints if cell.column != title]
    return bool(beside) and len(hints) >= 2 and len(hints) * 2 >= len(filled)


def has_figures(text: str) -> bool:
    return any(mark.isdigit() for mark in text)
