"""The counts behind the coverage matrix: {(characteristic, aim): how many}, the same number of queries for any council.

A key is that of an address: the id of a row, NONE where none is named, ANY for all aims together, each thing once.
"""

from collections import Counter, defaultdict

from django.db.models import Count, Exists, F, OuterRef, Value

from assessments.models import Impact, Relevance, Relevant
from indicators.gaps.across import Said, said_of
from indicators.models import IndicatorAction
from plans.models import Action

from .scope import NONE

ANY = ""
# Stands for all aims together where the database counts: no row's id.
EVERY_AIM = -1


def of_actions(scope):
    """Return how many actions, and how many headings they stand under: one query.

    A thing under two aims is counted under both; under ANY once.
    """
    rows = scope.actions.order_by()
    by_aim = _headed(rows, F("aims"))
    by_any = _headed(rows, Value(EVERY_AIM))
    actions, objectives = {}, {}
    for characteristic, aim, count, headings in by_aim.union(by_any, all=True):
        key = _key(characteristic), ANY if aim == EVERY_AIM else _key(aim)
        actions[key], objectives[key] = count, headings
    return actions, objectives


def _headed(rows, aim):
    """(characteristic, aim, how many of `rows`, under how many headings), by both."""
    rows = rows.annotate(under=aim).values_list("characteristics", "under")
    return rows.annotate(Count("pk", distinct=True), Count("priority", distinct=True))


def of_assessments(scope):
    """Return how many assessments name a negative impact, under each aim for which their screening found it relevant: two queries."""
    same = {
        "assessment_version": OuterRef("assessment_version"),
        "characteristic": OuterRef("characteristic"),
    }
    negative = Impact.objects.filter(
        kind="negative", assessment_version__in=scope.versions.values("pk")
    ).order_by()
    relevant = Relevance.objects.exclude(level=Relevant.NONE).order_by()
    harmed = relevant.filter(Exists(negative.filter(**same)))
    found = {}
    for characteristic, aim, count in harmed.values_list("characteristic", "aim").annotate(Count("pk")):  # fmt: skip
        found[str(characteristic), str(aim)] = count
    aimless = Count("pk", filter=~Exists(relevant.filter(**same)))
    by_any = negative.values_list("characteristic").annotate(
        Count("pk"), without=aimless
    )
    for characteristic, count, without in by_any:
        found[str(characteristic), ANY] = count
        if without:
            found[str(characteristic), NONE] = without
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
