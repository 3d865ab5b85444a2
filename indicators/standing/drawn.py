"""The figures that the rows of a list need, as plain values: to make a model of each takes longer than all the rest of the page."""

from collections import defaultdict
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from django.db.models import F, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.utils.functional import cached_property

from equality_tracker.prepared import Prepared
from indicators.models import Baseline, Figure, Result, Target
from plans.models import Plan

# How many results of a kind of time a row's line shows: a year of months with the year before's.
SHOWN = 16
FIELDS = (
    "indicator_id", "pk", "text", "value", "value_max", "operator", "unit", "decimals", "reason", "second",
    "period_kind", "period", "end",
)  # fmt: skip
OF_RESULT = (*FIELDS, "provisional", "numerator")
OF_TARGET = (*FIELDS, "plan_id", "change", "change_in", "plan_state")
OF_BASELINE = (*FIELDS, "plan_id")


class Promising(NamedTuple):
    """A plan as the line of a figure names it."""

    reference: str
    state: str

    def get_state_display(self):
        return Plan.State(self.state).label


class Drawn:
    """A result, target or baseline as a row shows it: it answers what the model of the same name does."""

    change = change_in = ""
    provisional = numerator = plan_id = None
    plan_state = ""

    def __init__(self, indicator, values):
        self.indicator = indicator
        self.__dict__.update(values)

    def as_measure(self):
        return self._measure

    @cached_property
    def _measure(self):
        """Asked some nine hundred times a page, of figures that nobody changes there."""
        plain = Figure.as_measure(self)
        if not self.change:
            return plain
        return replace(plain, change=self.change, change_in=self.change_in)

    @property
    def plan(self):
        """The plan that promised it, as far as a page names one; None for every plan's."""
        return Promising(self.plan_reference, self.plan_state) if self.plan_id else None


def load(indicators):
    """Give each of `indicators` its newest results, its targets since the newest of them, and its baselines: three queries."""
    ids = [one.pk for one in indicators]
    told = {
        name: _by_indicator(question.tuples(ids=ids), fields)
        for name, (question, fields) in QUESTIONS.items()
    }
    for one in indicators:
        one._prefetched_objects_cache = {
            name: [Drawn(one, values) for values in found[one.pk]]
            for name, found in told.items()
        }


def _by_indicator(rows, fields):
    found = defaultdict(list)
    for row in rows:
        found[row[0]].append(dict(zip(fields[1:], row[1:], strict=True)))
    return found


@Prepared
def _results(ids):
    return _of(Result, ids).newest_of_each(SHOWN).values_list(*OF_RESULT)


@Prepared
def _targets(ids):
    newest = Result.objects.filter(indicator=OuterRef("indicator")).order_by("-end")
    since = Coalesce(Subquery(newest.values("end")[:1]), date.min)
    found = _of(Target, ids).filter(end__gte=since)
    return found.values_list(*OF_TARGET[:-1], F("plan__state"))


@Prepared
def _baselines(ids):
    return _of(Baseline, ids).values_list(*OF_BASELINE)


def _of(model, ids):
    return model.objects.filter(indicator__among=ids)


QUESTIONS = {
    "results": (_results, OF_RESULT),
    "targets": (_targets, OF_TARGET),
    "baselines": (_baselines, OF_BASELINE),
}
