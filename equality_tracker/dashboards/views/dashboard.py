"""A directorate's dashboard, and the whole council's."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from equality_tracker.dashboards.assessments_board import AssessmentBoard
from equality_tracker.dashboards.frameworks import areas_due
from equality_tracker.dashboards.snapshot import one_snapshot
from equality_tracker.dashboards.to_do import to_do
from equality_tracker.dashboards.worst import words_of_worst

from .boards import addressed_to, board_and_own, board_at, status_of


@require_safe
@one_snapshot
def council(request):
    board = board_at(request)
    waiting = to_do(board) if request.user.is_admin else []
    return _page(request, board, [], "dashboards/council.html", to_do=waiting)


@require_safe
@one_snapshot
def directorate(request, pk):
    board, own = board_and_own(request, pk)
    waiting = areas_due(board)
    return _page(request, board, own, "dashboards/directorate.html", frameworks=waiting)


def _page(request, board, own, template, **more):
    context = {
        "board": board,
        "worst": words_of_worst(board),
        "assessments": AssessmentBoard(board, request.user),
        "own": own,
        "is_yours": addressed_to(request.user, own, board),
        **more,
    }
    return render(request, template, context, status=status_of(board))
