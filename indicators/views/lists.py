"""The list of indicators, filtered and sorted, and the same as a file."""

from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from equality_tracker.organisation.views.lists import page_of
from equality_tracker.workbooks.writer import XLSX
from indicators import exporting
from indicators.list_rows import rows_of
from indicators.selection import IndicatorSelection


@require_safe
def indicator_list(request):
    selection = IndicatorSelection(request.GET, on=timezone.localdate())
    page = page_of(selection.indicators.for_indicator_list(), request)
    context = {
        "selection": selection,
        "page": page,
        "rows": rows_of(list(page.object_list)),
    }
    return render(request, "indicators/indicator_list.html", context)


@require_safe
def indicator_export_xlsx(request):
    on = timezone.localdate()
    selection = IndicatorSelection(request.GET, on=on)
    book = exporting.workbook(
        selection.indicators, on=on, by=request.user, about=[_only(selection)]
    )
    return HttpResponse(book, content_type=XLSX, headers=_as_file(on, "xlsx"))


@require_safe
def indicator_export_csv(request):
    on = timezone.localdate()
    selection = IndicatorSelection(request.GET, on=on)
    lines = exporting.table_csv(
        selection.indicators, on=on, by=request.user, about=[_only(selection)]
    )
    return StreamingHttpResponse(
        lines, content_type="text/csv; charset=utf-8", headers=_as_file(on, "csv")
    )


def _only(selection):
    return f"Which indicators: {selection.sentence}"


def _as_file(on, ending):
    name = exporting.file_name("indicators", on, ending)
    return {"Content-Disposition": f'attachment; filename="{name}"'}
