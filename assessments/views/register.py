"""The register of assessments, filtered and sorted, and the same as a file."""

from django.http import FileResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from assessments.exporting import register as exports
from assessments.register.loading import page_of
from assessments.register.rows import rows_of
from assessments.register.selection import AssessmentSelection
from equality_tracker.workbooks.writer import XLSX


@require_safe
def assessment_list(request):
    selection = _selected(request)
    page = page_of(selection.assessments, request, selection.count)
    context = {
        "selection": selection,
        "page": page,
        "rows": rows_of(page.object_list, selection.on),
    }
    return render(request, "assessments/assessment_list.html", context)


@require_safe
def assessment_export_csv(request):
    selection = _selected(request)
    return StreamingHttpResponse(
        exports.csv_lines(selection),
        content_type="text/csv; charset=utf-8",
        headers=_as_file(selection, "csv"),
    )


@require_safe
def assessment_export_xlsx(request):
    selection = _selected(request)
    return FileResponse(
        exports.xlsx_file(selection),
        content_type=XLSX,
        headers=_as_file(selection, "xlsx"),
    )


def _selected(request):
    return AssessmentSelection(request.GET, user=request.user, on=timezone.localdate())


def _as_file(selection, kind):
    name = f"assessments-{selection.on:%Y-%m-%d}.{kind}"
    return {"Content-Disposition": f'attachment; filename="{name}"'}
