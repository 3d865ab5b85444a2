"""The figures of one row: each cell read by what its column holds, units from where they are stated."""

from dataclasses import replace
from decimal import Decimal

from equality_tracker.workbooks.cells import ERROR, NUMBER, UNCALCULATED, Cell
from indicators.gaps.hiding import MASKED
from indicators.tables.columns import Column, dates
from indicators.words import figures, units, values
from indicators.words.readings import (
    BLANK,
    NONE,
    POINTS_OR_PER_CENT,
    RELATIVE,
    SEVERAL,
    VALUE,
    Reading,
)
from indicators.words.reasons import Reason
from plans.importing import problems

FRACTION = (
    "{text} stands in a row of percentages. It was read as written; format the cell as a percentage "
    "where {percent} is meant."
)
SEVERAL_FIGURES = "The cell holds several figures. Give each its own row, or a lettered part of the indicator."
UNIT_DIFFERS = (
    "The figure is in {unit}, the indicator in {usual}: they are not compared."
)


def read(cell: Cell, column: Column, text: str | None = None) -> Reading:
    """The reading of a cell, or of one line of it."""
    if cell.kind in (ERROR, UNCALCULATED):
        return Reading(cell.text, NONE, reason=Reason.NOT_REPORTED)
    if cell.text == MASKED:
        # A reader's copy, which says nothing of what it hides.
        return Reading(cell.text, BLANK)
    found = values.read(cell.text if text is None else text)
    if says_target_to_be_set(found, column):
        found = replace(found, reason=Reason.TO_BE_ESTABLISHED)
    if found.provisional is None and column.provisional is not None:
        found = replace(found, provisional=column.provisional)
    return found


def says_target_to_be_set(found: Reading, column: Column) -> bool:
    """Whether a target or result "to be set" was taken for a baseline."""
    to_be_set = found.reason == Reason.BASELINE_TO_BE_SET
    named = "baseline" in found.text.casefold()
    return to_be_set and column.field != "baseline" and not named


def with_unit(found: Reading, unit: str) -> Reading:
    """The reading with the row's unit where its own words have none."""
    if found.kind == RELATIVE and found.doubt == POINTS_OR_PER_CENT and unit:
        own = figures.POINTS if unit == figures.PERCENT else figures.PERCENT
        return replace(
            found, unit=own, doubt=found.doubt if unit == figures.PERCENT else ""
        )
    if found.value is None or found.unit or not unit:
        return found
    return replace(found, unit=unit)


def usual_unit(stated: str, title: str, readings: list[Reading]) -> str:
    """The unit of a row: its own column's, its title's, else that of most of its figures; "" where the column says that it has none."""
    if units.is_none(stated):
        return ""
    own = units.tidy(stated) or units.of_title(title)
    return own or units.most_common(
        [one.unit for one in readings if one.kind != RELATIVE]
    )


def questions(found: Reading, cell: Cell, unit: str) -> list[str]:
    """What a person should look at in a cell, in plain words."""
    asked = [found.doubt] if found.doubt else []
    if cell.kind == ERROR:
        asked.append(problems.ERROR_CELL.format(text=cell.text))
    elif cell.kind == UNCALCULATED:
        asked.append(problems.UNCALCULATED)
    if found.kind == SEVERAL:
        asked.append(SEVERAL_FIGURES)
    if looks_like_fraction(found, cell, unit):
        percent = f"{(found.value * 100).normalize():f}%"
        asked.append(FRACTION.format(text=found.text, percent=percent))
    differs = found.value is not None and found.kind != RELATIVE and found.unit and unit
    if differs and found.unit != unit:
        asked.append(UNIT_DIFFERS.format(unit=found.unit, usual=unit))
    return asked


def looks_like_fraction(found: Reading, cell: Cell, unit: str) -> bool:
    """Whether a bare number below one stands where percentages do."""
    plain = found.kind == VALUE and "%" not in found.text and cell.kind == NUMBER
    return plain and unit == figures.PERCENT and Decimal(0) < abs(found.value) < 1


def as_entry(found: Reading, column: Column, place: str) -> dict:
    """A reading as JSON, with the cell that it stands in, and its time unless it is a baseline."""
    said = {**found.as_dict(), "cell": place}
    if found.kind == SEVERAL:
        said["reason"] = str(Reason.IN_WORDS)
    if column.field == "baseline" and not column.time:
        return said
    time = {"period": column.period, **dates(column.time)}
    return {**said, **time} if column.field == "baseline" else {**time, **said}
