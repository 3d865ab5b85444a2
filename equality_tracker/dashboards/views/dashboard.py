"""A directorate's dashboard, and the whole council's."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from equality_tracker.dashboards.snapshot import one_snapshot
from equality_tracker.dashboards.worst import words_of_worst

from .boards import addressed_to, board_and_own, board_at, status_of


@require_safe
@one_snapshot
def council(request):
    return _page(request, board_at(request), [], "dashboards/council.html")


@require_safe
@one_snapshot
def directorate(request, pk):
    board, own = board_and_own(request, pk)
    return _page(request, board, own, "dashboards/directorate.html")


def _page(request, board, own, template):
    context = {
        "board": board,
        "worst": words_of_worst(board),
        "own": own,
        "is_yours": addressed_to(request.user, own, board),
    }
    return render(request, template, context, status=status_of(board))
