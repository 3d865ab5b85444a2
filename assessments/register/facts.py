"""What the pages of the register ask of the whole of it: how many stand at each stage, and which years its filters offer.

All of it comes in one statement and is the same for every reader; what of it somebody is told hangs on the confidential ones that they work on.
An app above may keep it until somebody writes in the register (decision 2701).
"""

import json
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import cache, cached_property

from django.db.models import Count

from assessments.models import Assessment, StageMove
from assessments.models.assessment_queryset import is_open
from assessments.models.stages import Stage
from assessments.programme.progress import year_of
from equality_tracker.planned import Given, Planned
from equality_tracker.prepared import Prepared

STATEMENT = """
SELECT (SELECT json_agg(json_build_array(stage, year, n)) FROM ({open}) AS one (stage, year, n))::text,
    (SELECT json_agg(json_build_array(id, stage, year)) FROM ({confidential}) AS one (id, stage, year))::text,
    ({first}), ({last})
"""


@dataclass(frozen=True)
class Facts:
    """The register on one day.

    `stages` counts by stage those that are open on the day, `budgets` are the years that budget proposals among them end in; `confidential` is
    {id: (stage, that year or None)} of the others. From the day `first` to the day `last` versions were signed; None before any was.
    """

    stages: Counter
    budgets: frozenset
    confidential: dict
    first: date | None
    last: date | None


@dataclass(frozen=True)
class Known:
    """What `facts` tell somebody who knows of the confidential ones with the ids `secret`; of all where that is None."""

    facts: Facts
    secret: list | None

    @cached_property
    def _apart(self):
        """(stage, year or None) of each of the confidential ones that they know of."""
        found = self.facts.confidential
        return list(found.values()) if self.secret is None else [found[pk] for pk in self.secret if pk in found]  # fmt: skip

    @cached_property
    def stages(self):
        """{stage: how many}."""
        return self.facts.stages + Counter(stage for stage, _year in self._apart)

    @property
    def budgets(self):
        """The years that budget proposals end in, newest first."""
        own = {year for _stage, year in self._apart if year}
        return sorted(self.facts.budgets | own, reverse=True)

    @property
    def signed_in(self):
        """The years that financial years end in from the first signature to the last, newest first."""
        if self.facts.first is None:
            return []
        first, last = year_of(self.facts.first), year_of(self.facts.last)
        return list(range(last, first - 1, -1))


def counted(on):
    """Return the Facts of the day `on`, asked of the database: one query."""
    ((rows, apart, first, last),) = _statement().tuples(on=on)
    stages, budgets = Counter(), set()
    for stage, year, n in json.loads(rows or "[]"):
        stages[stage] += n
        budgets.add(year)
    confidential = {pk: (stage, year) for pk, stage, year in json.loads(apart or "[]")}
    return Facts(stages, frozenset(budgets - {None}), confidential, first, last)


@dataclass
class Keeping:
    """How the Facts of a day are come by: `ask` takes the day, and counts them each time until an app above says that it keeps them."""

    ask: Callable[[date], Facts] = field(default=counted)


KEEPING = Keeping()


def known_of(user, on, secret):
    """Return the Known of the day `on` for `user`, who works on the confidential ones with the ids `secret`."""
    return Known(KEEPING.ask(on), None if user.is_admin else secret)


@cache
def _statement():
    asked = {"open": _open(), "confidential": _confidential(), "first": _signed("on"), "last": _signed("-on")}  # fmt: skip
    parts = {name: _compiled(rows) for name, rows in asked.items()}
    sql = STATEMENT.format(**{name: sql for name, (sql, _given) in parts.items()})
    given = [one for _sql, params in parts.values() for one in params]
    return Planned("facts_of_the_register", sql, given)


def _compiled(rows):
    return Prepared(lambda: rows).sql


def _open():
    rows = Assessment.objects.filter(is_open(Given("on"))).order_by()
    return rows.values_list("current__stage", "budget_year").annotate(Count("pk"))


def _confidential():
    rows = Assessment.objects.filter(confidential_until__gt=Given("on")).order_by()
    return rows.values_list("pk", "current__stage", "budget_year")


def _signed(order):
    signed = StageMove.objects.filter(to_stage__in=[Stage.SCREENED_OUT, Stage.APPROVED])
    return signed.order_by(order).values_list("on")[:1]
