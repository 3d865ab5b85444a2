"""One group beside the whole or beside another: in points or as so many times, and whether that is better. Pure."""

from dataclasses import dataclass
from decimal import Decimal

from indicators.performance.bounds import plain
from indicators.performance.measures import Direction, points
from indicators.words import figures
from indicators.words.units import counts_people

FINE = Decimal("0.01")


@dataclass(frozen=True)
class Compared:
    """What of a figure can be compared: a percentage, or a rate, sum or length of time in `unit`."""

    value: Decimal
    unit: str

    @property
    def in_points(self) -> bool:
        return self.unit == figures.PERCENT


def comparable(value, count, base, unit: str) -> Compared | None:
    """What to compare of a figure; None where it cannot be: a bare count says more of a group's size than of anything else."""
    if not counts_people(unit):
        return None if value is None else Compared(Decimal(value), unit)
    if count is None and value is not None:
        count = value
    if count is None or not base:
        return None
    return Compared(Decimal(count) * 100 / Decimal(base), figures.PERCENT)


def gap(one: Compared, other: Compared) -> Decimal | None:
    """How many points `one` is from `other`, or how many times as much it is; None where neither can be said."""
    if one.unit != other.unit:
        return None
    if one.in_points:
        return one.value - other.value
    return one.value / other.value if one.value > 0 and other.value > 0 else None


def from_whole(one: Compared, whole: Compared) -> str:
    """ "3.2 points below the whole", "1.8 times the whole"; "" where it cannot be said."""
    amount = gap(one, whole)
    if amount is None:
        return ""
    if one.value == whole.value:
        return "As the whole"
    if not one.in_points:
        return f"{fine(amount)} times the whole"
    return f"{points(fine(abs(amount)))} {'above' if amount > 0 else 'below'} the whole"


def between(high: Compared, low: Compared) -> str:
    """ "7.4 points", "1.8 times"; "" where it cannot be said."""
    amount = gap(high, low)
    if amount is None:
        return ""
    return points(fine(amount)) if high.in_points else f"{fine(amount)} times"


def is_better(one: Compared, whole: Compared, direction: str) -> bool | None:
    """Whether a group fares better than the whole; None where they are equal or nobody has confirmed which way is better."""
    if (
        direction not in Direction.values
        or one.value == whole.value
        or one.unit != whole.unit
    ):
        return None
    return (one.value > whole.value) == (direction == Direction.HIGHER)


def fine(amount: Decimal) -> str:
    """A number to two decimals, without needless noughts."""
    return plain(amount.quantize(FINE))
