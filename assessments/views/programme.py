"""The programme: how many assessments were promised for a year, how many are done, and what is due when."""

from django.contrib import messages
from django.db import transaction
from django.http import FileResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from assessments.exporting import programme as exports
from assessments.forms.programme import NewTargetForm, TargetForm
from assessments.models import ProgrammeTarget
from assessments.models.programme import year_words
from assessments.programme.progress import Programme, year_of
from assessments.register.known import known_to
from assessments.register.loading import page_of
from assessments.register.rows import rows_of
from equality_tracker.audit.history import changes_of
from equality_tracker.organisation.permissions import for_admins
from equality_tracker.organisation.saving import created, for_change, saved, sent
from equality_tracker.workbooks.writer import XLSX


@require_safe
def programme(request):
    years = ProgrammeTarget.objects.years()
    shown = _shown(request, years)
    year, on = shown.year, shown.on
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


@require_safe
def programme_export_csv(request):
    shown = _shown(request, ProgrammeTarget.objects.years())
    return StreamingHttpResponse(
        exports.csv_lines(shown),
        content_type="text/csv; charset=utf-8",
        headers=_as_file(shown, "csv"),
    )


@require_safe
def programme_export_xlsx(request):
    shown = _shown(request, ProgrammeTarget.objects.years())
    return FileResponse(
        exports.xlsx_file(shown), content_type=XLSX, headers=_as_file(shown, "xlsx")
    )


def _as_file(programme, kind):
    name = f"eia-programme-{programme.name.replace('/', '-')}.{kind}"
    return {"Content-Disposition": f'attachment; filename="{name}"'}


def _shown(request, years):
    """The programme of the year that is asked for, as the reader may know of it."""
    on = timezone.localdate()
    known = known_to(request.user, on)
    return Programme(_asked(request, years) or year_of(on), known, on)


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
