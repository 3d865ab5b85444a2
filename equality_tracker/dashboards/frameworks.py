"""What of the equality frameworks waits for whoever reads a dashboard: kept until somebody writes what it was counted from."""

from assessments.framework import due

from .assessments import REGISTER


def areas_due(board):
    """Return the AreaDue of each area in the scope of `board` where anything waits: at most one query, none where all is kept.

    An area is of the directorate of the post that leads on it. None is of one plan.
    """
    if board.scope.plan:
        return []
    own = board.scope.directorates
    return [one for one in areas_of(board) if one.counts and (not own or one.directorate in own)]  # fmt: skip


def areas_of(board):
    """Return the AreaDue of each area of the frameworks in use."""
    key = ("frameworks", board.scope.on)
    kept = board.moment.parts(key, [REGISTER], lambda _missing: {REGISTER: due.of_all(board.scope.on)})  # fmt: skip
    return kept[REGISTER]
