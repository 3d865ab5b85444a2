"""The coverage matrix: what the council does, for whom, under which aim of the general duty."""

from django.http import FileResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from assessments.coverage import files
from assessments.coverage.matrix import Matrix
from assessments.coverage.objectives import objectives_of
from assessments.coverage.scope import Scope
from assessments.forms.coverage import CoverageFilter, ObjectivesFilter
from equality_tracker.organisation.views.lists import page_of
from equality_tracker.workbooks import writer
from equality_tracker.workbooks.writer import XLSX


@require_safe
def coverage(request):
    form, matrix = _matrix(request)
    context = {
        "form": form,
        "matrix": matrix,
        "told": files.told_words(request.user),
        "address": request.GET.urlencode(),
    }
    return render(request, "assessments/coverage.html", context)


@require_safe
def coverage_csv(request):
    form, matrix = _matrix(request)
    above = [[line] for line in files.about(matrix, form.directorate_words)]
    return StreamingHttpResponse(
        writer.csv_lines([*above, [], files.HEADINGS, *files.rows(matrix)]),
        content_type="text/csv; charset=utf-8",
        headers=_as_file(matrix, "csv"),
    )


@require_safe
def coverage_xlsx(request):
    form, matrix = _matrix(request)
    book = writer.write_xlsx(
        name="Coverage",
        about=files.about(matrix, form.directorate_words),
        headings=files.HEADINGS,
        rows=files.rows(matrix),
        widths=files.WIDTHS,
    )
    return FileResponse(book, content_type=XLSX, headers=_as_file(matrix, "xlsx"))


@require_safe
def coverage_objectives(request):
    """The headings that a cell counts, each with its actions."""
    form = ObjectivesFilter(request.GET)
    scope = _scope(request, form)
    asked = form.asked("characteristic"), form.asked("aim")
    page = page_of(objectives_of(scope, *asked), request)
    context = {"form": form, "page": page, "actions": form.actions_address}
    return render(request, "assessments/coverage_objectives.html", context)


def _matrix(request):
    form = CoverageFilter(request.GET)
    return form, Matrix(_scope(request, form), form.asked("order"))


def _scope(request, form):
    return Scope(request.user, timezone.localdate(), form.asked("directorate"))


def _as_file(matrix, kind):
    name = f"coverage-{matrix.scope.on:%Y-%m-%d}.{kind}"
    return {"Content-Disposition": f'attachment; filename="{name}"'}
