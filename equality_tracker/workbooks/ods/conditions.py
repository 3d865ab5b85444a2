"""Rules of conditional formatting, told to the reader of Excel's own in Excel's terms."""

import re
from xml.etree.ElementTree import Element, SubElement

from equality_tracker.workbooks.xlsx.conditions import Rule, read_rule

_RANGE = re.compile(
    r"\.\$?([A-Z]{1,3})\$?(\d{1,7})(?::(?:'[^']*'|[^ .']*)\.\$?([A-Z]{1,3})\$?(\d{1,7}))?"
)
_CELL = re.compile(r"\[[^\[\].]*\.(\$?[A-Z]{1,3}\$?\d{1,7})\]")
_COMPARED = re.compile(r"(<=|>=|!=|<>|=|<|>)(.+)", re.S)
_TEXT = re.compile(r'(contains-text|begins-with|ends-with)\("([^"]*)"\)')
_OPERATORS = {
    "=": "equal",
    "!=": "notEqual",
    "<>": "notEqual",
    "<": "lessThan",
    "<=": "lessThanOrEqual",
    ">": "greaterThan",
    ">=": "greaterThanOrEqual",
}
_TEXTS = {
    "contains-text": "containsText",
    "begins-with": "beginsWith",
    "ends-with": "endsWith",
}
LONGEST = 5_000


def rule_of(value: str, target: str, fill: str, order: int) -> Rule | None:
    """The rule that a condition states for the cells of `target`; None where it gives no fill."""
    element = element_of(value[:LONGEST], order)
    return read_rule(element, ranges_of(target[:LONGEST]), [fill])


def ranges_of(target: str) -> str:
    """ "'My plan'.C2:'My plan'.C9" → "C2:C9"."""
    found = []
    for left, top, right, bottom in _RANGE.findall(target):
        found.append(f"{left}{top}:{right or left}{bottom or top}")
    return " ".join(found)


def element_of(value: str, order: int) -> Element:
    """A condition as Excel writes one; what it cannot say stays a formula that nobody reads."""
    element = Element("cfRule", dxfId="0", priority=str(order))
    words, compared = _TEXT.fullmatch(value), _COMPARED.fullmatch(value)
    if words:
        element.attrib |= {"type": _TEXTS[words[1]], "text": words[2]}
    elif compared:
        element.attrib |= {"type": "cellIs", "operator": _OPERATORS[compared[1]]}
        SubElement(element, "formula").text = compared[2]
    else:
        formula = value.removeprefix("formula-is(").removesuffix(")")
        element.set("type", "expression")
        SubElement(element, "formula").text = _CELL.sub(r"\1", formula)
    return element
