"""Correcting how one row of the preview was read."""

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from equality_tracker.imports import correcting
from equality_tracker.imports.models import ImportRun
from equality_tracker.imports.previewing import anchor_of
from equality_tracker.organisation.permissions import for_admins


@require_http_methods(["GET", "HEAD", "POST"])
@for_admins
def correct(request, pk):
    runs = ImportRun.objects.select_related("plan").defer("tables")
    run = get_object_or_404(runs, pk=pk)
    if run.state != ImportRun.State.PREVIEWED:
        return redirect(run)
    key = request.GET.get("row", "")
    data = request.POST if request.method == "POST" else None
    form = correcting.form_for(run, key, data)
    if form is None:
        raise Http404("The file has no such row.")
    back = _back_to(run, key, request.GET)
    if form.is_valid() and correcting.save(run, form, by=request.user):
        return redirect(back)
    context = {"run": run, "form": form, "action": form.action, "back": back}
    return render(request, "imports/correct.html", context)


def _back_to(run, key, query):
    """The row on its page of the preview, with the same rows shown."""
    kept = query.copy()
    kept.pop("row", None)
    address = reverse("imports:preview", args=[run.pk])
    asked = f"?{kept.urlencode()}" if kept else ""
    return f"{address}{asked}#{anchor_of(key)}"
