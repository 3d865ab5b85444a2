"""The counts behind the coverage matrix: {(characteristic, aim): how many}, the same number of queries for any council.

A key is that of an address: the id of a row, NONE where none is named, ANY for all aims together, each thing once.
"""

from collections import Counter, defaultdict
from functools import cache

from django.db.models import Count, F, Value

from equality_tracker.prepared import Prepared
from indicators.gaps.across import Said
from indicators.models import IndicatorAction

from .scope import ANY, NONE, open_actions

# Stands for all aims together where the database counts: no row's id.
EVERY_AIM = -1
SOME = "some"


def of_actions(scope):
    """Return how many actions, and how many headings they stand under: one query.

    A thing under two aims is counted under both; under ANY once.
    """
    whose = scope.directorate if scope.directorate in (ANY, NONE) else SOME
    rows = _of_actions(whose).tuples(ids=list(scope.directorates or ()))
    actions, objectives = {}, {}
    for characteristic, aim, count, headings in rows:
        key = _key(characteristic), ANY if aim == EVERY_AIM else _key(aim)
        actions[key], objectives[key] = count, headings
    return actions, objectives


@cache
def _of_actions(whose):
    """The question of the actions of all directorates, of none, or of SOME by their ids: each by characteristic and aim, then by
    characteristic alone."""

    def actions_that_cover(ids):
        rows = open_actions().order_by()
        if whose == NONE:
            rows = rows.filter(directorate=None)
        elif whose == SOME:
            rows = rows.of_directorates(ids)
        by_any = _headed(rows, Value(EVERY_AIM))
        return _headed(rows, F("aims")).union(by_any, all=True)

    return Prepared(actions_that_cover)


def _headed(rows, aim):
    """(characteristic, aim, how many of `rows`, under how many headings), by both."""
    rows = rows.annotate(under=aim).values_list("characteristics", "under")
    return rows.annotate(Count("pk", distinct=True), Count("priority", distinct=True))


def of_indicators(scope, told):
    """Return how many indicators show a gap, under the aims of the open actions meant to move them; and by characteristic how many
    are measured by its groups, by what their pages say. `told` is {id: Told} of all. No query, one where there is any gap."""
    bodies = scope.directorates
    own = [(pk, *one) for pk, of_it in told.items() if bodies is None or of_it.directorate in bodies for one in of_it.said.items()]  # fmt: skip
    aims = _aims_of_indicators() if any(what == Said.GAP for *_one, what in own) else {}
    gaps, measured = Counter(), defaultdict(Counter)
    for indicator, characteristic, what in own:
        measured[str(characteristic)][what] += 1
        if what == Said.GAP:
            for aim in (ANY, *aims.get(indicator, (NONE,))):
                gaps[str(characteristic), aim] += 1
    return gaps, measured


def _aims_of_indicators():
    """Return {id of an indicator: the aims of its open actions of live plans}: one query."""
    found = defaultdict(set)
    for indicator, aim in _meant_to_move.tuples():
        found[indicator].add(str(aim))
    return found


@Prepared
def _meant_to_move():
    rows = IndicatorAction.objects.filter(action__in=open_actions())
    named = rows.filter(action__aims__isnull=False)
    return named.values_list("indicator", "action__aims")


def _key(pk):
    return NONE if pk is None else str(pk)
