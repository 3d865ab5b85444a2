"""What external assessments found: for admins to record; everybody reads it on the framework's page."""

from django.contrib import messages
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from assessments.forms.award import AwardForm, NewAwardForm
from assessments.framework.awards import in_words
from assessments.models import Award, Framework
from equality_tracker.audit.history import changes_of
from equality_tracker.organisation.permissions import for_admins
from equality_tracker.organisation.saving import (
    created,
    for_change,
    saved,
    sent,
    status_of,
)


def _framework(key):
    return get_object_or_404(Framework.objects.ever_used(), key=key)


def _form(request, kind, framework, **more):
    on = timezone.localdate()
    return kind(sent(request), framework=framework, by=request.user, on=on, **more)


def _award(request, key, pk):
    rows = for_change(request, Award.objects.filter(framework=_framework(key)))
    return get_object_or_404(rows.select_related("framework", "level"), pk=pk)


@for_admins
@require_http_methods(["GET", "HEAD", "POST"])
@transaction.atomic
def framework_award_add(request, key):
    framework, on = _framework(key), timezone.localdate()
    form = _form(request, NewAwardForm, framework)
    answer = created(
        request, form, home="assessments:framework_list", to=lambda one: framework.get_absolute_url(),
        said=lambda one: f"{one.level} of {one.body} is kept. {in_words(one, on)}.",
    )  # fmt: skip
    context = {
        "form": form,
        "of": framework,
        "title": "Result of an external assessment",
        "button": "Save",
    }
    return answer or render(request, "assessments/framework/form.html", context)


@for_admins
@require_http_methods(["GET", "HEAD", "POST"])
@transaction.atomic
def framework_award_edit(request, key, pk):
    award = _award(request, key, pk)
    form = _form(request, AwardForm, award.framework, instance=award)
    if form.is_bound and form.is_valid() and saved(form):
        messages.success(request, "Saved.")
        return redirect(award.framework)
    context = {
        "form": form,
        "of": award.framework,
        "title": "Result of an external assessment",
        "button": "Save",
        "award": award,
        "changes": changes_of(award, limit=10),
    }
    return render(
        request, "assessments/framework/form.html", context, status=status_of(form)
    )


@for_admins
@require_http_methods(["GET", "HEAD", "POST"])
@transaction.atomic
def framework_award_remove(request, key, pk):
    award = _award(request, key, pk)
    framework = award.framework
    if request.method == "POST":
        award.delete()
        messages.success(request, "The result is taken away. The change history keeps it, and who took it away.")  # fmt: skip
        return redirect(framework)
    context = {
        "of": framework,
        "title": "Take this result away?",
        "words": f"{award.level}, {award.body}. {in_words(award, timezone.localdate())}.",
        "note": "Only where it was never given. One that has lapsed stays: it says what was found at its time.",
        "button": "Take it away",
    }
    return render(request, "assessments/framework/confirm.html", context)
