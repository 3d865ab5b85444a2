"""The programme: how many assessments were promised for a year, how many are done, and what is due when."""

from django.contrib import messages
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from assessments.forms.programme import NewTargetForm, TargetForm
from assessments.list_rows import rows_of
from assessments.models import Assessment, ProgrammeTarget
from assessments.models.programme import year_words
from assessments.programme import Programme, year_of
from equality_tracker.audit.history import changes_of
from equality_tracker.organisation.permissions import for_admins
from equality_tracker.organisation.saving import created, for_change, saved, sent
from equality_tracker.organisation.views.lists import page_of


@require_safe
def programme(request):
    on = timezone.localdate()
    years = ProgrammeTarget.objects.years()
    year = _asked(request, years) or year_of(on)
    shown = Programme(year, Assessment.objects.readable_by(request.user, on), on)
    page = page_of(shown.timetable, request)
    context = {
        "programme": shown,
        "years": [
            (one, year_words(one)) for one in sorted({*years, year}, reverse=True)
        ],
        "page": page,
        "rows": rows_of(page.object_list, on),
    }
    return render(request, "assessments/programme.html", context)


def _asked(request, years):
    """The year that the address asks for; else the newest that is not ahead of all; None where there is none."""
    asked = request.GET.get("year", "")
    if asked.isdecimal() and 1990 <= int(asked[:5]) <= 2200:
        return int(asked)
    now = year_of(timezone.localdate())
    begun = [one for one in years if one <= now]
    return max(begun, default=None)


@for_admins
@require_http_methods(["GET", "HEAD", "POST"])
@transaction.atomic
def target_create(request):
    begin = {"year": _asked(request, []) or year_of(timezone.localdate())}
    form = NewTargetForm(sent(request), initial=begin)
    answer = created(
        request, form, to=_page_of, home="assessments:programme",
        said=lambda one: f"{one} stands in the programme.",
    )  # fmt: skip
    context = {"form": form, "title": "Promise of a directorate for a year"}
    return answer or render(request, "assessments/target_edit.html", context)


@for_admins
@require_http_methods(["GET", "HEAD", "POST"])
@transaction.atomic
def target_edit(request, pk):
    rows = for_change(request, ProgrammeTarget.objects.all())
    target = get_object_or_404(rows, pk=pk)
    form = TargetForm(sent(request), instance=target)
    if form.is_bound and form.is_valid() and saved(form):
        messages.success(request, f"{target} is saved.")
        return redirect(_page_of(target))
    context = {
        "form": form,
        "target": target,
        "title": str(target),
        "changes": changes_of(target, limit=10),
    }
    return render(request, "assessments/target_edit.html", context)


def _page_of(target):
    return f"{reverse('assessments:programme')}?year={target.year}"
