"""What plans keep under a lead's post: the open actions of live plans that name it."""

from django.db.models import Count
from django.urls import reverse
from django.utils.http import urlencode

from equality_tracker.organisation.posts import Work

from .models import Action, ActionLead, Plan


def count(lead_ids):
    """Return {lead id: number of open actions of live plans} for those that have any."""
    return dict(
        ActionLead.objects.filter(
            lead__in=lead_ids, action__in=Action.objects.live().open()
        )
        .values_list("lead")
        .annotate(Count("action"))
    )


def address(lead):
    return (
        f"{reverse('plans:action_list')}?{urlencode({'lead': lead.pk, 'open': 'true'})}"
    )


def movable(lead):
    """How many open actions the lead's directorate answers for under `lead`, in plans that are not closed."""
    return _answered(lead, lead.directorate_id).count()


def move(lead, before, after):
    """Let `after` answer for what `before` answered for under `lead`; return how many actions those were."""
    return _answered(lead, before and before.pk).update(directorate=after)


def _answered(lead, directorate_id):
    named = ActionLead.objects.filter(lead=lead).values("action")
    standing = Action.objects.open().exclude(plan__state=Plan.State.CLOSED)
    return standing.filter(pk__in=named, directorate=directorate_id)


OPEN_ACTIONS = Work(
    singular="open action",
    plural="open actions",
    count=count,
    address=address,
    movable=movable,
    move=move,
)
