"""What goes out of indicators, read in a number of queries that does not grow with them."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from django.db.models import prefetch_related_objects

from indicators.exporting import naming
from indicators.models import Indicator
from indicators.published import without_people
from indicators.words import values
from plans.models import Plan

EVERY_PLAN = "Every plan"
SHARES = ("numerator", "denominator")


@dataclass
class Line:
    """One row of the table: an indicator with what one plan, or every plan, asks of it; its results stand in its first line alone."""

    indicator: Indicator
    plan: str = ""
    baseline: object = None
    figures: dict = field(default_factory=dict)


@dataclass
class Contents:
    """The lines, and the times that they name: {(kind, last day): its words}, the earliest first."""

    indicators: list
    lines: list
    times: dict

    @property
    def columns(self):
        """(field, time) of each column of figures that some line fills."""
        filled = {place for line in self.lines for place in line.figures}
        return [
            (name, time)
            for time in self.times
            for name in naming.NAMES
            if (name, time) in filled
        ]


def read(indicators, hidden=()):
    """Return the Contents of `indicators`, in their order; without what the results with the ids `hidden` were counted from."""
    found = list(indicators)
    prefetch_related_objects(
        found, "baselines", "targets", "results", "parent", "directorate", "lead"
    )
    plans = _references(found)
    lines = [line for one in found for line in lines_of(one, plans, hidden)]
    return Contents(found, lines, times_of(found))


def _references(indicators):
    """The references of the plans that any baseline or target belongs to, by their ids."""
    ids = {
        figure.plan_id
        for one in indicators
        for figure in (*one.baselines.all(), *one.targets.all())
    }
    return dict(Plan.objects.filter(pk__in=ids - {None}).values_list("pk", "reference"))


def lines_of(indicator, plans, hidden=()):
    """The lines of one indicator: what holds for every plan first, then each plan's own."""
    found = {}
    for one in indicator.baselines.all():
        _line(found, indicator, one.plan_id, plans).baseline = one
    for one in indicator.targets.all():
        line = _line(found, indicator, one.plan_id, plans)
        line.figures["target", time_of(one)] = one.text
    found = [found[pk] for pk in sorted(found, key=lambda pk: (pk is not None, pk))]
    found = found or [Line(indicator)]
    for one in indicator.results.all():
        found[0].figures |= figures_of_result(one, SHARES, hidden)
    return found


def _line(found, indicator, plan_id, plans):
    name = EVERY_PLAN if plan_id is None else plans[plan_id]
    return found.setdefault(plan_id, Line(indicator, name))


def figures_of_result(one, shares, hidden=()):
    """A result's words, and those of its `shares` that the words do not say; of the ids `hidden` nothing that counts people."""
    time = time_of(one)
    if one.pk in hidden:
        return {("result", time): without_people(one)}
    found = {("result", time): one.text}
    said = values.read(one.text)
    for name in shares:
        number = getattr(one, name)
        if number is not None and number != getattr(said, name):
            found[name, time] = f"{number.normalize():f}"
    return found


def time_of(figure):
    """What tells the time of a figure: its kind and its last day."""
    return figure.period_kind, figure.end


def times_of(indicators):
    """{time: its words as most figures have them}, the earliest and shortest first."""
    said = defaultdict(Counter)
    for one in indicators:
        for figure in (*one.targets.all(), *one.results.all()):
            said[time_of(figure)][figure.period] += 1
    order = list(naming.STRETCHES)
    return {
        time: naming.period(*time, [words for words, _ in said[time].most_common()])
        for time in sorted(said, key=lambda time: (time[1], -order.index(time[0])))
    }
