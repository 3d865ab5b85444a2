"""The equality lead's pages for an action: its words, its place, its dates."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render

from plans import dates_in_words
from plans.editing import (
    create_once,
    get_of_open_plan,
    get_open_plan,
    next_position,
    place_in_contents,
    plan_editor,
    save_or_say,
    sent,
)
from plans.forms.action import ActionForm, MilestoneFormSet, NewActionForm
from plans.models import Action
from plans.models.action_verbs import READING

COPIED = (
    "title",
    "outcome",
    "measures",
    "steps",
    "lead_as_written",
    "directorate",
    "contributing_all",
    "timescale",
    *READING,
)


@plan_editor
def action_create(request, reference):
    plan = get_open_plan(request, reference__iexact=reference)
    if not plan.priorities.exists():
        messages.info(request, "Add a heading first: each action stands under one.")
        return redirect("plans:priority_create", plan.reference)
    form = NewActionForm(
        sent(request), plan=plan, initial=_to_begin_with(request, plan)
    )
    if form.is_bound and "read" not in request.POST and form.is_valid():
        form.instance.position = next_position(plan.actions.all())
        url = create_once(request, form, form.save, to=place_in_contents)
        if url:
            return redirect(url)
    return _page(request, form, plan, None, None)


@plan_editor
def action_edit(request, pk):
    action = get_of_open_plan(request, Action.objects.defer("search"), pk)
    form = ActionForm(sent(request), instance=action, plan=action.plan)
    steps = MilestoneFormSet(sent(request), instance=action, prefix="step")
    # Both are checked, so that all the errors show at once.
    valid = form.is_bound and "read" not in request.POST
    valid = valid and steps.is_valid() & form.is_valid()
    if valid and save_or_say(form, form.save):
        steps.save()
        messages.success(request, _saved(action))
        return redirect(action)
    return _page(request, form, action.plan, action, steps)


@plan_editor
def action_remove(request, pk):
    """Remove an action of which nothing was ever said."""
    action = get_of_open_plan(request, Action.objects.defer("search"), pk)
    is_empty = not (action.updates.exists() or action.evidence.exists())
    if request.method == "POST" and is_empty:
        action.delete()
        messages.success(request, f"“{action}” is removed.")
        return redirect("plans:plan_contents", action.plan.reference)
    context = {"action": action, "plan": action.plan, "is_empty": is_empty}
    return render(request, "plans/action_remove.html", context)


def _page(request, form, plan, action, steps):
    if "read" in request.POST:
        form.show_reading()
    context = {"form": form, "plan": plan, "action": action, "steps": steps}
    return render(request, "plans/action_edit.html", context)


def _saved(action):
    words = dates_in_words.reading(action)
    return (
        f"The action is saved. We read its timescale as: {words}."
        if words
        else "The action is saved."
    )


def _to_begin_with(request, plan):
    """Return what a new action's form starts from: the heading it was asked under, or the action that it copies."""
    begin = {}
    number = request.GET.get("copy", "")
    if number.isdecimal() and len(number) < 18:
        source = get_object_or_404(plan.actions, pk=number)
        begin = {name: getattr(source, name) for name in COPIED}
        begin["priority"] = source.priority_id
        for name in ("contributing", "characteristics", "aims"):
            begin[name] = list(getattr(source, name).values_list("pk", flat=True))
        for place, lead in enumerate(
            source.action_leads.values_list("lead", flat=True)
        ):
            begin[f"lead_{place}"] = lead
    if request.GET.get("priority", "").isdecimal():
        begin["priority"] = request.GET["priority"]
    return begin
