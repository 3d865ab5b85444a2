"""The council's indicators as they stand, read in a bounded number of queries for comparing with a file."""

from collections import defaultdict
from dataclasses import dataclass, field

from django.db.models import Q

from indicators.models import (
    Baseline,
    Breakdown,
    Comment,
    Indicator,
    IndicatorPriority,
    PeriodKind,
    Result,
    Target,
)
from indicators.words import codes
from plans.importing.words import bare, squeeze


@dataclass
class Current:
    """The indicators by their ids, and what hangs on those that a file names."""

    indicators: dict = field(default_factory=dict)
    links: list = field(default_factory=list)
    by_code: dict = field(default_factory=dict)
    by_title: dict = field(default_factory=dict)
    figures: dict = field(default_factory=dict)
    groups: dict = field(default_factory=dict)
    comments: dict = field(default_factory=dict)

    @property
    def linked(self):
        """Which indicator stands under which priority."""
        return {(one.indicator_id, one.priority_id) for one in self.links}


def read(plan, *, locked=False) -> Current:
    """Read all indicators, and which stand under the priorities of `plan`: two queries.

    `locked` keeps them from changing until the transaction ends.
    """
    rows = Indicator.objects.order_by("pk")
    if locked:
        rows = rows.select_for_update(of=("self",), no_key=True)
    indicators = {one.pk: one for one in rows}
    links = IndicatorPriority.objects.filter(priority__plan=plan) if plan else ()
    now = Current(indicators, list(links))
    now.by_code = _grouped(
        (codes.key(one.code), one) for one in indicators.values() if one.code
    )
    now.by_title = _grouped((bare(one.title), one) for one in indicators.values())
    return now


def with_numbers(ids) -> set:
    """Which of the indicators `ids` have a number, for whatever time: three queries, none for no indicators."""
    return {
        pk
        for model in (Baseline, Target, Result)
        if ids
        for pk in model.objects.filter(indicator__in=ids)
        .exclude(value=None)
        .values_list("indicator", flat=True)
        .distinct()
    }


def read_figures(
    now: Current, ids, *, ends, dated=False, groups=False, locked=False
) -> None:
    """Read into `now` the figures of the indicators `ids`: results and targets for the times that end on `ends`, each a query.

    `dated` brings every figure for a single day as well, `groups` the groups of the results.
    """
    times = (
        Q(end__in=ends) | Q(period_kind=PeriodKind.DATE) if dated else Q(end__in=ends)
    )
    ids = list(ids)
    for model in (Baseline, Target, Result) if ids else ():
        rows = model.objects.filter(indicator__in=ids)
        if model is not Baseline:
            rows = rows.filter(times)
        if locked:
            rows = rows.select_for_update(of=("self",), no_key=True)
        for one in rows:
            one.indicator = now.indicators[one.indicator_id]
            now.figures.setdefault(one.indicator_id, {})[slot_of(one)] = one
    if groups and ids:
        _read_groups(now, locked)


def slot_of(figure, model=None):
    """As FigureRow.slot, of a figure that stands here, or of what the history of `model` keeps of one."""
    model = model or type(figure)
    if model is Baseline:
        return Baseline, figure.plan_id
    when = figure.period_kind, figure.end
    if model is Result:
        return (Result, *when)
    return (Target, figure.plan_id, *when)


def _read_groups(now, locked):
    results = [
        one.pk
        for slots in now.figures.values()
        for one in slots.values()
        if isinstance(one, Result)
    ]
    rows = Breakdown.objects.filter(result__in=results)
    if locked:
        rows = rows.select_for_update(of=("self",), no_key=True)
    for one in rows:
        now.groups[one.result_id, one.characteristic_id, bare(one.group)] = one


def read_comments(now: Current, ids) -> None:
    """Read into `now` what was said of the indicators `ids`: one query."""
    found = Comment.objects.filter(indicator__in=list(ids))
    for pk, text in found.values_list("indicator", "text"):
        now.comments.setdefault(pk, set()).add(squeeze(text))


def _grouped(pairs):
    found = defaultdict(list)
    for key, one in pairs:
        found[key].append(one)
    return found
