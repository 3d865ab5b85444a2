"""How the actions stand: by status, by priority, by plan, by directorate; each part a figure, and the parts add up."""

from collections import Counter, defaultdict
from dataclasses import dataclass

from equality_tracker.templatetags.govuk import day
from plans.models import Plan, RagStatus
from plans.models.status import NO_STATUS

from .figures import Figure, percentages

STATUSES = [*RagStatus.values, None]
WORDS = {**dict(RagStatus.choices), None: NO_STATUS}


@dataclass(frozen=True)
class Part:
    """One status: how many actions have it, and what share of all that is, in whole per cent."""

    status: str | None
    figure: Figure
    percent: int

    @property
    def count(self):
        return self.figure.count


@dataclass(frozen=True)
class Line:
    """One line of a table by status: a priority, a plan or a directorate."""

    name: str
    url: str
    parts: list
    total: Figure


def line_then(scope, rows):
    """Return the Line of `rows` as they stood when the day of `scope` began, those new since left out."""
    old = [row for row in rows if not row.is_new]
    counts = Counter(row.status_then for row in old)
    shares = percentages([counts[status] for status in STATUSES])
    parts = [
        Part(status, _figure_then(scope, status, counts[status]), share)
        for status, share in zip(STATUSES, shares, strict=True)
    ]
    everything = Figure("in all", len(old), scope.page_url("rows", "then-all"))
    return Line(f"{scope.who} on {day(scope.since)}", "", parts, everything)


def _figure_then(scope, status, count):
    address = scope.page_url("rows", f"then-{(status or 'none').replace('_', '-')}")
    return Figure(f"{WORDS[status]} on {day(scope.since)}", count, address)


@dataclass(frozen=True)
class Table:
    """The Lines of one plan's priorities; `bar_name` begins the names of its bars."""

    plan: Plan
    lines: list

    @property
    def bar_name(self):
        return f"bar-plan-{self.plan.pk}-"


def line_of(scope, name, rows, *, url="", **asked):
    """Return the Line of `rows`, which the action list shows when it is asked for `asked`."""
    counts = Counter(row.rag_status for row in rows)
    return _line(scope, name, counts, url, asked)


def _line(scope, name, counts, url, asked):
    total = scope.figure("in all", counts.total(), **asked)
    narrowed = f"{total.url}{'' if total.url.endswith('?') else '&'}rag_status="
    shares = percentages([counts[status] for status in STATUSES])
    parts = [
        Part(
            status,
            Figure(WORDS[status], counts[status], f"{narrowed}{status or 'none'}"),
            share,
        )
        for status, share in zip(STATUSES, shares, strict=True)
    ]
    return Line(name, url, parts, total)


def lines_by_plan(scope, rows, plans):
    """Return a Line for each of `plans` that has actions among `rows`, in the plans' order."""
    own = grouped(rows, "plan")
    return [
        line_of(
            scope,
            plan.title,
            own[plan.pk],
            url=plan.get_absolute_url(),
            plan=plan.reference,
        )
        for plan in plans
        if plan.pk in own
    ]


def lines_by_priority(scope, rows):
    """Return {plan id: Lines}, one for each priority that has actions among `rows`, in the order of the rows."""
    found = defaultdict(list)
    for priority, own in grouped(rows, "priority").items():
        name = f"{own[0].priority_number} {own[0].priority_title}".strip()
        found[own[0].plan].append(line_of(scope, name, own, priority=priority))
    return found


def grouped(rows, name):
    """Return {value: rows} of the attribute `name`."""
    groups = defaultdict(list)
    for row in rows:
        groups[getattr(row, name)].append(row)
    return groups


def plans_shown():
    """Return every plan that a dashboard can be narrowed to, the live ones first."""
    plans = Plan.objects.only("reference", "title", "state", "priority_word")
    return sorted(plans.order_by("-start", "title"), key=lambda plan: not plan.is_live)
