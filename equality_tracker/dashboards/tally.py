"""The counts of a dashboard: what was counted of each of its plans, put together."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import lru_cache
from heapq import nsmallest

from .changes import first_few
from .counting import mended_tallies, plan_tallies
from .plan_tally import NAMED

# More priorities than these are counted a plan at a time: a page of forty tables answers nobody.
MOST_PRIORITIES = 12


@dataclass(frozen=True)
class Tally:
    """How many actions there are of each kind. Statuses are counted in Counters; `reasons` holds {names: how many}.

    `by_plan`, `by_directorate` and `by_priority` ({(plan, id, number, title): ...}) hold the statuses of each; `then` those when the day
    compared with began, what is new since left out. `changed` holds {what `changes.kinds_of` takes: how many}, `first` (the place of a
    kind, an action's id) of the first of them, `worst` the ids of the worst, `plan_of` {id: its plan's PlanTally} of both.
    """

    by_plan: dict
    by_directorate: dict
    by_priority: dict
    standing: Counter
    changed: dict
    reasons: Counter
    due: Counter
    joint: int
    first: list
    worst: list
    plan_of: dict

    @property
    def count(self):
        return self.standing.total()

    @property
    def then(self):
        found = Counter()
        for (is_new, _now, then, _due, _lead), n in self.changed.items():
            if not is_new:
                found[then] += n
        return found


def tally_of(scope, moment):
    """Return the Tally of the actions of `scope` in the snapshot of `moment`; what is not kept is counted."""

    def count(plans):
        return plan_tallies(scope, plans)

    def mend(written):
        return mended_tallies(scope, written)

    # Of a day that somebody chose no rows are kept from which to mend.
    may_mend = mend if scope.is_usual else None
    parts = moment.parts(scope.counted_by, scope.plan_ids, count, may_mend)
    return _together(tuple(parts.items()))


# What is kept is never changed, so the same parts make the same Tally.
@lru_cache(maxsize=32)
def _together(parts):
    tallies = [part for _plan, part in parts]
    named = {pk: part for part in tallies for pk in part.few}
    first = first_few(one for part in tallies for one in part.first)
    worst = nsmallest(NAMED, (one for part in tallies for one in part.worst))
    return Tally(
        {plan: part.standing for plan, part in parts},
        _added(part.by_directorate for part in tallies),
        {
            (plan, *key): counts
            for plan, part in parts
            for key, counts in part.by_priority.items()
        },
        _sum(part.standing for part in tallies),
        _sum(part.changed for part in tallies),
        _sum(part.reasons for part in tallies),
        _sum(part.due for part in tallies),
        sum(part.joint for part in tallies),
        first,
        [pk for _urgency, pk in worst],
        {
            pk: named[pk]
            for pk in (*(pk for _kind, pk in first), *(pk for _u, pk in worst))
        },
    )


def _sum(counts):
    """The Counter of several counts added up."""
    found = Counter()
    for one in counts:
        found.update(one)
    return found


def _added(tables):
    """{key: Counter} of several such dicts added up."""
    found = defaultdict(Counter)
    for table in tables:
        for key, counts in table.items():
            found[key].update(counts)
    return dict(found)
