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
        kind = self.latest.period_kind if self.latest else ""
        same = [one for one in self.results[:-1] if one.period_kind == kind]
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
        since = self.latest.end if self.latest else None
        later = [
            t
            for t in self.targets
            if t.value is not None and (not since or t.end > since)
        ]
        return later[0] if later else None

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
        if not self.latest or not self.previous:
            return Change(None, why=NO_LAST if self.latest else NO_RESULT)
        return performance.change_since(
            self.previous.as_measure(),
            self.latest.as_measure(),
            self.indicator.direction,
        )

    @cached_property
    def distance(self):
        """How much of the way to the next target, or to the one of this time, has been come."""
        aim = self.next_target or self.latest_target
        why = _missing(self.latest, self.baseline, aim)
        if why:
            return Distance(None, why)
        return performance.distance_travelled(
            self.baseline.as_measure(), aim.as_measure(), self.latest.as_measure()
        )

    @cached_property
    def course(self):
        """Whether the newest result is on the straight line to the next target."""
        why = _missing(self.latest, self.baseline, self.next_target)
        if why:
            return Course(None, why=why)
        return performance.on_course(
            self.latest.as_measure(), self.next_target.as_measure(),
            baseline=self.baseline.as_measure(), direction=self.indicator.direction,
        )  # fmt: skip

    @cached_property
    def points(self):
        """Every time with a result or a target, the oldest first."""
        found = [self._point(r, self.target_for(r)) for r in self.results]
        told = {point.end for point in found}
        found += [self._point(None, t) for t in self.targets if t.end not in told]
        return sorted(found, key=lambda point: point.end)

    @property
    def has_other_units(self):
        """Whether a figure is in another unit than the indicator's own."""
        return any(one.unit for one in [*self.results, *self.targets])

    def _point(self, result, target):
        judgement = self.judged(result, target) if result else None
        return Point((result or target).end, result, target, judgement)


def _place(figure):
    return figure.end, figure.pk


def _missing(result, baseline, target):
    if result is None:
        return NO_RESULT
    if baseline is None:
        return NO_BASELINE
    return "" if target else NO_NEXT
