"""The lines of an indicator's chart: what of its figures is joined, and where a line breaks.

A line holds results in one unit for one kind of time: two units, or a year and its quarters, are never on one.
"""

from django.utils.functional import cached_property

from indicators import performance
from indicators.performance import comparing

OTHER_UNIT = "in another unit"


class Line:
    """The results of an indicator in one unit, "" for its own, for one kind of time; `standing` is the indicator's own."""

    def __init__(self, standing, unit: str, kind: str):
        self.standing, self.unit, self.kind = standing, unit, kind

    def holds(self, one) -> bool:
        """Whether a figure can be drawn on it: one number in its unit."""
        return one.value is not None and one.unit == self.unit

    @cached_property
    def results(self):
        """The results of its kind of time, drawn or not, the oldest first."""
        return [one for one in self.standing.results if one.period_kind == self.kind]

    @cached_property
    def drawn(self):
        """The results that are drawn."""
        return [one for one in self.results if self.holds(one)]

    @cached_property
    def runs(self):
        """The results that are joined, run by run: it breaks where a time has no figure, and where the unit changed."""
        runs, run = [], []
        for one in self.results:
            if self.holds(one):
                run.append(one)
            elif run:
                runs, run = [*runs, run], []
        return [*runs, run] if run else runs

    @cached_property
    def breaks(self):
        """[(result, why)] of the results at which it breaks, after its first."""
        first = self.drawn[0].end if self.drawn else None
        return [
            (one, one.as_measure().reason_in_words if one.value is None else OTHER_UNIT)
            for one in self.results
            if first and not self.holds(one) and first <= one.end
        ]

    @cached_property
    def levels(self):
        """[(target, level)] of the targets beside it, one a time: a change as the level it asks for."""
        found, order = {}, self.standing.order
        for one in self.standing.targets:
            if comparing.fit(self.kind, one.period_kind) is None:
                continue
            level, unit = level_of(one, self.standing)
            if level is None or unit != self.unit:
                continue
            place = order(self.kind, one), one.pk
            if one.end not in found or place < found[one.end][0]:
                found[one.end] = place, (one, level)
        return [found[end][1] for end in sorted(found)]

    @cached_property
    def start(self):
        """The baseline where it has a day and a number, and no result stands for its day; None."""
        one = self.standing.baseline
        if not (one and one.end and self.holds(one)):
            return None
        if comparing.fit(one.period_kind, self.kind) is None:
            return None
        return None if any(each.end == one.end for each in self.drawn) else one


def lines_of(standing):
    """Return a Line for each unit and kind of time in which there are results with a number, the indicator's own unit first."""
    found = {(one.unit, one.period_kind): None for one in reversed(standing.results) if one.value is not None}  # fmt: skip
    return [Line(standing, *each) for each in sorted(found, key=lambda each: each[0])]


def level_of(target, standing):
    """Return (the level that a target asks for, its unit as "" where it is the indicator's own); (None, "") where it cannot be said."""
    measure = target.as_measure()
    if measure.value is None or measure.operator == "±":
        return None, ""
    start = standing.baseline_for(target) if measure.change else None
    level = performance.absolute(measure, start and start.as_measure())
    if isinstance(level, str):
        return None, ""
    return level.value, "" if level.unit == standing.indicator.unit else level.unit
