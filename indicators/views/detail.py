"""The page of one indicator."""

from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from indicators import gaps
from indicators.models import Breakdown, Indicator
from indicators.standing import Standing


@require_safe
def indicator_detail(request, pk):
    indicator = get_object_or_404(Indicator.objects.for_indicator_page(), pk=pk)
    standing = Standing(indicator)
    groups = Breakdown.objects.none()
    if standing.latest:
        groups = standing.latest.breakdowns.select_related("characteristic").in_order()
    context = {
        "indicator": indicator,
        "standing": standing,
        "gaps": gaps.by_characteristic(standing.latest, groups),
        "today": timezone.localdate(),
    }
    return render(request, "indicators/indicator_detail.html", context)
