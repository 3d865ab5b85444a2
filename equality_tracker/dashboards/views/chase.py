"""The chase list: who has not updated, with addresses to copy."""

from django.http import StreamingHttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from equality_tracker.dashboards.chase import chase_of
from equality_tracker.dashboards.chase_table import chase_table
from equality_tracker.dashboards.snapshot import one_snapshot
from equality_tracker.workbooks.writer import csv_lines

from .boards import attached, board_at, status_of


@require_safe
@one_snapshot
def chase(request, pk=None):
    board = board_at(request, pk)
    context = {"board": board, "chase": chase_of(board)}
    return render(request, "dashboards/chase.html", context, status=status_of(board))


@require_safe
@one_snapshot
def chase_csv(request, pk=None):
    board = board_at(request, pk)
    table = chase_table(board, chase_of(board))
    return StreamingHttpResponse(
        csv_lines(table),
        content_type="text/csv; charset=utf-8",
        headers=attached(board, "chase-list", "csv"),
    )
