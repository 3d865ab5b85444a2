"""The page of one indicator."""

from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from indicators.gaps import Groups
from indicators.models import Breakdown, Indicator
from indicators.standing import Standing


@require_safe
def indicator_detail(request, pk):
    on = timezone.localdate()
    found = Indicator.objects.for_indicator_page().with_may_edit(request.user, on)
    indicator = get_object_or_404(found, pk=pk)
    standing = Standing(indicator)
    breakdowns = Breakdown.objects.of_indicator(indicator) if standing.results else ()
    context = {
        "indicator": indicator,
        "standing": standing,
        "groups": Groups(standing.results, breakdowns),
        "may_edit": indicator.may_edit,
    }
    return render(request, "indicators/indicator_detail.html", context)
