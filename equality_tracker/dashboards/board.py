"""A dashboard: its scope from the address, counted once, and the answers in the order a manager asks."""

from functools import cached_property

from django.utils import timezone

from equality_tracker.addresses import address
from equality_tracker.templatetags.govuk import day

from . import changes, due, matrix, needs, rows, standing
from .figures import Figure
from .forms import ScopeForm
from .indicator_board import IndicatorBoard
from .kept import NO_MOMENT
from .lead_changes import lead_changes
from .scope import Scope, running_rounds, usual_start
from .tally import MOST_PRIORITIES, tally_of


class Board:
    """What one dashboard shows. Each number comes from the same `tally` when the page asks for it."""

    def __init__(self, scope, form, plans, moment=NO_MOMENT):
        self.scope = scope
        self.moment = moment
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
        named = {name: scope.page_url(name) for name in ("chase", "chase_csv", "word")}
        return {**named, "page": f"{scope.page}?{scope.address}"}

    @cached_property
    def rows(self):
        """All the actions, for a list of them; a page of numbers reads the `tally` instead."""
        return rows.load(self.scope)

    @cached_property
    def leads(self):
        """The changes of lead, by the action's id."""
        return lead_changes(self.scope, self.scope.plan_ids)

    @cached_property
    def tally(self):
        return tally_of(self.scope, self.moment)

    @cached_property
    def named(self):
        """{id: Row} of the few actions that the page names. One query for those that are not kept."""
        of_plans = self.tally.plan_of
        unnamed = {
            pk: part.few[pk] for pk, part in of_plans.items() if pk not in part.words
        }
        for pk, row in rows.name_few(unnamed).items():
            of_plans[pk].words[pk] = row
        return {pk: part.words[pk] for pk, part in of_plans.items()}

    @property
    def worst(self):
        return [self.named[pk] for pk in self.tally.worst]

    @cached_property
    def needs(self):
        return needs.needs_of(self.scope, self.tally.reasons)

    @cached_property
    def standing(self):
        return standing.line_of(self.scope, self.scope.who, self.tally.standing)

    @cached_property
    def standing_then(self):
        return standing.line_then(self.scope, self.tally.then)

    @property
    def now_and_then(self):
        """(the part as it is, as it was) for each status."""
        return zip(self.standing.parts, self.standing_then.parts, strict=True)

    @property
    def leaves_out_priorities(self):
        """Whether there are too many priorities to show while no plan is chosen."""
        return not self.scope.plan and len(self.tally.by_priority) > MOST_PRIORITIES

    @cached_property
    def by_priority(self):
        """A Table of the priorities of each plan that has actions here."""
        if self.leaves_out_priorities:
            return []
        lines = standing.lines_by_priority(self.scope, self.tally.by_priority)
        return [
            standing.Table(plan, lines[plan.pk])
            for plan in self.plans
            if plan.pk in lines
        ]

    @property
    def plans_by_priority(self):
        """(plan, the address of this page for it alone) of each plan that has actions here."""
        for plan in self.plans:
            if plan.pk in self.tally.by_plan:
                yield plan, self.scope.page_of_plan(plan)

    @cached_property
    def by_plan(self):
        return standing.lines_by_plan(self.scope, self.tally.by_plan, self.plans)

    @cached_property
    def matrix(self):
        return matrix.matrix_of(self.scope, self.tally.by_directorate, self.bodies)

    @cached_property
    def bodies(self):
        """The directorates with those that followed them."""
        return self.moment.seldom("bodies", matrix.bodies_of)

    @cached_property
    def indicators(self):
        return IndicatorBoard(self)

    @cached_property
    def changes(self):
        return changes.changes_of(self.scope, self.tally.changed, self.tally.first)

    @property
    def first_changes(self):
        """The first few changes in words."""
        own = dict.fromkeys(pk for _kind, pk in self.changes.first)
        leads = {
            pk: led
            for part in self.tally.plan_of.values()
            for pk, led in part.leads.items()
        }
        found = changes.all_changes([self.named[pk] for pk in own], leads)
        return [one for one in found if (one.kind, one.row.pk) in self.changes.first]

    @cached_property
    def due(self):
        return due.due_of(self.scope, self.tally.due)

    @property
    def joint_figure(self):
        """The actions that stand on more than one directorate's dashboard."""
        return Figure("joint", self.tally.joint, self.scope.rows_url("joint"))


def board_of(data, *, on, directorate=None, moment=NO_MOMENT):
    """Return the Board that the address's parameters `data` ask for on the day `on`; what is wrong with them is in its form. `moment` is
    the snapshot in which it is counted."""
    plans = moment.seldom(("plans", on), lambda: standing.plans_shown(on))
    form = ScopeForm(data, plans=plans, on=on)
    form.is_valid()
    chosen = form.cleaned_data.get("plan")
    plan = next((one for one in plans if one.reference == chosen), None)
    own = [plan] if plan else [one for one in plans if one.is_live]
    usual = usual_start(own, on)
    since = form.cleaned_data.get("since") or usual
    form.show(since)
    scope = Scope(
        on=on,
        since=since,
        directorate=directorate,
        directorates=_passed_into(directorate, moment),
        plan=plan,
        plan_ids=tuple(one.pk for one in own),
        rounds=running_rounds(own, on),
        base=address("plans:action_list"),
        is_usual=since == usual,
    )
    return Board(scope, form, plans, moment)


def _passed_into(directorate, moment):
    """The ids of `directorate` and of those that passed into it; of the whole council none."""
    if directorate is None:
        return ()
    name = ("passed into", directorate.pk)
    return moment.seldom(name, lambda: tuple(directorate.with_predecessors()))
