"""How one indicator stands: its newest result beside the target for that time and the next one.

Brings rows to `performance`, which decides; nothing is decided here.
"""

from dataclasses import dataclass
from functools import cached_property

from indicators import performance
from indicators.performance import NO_RESULT, Change, Course, Distance, Judgement

NO_BASELINE = "There is no baseline."
NO_NEXT = "There is no target after this time."
NO_LAST = "There is no earlier result."


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

    @property
    def period(self):
        return (self.result or self.target).period


class Standing:
    """An indicator whose figures are loaded: `Indicator.objects.with_figures()`."""

    def __init__(self, indicator):
        self.indicator = indicator
        self.results = sorted(indicator.results.all(), key=_place)
        self.targets = sorted(indicator.targets.all(), key=_place)
        baselines = sorted(indicator.baselines.all(), key=lambda one: one.pk)
        self.baseline = next((b for b in baselines if b.plan_id is None), None) or (
            baselines[0] if baselines else None
        )

    @cached_property
    def latest(self):
        """The newest result, number or not; None where there is none."""
        return self.results[-1] if self.results else None

    @cached_property
    def previous(self):
        """The last result with a number before the newest one, for the same kind of time; any where none has one."""
        return self.before(self.latest) if self.latest else None

    def before(self, result):
        """The last result with a number before `result`, for the same kind of time; any where none has one."""
        earlier = self.results[: self.results.index(result)]
        same = [one for one in earlier if one.period_kind == result.period_kind]
        numbers = [one for one in same if one.value is not None]
        return (numbers or same or [None])[-1]

    def target_for(self, result):
        """The target for the same time, else one whose time ends on the same day; one with a number first."""
        same = [one for one in self.targets if one.end == result.end]

        def place(one):
            return one.period_kind != result.period_kind, one.value is None

        return min(same, key=place, default=None)

    @cached_property
    def next_target(self):
        """The first target with a number after the newest result; the first of all where there is no result."""
        return self.target_after(self.latest)

    def target_after(self, result):
        """The first target with a number after `result`; the first of all for None."""
        later = (
            one
            for one in self.targets
            if one.value is not None and (not result or one.end > result.end)
        )
        return next(later, None)

    def judged(self, result, target):
        """The verdict on a result, or why there is none."""
        return self.indicator.judge(result, target, self.baseline)

    @cached_property
    def latest_target(self):
        """The target for the time of the newest result, or None."""
        return self.target_for(self.latest) if self.latest else None

    @cached_property
    def judgement(self):
        """The verdict on the newest result."""
        return self.judged(self.latest, self.latest_target)

    @cached_property
    def change(self):
        """What changed since the result before."""
        return self.change_of(self.latest)

    def change_of(self, result):
        """What changed from the result before `result` to it."""
        last = self.before(result) if result else None
        if not last:
            return Change(None, why=NO_LAST if result else NO_RESULT)
        return performance.change_since(
            last.as_measure(), result.as_measure(), self.indicator.direction
        )

    @cached_property
    def distance(self):
        """How much of the way to the next target, or to the one of this time, has been come."""
        return self.distance_of(self.latest)

    def distance_of(self, result):
        """How much of the way to the target after `result`, or to the one of its time, it has come."""
        aim = self.target_after(result) or (result and self.target_for(result))
        why = _missing(result, self.baseline, aim)
        if why:
            return Distance(None, why)
        return performance.distance_travelled(
            self.baseline.as_measure(),
            aim.as_measure(),
            result.as_measure(),
            self.indicator.direction,
        )

    @cached_property
    def course(self):
        """Whether the newest result is on the straight line to the next target."""
        return self.course_of(self.latest)

    def course_of(self, result):
        """Whether `result` is on the straight line to the target after it."""
        aim = self.target_after(result)
        why = _missing(result, self.baseline, aim)
        if why:
            return Course(None, why=why)
        return performance.on_course(
            result.as_measure(), aim.as_measure(),
            baseline=self.baseline.as_measure(), direction=self.indicator.direction,
        )  # fmt: skip

    @cached_property
    def times(self):
        """(result or None, target or None) of every time with either, the oldest first."""
        found = [(result, self.target_for(result)) for result in self.results]
        told = {result.end for result in self.results}
        found += [(None, t) for t in self.targets if t.end not in told]
        return sorted(found, key=lambda pair: (pair[0] or pair[1]).end)

    @property
    def first_time(self):
        """The words of the oldest time."""
        result, target = self.times[0]
        return (result or target).period

    @property
    def points(self):
        """A Point for every time, the oldest first."""
        return [self._point(*pair) for pair in self.times]

    def newest_points(self, most=None):
        """The Points of the newest times, so many at most, the newest first."""
        return [self._point(*pair) for pair in self.times[::-1][:most]]

    @property
    def has_other_units(self):
        """Whether a figure is in another unit than the indicator's own."""
        return any(one.unit for one in [*self.results, *self.targets])

    @cached_property
    def units(self):
        """The units in which there are results with a number: "" for the indicator's own, which comes first, then others."""
        found = {one.unit for one in self.results if one.value is not None}
        return sorted(found)

    def levels_in(self, unit):
        """Return [(last day, level)] of the targets in a unit ("" for the indicator's own, None for any): a change as the level it asks for."""
        found = []
        for one in self.targets:
            level = self.level_of(one)
            fits = level is not None and unit in (None, level[1])
            if fits and (not found or found[-1][0] != one.end):
                found.append((one.end, level[0]))
        return found

    def level_of(self, target):
        """The level that a target asks for, with its unit as "" where it is the indicator's own; None where it cannot be said."""
        measure = target.as_measure()
        if measure.value is None or measure.operator == "±":
            return None
        start = self.baseline and self.baseline.as_measure()
        level = performance.absolute(measure, start)
        if isinstance(level, str):
            return None
        return level.value, "" if level.unit == self.indicator.unit else level.unit

    def breaks_in(self, unit):
        """Return [(result, why)] of the results at which a line of the figures in a unit breaks, after its first."""
        drawn = [one.end for one in self.results if one.value is not None and one.unit == unit]  # fmt: skip
        return [
            (one, one.as_measure().reason_in_words if one.value is None else "in another unit")
            for one in self.results
            if (one.value is None or one.unit != unit) and drawn and drawn[0] <= one.end
        ]  # fmt: skip

    def _point(self, result, target):
        end = (result or target).end
        if not result:
            return Point(end, result, target, None)
        return Point(
            end, result, target, self.judged(result, target),
            self.change_of(result), self.distance_of(result), self.course_of(result),
        )  # fmt: skip


def _place(figure):
    return figure.end, figure.pk


def _missing(result, baseline, target):
    if result is None:
        return NO_RESULT
    if baseline is None:
        return NO_BASELINE
    return "" if target else NO_NEXT
