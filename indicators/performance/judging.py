"""Whether a result reached its target. Pure."""

from dataclasses import dataclass, replace
from decimal import Decimal

from django.db.models import TextChoices

from indicators.performance.bounds import Bounds, bounds_of, show
from indicators.performance.measures import (
    DIRECTIONS,
    Direction,
    Measure,
    Tolerance,
    in_per_cent,
    without_base,
)


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
NO_START = "The target is a change from a baseline, and there is none for its plan."
NO_NUMBER = "The target is a change from a baseline that has no number."
OPEN_START = "The target is a change from a baseline that is only known to be {words}."
A_MARGIN = "The target is a margin (±), not a level."
AGAINST_DIRECTION = (
    "The target's words ({words}) go against the direction confirmed ({better})."
)
UNITS_DIFFER = (
    "The result is in {result} and the target in {target}: they are not compared."
)
BOUNDED = "The result is only known to be {words}."
WAYS = {Direction.HIGHER: "+", Direction.LOWER: "-"}
OPPOSITE = {Direction.HIGHER: ("<=", "<"), Direction.LOWER: (">=", ">")}
SECOND_MISSING = "The target has a second figure and the result has none."


@dataclass(frozen=True)
class Judgement:
    """A verdict with why, and the rule that decided it, both in words.

    `short_by` tells the worst first among those that missed or came near: how far short of the level asked for, as a share of the
    larger of the two figures, so that days and pounds can stand in one order.
    """

    verdict: Verdict
    why: str
    rule: str = ""
    short_by: Decimal | None = None


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
    if direction not in DIRECTIONS:
        return NO_DIRECTION
    if target.operator == "±":
        return A_MARGIN
    if goes_against(target, direction):
        better = Direction(direction).label.lower()
        return AGAINST_DIRECTION.format(words=in_its_words(target), better=better)
    return ""


def in_its_words(target: Measure) -> str:
    """ "at most 3%", "increase by 4.1%"."""
    by = {"+": "increase by ", "-": "reduction by "}
    return f"{by.get(target.change, '')}{show(in_per_cent(target))}"


def goes_against(target: Measure, direction: str) -> bool:
    """Whether a target's words want the worse way: "at most" or a reduction where higher is better."""
    if target.change:
        return target.value != 0 and target.change != WAYS[direction]
    return target.operator in OPPOSITE[direction]


def absolute(target: Measure, baseline: Measure | None) -> Measure | str:
    """A target that is a change, as the level it asks for; or why it cannot be said."""
    if not target.change:
        return target
    if target.change_in not in ("points", "percent"):
        return POINTS_OR_PER_CENT
    if baseline is None:
        return NO_START
    if baseline.value is None or baseline.change:
        return NO_NUMBER
    if Bounds.is_open(baseline):
        return OPEN_START.format(words=show(in_per_cent(baseline)))
    by = target.value
    if target.change_in == "percent":
        by = abs(baseline.value) * target.value / 100
    value = baseline.value + by if target.change == "+" else baseline.value - by
    return replace(target, value=value, unit=baseline.unit, change="", operator="")


def units_differ(result: Measure, target: Measure) -> str:
    """Why two units are not compared, "" where they are the same."""
    if result.unit == target.unit:
        return ""
    named = {"": "a number without a unit"}
    return UNITS_DIFFER.format(
        result=named.get(result.unit) or without_base(result.unit),
        target=named.get(target.unit) or without_base(target.unit),
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
        return Judgement(
            Verdict.UNKNOWN, BOUNDED.format(words=show(in_per_cent(result))), rule
        )
    lenient = level - margin if direction == Direction.HIGHER else level + margin
    if margin and known.all_reach(lenient, direction, strict=False):
        words = in_words("within tolerance", result, target)
        return Judgement(Verdict.WITHIN, words, rule, shortfall(result, level))
    if margin and known.any_reaches(lenient, direction, strict=False):
        return Judgement(
            Verdict.UNKNOWN, BOUNDED.format(words=show(in_per_cent(result))), rule
        )
    words = in_words("missed", result, target)
    return Judgement(Verdict.MISSED, words, rule, shortfall(result, level))


def shortfall(result: Measure, level: Decimal) -> Decimal:
    """How far a figure is from a level, as a share of the larger of the two: 0 to 2."""
    larger = max(abs(result.value), abs(level))
    return abs(level - result.value) / larger if larger else Decimal(0)


def near_end(target: Measure, direction: str) -> Decimal:
    """The level to reach: of a range, the end that is reached first."""
    if target.value_max is None or direction == Direction.HIGHER:
        return target.value
    return target.value_max


def in_words(what: str, result: Measure, target: Measure) -> str:
    return f"{show(in_per_cent(result))}, against a target of {show(in_per_cent(target))}: {what}."


def rule_in_words(
    target: Measure, level: Decimal, direction: str, tolerance: Tolerance | None, margin: Decimal
) -> str:  # fmt: skip
    """The rule as it is shown beside the verdict."""
    higher = direction == Direction.HIGHER
    reach = "at or above" if higher else "at or below"
    if target.operator in ("<", ">"):
        reach = "above" if higher else "below"
    wanted = show(
        in_per_cent(replace(target, value=level, value_max=None, operator=""))
    )
    rule = f"{Direction(direction).label}. Met {reach} {wanted}"
    if not margin:
        return f"{rule}; no tolerance is set."
    end = level - margin if higher else level + margin
    lenient = show(in_per_cent(replace(target, value=end, value_max=None, operator="")))
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
