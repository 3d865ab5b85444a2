"""Which groups of an indicator's results are hidden: rows as `masking` takes them. Asks the database nothing."""

import datetime
import re
from collections import defaultdict
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal

from indicators.gaps import masking
from indicators.gaps.masking import Group, Hidden, Whole
from indicators.published import share_said
from indicators.words import figures, values
from indicators.words.units import counts_people, per_of

MASKED = "Not shown: small numbers"
NOBODY = re.compile(
    r"\b(?:not? (?:known|said|stated|given|recorded|declared|disclosed|provided|answer(?:ed)?)|unknown|undisclosed|undeclared|unspecified|"
    r"prefer(?:red|s)? not|refused|did not (?:say|answer)|declined|missing)\b", re.I,
)  # fmt: skip
SUPPRESSED = frozenset({"*", "c", "[c]", "x", "[x]", "suppressed", MASKED.casefold()})
DAYS = {"month": 31, "quarter": 92, "financial_year": 366, "academic_year": 366, "year": 366}  # fmt: skip


def hidden_among(breakdowns) -> Hidden:
    """Return which groups and whole results are hidden, of all the breakdowns of one indicator, in order.

    All of them, for a year can give away its quarter. Each has its `result` loaded, with the indicator. `Hidden.groups`
    holds keys of breakdowns, `Hidden.wholes` keys of results whose numerator and denominator are not shown either.
    """
    found = by_result(breakdowns)
    return masking.hide([whole_of(result, ones) for result, ones in found])


def by_result(breakdowns) -> list[tuple]:
    """Return [(result, [its breakdowns])], the oldest first."""
    found = defaultdict(list)
    for one in breakdowns:
        found[one.result].append(one)
    return sorted(found.items(), key=lambda each: (each[0].end, each[0].pk))


def may_show_people(result, hidden: Hidden) -> bool:
    """Whether a result's numerator and denominator are shown."""
    return result.pk not in hidden.wholes


def whole_of(result, breakdowns) -> Whole:
    """A result with its groups by characteristic, in the order in which they were entered."""
    unit = result.unit or result.indicator.unit
    count, base = map(_whole_number, share_said(result))
    if count is None:
        count = count_behind(result.value, base, unit)
    found = defaultdict(list)
    for one in breakdowns:
        found[one.characteristic_id].append(one)
    groups = {
        key: [group_of(one, unit, most_behind(ones, count, base)) for one in ones]
        for key, ones in found.items()
    }
    return Whole(result.pk, groups, count, base, begin_of(result), result.end)


def most_behind(ones, count: int | None, base: int | None) -> int | None:
    """How many people a percentage without a base can be of at most: all of the whole; of shares that add up to a hundred, those it counts."""
    values = [one.value for one in ones]
    shares = None not in values and abs(sum(values) - 100) <= len(values)
    return min(count or base, base or count) if shares and (count or base) else base


def group_of(one, unit: str, most: int | None) -> Group:
    """One breakdown with its count, as entered or as its percentage and base give it away; `most` is what its base can be where it is not known."""
    count, few = one.count, says_few(one.text)
    if count is None and one.value is not None:
        few = few or may_be_few(one.value, one.base, unit) or is_at_most_few(one, most, unit)  # fmt: skip
        count = None if few else count_behind(one.value, one.base, unit)
    likely = count_behind(one.value, one.base or most, unit) or 1
    likely = 1 if few else max(likely, 1)
    return Group(
        key=one.pk, name=one.group, count=count, base=one.base, few=few and not masking.is_few(count),
        likely=likely,
        has_figure=one.value is not None or one.count is not None or few,
        not_known=bool(NOBODY.search(one.group)),
    )  # fmt: skip


def may_be_few(value, base, unit: str) -> bool:
    """Whether a count from 1 to 9 would be rounded to this percentage or rate of a base."""
    low, high = range_behind(value, base, unit)
    return low is not None and max(low, 1) <= min(high, masking.LEAST_SHOWN - 1)


def is_at_most_few(one, most: int | None, unit: str) -> bool:
    """Whether a percentage of a base that is not known can be of nine people at most."""
    _low, high = range_behind(one.value, None if one.base else most, unit)
    return high is not None and 0 < high < masking.LEAST_SHOWN and one.value > 0


def says_few(text: str) -> bool:
    """Whether a cell's words say "fewer than" a number of ten or less, or that it was suppressed."""
    if text.strip().casefold() in SUPPRESSED:
        return True
    reading = values.read(text)
    return (
        reading.operator in ("<", "<=")
        and reading.unit != figures.PERCENT
        and reading.value is not None
        and reading.value <= masking.LEAST_SHOWN
    )


def count_behind(value, base, unit: str) -> int | None:
    """The count that a percentage or rate of a known base gives away, or that a value is; None where neither is."""
    share = _share(value, base, unit)
    if share is None:
        return None
    return int(share.to_integral_value(ROUND_HALF_UP))


def range_behind(value, base, unit: str) -> tuple[int | None, int | None]:
    """The lowest and highest count that would be rounded to a percentage or rate of a base."""
    low, high = (_share(max(value + half, 0), base, unit) for half in half_a_step(value))  # fmt: skip
    if low is None:
        return None, None
    return int(low.to_integral_value(ROUND_CEILING)), int(high.to_integral_value(ROUND_FLOOR))  # fmt: skip


def half_a_step(value: Decimal) -> tuple[Decimal, Decimal]:
    """How much a figure may have been rounded by, down and up: 27.0 as much as 27."""
    step = Decimal(1).scaleb(min(value.normalize().as_tuple().exponent, 0)) / 2
    return -step, step


def _share(value, base, unit: str) -> Decimal | None:
    if value is None or value < 0:
        return None
    if counts_people(unit):
        return value if value == value.to_integral_value() else None
    per = per_of(unit)
    return value * base / per if per and base else None


def _whole_number(number) -> int | None:
    return int(number) if number is not None and number == int(number) else None


def begin_of(result):
    """The first day of a result's time, by its kind where it is not written."""
    if result.start or result.period_kind not in DAYS:
        return result.start
    return result.end - datetime.timedelta(days=DAYS[result.period_kind] - 1)
