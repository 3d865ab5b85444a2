"""Every action, filtered and sorted, and the same as a file."""

from django.http import FileResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe
from django_tables2 import RequestConfig

from plans import exports
from plans.filter_panel import FilterPanel
from plans.models import Action
from plans.selection import ActionSelection
from plans.tables import ActionTable

PER_PAGE = 25


@require_safe
def action_list(request):
    on = timezone.localdate()
    selection = ActionSelection(request.GET, user=request.user, on=on)
    table = ActionTable(selection.actions.for_action_list(), on=on)
    RequestConfig(request, paginate={"per_page": PER_PAGE}).configure(table)
    table.let_tick(_editable(request.user, table.page.object_list, on))
    return _page(request, selection, table)


@require_safe
def action_export_csv(request):
    selection = _selected(request)
    if selection.problems:
        return _page(request, selection, None)
    return StreamingHttpResponse(
        exports.csv_lines(selection),
        content_type="text/csv; charset=utf-8",
        headers=_as_file(selection, "csv"),
    )


@require_safe
def action_export_xlsx(request):
    selection = _selected(request)
    if selection.problems:
        return _page(request, selection, None)
    return FileResponse(
        exports.xlsx_file(selection),
        content_type=exports.XLSX,
        headers=_as_file(selection, "xlsx"),
    )


def _selected(request):
    return ActionSelection(request.GET, user=request.user, on=timezone.localdate())


def _page(request, selection, table):
    panel = FilterPanel(selection.filterset)
    context = {"selection": selection, "table": table, "panel": panel}
    status = 400 if selection.problems else 200
    return render(request, "plans/action_list.html", context, status=status)


def _editable(user, rows, on):
    """Return the ids of the actions on the page that `user` may update."""
    if not user.may_update:
        return frozenset()
    shown = [row.record["pk"] for row in rows]
    allowed = Action.objects.editable_by(user, on).filter(pk__in=shown)
    return frozenset(allowed.values_list("pk", flat=True))


def _as_file(selection, kind):
    name = f"actions-{selection.on:%Y-%m-%d}.{kind}"
    return {"Content-Disposition": f'attachment; filename="{name}"'}
