"""How one indicator stands: its newest result beside the target for that time and the next one.

Brings rows to `comparing`, which says what is compared with what, and to `performance`, which decides; nothing is decided here.
"""

from collections import defaultdict

from django.utils.functional import cached_property

from indicators import performance
from indicators.performance import (
    NO_RESULT,
    Change,
    Course,
    Distance,
    comparing,
)

from .lines import lines_of
from .times import point_of, times_of

NO_BASELINE = "There is no baseline."
NO_START = "There is no baseline that it can be compared with."
NO_NEXT = "There is no target after this time."
NO_LAST = "There is no earlier result."


class Standing:
    """An indicator whose figures are loaded: `Indicator.objects.with_figures()`."""

    # Whose targets come first.
    order = staticmethod(comparing.precedence)

    def __init__(self, indicator):
        self.indicator = indicator
        self._compared, self._after = {}, {}
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
        return self._before[result.pk]

    @cached_property
    def _before(self):
        """{key of a result: the result before it}."""
        found, numbers, last = {}, {}, {}
        for one in self.results:
            kind = one.period_kind
            found[one.pk] = numbers.get(kind) or last.get(kind)
            last[kind] = one
            if one.value is not None:
                numbers[kind] = one
        return found

    def compared(self, result):
        """The result, None where there is none, beside its target, with the verdict: a `comparing.Comparison`."""
        key = result and result.pk
        if key not in self._compared:
            self._compared[key] = comparing.compare(
                result, self.targets_on(result), self.baselines, judge=self.indicator.judge,
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

    def targets_on(self, result):
        """The targets of times that end with the result's."""
        return self._by_day.get(result.end, []) if result else []

    def target_for(self, result):
        """The target that a result is judged by, or None."""
        return self.compared(result).target

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
        return times_of(self)

    @property
    def first_time(self):
        """The words of the oldest time."""
        result, target = self.times[0]
        return (result or target).period

    @property
    def points(self):
        """A Point for every time, the oldest first."""
        return [point_of(self, *pair) for pair in self.times]

    def newest_points(self, most=None):
        """The Points of the newest times, so many at most, the newest first."""
        return [point_of(self, *pair) for pair in self.times[::-1][:most]]

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
        """The lines of the chart."""
        return lines_of(self)
