"""The actions of a dashboard, read once: every number of the page is counted from these rows, so none can contradict another."""

import datetime
from functools import cache
from typing import NamedTuple

from django.apps import apps
from django.db.models import (
    BooleanField,
    Case,
    DateField,
    Exists,
    ExpressionWrapper,
    F,
    OuterRef,
    Q,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce

from equality_tracker.prepared import Prepared
from plans.models import Action, ActionUpdate, conditions

from .questions import conditions_of, questions_of

# Stands for "had no date" where None means that nobody can say any more.
NO_DATE = datetime.date.min


class Row(NamedTuple):
    """One action as a dashboard sees it: as it stands, and as this site showed it when the day compared with began."""

    pk: int
    reference: str
    title: str
    plan: int
    priority: int
    priority_number: str
    priority_title: str
    directorate: int | None
    rag_status: str | None
    due: datetime.date | None
    reported_on: datetime.date | None
    is_new: bool
    status_then: str | None
    due_then: datetime.date | None
    is_open: bool
    joint: bool
    reason: str | None
    progress: str | None
    new_due: datetime.date | None
    reasons: tuple

    @property
    def said(self):
        """What the newest update gives as its reason, else as its progress."""
        return self.reason or self.progress or ""

    def days_overdue(self, on):
        late = self.is_open and self.due is not None and self.due < on
        return (on - self.due).days if late else 0


COLUMNS = (
    "pk",
    "reference",
    "title",
    "plan_id",
    "priority_id",
    "priority__number",
    "priority__title",
    "directorate_id",
    "rag_status",
    "due",
    "reported_on",
    "is_new",
    "status_then",
    "due_then",
    "of_open",
    "of_joint",
    "latest_update__reason",
    "latest_update__progress",
    "latest_update__new_due",
)


def load(scope, among=None):
    """Return the Rows of `scope`, or of those `among` them (ids), in the plans' order, with the questions that each answers yes to: one
    query."""
    names = [one.name for one in questions_of(scope)]
    values = _asked_of(scope.kind, among is not None)
    own = len(COLUMNS)
    return [
        Row(
            *each[:own],
            tuple(n for n, yes in zip(names, each[own:], strict=True) if yes),
        )
        for each in values.rows(**scope.given, among=among and list(among))
    ]


@cache
def _asked_of(kind, is_among):
    """Return the prepared question for the rows of a Kind of dashboard, or of some of them."""

    def asked(on, since, started, plans, directorates, among):
        actions = asked_actions(kind, on, since, started, plans, directorates)
        if is_among:
            actions = actions.filter(pk__among=among)
        names = map(asks, conditions_of(kind, on, since))
        in_order = actions.order_by(
            "plan_id", "priority__position", "priority_id", "position", "pk"
        )
        return in_order.values_list(*COLUMNS, *names)

    return Prepared(asked)


def asked_actions(kind, on, since, started, plans, directorates):
    """Return the actions of a Kind of dashboard, each once, with what it asks of each beside it: lists and counts are both made of
    these. Each of the others may be a Given; `directorates` are those that a directorate's page speaks of.
    """
    actions = Action.objects.order_by().filter(plan__among=plans)
    if kind.of_directorate:
        actions = actions.of_directorates(directorates)
    asked = conditions_of(kind, on, since).items()
    answers = {asks(name): _truth(condition) for name, condition in asked}
    return actions.annotate(**_then(started), **_now(), **answers)


def asks(name):
    """The column that tells whether an action answers yes to the question `name`."""
    return f"asks_{name}"


def _truth(condition):
    return ExpressionWrapper(condition, output_field=BooleanField())


def _now():
    return {
        "of_open": _truth(conditions.is_open()),
        "of_joint": _truth(conditions.is_joint()),
    }


def _then(started):
    """The action as this site showed it at the moment `started`.

    An update counted then if it had been made and not yet retracted; what came round again since is not a date moved. Whatever changes what
    is shown of an action leaves an event in its history, so only those with one since are looked up.
    """
    events = apps.get_model("plans", "ActionEvent").objects
    touched = Exists(events.filter(pgh_obj=OuterRef("pk"), pgh_created_at__gte=started))
    moved = _due_moved_from(started)
    seen = Case(
        When(recurrence="", then=Coalesce(_due_in_history(started), moved)),
        default=moved,
    )
    return {
        "is_new": _truth(Q(created_at__gte=started)),
        "status_then": Case(
            When(touched, then=_status_in_history(started)), default=F("rag_status")
        ),
        "due_then": Case(When(touched, then=seen)),
    }


def _status_in_history(started):
    known = ActionUpdate.objects.filter(action=OuterRef("pk"), made_at__lt=started)
    taken_back = ActionUpdate.objects.filter(
        action=OuterRef("pk"), retracted_at__gte=started
    )
    stood = known.filter(Q(retracted_at__isnull=True) | Q(retracted_at__gte=started))
    # Nearly always the first: an index holds the standing updates alone, in their order.
    return Case(
        When(~Exists(taken_back), then=_newest_status(known.standing())),
        default=_newest_status(stood),
    )


def _newest_status(updates):
    return Subquery(updates.newest_first().values("rag_status")[:1])


def _due_in_history(started):
    events = apps.get_model("plans", "ActionEvent").objects
    seen = events.filter(pgh_obj=OuterRef("pk"), pgh_created_at__lt=started)
    return _date(seen.order_by("-pgh_created_at", "-pgh_id"), "due")


def _due_moved_from(started):
    """The date that the first update made since `started` moved it from: for plans brought in after that moment with their past."""
    moves = ActionUpdate.objects.filter(
        action=OuterRef("pk"), made_at__gte=started, new_due__isnull=False
    )
    return _date(moves.order_by("made_at", "pk"), "due_before")


def _date(rows, name):
    known = Coalesce(F(name), Value(NO_DATE), output_field=DateField())
    return Subquery(rows.values(day=known)[:1])
