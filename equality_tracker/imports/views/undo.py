"""Taking an import back, after a page that says what that means."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from equality_tracker.imports import undoing
from equality_tracker.imports.models import ImportRun
from equality_tracker.organisation.permissions import for_admins


@require_http_methods(["GET", "HEAD", "POST"])
@for_admins
def undo(request, pk):
    run = get_object_or_404(ImportRun.objects.for_list(), pk=pk)
    if run.state != ImportRun.State.APPLIED:
        return redirect(run)
    if request.method != "POST":
        stays = undoing.what_stays(run)
        is_plain = all(one.model == "plans.action" for one in stays)
        what = "action" if is_plain else "thing"
        context = {"run": run, "stays": stays, "stays_what": what}
        return render(request, "imports/undo.html", context)
    try:
        undoing.undo_run(run, by=request.user)
    except undoing.CannotUndo as refused:
        messages.warning(request, str(refused))
    else:
        messages.success(request, f"The import of {run.name} has been undone.")
    return redirect("imports:run_detail", pk=run.pk)
