"""What external assessments found: for admins to record; everybody reads it on the framework's page."""

from django.contrib import messages
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from assessments.forms.award import AwardForm, NewAwardForm
from assessments.framework.awards import in_words
from assessments.framework.keeping_awards import kept
from assessments.models import Award, Framework
from equality_tracker.audit.history import changes_of
from equality_tracker.audit.models import AlreadySent
from equality_tracker.evidence.serving import download_or_say_why_not
from equality_tracker.organisation.permissions import for_admins
from equality_tracker.organisation.saving import for_change, sent_before, status_of


def _framework(key):
    return get_object_or_404(Framework.objects.ever_used(), key=key)


def _award(request, key, pk):
    rows = for_change(request, Award.objects.filter(framework=_framework(key)))
    return get_object_or_404(rows.select_related("framework", "level", "report"), pk=pk)


def _form(request, kind, framework, **more):
    data = [request.POST, request.FILES] if request.method == "POST" else []
    on = timezone.localdate()
    return kind(*data, framework=framework, by=request.user, on=on, **more)


def _edit_form(request, key, pk):
    award = _award(request, key, pk)
    return _form(request, AwardForm, award.framework, instance=award)


def _kept(request, make_form):
    return kept(make_form, files=request.FILES, by=request.user)


def _shown(request, form, **more):
    context = {
        "form": form,
        "of": form.instance.framework,
        "title": "Result of an external assessment",
        "button": "Save",
        **more,
    }
    return render(
        request, "assessments/framework/form.html", context, status=status_of(form)
    )


@require_safe
def framework_award_report(request, key, pk):
    """Give their report out to whoever is signed in, as the framework's page is read."""
    rows = Award.objects.filter(framework=_framework(key), report__isnull=False)
    award = get_object_or_404(rows.select_related("report"), pk=pk)
    return download_or_say_why_not(request, award.report)


@for_admins
@require_http_methods(["GET", "HEAD", "POST"])
def framework_award_add(request, key):
    framework = _framework(key)
    if request.method != "POST":
        return _shown(request, _form(request, NewAwardForm, framework))
    try:
        form, is_kept = _kept(request, lambda: _form(request, NewAwardForm, framework))
    except AlreadySent:
        return redirect(framework)
    if is_kept:
        award = form.instance
        words = f"{award.level} of {award.body} is kept. {in_words(award, timezone.localdate())}."
        messages.success(request, words)
    if is_kept or sent_before(form, request.user):
        return redirect(framework)
    return _shown(request, form)


@for_admins
@require_http_methods(["GET", "HEAD", "POST"])
def framework_award_edit(request, key, pk):
    if request.method == "POST":
        form, is_kept = _kept(request, lambda: _edit_form(request, key, pk))
        if is_kept:
            messages.success(request, "Saved.")
            return redirect(form.instance.framework)
    else:
        form = _edit_form(request, key, pk)
    changes = changes_of(form.instance, limit=10)
    return _shown(request, form, award=form.instance, changes=changes)


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
