"""A dashboard as a Word page."""

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from equality_tracker.dashboards.snapshot import one_snapshot
from equality_tracker.dashboards.word import word_page
from equality_tracker.word import WORD

from .boards import attached, board_at


@require_safe
@one_snapshot
def word(request, pk=None):
    board = board_at(request, pk)
    return HttpResponse(
        word_page(board),
        content_type=WORD,
        headers=attached(board, "equality-actions", "docx"),
    )
