"""The figures of groups within one indicator of a file: gathered cell by cell, given out with the result of their time. Pure."""

from dataclasses import dataclass, field, replace
from decimal import ROUND_HALF_UP, Decimal

from equality_tracker.workbooks.cells import Cell
from equality_tracker.workbooks.vocabulary import normal
from indicators.gaps.hiding import MASKED
from indicators.tables import cells
from indicators.tables.columns import Column, dates
from indicators.tables.grouping import BASE, COUNT, RESULT
from indicators.words import figures, units, values
from indicators.words.characteristics import Group
from indicators.words.readings import BLANK, NONE, RELATIVE, VALUE, Reading
from indicators.words.reasons import Reason

NOT_SHOWN = normal(MASKED)
LONGEST_TEXT = 300
NO_COUNT = "“{text}” was not understood as a number of people, so it was left out. Write it in figures."
COUNT_ABOVE_BASE = "{count} of the group are more than the {base} that they are out of, so neither was taken. Put one of them right."
SHARE_OR_COUNT = (
    "The group has {count} out of {base} and no figure of its own. Write the figure as it was published, or say in a column "
    "“Unit” whether the indicator is a percentage or a number."
)  # fmt: skip
TWICE = "The group “{group}” stands here twice for the same time with different figures. Keep one."


@dataclass
class GroupFigure:
    """One group at one time: the words of its characteristic and of its figure, and how many stand behind it."""

    group: Group
    said: str
    column: Column
    sheet: str
    row: int
    place: str
    reading: Reading | None = None
    count: int | None = None
    base: int | None = None
    masked: bool = False
    questions: list[tuple[str, str]] = field(default_factory=list)

    @property
    def key(self) -> tuple:
        return time_key(self.column), *(normal(one) for one in self.group[:2])

    def take(self, which: str, cell: Cell, place: str) -> None:
        """Keep what a cell says of the group; a question where it is no number of people."""
        if normal(cell.text) == NOT_SHOWN:
            self.masked, self.place = True, place
        elif which == RESULT:
            self.take_result(cells.read(cell, self.column), place)
        elif which in (COUNT, BASE):
            self.take_number(which, cell.text, place)

    def take_result(self, found: Reading, place: str) -> None:
        if found.kind == BLANK:
            return
        if self.reading and self.reading.text != found.text:
            self.questions.append((place, TWICE.format(group=self.group.name)))
            return
        self.reading, self.place = without_bounds(found), place

    def take_number(self, which: str, text: str, place: str) -> None:
        found = values.read(text)
        whole = found.kind == VALUE and not found.operator and found.value >= 0
        if whole and found.value == found.value.to_integral_value():
            setattr(self, which, int(found.value))
        elif not (found.operator or (found.reason and found.reason != Reason.IN_WORDS)):
            self.questions.append((place, NO_COUNT.format(text=text)))

    def settled(self, unit: str, decimals: int) -> "GroupFigure | None":
        """The figure with its unit, or worked out of its count and base; None where nothing was said of the group."""
        if self.count is not None and self.base is not None and self.count > self.base:
            words = COUNT_ABOVE_BASE.format(count=self.count, base=self.base)
            self.questions.append((self.place, words))
            self.count = self.base = None
        if self.base == 0:
            self.base = None
        reading = self.reading or self.worked_out(unit, decimals)
        if reading is None and not self.masked:
            return None
        reading = reading or Reading(MASKED, NONE, reason=Reason.NOT_REPORTED)
        return replace(self, reading=cells.with_unit(reading, unit))

    def worked_out(self, unit: str, decimals: int) -> Reading | None:
        """What the count says where no figure stands beside it: itself among counts, its share of the base among percentages."""
        if self.count is None:
            return None
        if unit == units.COUNT or (self.base is None and unit != figures.PERCENT):
            return Reading(f"{self.count}", VALUE, Decimal(self.count), unit)
        text = f"{self.count} out of {self.base}" if self.base else f"{self.count}"
        if unit != figures.PERCENT or self.base is None:
            words = SHARE_OR_COUNT.format(count=self.count, base=self.base or "?")
            self.questions.append((self.place, words))
            return Reading(text, NONE, reason=Reason.IN_WORDS)
        fine = Decimal(1).scaleb(-max(decimals, 1))
        share = Decimal(self.count * 100) / self.base
        return Reading(text, VALUE, share.quantize(fine, ROUND_HALF_UP), unit)

    def as_dict(self) -> dict:
        """As the reading's JSON: see `equality_tracker.imports.reading`."""
        found = self.reading.as_dict()
        said = {name: found[name] for name in ("value", "unit", "reason")}
        masked = {"masked": True} if self.masked else {}
        return {
            "characteristic": self.group.characteristic,
            "characteristic_said": self.said,
            "group": self.group.name,
            "text": found["text"][:LONGEST_TEXT],
            **said,
            "count": self.count,
            "base": self.base,
            "sheet": self.sheet,
            "row": self.row,
            "cell": self.place,
            **masked,
        }


def without_bounds(found: Reading) -> Reading:
    """A group's figure is a number or words: below 5, about 40 and a range from 40 to 45 are words."""
    bounded = found.operator or found.value_max is not None or found.kind == RELATIVE
    if found.value is not None and not bounded:
        return found
    reason = found.reason or Reason.IN_WORDS
    return Reading(found.text, NONE, reason=reason)


def time_key(column: Column) -> tuple:
    """What tells the time of a figure: its kind and last day, else its words."""
    if column.time and column.time.end:
        return column.time.kind, column.time.end.isoformat()
    return "", column.period


def time_of(figure: dict) -> tuple:
    """`time_key` of a result as JSON."""
    if figure.get("end"):
        return figure["period_kind"], figure["end"]
    return "", figure["period"]


def with_groups(results: list[dict], found: list[GroupFigure]) -> list[dict]:
    """Give each result the groups of its time; return the others, time by time."""
    places = {time_of(result): result for result in results}
    alone: dict[tuple, dict] = {}
    for one in found:
        key = time_key(one.column)
        result = places.get(key)
        if result is None and len(results) == 1 and key == ("", ""):
            result = results[0]
        if result is None:
            time = {"period": one.column.period, **dates(one.column.time)}
            result = alone.setdefault(key, {**time, "breakdowns": []})
        result.setdefault("breakdowns", []).append(one.as_dict())
    return list(alone.values())
