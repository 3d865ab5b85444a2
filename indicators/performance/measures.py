"""What performance is decided from: a figure as it is known, the direction, the tolerance. Pure."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import TextChoices

from indicators.words import figures
from indicators.words.reasons import Reason

_REASONS = {reason.value: reason.label.lower() for reason in Reason}


class Direction(TextChoices):
    """Which way is better; nothing where nobody has confirmed it."""

    HIGHER = "higher", "Higher is better"
    LOWER = "lower", "Lower is better"


DIRECTIONS = tuple(Direction)


@dataclass(frozen=True)
class Measure:
    """A baseline, target or result: a number, or the reason for none.

    `change` is "+" or "-" where a target is a change from the baseline, by `change_in` "points" or
    "percent", "" while nobody has said which. `unit` is the figure's own, or else the indicator's.
    """

    value: Decimal | None = None
    unit: str = ""
    operator: str = ""
    value_max: Decimal | None = None
    second: Decimal | None = None
    reason: str = ""
    change: str = ""
    change_in: str = ""
    end: date | None = None

    @property
    def reason_in_words(self) -> str:
        """ "no survey"; "nothing was entered" where no reason is stated."""
        if self.reason == Reason.NO_TARGET:
            return "a baseline year, or none was set"
        if self.reason == Reason.IN_WORDS:
            return "what was published is in words, which are not compared"
        return _REASONS.get(self.reason, "nothing was entered")


@dataclass(frozen=True)
class Tolerance:
    """How far short of a target still counts as near: so many of the unit, or per cent of the target."""

    amount: Decimal
    percent: bool = False

    def margin(self, level: Decimal) -> Decimal:
        return abs(level) * self.amount / 100 if self.percent else self.amount

    @property
    def in_words(self) -> str:
        if self.percent:
            return f"{self.amount.normalize():f}% of the target"
        return f"{self.amount.normalize():f} of its unit"


OUT_OF = "out of "


def in_per_cent(measure: Measure) -> Measure:
    """ "7 out of 9" as 78%, so that what is said of it does not say of how many; any other figure as it is."""
    base = measure.unit.removeprefix(OUT_OF).replace(",", "")
    is_share = measure.unit.startswith(OUT_OF) and base.isdigit() and int(base)
    if measure.value is None or not is_share:
        return measure
    # No finer than a base as small lets it be, and fine enough to tell two figures of a large one apart.
    step = Decimal(1) if int(base) < 100 else Decimal("0.1")
    share = (measure.value * 100 / int(base)).quantize(step)
    return Measure(share, figures.PERCENT, measure.operator)


def without_base(unit: str) -> str:
    """A unit in words that do not say out of how many."""
    return "so many out of so many" if unit.startswith(OUT_OF) else unit


def in_unit(text: str, unit: str) -> str:
    """A number with its unit as it is read: "34.4%", "£4", "£370.80", "12 days", "163 per 100,000"."""
    if unit == figures.PERCENT:
        return f"{text}%"
    signs = {"GBP": "£", "EUR": "€", "USD": "$"}
    money, _space, rest = unit.partition(" ")
    if money in signs:
        text += "0" if text[-2:-1] == "." else ""
        return f"{signs[money]}{text} {rest}".strip()
    if unit == figures.POINTS:
        return points(text)
    return text if unit in ("", "count") else f"{text} {unit}"


def points(text: str) -> str:
    """ "1 point", "2.5 points"."""
    return f"{text} point{'' if text == '1' else 's'}"
