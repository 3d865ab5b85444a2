"""One action as its pages read it. Each question is prepared: it is asked whenever such a page is opened."""

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.http import Http404
from django.shortcuts import get_object_or_404

from equality_tracker.organisation.models import Holding
from equality_tracker.prepared import Prepared

from . import panels
from .models import Action, ActionLead, Milestone


def read_action(user, on, pk):
    """Return the action `pk` as its page shows it, or raise Http404: one query.

    Adds `is_editable` (may `user` update it on the day `on`?) and the marks of its panels to what `for_action_page` loads.
    """
    action = get_object_or_404(_shown, pk=pk, user=user.pk, on=on)
    action.is_editable = action.plan.is_live and _answers(user, action)
    return action


def read_for_report(user, on, pk):
    """Return the action `pk`, in a plan of any state, where `user` answers for it on the day `on`; else raise Http404: one query.

    Adds `is_theirs`: whether they lead it or are of its directorate, as an admin may not be.
    """
    return _answered_for(_reported_on, user, on, pk)


def read_for_sending(user, on, pk):
    """Return the action that `read_for_report` would, without what only its page shows: one query."""
    return _answered_for(_sent, user, on, pk)


def leads_with_holders(action, on):
    """Return the leads of `action` as the plan orders them, each with the names of its `holders` on the day `on`: one query."""
    return _leads.rows(action=action.pk, on=on)


def milestones_of(action):
    """Return the milestones of an `action` that `read_action` returned, the first first: one query where it has any."""
    return _milestones.rows(action=action.pk) if action.has_milestones else []


def _answered_for(asked, user, on, pk):
    action = get_object_or_404(asked, pk=pk, user=user.pk, on=on)
    if not _answers(user, action):
        raise Http404
    return action


def _answers(user, action):
    """What `Action.objects.answered_for_by(user)` asks of the database."""
    return user.may_update and (user.is_admin or action.is_theirs)


@Prepared
def _shown(pk, user, on):
    actions = Action.objects.filter(pk=pk).order_by()
    whole = actions.for_action_page().annotate(**panels.OF_ACTION.marked())
    return whole.with_is_theirs(user, on)


@Prepared
def _reported_on(pk, user, on):
    actions = Action.objects.filter(pk=pk).order_by()
    return actions.for_report().with_is_theirs(user, on)


@Prepared
def _sent(pk, user, on):
    actions = Action.objects.filter(pk=pk).order_by()
    return actions.for_sending().with_is_theirs(user, on)


@Prepared
def _leads(action, on):
    names = Holding.objects.names(OuterRef("lead"), on)
    parts = ActionLead.objects.filter(action=action).select_related("lead")
    return parts.annotate(holders=ArraySubquery(names))


@Prepared
def _milestones(action):
    return Milestone.objects.filter(action=action)
