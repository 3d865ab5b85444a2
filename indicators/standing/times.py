"""The times of an indicator, one after another: what was measured, what was promised, and how the one stands beside the other."""

from collections import defaultdict
from dataclasses import dataclass
from typing import NamedTuple

from indicators.performance import Change, Course, Distance, Judgement, comparing


class Beside(NamedTuple):
    """Another target for a result's time, and the verdict against it."""

    target: object
    judgement: Judgement


@dataclass(frozen=True)
class Point:
    """One time of an indicator: its result and target, either of which may be missing, and the verdict."""

    end: object
    result: object
    target: object
    judgement: Judgement | None
    change: Change | None = None
    distance: Distance | None = None
    course: Course | None = None
    beside: list = ()

    @property
    def period(self):
        return (self.result or self.target).period


def times_of(standing):
    """Return (result or None, target or None) of every time with either, the oldest first; a target only where it stands beside no result."""
    kinds = defaultdict(list)
    for one in standing.results:
        kinds[one.end].append(one.period_kind)
    found = [(result, None) for result in standing.results]
    found += [(None, one) for one in standing.targets if _is_alone(one, kinds)]
    place = comparing.by_time(standing.indicator.frequency)
    return sorted(found, key=lambda pair: place(pair[0] or pair[1]))


def _is_alone(target, kinds):
    """Whether a target stands beside no result; `kinds` has the kinds of time of each day with results."""
    there = kinds.get(target.end, ())
    return all(comparing.fit(kind, target.period_kind) is None for kind in there)


def point_of(standing, result, target):
    """Return the Point of one of `times_of`."""
    if not result:
        return Point(target.end, None, target, None)
    compared = standing.compared(result)
    return Point(
        result.end, result, compared.target, compared.judgement,
        standing.change_of(result), standing.distance_of(result), standing.course_of(result),
        _beside(standing, result, compared.target),
    )  # fmt: skip


def _beside(standing, result, target):
    """The other targets for a result's time, each with its verdict, those that come first first."""
    same = comparing.for_time(result, standing.targets_on(result))
    others = [one for one in same if one is not target]
    others.sort(key=lambda one: (standing.order(result.period_kind, one), one.pk))
    return [Beside(one, standing.judged(result, one)) for one in others]
