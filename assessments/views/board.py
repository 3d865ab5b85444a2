"""The register by stage."""

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from assessments.register.board import Board
from assessments.register.selection import AssessmentSelection


@require_safe
def assessment_board(request):
    on = timezone.localdate()
    selection = AssessmentSelection(request.GET, user=request.user, on=on)
    context = {"selection": selection, "board": Board(selection)}
    return render(request, "assessments/assessment_board.html", context)
