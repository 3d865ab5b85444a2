"""What pages ask of an action, each as one condition: a list filters by it and a dashboard counts by it, so the two cannot differ."""

import datetime

from django.apps import apps
from django.db.models import Exists, OuterRef, Q, Subquery
from django.db.models.lookups import IsNull

from .round import RoundPlan
from .status import CLOSED


def is_open():
    """Neither achieved nor withdrawn; no status given counts as open."""
    return ~Q(rag_status__in=CLOSED) | Q(rag_status__isnull=True)


def is_overdue(on):
    """Open, with a due date before the day `on`."""
    return is_open() & Q(due__lt=on)


def is_due_within(on, days):
    """Open and due from the day `on` up to and with the day `days` later."""
    return is_open() & Q(due__range=(on, on + datetime.timedelta(days=days)))


def is_not_updated_since(day):
    """Open, with no update that speaks of `day` or later."""
    return is_open() & (Q(reported_on__lt=day) | Q(reported_on__isnull=True))


def is_not_updated_this_round():
    """Open, in a plan whose running round still waits for an update of it.

    A round runs for all of its plans or none, and an update counts for a round of its own action's plan, so it is enough to ask whether the
    round of the newest update runs.
    """
    running = RoundPlan.objects.filter(running=True)
    updates = apps.get_model("plans", "ActionUpdate").objects
    counted = updates.filter(
        pk=OuterRef("latest_update"), round__in=running.values("round")
    )
    asked = Exists(running.filter(plan=OuterRef("plan")))
    return is_open() & Q(asked) & ~Q(Exists(counted))


def has_no_lead():
    """Open, with no lead named that the product knows.

    Asked for one lead of each, not whether there is any: the database would gather all leads that there ever were first.
    """
    leads = apps.get_model("plans", "ActionLead").objects.order_by()
    one = leads.filter(action=OuterRef("pk")).values("lead")[:1]
    return is_open() & Q(IsNull(Subquery(one), True))


def is_joint():
    """On more than one directorate's dashboard: others contribute, or all do."""
    contributions = apps.get_model("plans", "Contribution").objects
    others = contributions.filter(action=OuterRef("pk"))
    return Q(contributing_all=True) | Q(Exists(others))
