"""What the plan-editing pages have in common: a plan that can be changed, and saving that ends well or says why not."""

from functools import wraps

from django.contrib import messages
from django.db import IntegrityError, models, transaction
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from equality_tracker.audit.models import AlreadySent, FormKey
from equality_tracker.organisation.permissions import for_admins

from .models import Plan

# What a rule of the database means for the person who typed: the field, and the sentence.
CLASHES = {
    "plan_reference_is_unique": (
        "reference",
        "Another plan has this reference. Choose a different one.",
    ),
    "action_reference_is_unique_in_its_plan": (
        "reference",
        "Another action of this plan has this reference. Choose a different one, or leave it blank.",
    ),
    "action_is_due_after_it_starts": ("due", "The due date must come after the start."),
}


class PlanIsClosed(Exception):
    """A closed plan is kept as it stood; `plan` says which."""

    def __init__(self, plan):
        super().__init__("The plan is closed.")
        self.plan = plan


def plan_editor(view):
    """Make `view` a page of the equality lead's: in one transaction, and told where the plan is closed."""

    @for_admins
    @require_http_methods(["GET", "POST"])
    @wraps(view)
    def guarded(request, *args, **kwargs):
        try:
            with transaction.atomic():
                return view(request, *args, **kwargs)
        except PlanIsClosed as closed:
            messages.warning(
                request, "This plan is closed. Reopen it before you change it."
            )
            return redirect(closed.plan)

    return guarded


def get_open_plan(request, **which):
    """Return the plan, locked where something is sent; raise PlanIsClosed for a closed one, Http404 for none."""
    plans = Plan.objects.all()
    if request.method == "POST":
        plans = plans.select_for_update(no_key=True)
    plan = get_object_or_404(plans, **which)
    if plan.is_closed:
        raise PlanIsClosed(plan)
    return plan


def get_of_open_plan(request, rows, pk):
    """Return the row of `rows` (actions or priorities) with its plan, both locked where something is sent."""
    row = get_object_or_404(rows, pk=pk)
    plan = get_open_plan(request, pk=row.plan_id)
    if request.method == "POST":
        row = get_object_or_404(rows.select_for_update(of=("self",)), pk=pk)
    row.plan = plan
    return row


def sent(request):
    """Return what was sent, or None where the page is only looked at."""
    return request.POST if request.method == "POST" else None


def save_or_say(form, save):
    """Run `save` and return what it gives; where a rule of the database refuses, tell the form and return None."""
    try:
        with transaction.atomic():
            return save()
    except IntegrityError as refused:
        name = getattr(getattr(refused.__cause__, "diag", None), "constraint_name", "")
        if name not in CLASHES:
            raise
        form.add_error(*CLASHES[name])
        return None


def create_once(request, form, save, to):
    """Run `save` once for each form; return where to go, which `to` says of what was made, or "" where the form is refused."""

    def once():
        key = FormKey.spend(form.cleaned_data["form_key"], request.user)
        url = to(save())
        key.ends_at(url)
        return url

    try:
        return save_or_say(form, once) or ""
    except AlreadySent as before:
        return before.url or reverse("plans:plan_list")


def place_in_contents(row):
    """Return the address of a heading or an action in the contents of its plan."""
    page = reverse("plans:plan_contents", args=[row.plan.reference])
    return f"{page}#{row._meta.model_name}-{row.pk}"


def next_position(rows):
    """Return the place after the last of `rows`."""
    last = rows.aggregate(last=models.Max("position"))["last"]
    return 0 if last is None else last + 1


def shift(siblings, pk, step):
    """Move the row `pk` of `siblings`, given in their order, one place up (-1) or down (1); at an end nothing moves."""
    rows = list(siblings.select_for_update(of=("self",)))
    places = {row.pk: place for place, row in enumerate(rows)}
    old = places.get(pk)
    if old is None or not 0 <= old + step < len(rows):
        return
    rows[old], rows[old + step] = rows[old + step], rows[old]
    lowest = min(row.position for row in rows)
    for place, row in enumerate(rows, start=lowest):
        if row.position != place:
            row.position = place
            row.save(update_fields=["position"])
