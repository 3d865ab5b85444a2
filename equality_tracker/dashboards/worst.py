"""The few actions that a dashboard names first, with what was last said of them."""

from dataclasses import dataclass

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
    """Return a Worst for each of the board's worst rows."""
    words = reasons_in_words(board.scope)
    return [Worst(row, words(row), row.said, row.new_due) for row in board.worst]
