"""Stage 3: the plan as it will look, and every question it leaves. Nothing is written before the last button."""

from django.contrib import messages
from django.core.exceptions import NON_FIELD_ERRORS
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from equality_tracker.imports import (
    previewing,
    previewing_assessments,
    previewing_indicators,
    stages,
)
from equality_tracker.imports.applying import apply_run
from equality_tracker.imports.deciding import Decisions
from equality_tracker.imports.models import ImportRun
from equality_tracker.imports.refusals import AlreadyApplied, CannotApply
from equality_tracker.organisation.permissions import for_admins
from plans.importing import corrections
from plans.importing.apply import RowsAreWrong

OUTDATED = (
    "Somebody else changed the choices of this import while you were here. Yours are below and have not been saved: "
    "save them again to keep them."
)

READ_OTHERWISE = (
    "The leads are now read as you said. Look at them once more before importing."
)


@require_http_methods(["GET", "HEAD", "POST"])
@for_admins
def preview(request, pk):
    run = get_object_or_404(
        ImportRun.objects.select_related("plan").defer("tables"), pk=pk
    )
    if run.state != ImportRun.State.PREVIEWED:
        return redirect(run)
    names = stages.known_names(run)
    found = stages.compare_all(run, names=names)
    data = request.POST if request.method == "POST" else None
    decisions = Decisions(run, found, names, data)
    if data is not None and decisions.is_valid() and _save(request, run, decisions):
        if "apply" not in data or decisions.are_read_otherwise:
            return redirect(run)
        answer = _apply(request, run, decisions)
        if answer is not None:
            return answer
    context = previewing.context_of(request.GET, run, decisions)
    context |= previewing_indicators.context_of(request.GET, decisions)
    context |= previewing_assessments.context_of(request.GET, decisions)
    return render(request, "imports/preview.html", context)


@transaction.atomic
def _save(request, run, decisions):
    """Keep the decisions; where another admin kept others since the page was read, say so instead."""
    now = (
        ImportRun.objects.select_for_update(of=("self",)).defer("tables").get(pk=run.pk)
    )
    rest = decisions.rest
    if now.version != rest.cleaned_data["version"]:
        rest.add_error(NON_FIELD_ERRORS, OUTDATED)
        decisions.read_again_at(now.version)
        return False
    decided = decisions.decided(by=request.user)
    if "tick" in decisions.data:
        decisions.tick_all(decided)
    before, now.decisions = now.decisions, decided
    fields = ["decisions"]
    if before.get("plan") != decided.get("plan"):
        fields.append("understood")
        now.tables = ImportRun.objects.values_list("tables", flat=True).get(pk=run.pk)
        stages.understand(now)
    elif before.get("corrections", {}) != decided["corrections"]:
        fields.append("understood")
        corrections.put_on(now.understood, decided["corrections"])
    if before.get("corrections", {}) != decided["corrections"]:
        decisions.are_read_otherwise = True
        messages.info(request, READ_OTHERWISE)
    now.save(update_fields=fields)
    now.refresh_from_db(fields=["version"])
    decisions.read_again_at(now.version)
    return True


def _apply(request, run, decisions):
    """Import, and answer with the page that says so; None where it cannot be: then the form says why."""
    try:
        apply_run(
            run,
            by=request.user,
            on=timezone.localdate(),
            seen=decisions.rest.cleaned_data["seen"],
        )
    except AlreadyApplied as applied:
        messages.warning(request, str(applied))
    except RowsAreWrong as wrong:
        decisions.rest.add_error("leave_out", previewing.wrong_in_words(wrong.rows))
        return None
    except CannotApply as refused:
        messages.warning(request, str(refused))
        return redirect("imports:preview", pk=run.pk)
    return redirect("imports:run_detail", pk=run.pk)
