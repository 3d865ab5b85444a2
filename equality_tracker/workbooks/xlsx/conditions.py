"""Colours that come from a rule: conditional formatting, as far as it compares with fixed words or figures.

Only cells that hold no word of their own are coloured by it: a letter, a figure or a mark, or
nothing. Words speak for themselves.
"""

import operator
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import NamedTuple
from xml.etree.ElementTree import Element

from equality_tracker.workbooks.cells import address, column_of, place

MOST_RULES = 200
MOST_TESTS = 2_000_000
LONGEST_MARK = 3
_EQUAL = re.compile(
    r'\$?(?P<column>[A-Z]{1,3})(?P<fixed>\$?)(?P<row>\d{1,7})\s*=\s*(?P<value>"[^"]*"|-?\d+(?:\.\d+)?%?)'
)
_OPERATORS = {
    "equal": operator.eq,
    "notEqual": operator.ne,
    "greaterThan": operator.gt,
    "lessThan": operator.lt,
    "greaterThanOrEqual": operator.ge,
    "lessThanOrEqual": operator.le,
}
_TEXTS: dict[str, Callable[[str, str], bool]] = {
    "containsText": lambda text, part: part in text,
    "beginsWith": str.startswith,
    "endsWith": str.endswith,
}
UNREAD = (
    "The cells are coloured by rules of conditional formatting that could not be worked out here, so "
    "these colours were not read. Write the status in words, or colour the cells themselves."
)


@dataclass(frozen=True)
class Rule:
    """One rule: where it holds (top, left, bottom, right), what it asks of a row, its colour."""

    ranges: tuple[tuple[int, int, int, int], ...]
    priority: int
    fill: str
    test: Callable[[dict[int, list], int, int], bool] | None


class Span(NamedTuple):
    """One stretch of cells with a rule that can be told."""

    top: int
    left: int
    bottom: int
    right: int
    test: Callable[[dict[int, list], int, int], bool]
    fill: str


def read_rule(element: Element, reference: str, fills: list[str]) -> Rule | None:
    """The rule of a `cfRule` over the cells that `reference` names; None where it gives no fill."""
    index = element.get("dxfId", "")
    fill = fills[int(index)] if index.isdecimal() and int(index) < len(fills) else ""
    ranges = tuple(filter(None, map(read_range, reference.split()[:50])))
    if not fill or not ranges:
        return None
    priority = element.get("priority", "")
    order = int(priority) if priority.isdecimal() and len(priority) < 10 else 0
    return Rule(ranges, order, fill, read_test(element, ranges[0]))


def read_range(reference: str) -> tuple[int, int, int, int] | None:
    first, _, last = reference.partition(":")
    left, top = place(first)
    right, bottom = place(last or first)
    return (top, left, bottom, right) if left and right else None


def read_test(element: Element, first: tuple[int, int, int, int]):
    """What a rule asks; None where it is more than a comparison with fixed words or figures."""
    kind = element.get("type", "")
    formulas = [part.text or "" for part in element if part.tag.endswith("formula")]
    if kind in _TEXTS and element.get("text"):
        part, compare = element.get("text", "").casefold(), _TEXTS[kind]
        return lambda row, column, _number: compare(words_in(row, column), part)
    if kind == "cellIs" and len(formulas) == 1:
        return compare_cell(element.get("operator", ""), constant(formulas[0]))
    if kind == "expression" and len(formulas) == 1:
        return compare_other(formulas[0].strip(), first)
    return None


def constant(formula: str) -> str | float | None:
    """A fixed word (without capitals) or figure; None for anything that must be worked out."""
    text = formula.strip()
    if len(text) > 1 and text[0] == text[-1] == '"' and '"' not in text[1:-1]:
        return text[1:-1].casefold()
    try:
        return float(text[:-1]) / 100 if text.endswith("%") else float(text)
    except ValueError:
        return None


def compare_cell(name: str, wanted: str | float | None):
    compare = _OPERATORS.get(name)
    if compare is None or wanted is None:
        return None
    return lambda row, column, _number: holds(row.get(column), compare, wanted)


def compare_other(formula: str, first: tuple[int, int, int, int]):
    """`$F2="Red"`: a cell of the same row, moved along with the range unless it is fixed."""
    match = _EQUAL.fullmatch(formula.removeprefix("="))
    wanted = constant(match["value"]) if match else None
    if wanted is None or match["fixed"] or int(match["row"]) != first[0]:
        return None
    named, fixed = column_of(match["column"]), formula.lstrip("=").startswith("$")
    moved = 0 if fixed else first[1]
    return lambda row, column, _number: holds(
        row.get(named + (column - moved if moved else 0)), operator.eq, wanted
    )


def holds(cell: list | None, compare, wanted: str | float) -> bool:
    """Whether a packed cell compares so with fixed words or a figure; unlike kinds never do."""
    if cell is None:
        return False
    if isinstance(wanted, str):
        return bool(compare(cell[1].casefold(), wanted))
    value = cell[4] if len(cell) > 4 else None
    return isinstance(value, float | int) and bool(compare(value, wanted))


def words_in(row: dict[int, list], column: int) -> str:
    return row[column][1].casefold() if column in row else ""


def colour(rows: list[list], rules: Iterable[Rule]) -> list[str]:
    """Give cells without words the colour of the first rule that holds; gives back where rules could not be told."""
    ordered = sorted(rules, key=lambda rule: rule.priority)[:MOST_RULES]
    spans = [
        Span(*one, rule.test, rule.fill)
        for rule in ordered
        if rule.test
        for one in rule.ranges
    ]
    for number, cells in rows[: MOST_TESTS // len(spans)] if spans else ():
        here = [span for span in spans if span.top <= number <= span.bottom]
        if here:
            colour_row(number, cells, here)
    lost = [rule.ranges[0] for rule in ordered if is_lost(rule)]
    return [address(left, top) for top, left, _bottom, _right in lost]


def colour_row(number: int, cells: list[list], spans: list[Span]) -> None:
    """Colour what holds no word in one row; a cell that had neither is added where a rule is for its column alone."""
    row = {cell[0]: cell for cell in cells}
    for cell in cells:
        if is_wordless(cell) and (fill := first_fill(spans, row, cell[0], number)):
            cell[2:3] = [fill]
    empty = {span.left for span in spans if span.left == span.right} - row.keys()
    added = [
        [column, "", fill]
        for column in empty
        if (fill := first_fill(spans, row, column, number))
    ]
    if added:
        cells.extend(added)
        cells.sort(key=lambda cell: cell[0])


def is_wordless(cell: list) -> bool:
    """Whether a cell holds a mark, a letter or a figure rather than a word, and no colour of its own."""
    if len(cell) > 2 and cell[2]:
        return False
    return len(cell[1]) <= LONGEST_MARK or (
        len(cell) > 4 and not isinstance(cell[4], str)
    )


def first_fill(
    spans: list[Span], row: dict[int, list], column: int, number: int
) -> str:
    """The colour of the first rule that reaches a cell and holds; "" where none does."""
    for span in spans:
        if span.left <= column <= span.right and span.test(row, column, number):
            return span.fill
    return ""


def is_lost(rule: Rule) -> bool:
    """Whether a rule that could not be told colours one column, as statuses are coloured."""
    return rule.test is None and all(
        left == right for _t, left, _b, right in rule.ranges
    )
