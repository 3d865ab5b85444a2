"""One indicator as its page reads it. Each question is prepared: it is asked whenever such a page is opened.

Its figures, groups and links come as plain values: to make a model of each takes longer than all else that the page does.
"""

from typing import NamedTuple

from django.db.models import F
from django.shortcuts import get_object_or_404

from equality_tracker.addresses import address
from equality_tracker.organisation.models import Role
from equality_tracker.prepared import Prepared
from indicators.models import (
    Baseline,
    Breakdown,
    Comment,
    Indicator,
    Result,
    Target,
)
from plans.models import Action, Priority

from .drawn import Drawn

FIGURE = (
    "pk", "text", "value", "value_max", "operator", "unit", "reason", "second", "remark", "source", "period_kind",
    "period", "end",
)  # fmt: skip
OF_RESULT = (*FIGURE, "start", "version", "numerator", "denominator", "provisional")
OF_BASELINE = (*FIGURE, "plan_id", "plan_reference", "plan_state")
OF_TARGET = (*OF_BASELINE, "change", "change_in")
OF_GROUP = ("pk", "result_id", "group", "text", "value", "count", "base")
# Roles whose directorates and posts say what they may do here.
BY_PLACE = (Role.OFFICER, Role.MANAGER)


class InAction(NamedTuple):
    """An action that is meant to move an indicator."""

    pk: int
    reference: str
    title: str
    plan: str
    rag_status: str
    priority_monitoring: bool

    @property
    def url(self):
        return address("plans:action_detail", self.pk)


class InPriority(NamedTuple):
    """A priority of a plan under which an indicator stands."""

    pk: int
    number: str
    title: str
    plan: str
    plan_reference: str

    @property
    def url(self):
        """Its place on its plan's page."""
        return f"{address('plans:plan_detail', self.plan_reference)}#priority-{self.pk}"


class By(NamedTuple):
    """The characteristic by which a result is broken down."""

    pk: int
    name: str
    position: int

    def __str__(self):
        return self.name


class Group:
    """One group of a result: it answers what a Breakdown does."""

    def __init__(self, *values):
        *own, self.characteristic_id, name, position = values
        self.__dict__.update(zip(OF_GROUP, own, strict=True))
        self.characteristic = By(self.characteristic_id, name, position)


def read_indicator(user, on, pk):
    """Return the indicator `pk` with all that its page shows but its breakdowns, or raise Http404: six queries, and one for each of parts
    and comments where it has any.

    Says whether `user` may enter its figures on the day `on`, as `may_edit`, and keeps it, as `may_keep`; what it belongs to is
    `in_actions` and `in_priorities`, the keys of its parts `part_ids`.
    """
    found = _found(user, on, pk)
    for name, (question, fields) in _FIGURES.items():
        rows = question.tuples(indicator=pk)
        _keep(found, name, [Drawn(found, dict(zip(fields, row, strict=True))) for row in rows])  # fmt: skip
    _keep(found, "comments", _comments.rows(indicator=pk) if found.has_comments else [])
    parts = _parts.tuples(indicator=pk) if found.has_parts else []
    found.part_ids = [part for (part,) in parts]
    found.in_actions = [InAction(*row) for row in _actions.tuples(indicator=pk)]
    found.in_priorities = [InPriority(*row) for row in _priorities.tuples(indicator=pk)]
    return found


def breakdowns_of(indicator):
    """Return every group of every result of an `indicator` that `read_indicator` returned: one query where it has any."""
    if not indicator.has_breakdowns:
        return []
    return [Group(*row) for row in _groups.tuples(indicator=indicator.pk)]


def _found(user, on, pk):
    """Return the indicator, and say what `user` may do with it: an admin all, whoever only reads nothing."""
    by_place = user.is_active and user.role in BY_PLACE
    given = {"user": user.pk, "on": on} if by_place else {}
    found = get_object_or_404(_shown_by_place if by_place else _shown, pk=pk, **given)
    theirs = by_place and found.is_of_theirs
    found.may_edit = user.may_update and (
        user.role == Role.ADMIN or theirs or (by_place and found.is_led_by_them)
    )
    found.may_keep = user.is_admin or (theirs and user.role == Role.MANAGER)
    return found


def _keep(indicator, name, rows):
    """Let `indicator.name.all()` be `rows`, as a prefetch does."""
    kept = indicator.__dict__.setdefault("_prefetched_objects_cache", {})
    kept[name] = rows


@Prepared
def _shown(pk):
    return Indicator.objects.filter(pk=pk).order_by().for_indicator_page()


@Prepared
def _shown_by_place(pk, user, on):
    found = Indicator.objects.filter(pk=pk).order_by().for_indicator_page()
    return found.with_whose_it_is(user, on)


@Prepared
def _results(indicator):
    return Result.objects.filter(indicator=indicator).values_list(*OF_RESULT)


@Prepared
def _targets(indicator):
    return _promised(Target, indicator).values_list(*OF_TARGET)


@Prepared
def _baselines(indicator):
    return _promised(Baseline, indicator).values_list(*OF_BASELINE)


def _promised(model, indicator):
    """Figures of one indicator, with what is said of the plan that each is of."""
    of_plan = {"plan_reference": F("plan__reference"), "plan_state": F("plan__state")}
    return model.objects.filter(indicator=indicator).annotate(**of_plan)


@Prepared
def _parts(indicator):
    return Indicator.objects.filter(parent=indicator).order_by().values_list("pk")


@Prepared
def _comments(indicator):
    return Comment.objects.filter(indicator=indicator).select_related("made_by")


@Prepared
def _actions(indicator):
    found = Action.objects.filter(indicators=indicator)
    return found.values_list("pk", "reference", "title", "plan__title", "rag_status", "priority_monitoring")  # fmt: skip


@Prepared
def _priorities(indicator):
    found = Priority.objects.filter(indicators=indicator)
    return found.values_list("pk", "number", "title", "plan__title", "plan__reference")


@Prepared
def _groups(indicator):
    found = Breakdown.objects.filter(result__indicator=indicator).in_order()
    by = ("characteristic_id", "characteristic__name", "characteristic__position")
    return found.values_list(*OF_GROUP, *by)


_FIGURES = {
    "results": (_results, OF_RESULT),
    "targets": (_targets, OF_TARGET),
    "baselines": (_baselines, OF_BASELINE),
}
