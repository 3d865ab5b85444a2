"""The counts behind the coverage matrix: {(characteristic, aim): how many}, the same number of queries for any council.

A key is that of an address: the id of a row, NONE where none is named, ANY for all aims together, each thing once.
"""

from collections import Counter, defaultdict

from django.db.models import Count, Exists, OuterRef

from assessments.models import Impact, Relevance, Relevant
from indicators.gaps.across import Said, said_of
from indicators.models import IndicatorAction
from plans.models import Action

from .scope import NONE

ANY = ""


def of_actions(scope):
    """Return how many actions, and how many headings they stand under: two queries.

    A thing under two aims is counted under both; under ANY once.
    """
    rows = scope.actions.order_by()
    both = {"n": Count("pk", distinct=True), "headings": Count("priority", distinct=True)}  # fmt: skip
    actions, objectives = {}, {}
    by_aim = rows.values_list("characteristics", "aims").annotate(**both)
    for characteristic, aim, count, headings in by_aim:
        key = _key(characteristic), _key(aim)
        actions[key], objectives[key] = count, headings
    by_any = rows.values_list("characteristics").annotate(**both)
    for characteristic, count, headings in by_any:
        key = _key(characteristic), ANY
        actions[key], objectives[key] = count, headings
    return actions, objectives


def of_assessments(scope):
    """Return how many assessments name a negative impact, under each aim for which their screening found it relevant: three queries."""
    same = {
        "assessment_version": OuterRef("assessment_version"),
        "characteristic": OuterRef("characteristic"),
    }
    negative = Impact.objects.filter(
        kind="negative", assessment_version__in=scope.versions.values("pk")
    ).order_by()
    relevant = Relevance.objects.exclude(level=Relevant.NONE).order_by()
    harmed = relevant.filter(Exists(negative.filter(**same)))
    aimless = negative.exclude(Exists(relevant.filter(**same)))
    found = {}
    for characteristic, aim, count in harmed.values_list("characteristic", "aim").annotate(Count("pk")):  # fmt: skip
        found[str(characteristic), str(aim)] = count
    for rows, aim in ((aimless, NONE), (negative, ANY)):
        for characteristic, count in rows.values_list("characteristic").annotate(Count("pk")):  # fmt: skip
            found[str(characteristic), aim] = count
    return found


def of_indicators(scope):
    """Return how many indicators show a gap, under the aims of the open actions meant to move them; and by characteristic how many
    are measured by its groups, by what their pages say. Three queries."""
    said = said_of(scope.indicators)
    aims = _aims_of_indicators()
    gaps, measured = Counter(), defaultdict(Counter)
    for (indicator, characteristic), what in said.items():
        measured[str(characteristic)][what] += 1
        if what == Said.GAP:
            for aim in (ANY, *aims.get(indicator, (NONE,))):
                gaps[str(characteristic), aim] += 1
    return gaps, measured


def _aims_of_indicators():
    """Return {id of an indicator: the aims of its open actions of live plans}: one query."""
    found = defaultdict(set)
    rows = IndicatorAction.objects.filter(action__in=Action.objects.live().open())
    for indicator, aim in rows.filter(action__aims__isnull=False).values_list("indicator", "action__aims"):  # fmt: skip
        found[indicator].add(str(aim))
    return found


def _key(pk):
    return NONE if pk is None else str(pk)
