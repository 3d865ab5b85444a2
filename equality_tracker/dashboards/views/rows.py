"""The lists behind the numbers that speak of reasons and changes."""

from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_safe

from equality_tracker.dashboards.listing import listing_of
from equality_tracker.dashboards.snapshot import one_snapshot

from .boards import board_at, status_of

PER_PAGE = 25


@require_safe
@one_snapshot
def rows(request, kind, pk=None):
    board = board_at(request, pk)
    try:
        listing = listing_of(board, kind)
    except KeyError:
        raise Http404 from None
    page = Paginator(listing.entries, PER_PAGE).get_page(request.GET.get("page"))
    context = {"board": board, "listing": listing, "page": page}
    return render(request, "dashboards/rows.html", context, status=status_of(board))
