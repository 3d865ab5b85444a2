"""Stage 2: what each heading means."""

from django.contrib import messages
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from equality_tracker.imports.forms.columns import ColumnsForm
from equality_tracker.imports.models import ImportRun
from equality_tracker.imports.remembering import remember
from equality_tracker.imports.returning import plan_of
from equality_tracker.imports.stages import reading_of, understand
from equality_tracker.organisation.permissions import for_admins

CHANGED = (
    "Somebody else changed this import while you were here. Look at it as it is now."
)


@require_http_methods(["GET", "HEAD", "POST"])
@for_admins
def columns(request, pk):
    run = get_object_or_404(ImportRun.objects.defer("understood"), pk=pk)
    if not run.is_waiting:
        return redirect(run)
    reading = reading_of(run)
    tables = reading.columns()
    data = request.POST if request.method == "POST" else None
    form = ColumnsForm(tables, run.choices, data)
    if data is not None and form.is_valid():
        return _next(request, run.pk, reading, tables, form.choices())
    context = {
        "run": run,
        "form": form,
        "left": plan_of(run.tables),
        "holds_actions": any(table["kind"] == "actions" for table in tables),
    }
    return render(request, "imports/columns.html", context)


@transaction.atomic
def _next(request, pk, reading, tables, choices):
    """Keep the choices, interpret the sheets by them, and go on to the preview."""
    runs = ImportRun.objects.select_for_update(of=("self",))
    locked = runs.defer("tables", "understood").get(pk=pk)
    if str(locked.version) != request.POST.get("version") or not locked.is_waiting:
        messages.warning(request, CHANGED)
        return redirect("imports:columns", pk=pk)
    locked.choices = choices
    locked.state = ImportRun.State.PREVIEWED
    understand(locked, reading)
    locked.save(update_fields=["choices", "state", "understood"])
    remember(tables, choices, locked.name)
    return redirect(locked)
