"""The equality lead's pages for a plan's headings."""

from django.contrib import messages
from django.shortcuts import redirect, render

from plans.editing import (
    create_once,
    get_of_open_plan,
    get_open_plan,
    next_position,
    place_in_contents,
    plan_editor,
    sent,
)
from plans.forms.plan import NewPriorityForm, PriorityForm
from plans.models import Priority


@plan_editor
def priority_create(request, reference):
    plan = get_open_plan(request, reference__iexact=reference)
    form = NewPriorityForm(sent(request), plan=plan)
    if form.is_bound and form.is_valid():
        form.instance.position = next_position(plan.priorities.all())
        return redirect(create_once(request, form, form.save, to=place_in_contents))
    return _page(request, form, plan, None)


@plan_editor
def priority_edit(request, pk):
    priority = get_of_open_plan(request, Priority.objects.all(), pk)
    form = PriorityForm(sent(request), instance=priority, plan=priority.plan)
    if form.is_bound and form.is_valid():
        form.save()
        messages.success(request, "The heading is saved.")
        return redirect(place_in_contents(priority))
    return _page(request, form, priority.plan, priority)


@plan_editor
def priority_remove(request, pk):
    """Remove a heading that nothing stands under."""
    priority = get_of_open_plan(request, Priority.objects.all(), pk)
    is_empty = not (priority.actions.exists() or priority.parts.exists())
    if request.method == "POST" and is_empty:
        priority.delete()
        messages.success(request, f"“{priority}” is removed.")
        return redirect("plans:plan_contents", priority.plan.reference)
    context = {"priority": priority, "plan": priority.plan, "is_empty": is_empty}
    return render(request, "plans/priority_remove.html", context)


def _page(request, form, plan, priority):
    context = {"form": form, "plan": plan, "priority": priority}
    return render(request, "plans/priority_edit.html", context)
