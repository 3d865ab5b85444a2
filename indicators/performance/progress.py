"""How far an indicator has come: from its baseline, since the last time, along the straight line to its next target. Pure."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from indicators.performance.bounds import Bounds, bounds_of, show
from indicators.performance.measures import DIRECTIONS, Direction, Measure

from .judging import (
    BOUNDED,
    NO_DIRECTION,
    absolute,
    cannot_judge,
    near_end,
    units_differ,
)


@dataclass(frozen=True)
class Distance:
    """How far a result came from the baseline to the target: 0 to 100 per cent, below 0 or past 100; None with why."""

    percent: Decimal | None
    why: str = ""


@dataclass(frozen=True)
class Change:
    """What changed since the last period; `better` is None where it cannot be said or nothing changed."""

    amount: Decimal | None
    better: bool | None = None
    why: str = ""
    unit: str = ""


@dataclass(frozen=True)
class Course:
    """Whether a result is on the straight line to the next target; None with why."""

    on: bool | None
    expected: Decimal | None = None
    why: str = ""


def distance_travelled(
    baseline: Measure, target: Measure, result: Measure, direction: str = ""
) -> Distance:
    """How much of the way from baseline to target a result has come.

    Where `direction` was confirmed, a target that is worse than the baseline is no way to go: getting worse is not getting far.
    """
    for name, one in (("baseline", baseline), ("target", target), ("result", result)):
        if one.value is None:
            return Distance(None, f"There is no {name}: {one.reason_in_words}.")
    aim = absolute(target, baseline)
    if isinstance(aim, str):
        return Distance(None, aim)
    if not baseline.unit == aim.unit == result.unit:
        return Distance(None, "Baseline, target and result are not in one unit.")
    if Bounds.is_open(result) or Bounds.is_open(baseline):
        return Distance(None, "The result or the baseline is not one known number.")
    way = nearer(aim, baseline.value) - baseline.value
    if not way:
        return Distance(None, "The target is the baseline: there is no way to go.")
    if direction in DIRECTIONS and (way > 0) != (direction == Direction.HIGHER):
        return Distance(None, "The target asks for less than the baseline: there is no way to go.")  # fmt: skip
    return Distance((result.value - baseline.value) / way * 100)


def nearer(target: Measure, start: Decimal) -> Decimal:
    """Of a range, the end that lies nearer to where it starts."""
    ends = [
        target.value,
        target.value_max if target.value_max is not None else target.value,
    ]
    return min(ends, key=lambda end: abs(end - start))


def change_since(last: Measure, result: Measure, direction: str = "") -> Change:
    """What changed since the last period, and whether for the better."""
    if result.value is None or last.value is None:
        missing = result if result.value is None else last
        return Change(None, why=f"There is no figure: {missing.reason_in_words}.")
    if result.unit != last.unit:
        return Change(None, why="The unit changed since the last period.")
    if Bounds.is_open(result) or Bounds.is_open(last):
        return Change(None, why="One of the figures is not one known number.")
    amount = result.value - last.value
    if direction not in DIRECTIONS:
        return Change(amount, why=NO_DIRECTION, unit=result.unit)
    better = (amount > 0) == (direction == Direction.HIGHER) if amount else None
    return Change(amount, better, unit=result.unit)


def on_course(
    result: Measure, target: Measure, *, baseline: Measure, direction: str = ""
) -> Course:
    """Whether a result has come as far as a straight line from baseline to target asks by its day.

    Each measure's `end` is the last day of its period.
    """
    unknown = cannot_judge(result, target, direction)
    aim = target if unknown else absolute(target, baseline)
    unknown = unknown or (aim if isinstance(aim, str) else units_differ(result, aim))
    if unknown:
        return Course(None, why=unknown)
    if baseline.value is None or Bounds.is_open(baseline):
        return Course(None, why=f"There is no baseline: {baseline.reason_in_words}.")
    if baseline.unit != aim.unit:
        return Course(None, why="The baseline and the target are not in one unit.")
    share = share_of_time(baseline.end, result.end, target.end)
    if isinstance(share, str):
        return Course(None, why=share)
    expected = baseline.value + (near_end(aim, direction) - baseline.value) * share
    return reaches_line(result, expected, direction)


def reaches_line(result: Measure, expected: Decimal, direction: str) -> Course:
    """Whether all that the result may be reaches the line's level."""
    known = bounds_of(result)
    if known.all_reach(expected, direction, strict=False):
        return Course(True, expected)
    if known.any_reaches(expected, direction, strict=False):
        return Course(None, expected, BOUNDED.format(words=show(result)))
    return Course(False, expected)


def share_of_time(start: date | None, now: date | None, end: date | None):
    """How much of the time from baseline to target has passed, or why it cannot be said."""
    without = next((name for name, day in (("baseline", start), ("result", now), ("target", end)) if not day), "")  # fmt: skip
    if without:
        return f"The {without} has no date."
    if not start < end:
        return "The target is not later than the baseline."
    if not start <= now <= end:
        return "The result is not between the baseline and the target."
    return Decimal((now - start).days) / Decimal((end - start).days)
