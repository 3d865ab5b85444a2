"""The action list as one would write it by hand in plain Django: what the product's own may cost is measured against this."""

from django.core.paginator import Paginator
from django.db.models import Q
from django.shortcuts import render
from django.utils import timezone

from equality_tracker.organisation.models import (
    Aim,
    Characteristic,
    Directorate,
    Lead,
)
from plans.models import Action, Plan, Priority, RagStatus
from plans.models.status import CLOSED

PER_PAGE = 25
HEADINGS = ["Ref", "Action", "Lead", "Directorate", "Due", "Status", "Updated"]


def bare(request):
    """A signed-in page with the whole frame and one heading."""
    return render(request, "bench/bare.html")


def actions(request):
    """Every action of the live plans with the filters, 25 a page."""
    on = timezone.localdate()
    found = _filtered(request.GET, on).select_related("plan", "priority", "directorate")
    found = found.prefetch_related("leads").defer(
        "search", "outcome", "measures", "steps"
    )
    page = Paginator(_ordered(found, request.GET), PER_PAGE).get_page(
        request.GET.get("page")
    )
    editable = Action.objects.editable_by(request.user, on).filter(
        pk__in=[action.pk for action in page]
    )
    context = {
        "page": page,
        "on": on,
        "headings": HEADINGS,
        "closed": CLOSED,
        "editable": set(editable.values_list("pk", flat=True)),
        "chosen": request.GET,
        "chosen_statuses": request.GET.getlist("rag_status"),
        **_choices(),
    }
    return render(request, "bench/actions.html", context)


def _filtered(asked, on):
    found = Action.objects.filter(plan__state="live")
    if asked.get("q"):
        found = found.matching(asked["q"])
    if asked.get("directorate"):
        directorate = asked["directorate"]
        contributed = Action.contributing.through.objects.filter(
            directorate=directorate
        )
        found = found.filter(
            Q(directorate=directorate)
            | Q(contributing_all=True)
            | Q(pk__in=contributed.values("action"))
        )
    if asked.getlist("rag_status"):
        found = found.filter(rag_status__in=asked.getlist("rag_status"))
    if asked.get("overdue"):
        found = found.filter(due__lt=on).exclude(rag_status__in=CLOSED)
    return found


def _ordered(found, asked):
    if asked.get("sort") == "due":
        return found.order_by("due", "-plan_id", "position", "pk")
    return found.order_by("-plan_id", "position", "pk")


def _choices():
    return {
        "plans": Plan.objects.order_by("state", "title"),
        "priorities": Priority.objects.filter(plan__state="live").order_by(
            "plan", "position"
        ),
        "directorates": Directorate.objects.all(),
        "leads": Lead.objects.all(),
        "characteristics": Characteristic.objects.all(),
        "aims": Aim.objects.all(),
        "statuses": RagStatus.choices,
        "flags": [
            ("open", "Open"),
            ("overdue", "Overdue"),
            ("not_updated_this_round", "Not updated this round"),
            ("waiting", "Waiting for an event"),
            ("moved", "Due later than first promised"),
            ("priority_monitoring", "Priority monitoring"),
            ("mine", "Led by me"),
        ],
        "days": [
            ("due_from", "Due from"),
            ("due_to", "Due up to"),
            ("not_updated_since", "Not updated since"),
        ],
    }
