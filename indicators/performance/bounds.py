"""Between what a figure may lie: "<5" is anything below five. Pure."""

from decimal import Decimal
from typing import NamedTuple

from indicators.performance.measures import Direction, Measure, in_unit

_WORDS = {
    ">=": "at least", "<=": "at most", ">": "more than", "<": "less than", "~": "about", "±": "±",
}  # fmt: skip


class Bounds(NamedTuple):
    """The lowest and highest that a figure may be, None where it is open; whether those ends are left out."""

    low: Decimal | None
    high: Decimal | None
    without_ends: bool = False

    @staticmethod
    def is_open(measure: Measure) -> bool:
        """Whether a figure is not one known number."""
        return (
            measure.operator in ("<", "<=", ">", ">=", "±")
            or measure.value_max is not None
        )

    def all_reach(self, level: Decimal, direction: str, strict: bool) -> bool:
        """Whether the figure reaches a level whatever it is."""
        worst = self.low if direction == Direction.HIGHER else self.high
        if worst is None:
            return False
        return beyond(worst, level, direction, strict and not self.without_ends)

    def any_reaches(self, level: Decimal, direction: str, strict: bool) -> bool:
        """Whether the figure may reach a level."""
        best = self.high if direction == Direction.HIGHER else self.low
        if best is None:
            return True
        return beyond(best, level, direction, strict or self.without_ends)


def beyond(value: Decimal, level: Decimal, direction: str, strict: bool) -> bool:
    """Whether a value is at a level or on its better side; `strict` leaves out the level itself."""
    if value == level:
        return not strict
    return (value > level) == (direction == Direction.HIGHER)


def bounds_of(measure: Measure) -> Bounds:
    """What a figure may be: a range is between its ends, "about 5" is anything that rounds to it, and a margin alone says nothing."""
    value = measure.value
    if measure.operator == "±":
        return Bounds(None, None)
    if measure.value_max is not None:
        return Bounds(value, measure.value_max)
    if measure.operator in (">", ">="):
        return Bounds(value, None, measure.operator == ">")
    if measure.operator in ("<", "<="):
        return Bounds(None, value, measure.operator == "<")
    if measure.operator == "~":
        half = _rounded_to(value) / 2
        return Bounds(value - half, value + half)
    return Bounds(value, value)


def _rounded_to(value: Decimal) -> Decimal:
    """To what a figure is taken to be rounded that is only "about" so much: to the place of its last digit that is no nought, but to a tenth of
    its first place at the coarsest, and a whole number to ones at the finest: 45 to ones, 100 to tens, 1,200 to hundreds, 4.5 to tenths."""
    said = value.normalize()
    if not said:
        return Decimal(1)
    last = Decimal(10) ** said.as_tuple().exponent
    if last <= 1:
        return last
    return max(Decimal(1), min(last, Decimal(10) ** (said.adjusted() - 1)))


def show(measure: Measure) -> str:
    """A figure in words: "at least 81%", "£4,000,000 to £5,000,000"."""
    text = in_unit(plain(measure.value), measure.unit)
    if measure.value_max is not None:
        return f"{text} to {in_unit(plain(measure.value_max), measure.unit)}"
    return f"{_WORDS.get(measure.operator, '')} {text}".strip()


def plain(value: Decimal) -> str:
    """With thousands commas and no needless noughts."""
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
