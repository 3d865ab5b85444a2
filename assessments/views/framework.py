"""The frameworks that the council assesses itself by: all of them, one, and which is used."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_http_methods, require_safe

from assessments.forms.framework import BeginForm, CloseForm, FrameworkForm
from assessments.framework import access, awards, readiness, standing
from assessments.framework.listing import CriteriaList
from assessments.framework.word import word_file
from assessments.models import Framework
from equality_tracker.audit.history import changes_of
from equality_tracker.organisation.permissions import for_admins
from equality_tracker.organisation.saving import (
    created,
    for_change,
    saved,
    sent,
    status_of,
)
from equality_tracker.word import WORD

CHANGES_SHOWN = 10
RULES = {
    "rule": readiness.RULE,
    "lowest_rule": readiness.LOWEST_RULE,
    "warning_rule": awards.WARNING_RULE,
}


@require_safe
def framework_list(request):
    """Those in use and those closed: six queries, however many there are."""
    on = timezone.localdate()
    found = standing.load(Framework.objects.ever_used(), user=request.user, on=on)
    context = {
        "in_use": [one for one in found if one.framework.is_in_use],
        "closed": [one for one in found if not one.framework.is_in_use],
        "on": on,
        **RULES,
    }
    return render(request, "assessments/framework/framework_list.html", context)


def _found(request, key):
    """How the council stands by one framework, as the reader may see it today; and today."""
    on = timezone.localdate()
    framework = get_object_or_404(Framework.objects.ever_used(), key=key)
    (found,) = standing.load([framework], user=request.user, on=on)
    return found, on


@require_safe
def framework_detail(request, key):
    found, on = _found(request, key)
    framework = found.framework
    context = {
        "found": found,
        "framework": framework,
        "yours": access.areas_of(request.user, on),
        "awards": framework.awards.newest_first().select_related(
            "level", "report", "framework"
        ),
        "changes": changes_of(framework, limit=CHANGES_SHOWN),
        "on": on,
        "late_on": framework.watched_on(on),
        **RULES,
    }
    return render(request, "assessments/framework/framework_detail.html", context)


@require_safe
def framework_criteria(request, key):
    """The criteria of a framework, or those of one area or one state: what each number of its pages leads to."""
    found, on = _found(request, key)
    framework = found.framework
    context = {
        "framework": framework,
        "listed": CriteriaList(found, request.GET, framework.watched_on(on)),
        "on": on,
        "late_on": framework.watched_on(on),
        **RULES,
    }
    return render(request, "assessments/framework/framework_criteria.html", context)


@require_safe
def framework_word(request, key):
    found, on = _found(request, key)
    name = f"{key}-self-assessment-{on:%Y-%m-%d}.docx"
    return HttpResponse(
        word_file(found, on),
        content_type=WORD,
        headers={"Content-Disposition": content_disposition_header(True, name)},
    )


@for_admins
@require_http_methods(["GET", "HEAD", "POST"])
@transaction.atomic
def framework_begin(request):
    begin = {"key": request.GET.get("key", "")}
    form = BeginForm(sent(request), on=timezone.localdate(), initial=begin)
    answer = created(
        request, form, home="assessments:framework_list", to=Framework.get_absolute_url,
        said=lambda one: f"{one} is in use. Say which level is wanted, and who leads on each {one.area_word}.",
    )  # fmt: skip
    context = {"form": form}
    return answer or render(
        request, "assessments/framework/framework_begin.html", context
    )


def _in_use(request, key):
    rows = for_change(request, Framework.objects.in_use())
    return get_object_or_404(rows, key=key)


@for_admins
@require_http_methods(["GET", "HEAD", "POST"])
@transaction.atomic
def framework_edit(request, key):
    framework = _in_use(request, key)
    form = FrameworkForm(sent(request), instance=framework, on=timezone.localdate())
    if form.is_bound and form.is_valid() and saved(form):
        messages.success(request, f"{framework} is saved.")
        return redirect(framework)
    context = {
        "form": form,
        "of": framework,
        "title": "Which level is wanted, and by when",
        "button": "Save",
    }
    return render(
        request, "assessments/framework/form.html", context, status=status_of(form)
    )


@for_admins
@require_http_methods(["GET", "HEAD", "POST"])
@transaction.atomic
def framework_close(request, key):
    framework = _in_use(request, key)
    form = CloseForm(sent(request), instance=framework, on=timezone.localdate())
    if form.is_bound and form.is_valid() and saved(form):
        messages.success(request, f"{framework} is closed. An admin can take it into use again.")  # fmt: skip
        return redirect(framework)
    context = {
        "form": form,
        "of": framework,
        "title": f"Close {framework}?",
        "words": "Nobody writes or judges in it from then on. All that was said stays to be read, and it can be taken into use again.",
        "button": "Close it",
    }
    return render(
        request, "assessments/framework/form.html", context, status=status_of(form)
    )
