"""A file on its way: how far its reading is, reading it again, and ending it before anything of it is written."""

from django.contrib import messages
from django.http import JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from equality_tracker.imports import background
from equality_tracker.imports.models import ImportRun
from equality_tracker.organisation.permissions import for_admins

CANCELLED = "The reading of {name} has been cancelled and its file erased."
DISCARDED = "{name} has been discarded and its file erased."
READ_BY_THEN = "The file had been read by then, so there was nothing to cancel."
NO_LONGER_WAITING = "Somebody else imported or discarded this file meanwhile."


@require_safe
@for_admins
def progress(request, pk):
    """How far the reading is, for the page that shows it: it asks every second and touches no row."""
    run = get_object_or_404(ImportRun.objects.for_list(), pk=pk)
    found = background.look(run)
    being_read = run.state == ImportRun.State.READING and not found.is_done
    return JsonResponse(
        {
            "share": found.share,
            "waiting": found.is_waiting,
            "go_on": not being_read or found.is_lost,
        }
    )


@require_POST
@for_admins
def read_again(request, pk):
    run = get_object_or_404(ImportRun.objects.for_list(), pk=pk)
    return redirect(background.read_again(run))


@require_POST
@for_admins
def cancel(request, pk):
    run = get_object_or_404(ImportRun.objects.for_list(), pk=pk)
    if not background.cancel(run, by=request.user):
        messages.warning(request, READ_BY_THEN)
        return redirect("imports:run_detail", pk=pk)
    messages.success(request, CANCELLED.format(name=run.name))
    return redirect("imports:run_list")


@require_http_methods(["GET", "HEAD", "POST"])
@for_admins
def discard(request, pk):
    run = get_object_or_404(ImportRun.objects.for_list(), pk=pk)
    if not run.is_waiting:
        return redirect(run)
    if request.method != "POST":
        return render(request, "imports/discard.html", {"run": run})
    if not background.discard(run, by=request.user):
        messages.warning(request, NO_LONGER_WAITING)
        return redirect("imports:run_detail", pk=pk)
    messages.success(request, DISCARDED.format(name=run.name))
    return redirect("imports:run_list")
