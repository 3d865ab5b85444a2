"""How one indicator stands: its newest result beside the target for that time and the next one.

Brings rows to `comparing`, which says what is compared with what, and to `performance`, which decides; nothing is decided here.
"""

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from indicators import performance
from indicators.performance import (
    NO_RESULT,
    Change,
    Course,
    Distance,
    Judgement,
    comparing,
)

NO_BASELINE = "There is no baseline."
NO_START = "There is no baseline that it can be compared with."
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
    beside: list = ()

    @property
    def period(self):
        return (self.result or self.target).period


class Line(NamedTuple):
    """A line of a chart: results in one unit, "" for the indicator's own, for one kind of time."""

    unit: str
    kind: str


class Beside(NamedTuple):
    """Another target for a result's time, and the verdict against it."""

    target: object
    judgement: Judgement


class Standing:
    """An indicator whose figures are loaded: `Indicator.objects.with_figures()`."""

    # Whose targets come first.
    order = staticmethod(comparing.precedence)

    def __init__(self, indicator):
        self.indicator = indicator
        self._compared, self._after, self._levels = {}, {}, {}
        place = comparing.by_time(indicator.frequency)
        self.results = sorted(indicator.results.all(), key=place)
        self.targets = sorted(indicator.targets.all(), key=place)
        self.baselines = sorted(
            indicator.baselines.all(), key=lambda one: (one.plan_id is not None, one.pk)
        )

    @cached_property
    def baseline(self):
        """The baseline that the newest result is measured from; the first there is, every plan's before a plan's, where no target says."""
        aim = self.next_target or self.latest_target
        found = self.baseline_for(aim) if aim else None
        return found or (self.baselines[0] if self.baselines else None)

    def baseline_for(self, target):
        """The baseline that a target starts from."""
        return comparing.baseline_for(target, self.baselines)

    @cached_property
    def latest(self):
        """The newest result, number or not; None where there is none."""
        return self.results[-1] if self.results else None

    @cached_property
    def previous(self):
        """The last result with a number before the newest one, for the same kind of time."""
        return self.before(self.latest) if self.latest else None

    def before(self, result):
        """The last result with a number before `result`, for the same kind of time; one without where none has a number."""
        earlier = self.results[: self.results.index(result)]
        same = [one for one in earlier if one.period_kind == result.period_kind]
        numbers = [one for one in same if one.value is not None]
        return (numbers or same or [None])[-1]

    def compared(self, result):
        """The result, None where there is none, beside its target, with the verdict: a `comparing.Comparison`."""
        key = result and result.pk
        if key not in self._compared:
            self._compared[key] = comparing.compare(
                result, self._targets_on(result), self.baselines, judge=self.indicator.judge,
                direction=self.indicator.direction, order=self.order,
            )  # fmt: skip
        return self._compared[key]

    @cached_property
    def _by_day(self):
        """{last day: the targets of times that end on it}."""
        found = defaultdict(list)
        for one in self.targets:
            found[one.end].append(one)
        return found

    def _targets_on(self, result):
        return self._by_day.get(result.end, []) if result else []

    def target_for(self, result):
        """The target that a result is judged by, or None."""
        return self.compared(result).target

    def beside(self, result, target):
        """The other targets for a result's time, each with its verdict, those that come first first."""
        same = comparing.for_time(result, self._targets_on(result))
        others = [one for one in same if one is not target]
        others.sort(key=lambda one: (self.order(result.period_kind, one), one.pk))
        return [Beside(one, self.judged(result, one)) for one in others]

    @cached_property
    def next_target(self):
        """The first target with a number after the newest result; the first of all where there is no result."""
        return self.target_after(self.latest)

    def target_after(self, result):
        """The first target with a number after `result`, of its length of time; the first of all for None."""
        key = result and result.pk
        if key not in self._after:
            self._after[key] = comparing.after(
                result, self.targets, self.baselines,
                direction=self.indicator.direction, order=self.order,
            )  # fmt: skip
        return self._after[key]

    def judged(self, result, target):
        """The verdict on a result against one target."""
        found = comparing.against(result, target, self.baselines, self.indicator.judge)
        return found.judgement

    @cached_property
    def newest(self):
        """The newest result beside its target, with the verdict."""
        return self.compared(self.latest)

    @property
    def latest_target(self):
        """The target for the time of the newest result, or None."""
        return self.newest.target

    @property
    def judgement(self):
        """The verdict on the newest result."""
        return self.newest.judgement

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
        start, why = self._start_of(result, aim)
        if why:
            return Distance(None, why)
        return performance.distance_travelled(
            start.as_measure(),
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
        start, why = self._start_of(result, aim)
        if why:
            return Course(None, why=why)
        return performance.on_course(
            result.as_measure(), aim.as_measure(),
            baseline=start.as_measure(), direction=self.indicator.direction,
        )  # fmt: skip

    def _start_of(self, result, aim):
        """(the baseline from which `result` is on its way to `aim`, ""), or (None, why there is none)."""
        if result is None:
            return None, NO_RESULT
        if not self.baselines:
            return None, NO_BASELINE
        if aim is None:
            return None, NO_NEXT
        start = self.baseline_for(aim)
        if (
            start is None
            or comparing.fit(result.period_kind, start.period_kind) is None
        ):
            return None, NO_START
        return start, ""

    @cached_property
    def times(self):
        """(result or None, target or None) of every time with either, the oldest first; a target only where it stands beside no result."""
        told = defaultdict(list)
        for one in self.results:
            told[one.end].append(one.period_kind)
        found = [(result, None) for result in self.results]
        found += [(None, one) for one in self._promised_alone(told)]
        place = comparing.by_time(self.indicator.frequency)
        return sorted(found, key=lambda pair: place(pair[0] or pair[1]))

    def _promised_alone(self, told):
        """The targets that stand beside no result; `told` has the kinds of time of each day with results."""
        return [
            one for one in self.targets
            if all(comparing.fit(kind, one.period_kind) is None for kind in told.get(one.end, ()))
        ]  # fmt: skip

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
        return list(dict.fromkeys(line.unit for line in self.lines))

    @cached_property
    def kinds(self):
        """The kinds of time for which there are results with a number."""
        return list(dict.fromkeys(line.kind for line in self.lines))

    @cached_property
    def lines(self):
        """The lines of the chart: a Line for each unit and kind of time in which there are results with a number, the indicator's own unit first."""
        found = {Line(one.unit, one.period_kind): None for one in reversed(self.results) if one.value is not None}  # fmt: skip
        return sorted(found, key=lambda line: line.unit)

    def levels_in(self, line):
        """Return [(target, level)] of the targets of a line, one a time: a change as the level it asks for."""
        if line not in self._levels:
            self._levels[line] = self._levels_of(line)
        return self._levels[line]

    def _levels_of(self, line):
        found = {}
        for one in self.targets:
            level = self.level_of(one)
            fits = comparing.fit(line.kind, one.period_kind)
            if fits is None or level is None or level[1] != line.unit:
                continue
            place = (self.order(line.kind, one), one.pk)
            if one.end not in found or place < found[one.end][0]:
                found[one.end] = place, (one, level[0])
        return [found[end][1] for end in sorted(found)]

    def level_of(self, target):
        """The level that a target asks for, with its unit as "" where it is the indicator's own; None where it cannot be said."""
        measure = target.as_measure()
        if measure.value is None or measure.operator == "±":
            return None
        start = self.baseline_for(target)
        level = performance.absolute(measure, start and start.as_measure())
        if isinstance(level, str):
            return None
        return level.value, "" if level.unit == self.indicator.unit else level.unit

    def results_of(self, line):
        """The results of a line's kind of time, drawn or not."""
        return [one for one in self.results if one.period_kind == line.kind]

    def breaks_in(self, line):
        """Return [(result, why)] of the results at which a line breaks, after its first."""
        results, unit = self.results_of(line), line.unit
        drawn = [one.end for one in results if one.value is not None and one.unit == unit]  # fmt: skip
        return [
            (one, one.as_measure().reason_in_words if one.value is None else "in another unit")
            for one in results
            if (one.value is None or one.unit != unit) and drawn and drawn[0] <= one.end
        ]  # fmt: skip

    def _point(self, result, target):
        if not result:
            return Point(target.end, None, target, None)
        compared = self.compared(result)
        return Point(
            result.end, result, compared.target, compared.judgement,
            self.change_of(result), self.distance_of(result), self.course_of(result),
            self.beside(result, compared.target),
        )  # fmt: skip
