"""One criterion: what the council says of itself, how it was judged over the years, and what shows it."""

from django.contrib import messages
from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from assessments.forms.criterion import CriterionForm, JudgementForm, NarrativeForm
from assessments.framework.access import Right, rights_in
from assessments.framework.one_criterion import SHOWN, OneCriterion
from assessments.models import Criterion
from equality_tracker.organisation.saving import (
    created,
    for_change,
    saved,
    sent,
    status_of,
)

CLOSED = "The framework was closed while you were writing, so nothing is saved. Copy your words before you leave this page."


def used_criteria():
    """Those of frameworks that the council uses or has used, with all that names them."""
    rows = Criterion.objects.filter(area__framework__used_from__isnull=False)
    return rows.select_related(
        "area__framework__level_wanted", "area__lead", "level_wanted"
    )


def criterion_to(right, request, pk):
    """The criterion and what the reader may do with it; not found for those who lack `right`; locked where something is sent."""
    criterion = get_object_or_404(for_change(request, used_criteria()), pk=pk)
    rights = rights_in(request.user, criterion.area, timezone.localdate())
    if right not in rights:
        raise Http404
    return criterion, rights


def closed_for(request, criterion, form):
    """The answer where the framework is closed: the criterion's page, or what was typed with the reason why it is not saved."""
    if criterion.area.framework.is_in_use:
        return None
    if not form.is_bound:
        messages.warning(request, f"{criterion.area.framework} is closed: it can only be read.")  # fmt: skip
        return redirect(criterion)
    form.is_valid()
    form.add_error(None, CLOSED)
    return shown(request, criterion, form, "It was not saved", status=409)


def shown(request, criterion, form, title, *, status=200, **more):
    """The page of a form about a criterion; `more` is its button, and words above it."""
    context = {"form": form, "of": criterion, "title": title, **more}
    return render(request, "assessments/framework/form.html", context, status=status)


@require_safe
def framework_criterion(request, pk):
    on = timezone.localdate()
    criterion = get_object_or_404(used_criteria(), pk=pk)
    whole = [name for name in SHOWN if request.GET.get(name) == "all"]
    context = {
        "one": OneCriterion(criterion, request.user, on, whole),
        "criterion": criterion,
        "framework": criterion.area.framework,
        "on": on,
    }
    return render(request, "assessments/framework/framework_criterion.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@transaction.atomic
def framework_criterion_edit(request, pk):
    """What the council says of itself; for those who judge, the level wanted with it."""
    criterion, rights = criterion_to(Right.WRITE, request, pk)
    kind = CriterionForm if Right.JUDGE in rights else NarrativeForm
    form = kind(sent(request), instance=criterion)
    if answer := closed_for(request, criterion, form):
        return answer
    if form.is_bound and form.is_valid() and saved(form):
        messages.success(request, "Saved.")
        return redirect(criterion)
    return shown(
        request, criterion, form, "What we say of ourselves", button="Save",
        words=criterion.asks, status=status_of(form),
    )  # fmt: skip


def _judgement_form(request, criterion, kind):
    last, on = criterion.newest_judged(), timezone.localdate()
    return JudgementForm(
        sent(request), criterion=criterion, kind=kind, last=last, by=request.user, on=on
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@transaction.atomic
def framework_judge(request, pk):
    """Judge the level, or propose it to those who judge."""
    criterion, rights = criterion_to(Right.WRITE, request, pk)
    judges = Right.JUDGE in rights
    form = _judgement_form(request, criterion, "judged" if judges else "proposed")
    if answer := closed_for(request, criterion, form):
        return answer
    title = "Judge the level" if judges else "Propose a level"
    answer = created(
        request, form, home="assessments:framework_list", to=lambda one: criterion.get_absolute_url(),
        said=lambda one: f"{one.level} is kept, with your name and the day.",
    )  # fmt: skip
    return answer or shown(
        request, criterion, form, title, button=title, words=criterion.asks,
        standing=OneCriterion(criterion, request.user, timezone.localdate()).standing,
        status=status_of(form),
    )  # fmt: skip
