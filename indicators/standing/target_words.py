"""How a target or baseline was understood, in words, beside the words that were published."""

from dataclasses import replace
from decimal import Decimal

from indicators import performance
from indicators.models import Target
from indicators.performance.bounds import plain, show
from indicators.performance.measures import in_unit, points
from indicators.words.reasons import Reason

WAYS = {"+": "an increase of", "-": "a reduction of"}


def in_words(figure, baseline=None):
    """Return what the site understood of a target or baseline; of a change, where it leads from `baseline`."""
    if figure.value is None:
        return f"no figure, {str(Reason(figure.reason).label).lower()}"
    measure = figure.as_measure()
    if measure.change:
        return _change(figure, measure, baseline)
    second = measure.second
    unit = measure.unit
    also = f", and {in_unit(plain(second), unit)} beside it" if second is not None else ""  # fmt: skip
    return f"{show(measure)}{also}"


def leads_to(target, change_in, baseline):
    """Return the level that a change asks for, read as `change_in` says: "44.1%"; or why it cannot be said."""
    told = Target(
        indicator=target.indicator, value=target.value, change=target.change, change_in=change_in
    )  # fmt: skip
    level = performance.absolute(told.as_measure(), baseline and baseline.as_measure())
    return level if isinstance(level, str) else show(_rounded(level))


def amount(target, change_in):
    """Return by how much a change moves, read so: "4.1 points", "4.1 per cent", "12"."""
    number = plain(target.value)
    if change_in == Target.ChangeIn.PERCENT:
        return f"{number} per cent"
    unit = target.indicator.unit
    return points(number) if unit == "%" else in_unit(number, unit)


def _change(figure, measure, baseline):
    way = WAYS[measure.change]
    if not measure.change_in:
        return (
            f"{way} {plain(measure.value)}; nobody has said whether points or per cent"
        )
    start = "on the baseline"
    if baseline is not None and baseline.value is not None:
        start = f"on the baseline of {show(baseline.as_measure())}"
    words = f"{way} {amount(figure, measure.change_in)} {start}"
    level = performance.absolute(measure, baseline and baseline.as_measure())
    return words if isinstance(level, str) else f"{words}: {show(_rounded(level))}"


def _rounded(level):
    """To four decimals at most, as it is only shown."""
    return replace(level, value=level.value.quantize(Decimal("0.0001")).normalize() + 0)  # fmt: skip
