"""What a cell holds: its typed value shown as every other format shows it, else its words."""

import re
from datetime import date, timedelta

from equality_tracker.workbooks import cells
from equality_tracker.workbooks.cells import clean
from equality_tracker.workbooks.xlsx.numbers import show_date, show_number
from equality_tracker.workbooks.xlsx.styles import Style

ERRORS = re.compile(r"#[A-Z][A-Z0-9/]*[!?]?|#DIV/0!|Err:\d{3}")
ALL_PARTS = "dmy"
ZERO = date(1899, 12, 30)
NUMBERS = ("float", "percentage", "currency")


def cell_of(
    attributes: dict, words: str, style: Style, zero: date
) -> cells.Cell | None:
    """The cell with its words, in no column yet; None where it holds nothing.

    `zero` is the day that the file counts days from.
    """
    kind = attributes.get("office:value-type", "")
    text = clean(words)
    formula = "table:formula" in attributes
    if is_error(attributes, text, formula):
        return cells.Cell(0, text, style.fill, cells.ERROR)
    if kind in NUMBERS:
        return number_of(attributes, text, kind, style, zero)
    if kind == "date":
        day = read_day(attributes.get("office:date-value", ""))
        if day:
            return date_of(day, style)
    if kind == "boolean":
        shown = attributes.get("office:boolean-value", "").upper()
        return cells.Cell(0, shown, style.fill, cells.BOOLEAN)
    if not text and kind == "string":
        text = clean(attributes.get("office:string-value", ""))
    if text:
        return cells.Cell(0, text, style.fill)
    if formula and not kind:
        return cells.Cell(0, "", style.fill, cells.UNCALCULATED)
    return None


def is_error(attributes: dict, text: str, formula: bool) -> bool:
    """Whether a cell shows a fault instead of a value."""
    if attributes.get("calcext:value-type") == "error":
        return bool(text)
    return formula and bool(ERRORS.fullmatch(text))


def number_of(
    attributes: dict, text: str, kind: str, style: Style, zero: date
) -> cells.Cell | None:
    try:
        value = float(attributes.get("office:value", ""))
    except ValueError:
        return cells.Cell(0, text, style.fill) if text else None
    if value != value or abs(value) > 1e300:
        return cells.Cell(0, text or str(value), style.fill, cells.ERROR)
    if style.dates:
        day = counted(value, zero)
        if day:
            return date_of(day, style)
    shown = show_number(value, style.form)
    if kind == "percentage" and "%" not in style.form:
        shown = text or show_number(value, "General%")
    return cells.Cell(0, shown, style.fill, cells.NUMBER, value)


def date_of(day: date, style: Style) -> cells.Cell:
    shown = show_date(day, style.dates or ALL_PARTS)
    return cells.Cell(0, shown, style.fill, cells.DATE, day.isoformat())


def read_day(text: str) -> date | None:
    """ "2030-03-31T09:30:00" → 31 March 2030."""
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def counted(days: float, zero: date) -> date | None:
    """The day so many days after the one that the file counts from, None outside the calendar."""
    try:
        return zero + timedelta(days=int(days)) if days >= 1 else None
    except OverflowError:
        return None
