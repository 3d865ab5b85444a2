"""How far each group is from the whole: what equality monitoring is for. Small numbers are masked."""

from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from indicators.bounds import plain
from indicators.measures import in_unit, points

MASKED = "Fewer than 10 people: not shown"
KEPT_BACK = "Not shown, so that a smaller group cannot be worked out"


@dataclass(frozen=True)
class Gap:
    """One group of a result: its figure in words, how many stand behind it, and how far it is from the whole."""

    group: str
    figure: str
    people: str
    away: str
    is_masked: bool = False


def by_characteristic(result, breakdowns):
    """Return [(characteristic, [Gap, …])] of a result's breakdowns, which come in order; [] without any."""
    return [
        (characteristic, masked([(one, read(result, one)) for one in rows]))
        for characteristic, rows in groupby(breakdowns, lambda one: one.characteristic)
    ]


def read(result, one):
    """One group as it is shown where it is not masked."""
    unit = result.unit or result.indicator.unit
    figure = one.text if one.value is None else in_unit(plain(one.value), unit)
    people = (
        f"{one.count:,} of {one.base:,}" if one.count is not None and one.base else ""
    )
    people = people or (f"out of {one.base:,}" if one.base else "")
    return Gap(one.group, figure, people, away_from(result.value, one.value, unit))


def away_from(whole, value, unit):
    """The distance from the whole in words: "3.2 points above the whole"; "" where it cannot be said."""
    if whole is None or value is None:
        return ""
    gap = Decimal(value) - Decimal(whole)
    if not gap:
        return "As the whole"
    side = "above" if gap > 0 else "below"
    amount = plain(abs(gap))
    amount = points(amount) if unit == "%" else in_unit(amount, unit)
    return f"{amount} {side} the whole"


def masked(rows):
    """The groups with the small ones masked; where one alone is small, the next smallest is masked too, or the
    whole less the others would tell it.
    """
    hidden = {one.pk: MASKED for one, _gap in rows if one.is_masked}
    counted = [
        one for one, _gap in rows if one.count is not None and one.pk not in hidden
    ]
    if len(hidden) == 1 and counted:
        hidden[min(counted, key=lambda one: one.count).pk] = KEPT_BACK
    return [
        Gap(gap.group, hidden[one.pk], "", "", is_masked=True)
        if one.pk in hidden
        else gap
        for one, gap in rows
    ]
