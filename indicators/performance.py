"""How an indicator performs: the one place that decides. Pure: no model, no database, no today.

Nothing is called good or bad until a person has confirmed which way is better: `direction` is "" until
then. Each answer says why, and the rule that it was decided by.
"""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from django.db.models import TextChoices

from indicators.bounds import Bounds, bounds_of, show
from indicators.measures import Direction, Measure, Tolerance


class Verdict(TextChoices):
    """Whether a result reached its target."""

    MET = "met", "Met"
    WITHIN = "within_tolerance", "Within tolerance"
    MISSED = "missed", "Missed"
    UNKNOWN = "unknown", "Cannot be said"


WORST_FIRST = (Verdict.MISSED, Verdict.UNKNOWN, Verdict.WITHIN, Verdict.MET)
NO_RESULT = "No result has been entered yet."
NO_TARGET = "There is no target for this time."
NO_DIRECTION = "Nobody has confirmed whether higher or lower is better."
POINTS_OR_PER_CENT = "Nobody has said whether the target is a change in percentage points or in per cent."
NO_START = "The target is a change from a baseline that has no number."
A_MARGIN = "The target is a margin (±), not a level."
AGAINST_DIRECTION = (
    "The target's words ({words}) go against the direction confirmed ({better})."
)
UNITS_DIFFER = (
    "The result is in {result} and the target in {target}: they are not compared."
)
BOUNDED = "The result is only known to be {words}."
SECOND_MISSING = "The target has a second figure and the result has none."


@dataclass(frozen=True)
class Judgement:
    """A verdict with why, and the rule that decided it, both in words."""

    verdict: Verdict
    why: str
    rule: str = ""


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


def judge(
    result: Measure | None, target: Measure | None, *, baseline: Measure | None = None,
    direction: str = "", tolerance: Tolerance | None = None,
) -> Judgement:  # fmt: skip
    """Say whether `result` met `target`, None where there is no such row; a target that is a change needs `baseline`."""
    unknown = cannot_judge(result, target, direction)
    aim = target if unknown else absolute(target, baseline)
    unknown = unknown or (aim if isinstance(aim, str) else "")
    unknown = unknown or units_differ(result, aim)
    if unknown:
        return Judgement(Verdict.UNKNOWN, unknown)
    first = compare(result, aim, direction, tolerance)
    if aim.second is None:
        return first
    return with_second(first, result, aim, direction, tolerance)


def cannot_judge(result: Measure | None, target: Measure | None, direction: str) -> str:
    """Why nothing can be compared, "" where it can."""
    if result is None:
        return NO_RESULT
    if result.value is None:
        return f"There is no result: {result.reason_in_words}."
    if target is None:
        return NO_TARGET
    if target.value is None:
        return f"There is no target: {target.reason_in_words}."
    if direction not in Direction.values:
        return NO_DIRECTION
    if target.operator == "±":
        return A_MARGIN
    opposite = {Direction.HIGHER: ("<=", "<"), Direction.LOWER: (">=", ">")}[direction]
    if target.operator in opposite and not target.change:
        better = Direction(direction).label.lower()
        return AGAINST_DIRECTION.format(words=show(target), better=better)
    return ""


def absolute(target: Measure, baseline: Measure | None) -> Measure | str:
    """A target that is a change, as the level it asks for; or why it cannot be said."""
    if not target.change:
        return target
    if target.change_in not in ("points", "percent"):
        return POINTS_OR_PER_CENT
    if baseline is None or baseline.value is None or baseline.change:
        return NO_START
    by = target.value
    if target.change_in == "percent":
        by = baseline.value * target.value / 100
    value = baseline.value + by if target.change == "+" else baseline.value - by
    return replace(target, value=value, unit=baseline.unit, change="", operator="")


def units_differ(result: Measure, target: Measure) -> str:
    """Why two units are not compared, "" where they are the same."""
    if result.unit == target.unit:
        return ""
    named = {"": "a number without a unit"}
    return UNITS_DIFFER.format(
        result=named.get(result.unit, result.unit),
        target=named.get(target.unit, target.unit),
    )


def compare(
    result: Measure, target: Measure, direction: str, tolerance: Tolerance | None
) -> Judgement:
    """The verdict on two figures of one unit: equal to the target is met."""
    level = near_end(target, direction)
    margin = tolerance.margin(level) if tolerance else Decimal(0)
    known = bounds_of(result)
    rule = rule_in_words(target, level, direction, tolerance, margin)
    strict = target.operator in ("<", ">")
    if known.all_reach(level, direction, strict):
        return Judgement(Verdict.MET, in_words("met", result, target), rule)
    if known.any_reaches(level, direction, strict):
        return Judgement(Verdict.UNKNOWN, BOUNDED.format(words=show(result)), rule)
    lenient = level - margin if direction == Direction.HIGHER else level + margin
    if margin and known.all_reach(lenient, direction, strict=False):
        return Judgement(
            Verdict.WITHIN, in_words("within tolerance", result, target), rule
        )
    if margin and known.any_reaches(lenient, direction, strict=False):
        return Judgement(Verdict.UNKNOWN, BOUNDED.format(words=show(result)), rule)
    return Judgement(Verdict.MISSED, in_words("missed", result, target), rule)


def near_end(target: Measure, direction: str) -> Decimal:
    """The level to reach: of a range, the end that is reached first."""
    if target.value_max is None or direction == Direction.HIGHER:
        return target.value
    return target.value_max


def in_words(what: str, result: Measure, target: Measure) -> str:
    return f"{show(result)}, against a target of {show(target)}: {what}."


def rule_in_words(
    target: Measure, level: Decimal, direction: str, tolerance: Tolerance | None, margin: Decimal
) -> str:  # fmt: skip
    """The rule as it is shown beside the verdict."""
    higher = direction == Direction.HIGHER
    reach = "at or above" if higher else "at or below"
    if target.operator in ("<", ">"):
        reach = "above" if higher else "below"
    wanted = show(replace(target, value=level, value_max=None, operator=""))
    rule = f"{Direction(direction).label}. Met {reach} {wanted}"
    if not margin:
        return f"{rule}; no tolerance is set."
    end = level - margin if higher else level + margin
    lenient = show(replace(target, value=end, value_max=None, operator=""))
    return f"{rule}; within tolerance to {lenient} ({tolerance.in_words})."


def with_second(
    first: Judgement, result: Measure, target: Measure, direction: str, tolerance
) -> Judgement:
    """The worse of two verdicts, where a target has a second figure: "100% (65% fair or better)"."""
    if result.second is None:
        if first.verdict == Verdict.MISSED:
            return first
        return Judgement(Verdict.UNKNOWN, SECOND_MISSING, first.rule)
    plain = {"second": None, "operator": "", "value_max": None}
    second = compare(
        replace(result, value=result.second, **plain),
        replace(target, value=target.second, **plain),
        direction, tolerance,
    )  # fmt: skip
    worse = min((first, second), key=lambda one: WORST_FIRST.index(one.verdict))
    return replace(worse, why=f"{first.why} Second figure: {second.why}")


def distance_travelled(baseline: Measure, target: Measure, result: Measure) -> Distance:
    """How much of the way from baseline to target a result has come, whichever way is better."""
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
    if direction not in Direction.values:
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
    if not (start and now and end):
        return "The baseline, the result or the target has no date."
    if not start < end:
        return "The target is not later than the baseline."
    if not start <= now <= end:
        return "The result is not between the baseline and the target."
    return Decimal((now - start).days) / Decimal((end - start).days)
