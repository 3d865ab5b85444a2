"""One action: the plan's words, its dates, and what happened to it."""

import pghistory
from django.contrib import messages
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from plans import dates_in_words, panels
from plans.forms.reading import MilestoneForm, ReadingForm
from plans.models import Action
from plans.one_action import leads_with_holders, milestones_of, read_action
from plans.timeline import SHOWN, load_updates, timeline_of


@require_safe
def action_detail(request, pk):
    on = timezone.localdate()
    action = read_action(request.user, on, pk)
    most = None if request.GET.get("timeline") == "all" else SHOWN
    updates, evidence = load_updates(action, request.user, on, most)
    entries = timeline_of(action, updates, evidence, most)
    shown = panels.OF_ACTION.ask(action, request.user, on)
    context = {
        "action": action,
        "on": on,
        "reading": dates_in_words.reading(action),
        "how_due": dates_in_words.how_due(action, on),
        "moved": dates_in_words.moved(action),
        "leads": leads_with_holders(action, on),
        "milestones": milestones_of(action),
        "evidence": [one for one in evidence if not one.removed_at],
        "timeline": entries,
        "panels": shown,
        "panel_styles": panels.styles_of(shown),
        "is_cut": most is not None and len(entries) == most,
    }
    return render(request, "plans/action_detail.html", context)


@require_http_methods(["GET", "POST"])
@transaction.atomic
def action_reading(request, pk):
    """Correct the dates read from the plan's words. The words stay."""
    mine = Action.objects.editable_by(request.user, on=timezone.localdate())
    if request.method == "POST":
        mine = mine.select_for_update(of=["self"])
    action = get_object_or_404(mine.select_related("plan"), pk=pk)
    form = ReadingForm(
        request.POST if request.method == "POST" else None, instance=action
    )
    was_due = action.due
    if form.is_bound and form.is_valid():
        with pghistory.context(reason=form.cleaned_data["why"]):
            action.correct_reading(form.cleaned_data, was_due=was_due)
        messages.success(request, "The dates are put right. The plan’s own words stay.")
        return redirect(action)
    return render(
        request, "plans/action_reading.html", {"action": action, "form": form}
    )


@require_http_methods(["GET", "POST"])
@transaction.atomic
def milestone_met(request, pk, milestone_pk):
    """Say when a milestone was met."""
    on = timezone.localdate()
    action = get_object_or_404(Action.objects.editable_by(request.user, on=on), pk=pk)
    steps = action.milestones.all()
    if request.method == "POST":
        steps = steps.select_for_update()
    milestone = get_object_or_404(steps, pk=milestone_pk)
    data = request.POST if request.method == "POST" else None
    form = MilestoneForm(data, instance=milestone, on=on)
    if form.is_bound and form.is_valid():
        milestone.save(update_fields=["met_on"])
        messages.success(request, f"The milestone “{milestone}” is saved.")
        return redirect(action)
    context = {"action": action, "milestone": milestone, "form": form}
    return render(request, "plans/milestone_met.html", context)
