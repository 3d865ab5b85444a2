"""Imports that are on their way or done, and what each of them did."""

from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from equality_tracker.imports.models import ImportRun
from equality_tracker.organisation.permissions import for_admins
from plans.models import Action

A_PAGE = 25
MOST_CHANGED = 50


@require_safe
@for_admins
def run_list(request):
    runs = Paginator(ImportRun.objects.for_list(), A_PAGE)
    page = runs.get_page(request.GET.get("page"))
    return render(request, "imports/run_list.html", {"page": page})


@require_safe
@for_admins
def run_detail(request, pk):
    run = get_object_or_404(ImportRun.objects.for_list(), pk=pk)
    if run.is_waiting:
        return redirect(run)
    changed = run.changes.filter(model="plans.action", what="changed")
    ids = changed.exclude(before__keys=["position"]).values("object_id")[:MOST_CHANGED]
    context = {
        "run": run,
        "changed": Action.objects.filter(pk__in=ids).defer("search"),
        "made": run.changes.filter(what="created", model="organisation.lead").count(),
    }
    return render(request, "imports/run_detail.html", context)
