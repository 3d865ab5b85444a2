"""The actions of a dashboard, read once: every number of the page is counted from these rows, so none can contradict another."""

import datetime
from typing import NamedTuple

from django.apps import apps
from django.db.models import (
    BooleanField,
    Case,
    DateField,
    ExpressionWrapper,
    F,
    OuterRef,
    Q,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce

from plans.models import ActionUpdate, conditions

from .questions import questions_of

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
    actions = asked_of(scope).order_by(
        "plan_id", "priority__position", "priority_id", "position", "pk"
    )
    if among is not None:
        actions = actions.filter(pk__in=among)
    values = actions.values_list(*COLUMNS, *map(asks, names))
    own = len(COLUMNS)
    return [
        Row(
            *each[:own],
            tuple(n for n, yes in zip(names, each[own:], strict=True) if yes),
        )
        for each in values
    ]


def asked_of(scope):
    """Return the actions of `scope` with what a dashboard asks of each beside it: lists and counts are both made of these."""
    asked = {asks(one.name): _truth(one.condition) for one in questions_of(scope)}
    return scope.actions.annotate(**_then(scope.started), **_now(), **asked)


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

    An update counted then if it had been made and not yet retracted; what came round again since is not a date moved.
    """
    known = ActionUpdate.objects.filter(action=OuterRef("pk"), made_at__lt=started)
    stood = known.filter(Q(retracted_at__isnull=True) | Q(retracted_at__gte=started))
    return {
        "is_new": _truth(Q(created_at__gte=started)),
        "status_then": Subquery(stood.newest_first().values("rag_status")[:1]),
        "due_then": Case(
            When(
                recurrence="",
                then=Coalesce(_due_in_history(started), _due_moved_from(started)),
            ),
            default=_due_moved_from(started),
        ),
    }


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
