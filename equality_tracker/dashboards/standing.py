"""How the actions stand: by status, by priority, by plan, by directorate; each part a figure, and the parts add up."""

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from django.db.models import F, FilteredRelation, OuterRef, Q, Subquery

from equality_tracker.addresses import address
from equality_tracker.prepared import Prepared
from equality_tracker.templatetags.govuk import day
from plans.models import Plan, RagStatus, RoundPlan
from plans.models.status import NO_STATUS

from .figures import Figure, percentages

STATUSES = [*RagStatus.values, None]
WORDS = {**dict(RagStatus.choices), None: NO_STATUS}


class Part(NamedTuple):
    """One status: how many actions have it, and what share of all that is, in whole per cent."""

    status: str | None
    figure: Figure
    percent: int

    @property
    def count(self):
        return self.figure.count


class Line(NamedTuple):
    """One line of a table by status: a priority, a plan or a directorate."""

    name: str
    url: str
    parts: tuple
    total: Figure


def line_then(scope, counts):
    """Return the Line of the statuses as they stood when the day of `scope` began, what is new since left out."""
    shares = percentages([counts[status] for status in STATUSES])
    parts = tuple(
        Part(status, _figure_then(scope, status, counts[status]), share)
        for status, share in zip(STATUSES, shares, strict=True)
    )
    everything = Figure("in all", counts.total(), scope.rows_url("then-all"))
    return Line(f"{scope.who} on {day(scope.since)}", "", parts, everything)


def _figure_then(scope, status, count):
    address = scope.rows_url(f"then-{(status or 'none').replace('_', '-')}")
    return Figure(f"{WORDS[status]} on {day(scope.since)}", count, address)


@dataclass(frozen=True)
class Table:
    """The Lines of one plan's priorities; `bar_name` begins the names of its bars."""

    plan: Plan
    lines: list

    @property
    def bar_name(self):
        return f"bar-plan-{self.plan.pk}-"


def line_of(scope, name, counts, *, url="", **asked):
    """Return the Line of `counts`, a Counter of statuses, whose rows the action list shows when it is asked for `asked`."""
    numbers = tuple(counts[status] for status in STATUSES)
    return _line(name, url, scope.list_url(**asked), numbers)


# All that a line says is among the arguments.
@lru_cache(maxsize=1024)
def _line(name, url, every, numbers):
    narrowed = f"{every}{'' if every.endswith('?') else '&'}rag_status="
    known = zip(STATUSES, numbers, percentages(numbers), strict=True)
    parts = tuple(
        Part(status, Figure(WORDS[status], n, f"{narrowed}{status or 'none'}"), share)
        for status, n, share in known
    )
    return Line(name, url, parts, Figure("in all", sum(numbers), every))


def lines_by_plan(scope, counts, plans):
    """Return a Line for each of `plans` that has actions: `counts` are those of each plan's id."""
    return [
        line_of(
            scope,
            plan.title,
            counts[plan.pk],
            url=address("plans:plan_detail", plan.reference),
            plan=plan.reference,
        )
        for plan in plans
        if plan.pk in counts
    ]


def lines_by_priority(scope, counts):
    """Return {plan id: Lines}, one for each priority that has actions; `counts` are keyed by plan, id, number and title."""
    found = defaultdict(list)
    for (plan, pk, number, title), own in counts.items():
        name = f"{number} {title}".strip()
        found[plan].append(line_of(scope, name, own, priority=pk))
    return found


def plans_shown(on):
    """Return every plan that a dashboard can be narrowed to, the live ones first: each with its running round (`round_id`, `round_title`,
    `round_opens`, `round_closes`) and the day up to `on` at which its newest round `opened`."""
    return sorted(_plans.rows(on=on), key=lambda plan: not plan.is_live)


@Prepared
def _plans(on):
    """A plan has at most one running round."""
    rounds = RoundPlan.objects.filter(plan=OuterRef("pk"), round__opens__lte=on)
    newest = rounds.order_by("-round__opens").values("round__opens")[:1]
    running = FilteredRelation("round_plans", condition=Q(round_plans__running=True))
    plans = Plan.objects.order_by("-start", "title").annotate(
        opened=Subquery(newest),
        runs=running,
        round_id=F("runs__round"),
        round_title=F("runs__round__title"),
        round_opens=F("runs__round__opens"),
        round_closes=F("runs__round__closes"),
    )
    return plans.only("reference", "title", "state", "priority_word")
