"""The page of one indicator."""

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from indicators.gaps import Groups
from indicators.standing import Standing, newest
from indicators.standing.one_indicator import breakdowns_of, read_indicator

# How many times the table shows unless all are asked for: the chart shows every one.
SHOWN = 12


@require_safe
def indicator_detail(request, pk):
    on = timezone.localdate()
    indicator = read_indicator(request.user, on, pk)
    standing = Standing(indicator)
    most = None if request.GET.get("times") == "all" else SHOWN
    context = {
        "indicator": indicator,
        "standing": standing,
        "points": standing.newest_points(most),
        "groups": Groups(standing.results, breakdowns_of(indicator)),
        "may_edit": indicator.may_edit,
        "parts": _parts_of(indicator),
    }
    return render(request, "indicators/indicator_detail.html", context)


def _parts_of(indicator):
    """Return the newest result of each part, by code; one query, where it has any."""
    ids = indicator.part_ids
    return newest.by_code(newest.by_id(ids).values()) if ids else []
