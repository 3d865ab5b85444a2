"""Imports that are on their way or done, and what each of them did."""

from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from equality_tracker.imports import background, kept
from equality_tracker.imports.models import ImportRun
from equality_tracker.organisation.permissions import for_admins
from indicators.importing.corrected import FIGURES, corrected
from indicators.models import Indicator
from plans.importing import corrections
from plans.models import Action

A_PAGE = 25
MOST_CHANGED = 50
MOST_WAITING = 200


@require_safe
@for_admins
def run_list(request):
    """Two lists: what waits for somebody, the oldest first with its age, and what became of the rest."""
    runs = ImportRun.objects.for_list()
    waiting = list(runs.on_their_way().order_by("started_at", "id")[:MOST_WAITING])
    rest = runs.exclude(state__in=[ImportRun.State.READING, *ImportRun.WAITING])
    today = timezone.localdate()
    context = {
        "waiting": [
            (one, one.days_on_its_way(today), _reading(one)) for one in waiting
        ],
        "page": Paginator(rest, A_PAGE).get_page(request.GET.get("page")),
    }
    return render(request, "imports/run_list.html", context)


def _reading(run):
    return background.look(run) if run.state == ImportRun.State.READING else None


@require_safe
@for_admins
def run_detail(request, pk):
    run = background.settle(get_object_or_404(ImportRun.objects.for_list(), pk=pk))
    if run.is_waiting:
        return redirect(run)
    if run.state == ImportRun.State.READING:
        context = {"run": run, "reading": background.look(run)}
        return render(request, "imports/reading.html", context)
    changed = run.changes.filter(model="plans.action", what="changed")
    ids = changed.exclude(before__keys=["position"]).values("object_id")[:MOST_CHANGED]
    context = {
        "run": run,
        "done": kept.done_in_words(run.counts),
        **_indicators_of(run),
        "corrected": corrections.in_words(run.decisions.get("corrections", {})),
        "changed": Action.objects.filter(pk__in=ids).defer("search"),
        "made": run.changes.filter(what="created", model="organisation.lead").count(),
    }
    return render(request, "imports/run_detail.html", context)


def _indicators_of(run):
    """The indicators that an import brought or changed, and how many figures it corrected: two queries, none without indicators."""
    if not run.counts.get("indicators"):
        return {}
    ids = run.changes.filter(model="indicators.indicator").values("object_id")
    figures = run.changes.filter(model__in=FIGURES, what="changed")
    return {
        "indicators": Indicator.objects.filter(pk__in=ids).by_code()[:MOST_CHANGED],
        "figures": corrected(figures[:MOST_CHANGED]),
    }
