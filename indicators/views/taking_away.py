"""Indicators as files: one with all its figures, results by group, and a sheet of results to be filled in away from the site."""

from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from equality_tracker.workbooks.writer import XLSX
from indicators import exporting, sheets
from indicators.forms import SheetFilter
from indicators.models import Indicator
from indicators.selection import IndicatorSelection
from indicators.sheets.choosing import in_use_during


@require_safe
def indicator_workbook(request, pk):
    indicator = get_object_or_404(Indicator, pk=pk)
    on = timezone.localdate()
    parts = Indicator.objects.filter(parent=indicator).by_code()
    book = exporting.workbook([indicator, *parts], on=on, by=request.user)
    name = slugify(indicator.code or indicator.title)[:60] or "indicator"
    return _workbook(book, exporting.file_name(name, on, "xlsx"))


@require_safe
def groups_export_csv(request):
    on = timezone.localdate()
    selection = IndicatorSelection(request.GET, on=on)
    lines = exporting.groups_csv(selection.indicators, on=on, by=request.user)
    name = exporting.file_name("results-by-group", on, "csv")
    return StreamingHttpResponse(
        lines, content_type="text/csv; charset=utf-8", headers=_as_file(name)
    )


@require_safe
def sheet_to_fill_in(request):
    """The sheet of results that the page of the same address shows, all of its pages, as a workbook."""
    if not request.user.may_update:
        raise Http404
    on, form = timezone.localdate(), SheetFilter(request.GET)
    asked = form.read_period
    indicators = form.narrowed(Indicator.objects.editable_by(request.user, on))
    indicators = in_use_during(indicators, asked) if asked else indicators.in_use(on)
    choice = sheets.choose(indicators, asked, on, every=bool(form.asked("every")))
    rows = sheets.rows_of(choice.keys, choice.period)
    book = exporting.results_template(rows, choice.period, on=on, about=_whose(form))
    name = slugify(f"results-{choice.period.name.replace('/', '-')}")
    return _workbook(book, exporting.file_name(name, on, "xlsx"))


def _whose(form):
    """The words of what the sheet is narrowed to: the directorate, plan and lead."""
    chosen = [(field, form.asked(field.name)) for field in form.selects]
    return [str(dict(field.field.choices)[asked]) for field, asked in chosen if asked]


def _workbook(book, name):
    return HttpResponse(book, content_type=XLSX, headers=_as_file(name))


def _as_file(name):
    return {"Content-Disposition": f'attachment; filename="{name}"'}
