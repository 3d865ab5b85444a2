"""What the views of this folder share: the board that an address asks for."""

from django.db.models import Exists, OuterRef, Q
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.text import slugify

from equality_tracker.dashboards.board import board_of
from equality_tracker.organisation.models import Directorate, Membership, Role


def board_at(request, pk=None):
    """Return the Board of directorate `pk`, or of the whole council where it is None. Raises Http404 where there is no such."""
    directorate = get_object_or_404(Directorate, pk=pk) if pk is not None else None
    return board_of(
        request.GET,
        on=timezone.localdate(),
        directorate=directorate,
        moment=request.moment,
    )


def board_and_own(request, pk):
    """Return the Board of directorate `pk` and the directorates that the reader belongs to: the same query finds both."""
    own = Q(
        Exists(Membership.objects.filter(directorate=OuterRef("pk"), user=request.user))
    )
    found = Directorate.objects.annotate(is_own=own).filter(Q(pk=pk) | Q(is_own=True))
    directorates = {one.pk: one for one in found}
    if pk not in directorates:
        raise Http404
    board = board_of(
        request.GET,
        on=timezone.localdate(),
        directorate=directorates[pk],
        moment=request.moment,
    )
    return board, [one for one in directorates.values() if one.is_own]


def status_of(board):
    """Return the answer's status: 400 where the address asks for a plan or date that cannot be."""
    return 200 if board.form.is_valid() else 400


def addressed_to(user, own, board):
    """Whether "what needs you" speaks to `user`, who belongs to the directorates `own`: an admin, or the directorate's manager."""
    return user.is_admin or (
        user.role == Role.MANAGER and board.scope.directorate in own
    )


def attached(board, what, extension):
    """Return the headers that make an answer a download: "housing-chase-list-2026-11-22.csv"."""
    who = slugify(board.scope.who) or f"directorate-{board.scope.directorate.pk}"
    name = f"{who[:60]}-{what}-{board.scope.on.isoformat()}.{extension}"
    return {"Content-Disposition": f'attachment; filename="{name}"'}
