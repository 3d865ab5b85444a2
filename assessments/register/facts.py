"""What the pages of the register ask of the whole of it: how many stand at each stage, and which years its filters offer.

It is read once and is the same for every reader and every day; an app above may keep it (decision 2701), and of an assessment that is
written only that one is read anew. What of it somebody is told hangs on the day and on the confidential ones that they work on.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import cache, cached_property
from typing import NamedTuple

from django.db.models import OuterRef, Subquery
from django.db.models.functions import Greatest, Least

from assessments.models import Assessment, AssessmentVersion, StageMove
from assessments.models.stages import Stage
from assessments.programme.progress import year_of
from equality_tracker.planned import Given, Planned
from equality_tracker.prepared import Prepared

# The days stand in each row, and in one without any assessment where there is none. Those that were never confidential are few groups, which
# needs no sorting; each other stands by itself.
STATEMENT = """
SELECT days.first, days.last, found.*
FROM (SELECT ({first}), ({last})) AS days (first, last)
LEFT JOIN (
    SELECT stage, year, NULL::date, NULL::date, NULL::date, array_agg(id) FROM ({never}) AS never (stage, year, id) {few} GROUP BY stage, year
    UNION ALL
    SELECT stage, year, until, first, last, ARRAY[id] FROM ({once}) AS once (stage, year, until, first, last, id) {few}
) AS found ON TRUE
"""
# Behind a SELECT the server cannot see how many ids there are, and plans once for any number of them.
OF_FEW = "WHERE id = ANY(ARRAY(SELECT unnest(%s::bigint[])))"


class Said(NamedTuple):
    """What is kept of an assessment: its stage, the year that its budget ends in, and until when it is confidential, or was; of one that is or was
    also the `first` and the `last` day on which a version of it was signed, None before any was."""

    stage: str
    budget_year: int | None
    confidential_until: date | None
    first: date | None = None
    last: date | None = None

    def is_open(self, on):
        """Not confidential on the day `on`."""
        return self.confidential_until is None or self.confidential_until <= on


@dataclass(frozen=True)
class Facts:
    """The whole register: `all` is {id: Said}, `sums` {Said: of how many}. From the day `first` to the day `last` versions were signed of those that
    were never confidential; None before any was."""

    all: dict
    sums: Counter
    first: date | None
    last: date | None

    def mended(self, ids):
        """Return it with the assessments `ids` as they stand now: one query. Nothing that stands is changed: others may read it."""
        now, first, last = _read(_of_few().tuples(ids=list(ids)))
        whole, sums = dict(self.all), Counter(self.sums)
        sums.subtract(whole.pop(pk) for pk in ids if pk in self.all)
        sums.update(now.values())
        return Facts(whole | now, +sums, first, last)


@dataclass(frozen=True)
class Known:
    """What `facts` tell, on the day `on`, somebody who knows of the confidential ones with the ids `secret`; of all where that is None."""

    facts: Facts
    on: date
    secret: list | None

    @cached_property
    def _told(self):
        """{Said: of how many} of those that they know of."""
        sums = self.facts.sums
        if self.secret is None:
            return sums
        told = Counter({one: n for one, n in sums.items() if one.is_open(self.on)})
        own = (self.facts.all[pk] for pk in self.secret if pk in self.facts.all)
        told.update(one for one in own if not one.is_open(self.on))
        return told

    @cached_property
    def stages(self):
        """{stage: how many}."""
        found = Counter()
        for one, n in self._told.items():
            found[one.stage] += n
        return found

    @property
    def budgets(self):
        """The years that budget proposals end in, newest first."""
        years = {one.budget_year for one in self._told}
        return sorted(years - {None}, reverse=True)

    @property
    def signed_in(self):
        """The years that financial years end in from the first signature to the last of those that they know of, newest first."""
        days = {day for one in (self.facts, *self._told) for day in (one.first, one.last)}  # fmt: skip
        years = sorted(map(year_of, days - {None}))
        return list(range(years[-1], years[0] - 1, -1)) if years else []


def counted():
    """Return the Facts, asked of the database: one query."""
    found, first, last = _read(_of_all().tuples())
    return Facts(found, Counter(found.values()), first, last)


@dataclass
class Keeping:
    """How the Facts are come by: `ask` counts them each time until an app above says that it keeps them."""

    ask: Callable[[], Facts] = field(default=counted)


KEEPING = Keeping()


def known_of(user, on, secret):
    """Return the Known of the day `on` for `user`, who works on the confidential ones with the ids `secret`."""
    return Known(KEEPING.ask(), on, None if user.is_admin else secret)


def _read(rows):
    """Return ({id: Said}, the first day, the last); what several say is kept once."""
    found = {}
    for _first, _last, *said, ids in rows:
        found |= dict.fromkeys(ids or (), Said(*said))
    return found, *rows[0][:2]


@cache
def _of_all():
    return _statement("facts_of_the_register")


@cache
def _of_few():
    return _statement("facts_of_a_few", OF_FEW, Given("ids"))


def _statement(words, few="", *given):
    asked = {"first": _of_others(""), "last": _of_others("-"), "never": _never(), "once": _once()}  # fmt: skip
    parts = {name: _compiled(rows) for name, rows in asked.items()}
    sql = STATEMENT.format(few=few, **{name: sql for name, (sql, _given) in parts.items()})  # fmt: skip
    first, last, never, once = (params for _sql, params in parts.values())
    return Planned(words, sql, [*first, *last, *never, *given, *once, *given])


def _compiled(rows):
    return Prepared(lambda: rows).sql


def _never():
    """What is kept of each assessment that was never confidential, and its id."""
    rows = Assessment.objects.filter(confidential_until__isnull=True).order_by()
    return rows.values_list("current__stage", "budget_year", "pk")


def _once():
    """The same of each other, with its first and its last day."""
    rows = Assessment.objects.filter(confidential_until__isnull=False).order_by()
    rows = rows.annotate(first=_of_one(Least, ""), last=_of_one(Greatest, "-"))
    return rows.values_list("current__stage", "budget_year", "confidential_until", "first", "last", "pk")  # fmt: skip


def _of_one(which, sign):
    """The first or last day of an assessment."""
    return which(*map(Subquery, _signed(sign, "assessment", OuterRef("pk"))))


def _of_others(sign):
    """The first or last day of all those that never were."""
    moves, recorded = _signed(sign, "assessment__confidential_until", None)
    return moves.union(recorded, all=True).order_by(f"{sign}on")[:1]


def _signed(sign, name, value):
    """The first day, or with the `sign` "-" the last, on which a version was signed whose `name` is `value`: that of a move, and that which a
    register recorded, where a later one may have put another day. Between them lies each day that `completed_between` counts."""
    moves = StageMove.objects.filter(to_stage__in=[Stage.SCREENED_OUT, Stage.APPROVED])
    moves = moves.filter(**{f"assessment_version__{name}": value})
    recorded = AssessmentVersion.objects.filter(source="import", approved_on__isnull=False)  # fmt: skip
    found = (moves, "on"), (recorded.filter(**{name: value}), "approved_on")
    return [rows.order_by(f"{sign}{day}").values_list(day)[:1] for rows, day in found]
