"""The figures that the rows of a list need, as plain values: to make a model of each takes longer than all the rest of the page."""

from collections import defaultdict
from dataclasses import replace
from typing import NamedTuple

from django.utils.functional import cached_property

from equality_tracker.planned import Given, Planned
from equality_tracker.prepared import Prepared
from indicators.models import Baseline, Figure, Result
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
        self.__dict__ = values
        self.indicator = indicator

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


# By hand: the newest result of an indicator is looked for once, not once for each of its targets.
_targets = Planned(
    "targets_since_the_newest_result",
    f"""
    SELECT target.indicator_id, target.id, {", ".join(f"target.{name}" for name in OF_TARGET[2:-1])}, plan.state
    FROM unnest(%s::integer[]) AS asked (id)
    CROSS JOIN LATERAL (
        SELECT COALESCE(MAX("end"), DATE '0001-01-01') AS "end" FROM indicators_result WHERE indicator_id = asked.id
    ) newest
    JOIN indicators_target target ON target.indicator_id = asked.id AND target."end" >= newest."end"
    LEFT JOIN plans_plan plan ON plan.id = target.plan_id
    """,
    [Given("ids")],
)


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
