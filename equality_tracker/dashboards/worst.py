"""The few actions that a dashboard names first, with what was last said of them."""

from dataclasses import dataclass

from plans.models import ActionUpdate

from .listing import reasons_in_words
from .rows import Row


@dataclass(frozen=True)
class Worst:
    """One of the worst: why it needs somebody, and what its newest update says of it."""

    row: Row
    why: str
    said: str
    new_due: object


def words_of_worst(board):
    """Return a Worst for each of the board's worst rows: one query more."""
    rows = board.needs.worst
    updates = ActionUpdate.objects.in_bulk(
        [row.latest_update for row in rows if row.latest_update]
    )
    words = reasons_in_words(board.scope)
    return [_worst(row, words(row), updates.get(row.latest_update)) for row in rows]


def _worst(row, why, update):
    if update is None:
        return Worst(row, why, "", None)
    return Worst(row, why, update.reason or update.progress, update.new_due)
