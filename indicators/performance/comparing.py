"""What is compared with what: which result is the newest, which target it is judged by, and which baseline a target starts from.

The one place that chooses (decision 1811), whatever page, list, count or file asks. Pure: figures are anything with the fields of a result, a
target or a baseline; `plan_state` is "" for a target of every plan.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import NamedTuple

from indicators.performance import NO_TARGET, WORST_FIRST, Judgement, absolute
from indicators.performance.judging import near_end
from indicators.performance.measures import Direction
from indicators.words import rhythms

# A survey and a single date have no length: they are compared with any time that ends on their day.
MONTHS = {"financial_year": 12, "academic_year": 12, "year": 12, "quarter": 3, "month": 1}  # fmt: skip
# Whose target a result is judged by first: every plan's, then those in force, those not begun, those that are over.
PLANS = ("", "live", "draft", "closed")
OTHER_LENGTH = "There is no target for this time (there is one for {period}, which is not the same length of time)."


class Comparison(NamedTuple):
    """A result beside the target that it is judged by and the baseline of that target, any of which may be None, and the verdict."""

    result: object
    target: object
    baseline: object
    judgement: Judgement


def fit(kind: str, other: str) -> int | None:
    """Return how well two kinds of time agree: 0 one kind, 1 as long, 2 one has no length; None where their lengths differ."""
    if kind == other:
        return 0
    length, its = MONTHS.get(kind), MONTHS.get(other)
    if length is None or its is None:
        return 2
    return 1 if length == its else None


def by_time(frequency: str) -> Callable:
    """Return the sort key of dated figures, the newest last: of one day the kind that the frequency names, else the longest time."""
    measured = rhythms.kind_named(frequency)

    def place(figure):
        kind = figure.period_kind
        return figure.end, kind == measured, MONTHS.get(kind, 0), kind, figure.pk

    return place


def precedence(kind: str, target) -> tuple:
    """Return the sort key of the targets of one day for a result of a `kind`: those of plans that are over come last of all."""
    state = target.plan_state or ""
    return state == "closed", fit(kind, target.period_kind), target.value is None, PLANS.index(state)  # fmt: skip


def for_time(result, targets: Iterable) -> list:
    """Return the targets that `result` may be judged by: those for its time, or for one of its length that ends with it."""
    return [
        one for one in targets
        if one.end == result.end and fit(result.period_kind, one.period_kind) is not None
    ]  # fmt: skip


def baseline_for(target, baselines: Iterable):
    """Return the baseline that `target` starts from: its own plan's, else every plan's, never another plan's; None where there is none."""
    own = [
        one for one in baselines
        if one.plan_id in (None, target.plan_id) and fit(one.period_kind, target.period_kind) is not None
    ]  # fmt: skip
    return min(own, key=lambda one: (one.plan_id is None, one.pk), default=None)


def compare(
    result, targets: Iterable, baselines: Iterable, *, judge: Callable, direction: str = "", order: Callable = precedence
) -> Comparison:  # fmt: skip
    """Judge `result` by the target that comes first in `order`; where several plans' do, by the one that it does worst against.

    `judge(result, target, baseline)` returns a Judgement.
    """
    if result is None:
        return Comparison(None, None, None, judge(None, None, None))
    fitting = for_time(result, targets)
    if not fitting:
        return Comparison(result, None, None, _without(result, targets, judge))
    first = min(order(result.period_kind, one) for one in fitting)
    found = [
        against(result, one, baselines, judge)
        for one in fitting
        if order(result.period_kind, one) == first
    ]
    return min(found, key=lambda one: _worst_first(one, direction))


def against(result, target, baselines: Iterable, judge: Callable) -> Comparison:
    """Judge `result` by one target."""
    baseline = baseline_for(target, baselines)
    return Comparison(result, target, baseline, judge(result, target, baseline))


def after(
    result, targets: Iterable, baselines: Iterable, *, direction: str = "", order: Callable = precedence
):  # fmt: skip
    """Return the next target with a number after `result`, of its length of time; the first of all where it is None.

    Where several plans have one for that time, it is the hardest of those that come first in `order`.
    """

    def place(one):
        kind = result.period_kind if result else one.period_kind
        over, *rest = order(kind, one)
        return over, one.end, *rest

    later = [
        (place(one), one) for one in targets
        if one.value is not None
        and (not result or (one.end > result.end and fit(result.period_kind, one.period_kind) is not None))
    ]  # fmt: skip
    first = min((at for at, _one in later), default=None)
    found = [one for at, one in later if at == first]
    return min(
        found, key=lambda one: (_ease(one, baseline_for(one, baselines), direction), one.pk), default=None
    )  # fmt: skip


def _without(result, targets, judge):
    """The judgement of a result that no target is for: it says which one is for another length of time."""
    judged = judge(result, None, None)
    same = [one for one in targets if one.end == result.end]
    if judged.why != NO_TARGET or not same:
        return judged
    first = min(same, key=lambda one: one.pk)
    return replace(judged, why=OTHER_LENGTH.format(period=first.period))


def _worst_first(one, direction):
    judged = one.judgement
    return (
        WORST_FIRST.index(judged.verdict), -(judged.short_by or 0),
        _ease(one.target, one.baseline, direction), one.target.pk,
    )  # fmt: skip


def _ease(target, baseline, direction):
    """The sort key of the hardest target first: the furthest level, and what asks for no level that can be said last."""
    measure = target.as_measure()
    if measure.value is None:
        return 1, 0
    aim = absolute(measure, baseline and baseline.as_measure())
    if isinstance(aim, str):
        return 1, 0
    level = near_end(aim, direction)
    return 0, level if direction == Direction.LOWER else -level
