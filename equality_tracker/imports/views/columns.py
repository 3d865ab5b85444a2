"""Stage 2: what each heading means."""

from django.contrib import messages
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from equality_tracker.imports.forms.columns import ColumnsForm
from equality_tracker.imports.models import ImportRun, VocabularyWord
from equality_tracker.imports.reading import guess_columns
from equality_tracker.imports.remembering import remember
from equality_tracker.imports.stages import understand
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
    tables = guess_columns(run.tables, words=VocabularyWord.objects.as_words())
    data = request.POST if request.method == "POST" else None
    form = ColumnsForm(tables, run.choices, data)
    if data is not None and form.is_valid():
        return _next(request, run, tables, form.choices())
    return render(request, "imports/columns.html", {"run": run, "form": form})


@transaction.atomic
def _next(request, run, tables, choices):
    """Keep the choices, read the sheets again by them, and go on to the preview."""
    locked = ImportRun.objects.select_for_update(of=("self",)).get(pk=run.pk)
    if str(locked.version) != request.POST.get("version") or not locked.is_waiting:
        messages.warning(request, CHANGED)
        return redirect("imports:columns", pk=run.pk)
    locked.choices = choices
    locked.state = ImportRun.State.PREVIEWED
    understand(locked)
    locked.save(update_fields=["choices", "state", "understood"])
    remember(tables, choices, locked.name)
    return redirect(locked)
