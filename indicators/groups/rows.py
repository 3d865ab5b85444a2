"""One row of a sheet of groups: what was typed, read as a figure with its count and base. Pure."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from indicators.performance.bounds import plain
from indicators.performance.measures import in_unit
from indicators.words import values
from indicators.words.readings import NONE, VALUE
from indicators.words.reasons import Reason
from indicators.words.units import per_of

NO_FIGURE = (
    "Write one figure, such as 34.4%, or why there is none, such as Not reported."
)
ONLY_ABOUT = "Only “{text}” is known, which is no number that groups can be compared by. Write a figure, or why there is none."
OTHER_UNIT = "This is in {theirs}, and the result is in {ours}."
NO_BASE = "Say out of how many, or write the percentage."
TOO_MANY = "{count:,} is more than the {base:,} it is out of."
OUT_OF_NOBODY = "Out of nobody there is no figure. Leave the numbers out, and write why there is none as the result, such as Not applicable."
COUNT_OF_NONE = (
    "There is a count beside a reason for there being none: leave one of them out."
)
DISAGREE = "{count:,} of {base:,} is {computed}, and {text} is written. Correct one of them, or tick that both stand as published."


class Refused(Exception):
    """Why a row cannot be kept: `field` names the cell to correct."""

    def __init__(self, field, words):
        super().__init__(words)
        self.field, self.words = field, words


class Disagreement(Refused):
    """The percentage is not that of the count and base: a person says whether both stand."""


@dataclass(frozen=True)
class GroupFigure:
    """One group's figure as it is kept: a number or a reason, its words, and how many stand behind it."""

    group: str
    text: str
    value: Decimal | None
    reason: str = ""
    count: int | None = None
    base: int | None = None


def read(group, text, count, base, *, unit, decimals, both_stand=False) -> GroupFigure:
    """Return what a row says of `group`; raise Refused where it cannot be kept, Disagreement where it contradicts itself.

    A percentage that is left out is worked out from `count` and `base`, to so many `decimals` as the whole has.
    """
    text = " ".join(text.split())
    if base == 0:
        raise Refused("base", OUT_OF_NOBODY)
    if text:
        return _as_written(group, text, count, base, unit, decimals, both_stand)
    check_within(count, base)
    if count is None:
        raise Refused("text", NO_FIGURE)
    value = worked_out(count, base, unit, decimals)
    return GroupFigure(group, in_unit(plain(value), unit), value, "", count, base)


def _as_written(group, text, count, base, unit, decimals, both_stand):
    reading = values.read(text)
    if reading.doubt and reading.kind == NONE:
        raise Refused("text", NO_FIGURE)
    if reading.kind == NONE:
        if count is not None:
            raise Refused("count", COUNT_OF_NONE)
        return GroupFigure(group, text, None, str(reading.reason), None, base)
    if reading.kind == VALUE and reading.operator:
        if reading.operator in ("<", "<="):
            return GroupFigure(group, text, None, str(Reason.IN_WORDS), count, base)
        raise Refused("text", ONLY_ABOUT.format(text=text))
    if reading.kind != VALUE:
        raise Refused("text", NO_FIGURE)
    if count is None and base is None:
        count, base = _whole(reading.numerator), _whole(reading.denominator)
        if base == 0:
            raise Refused("text", OUT_OF_NOBODY)
    check_within(count, base)
    if reading.unit.startswith("out of ") and count is not None:
        value = worked_out(count, base, unit, decimals)
        return GroupFigure(group, text, value, "", count, base)
    if reading.unit and reading.unit != unit:
        raise Refused("text", OTHER_UNIT.format(theirs=_named(reading.unit), ours=_named(unit)))  # fmt: skip
    found = GroupFigure(group, text, reading.value, "", count, base)
    if not both_stand:
        check_agrees(found, unit)
    return found


def check_within(count, base):
    if None not in (count, base) and count > base:
        raise Refused("count", TOO_MANY.format(count=count, base=base))


def worked_out(count, base, unit, decimals) -> Decimal:
    """The percentage or rate of a count and base; the count itself where counts are measured."""
    per = per_of(unit)
    if per is None:
        return Decimal(count)
    if base is None:
        raise Refused("base", NO_BASE)
    step = Decimal(1).scaleb(-decimals)
    return (Decimal(count) * per / base).quantize(step, ROUND_HALF_UP)


def check_agrees(figure, unit):
    """Raise Disagreement where the figure is not that of its count and base, however it was rounded."""
    per = per_of(unit)
    if figure.count is None or (per is not None and figure.base is None):
        return
    exact = Decimal(figure.count) if per is None else Decimal(figure.count) * per / figure.base  # fmt: skip
    places = -min(figure.value.as_tuple().exponent, 0)
    if abs(exact - figure.value) > Decimal(1).scaleb(-places) / 2:
        computed = in_unit(plain(exact.quantize(Decimal(1).scaleb(-max(places, 1)))), unit)  # fmt: skip
        raise Disagreement("text", DISAGREE.format(count=figure.count, base=figure.base or 0, computed=computed, text=figure.text))  # fmt: skip


def _named(unit):
    return {"": "a plain number", "%": "per cent", "GBP": "pounds"}.get(unit, unit)


def _whole(number):
    return int(number) if number is not None and number == int(number) else None
