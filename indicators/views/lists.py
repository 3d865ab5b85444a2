"""The list of indicators."""

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from equality_tracker.organisation.views.lists import page_of
from indicators.forms import IndicatorFilter
from indicators.standing import Standing


@require_safe
def indicator_list(request):
    form = IndicatorFilter(request.GET)
    page = page_of(form.indicators(on=timezone.localdate()), request)
    context = {
        "form": form,
        "page": page,
        "rows": [Standing(indicator) for indicator in page.object_list],
    }
    return render(request, "indicators/indicator_list.html", context)
