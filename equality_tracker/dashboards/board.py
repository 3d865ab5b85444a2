"""A dashboard: its scope from the address, its rows read once, and the answers in the order a manager asks."""

from functools import cached_property

from django.urls import reverse
from django.utils import timezone

from equality_tracker.templatetags.govuk import day

from . import changes, due, matrix, needs, rows, standing
from .figures import Figure
from .forms import ScopeForm
from .scope import Scope, rounds_of, running_rounds, usual_start


class Board:
    """What one dashboard shows. Each part is counted from the same `rows` when the page asks for it."""

    def __init__(self, scope, form, plans):
        self.scope = scope
        self.form = form
        self.plans = plans
        self.as_at = timezone.localtime()

    @property
    def as_at_words(self):
        return f"{day(self.as_at)}, {self.as_at:%H:%M}"

    @property
    def filter_words(self):
        """Which plans it speaks of, as a sentence for what is taken away from the page."""
        if self.scope.plan:
            return f"Plan: {self.scope.plan.title} ({self.scope.plan.reference})."
        return "All live plans."

    @property
    def chosen_plan(self):
        return self.scope.plan.reference if self.scope.plan else ""

    @property
    def links(self):
        """The addresses of the pages of the same scope."""
        scope = self.scope
        own = scope.directorate
        page = own.get_absolute_url() if own else reverse("dashboards:council")
        named = {name: scope.page_url(name) for name in ("chase", "chase_csv", "word")}
        return {**named, "page": f"{page}?{scope.address}"}

    @cached_property
    def rows(self):
        return rows.load(self.scope)

    @cached_property
    def needs(self):
        return needs.needs_of(self.scope, self.rows)

    @cached_property
    def standing(self):
        return standing.line_of(self.scope, self.scope.who, self.rows)

    @cached_property
    def standing_then(self):
        return standing.line_then(self.scope, self.rows)

    @property
    def now_and_then(self):
        """(the part as it is, as it was) for each status."""
        return zip(self.standing.parts, self.standing_then.parts, strict=True)

    @cached_property
    def by_priority(self):
        """A Table of the priorities of each plan that has actions here."""
        lines = standing.lines_by_priority(self.scope, self.rows)
        return [
            standing.Table(plan, lines[plan.pk])
            for plan in self.plans
            if plan.pk in lines
        ]

    @cached_property
    def by_plan(self):
        return standing.lines_by_plan(self.scope, self.rows, self.plans)

    @cached_property
    def matrix(self):
        return matrix.matrix_of(self.scope, self.rows)

    @cached_property
    def changes(self):
        return changes.changes_of(self.scope, self.rows)

    @cached_property
    def due(self):
        return due.due_of(self.scope, self.rows)

    @cached_property
    def joint(self):
        """The actions that stand on more than one directorate's dashboard."""
        return [row for row in self.rows if row.joint]

    @property
    def joint_figure(self):
        return Figure("joint", len(self.joint), self.scope.page_url("rows", "joint"))


def board_of(data, *, on, directorate=None):
    """Return the Board that the address's parameters `data` ask for on the day `on`; what is wrong with them is in its form."""
    plans = standing.plans_shown()
    form = ScopeForm(data, plans=plans, on=on)
    form.is_valid()
    chosen = form.cleaned_data.get("plan")
    plan = next((one for one in plans if one.reference == chosen), None)
    rounds = rounds_of(plan)
    since = form.cleaned_data.get("since") or usual_start(rounds, on)
    form.show(since)
    scope = Scope(
        on=on,
        since=since,
        directorate=directorate,
        plan=plan,
        plan_ids=tuple(
            one.pk for one in plans if (one == plan if plan else one.is_live)
        ),
        rounds=running_rounds(rounds, on),
        base=reverse("plans:action_list"),
    )
    return Board(scope, form, plans)
