"""The equality lead's pages for a plan as a whole: its words, its state, its contents in order."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from plans.editing import (
    create_once,
    get_open_plan,
    plan_editor,
    save_or_say,
    sent,
    shift,
)
from plans.forms.plan import NewPlanForm, PlanForm
from plans.models import Action, Plan

STATE_MOVES = {
    "draft": ("live", "Open this plan", "The plan is open: its actions take updates."),
    "live": ("closed", "Close this plan", "The plan is closed and kept as it stands."),
    "closed": ("live", "Reopen this plan", "The plan is open again."),
}


@plan_editor
def plan_create(request):
    form = NewPlanForm(sent(request))
    if form.is_bound and form.is_valid():
        url = create_once(request, form, form.save, to=_contents)
        if url:
            return redirect(url)
    return render(request, "plans/plan_edit.html", {"form": form, "plan": None})


@plan_editor
def plan_edit(request, reference):
    plan = get_open_plan(request, reference__iexact=reference)
    form = PlanForm(sent(request), instance=plan)
    if form.is_bound and form.is_valid() and save_or_say(form, form.save):
        messages.success(request, "The plan is saved.")
        return redirect("plans:plan_contents", plan.reference)
    context = {"form": form, "plan": Plan.objects.get(pk=plan.pk)}
    return render(request, "plans/plan_edit.html", context)


@plan_editor
def plan_state(request, reference):
    plans = Plan.objects.all()
    if request.method == "POST":
        plans = plans.select_for_update(no_key=True)
    plan = get_object_or_404(plans, reference__iexact=reference)
    state, question, done = STATE_MOVES[plan.state]
    if request.method == "POST":
        if request.POST.get("from") != plan.state:
            messages.warning(request, "Somebody else has changed its state meanwhile.")
        else:
            plan.move_to(state)
            messages.success(request, done)
        return redirect(plan)
    open_count = plan.actions.open().count()
    context = {"plan": plan, "question": question, "open_count": open_count}
    return render(request, "plans/plan_state.html", context)


@plan_editor
def plan_contents(request, reference):
    """The plan's headings and actions with what can be done to each; up and down are sent here."""
    if request.method == "POST":
        plan = get_open_plan(request, reference__iexact=reference)
        anchor = _moved(plan, request.POST.get("move", ""))
        return redirect(f"{request.path}#{anchor}")
    plan = get_object_or_404(Plan, reference__iexact=reference)
    actions = plan.actions.for_contents()
    below = {}
    for action in actions:
        below.setdefault(action.priority_id, []).append(action)
    sections = [
        (one, below.get(one.pk, []))
        for one in plan.priorities.order_by("position", "pk")
    ]
    context = {"plan": plan, "sections": sections, "move": STATE_MOVES[plan.state][1]}
    return render(request, "plans/plan_contents.html", context)


def _contents(plan):
    return reverse("plans:plan_contents", args=[plan.reference])


def _moved(plan, wish):
    """Carry out `wish`, such as "action.12.up"; return the anchor of what was moved."""
    kind, _dot, rest = wish.partition(".")
    number, _dot, way = rest.partition(".")
    if not number.isdecimal() or len(number) > 18 or way not in ("up", "down"):
        return "contents"
    rows = plan.priorities.order_by("position", "pk")
    if kind == "action":
        action = get_object_or_404(plan.actions, pk=number)
        rows = Action.objects.filter(priority=action.priority_id).order_by(
            "position", "pk"
        )
    shift(rows, int(number), -1 if way == "up" else 1)
    return f"{kind}-{number}"
