"""The list of indicators as one would write it by hand in plain Django: what the product's own may cost is measured against this."""

from django.core.paginator import Paginator
from django.db.models import Q
from django.shortcuts import render
from django.utils import timezone

from equality_tracker.organisation.models import Characteristic, Directorate, Lead
from indicators.models import Indicator, IndicatorSet
from indicators.performance import Verdict
from indicators.standing import Standing
from plans.models import Plan, Priority

PER_PAGE = 25


def indicators(request):
    """Every indicator in use with the filters, 25 a page; a verdict is asked of each as it stands."""
    on = timezone.localdate()
    found = _filtered(request.GET, on).select_related("directorate", "parent")
    found = found.prefetch_related("baselines", "targets", "results").order_by("code")
    if request.GET.get("verdict"):
        rows = [one for one in map(Standing, found) if one.judgement.verdict == request.GET["verdict"]]  # fmt: skip
        page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
        shown = page.object_list
    else:
        page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
        shown = [Standing(one) for one in page]
    context = {"page": page, "rows": shown, "asked": request.GET, **_choices()}
    return render(request, "bench/indicators.html", context)


def _filtered(asked, on):
    found = Indicator.objects.filter(Q(withdrawn_on=None) | Q(withdrawn_on__gt=on))
    found = found.filter(Q(introduced=None) | Q(introduced__lte=on))
    if asked.get("directorate"):
        found = found.filter(directorate=asked["directorate"])
    for word in asked.get("q", "").split():
        found = found.filter(Q(code__icontains=word) | Q(title__icontains=word))
    return found


def _choices():
    return {
        "plans": Plan.objects.order_by("state", "title"),
        "priorities": Priority.objects.filter(plan__state="live").order_by("plan", "position"),
        "directorates": Directorate.objects.all(),
        "leads": Lead.objects.all(),
        "characteristics": Characteristic.objects.all(),
        "sets": IndicatorSet.choices,
        "verdicts": Verdict.choices,
    }  # fmt: skip
