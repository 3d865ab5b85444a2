"""What the database itself refuses of assessments: a stage without its move, writing in what is signed, signing one's own."""

from .authors import NOBODY_SIGNS_THEIR_OWN, authors_of, writers_of
from .kept import (
    ACTION_STANDS,
    CURRENT_IS_ITS_OWN,
    IN_ITS_LIST,
    ORIGIN_STAYS,
    REVIEWED_ONCE_PUBLISHED,
    UNDER_ITS_AIMS,
)
from .life import (
    BEGINS_PLANNED,
    MOVES_ARE_DONE,
    MOVES_FOLLOW_EACH_OTHER,
    STAGE_FOLLOWS_MOVES,
    STAGE_IS_EARNED,
    STAYS,
)
from .sight import HIDDEN_IS_NOT_PUBLISHED, PUBLISHED_STAYS_IN_SIGHT
from .signed import SIGNED_CONTENT_STAYS, SIGNED_DAYS_STAY, written_while_open

__all__ = [
    "ACTION_STANDS",
    "BEGINS_PLANNED",
    "CURRENT_IS_ITS_OWN",
    "HIDDEN_IS_NOT_PUBLISHED",
    "IN_ITS_LIST",
    "MOVES_ARE_DONE",
    "MOVES_FOLLOW_EACH_OTHER",
    "NOBODY_SIGNS_THEIR_OWN",
    "ORIGIN_STAYS",
    "PUBLISHED_STAYS_IN_SIGHT",
    "REVIEWED_ONCE_PUBLISHED",
    "SIGNED_CONTENT_STAYS",
    "SIGNED_DAYS_STAY",
    "STAGE_FOLLOWS_MOVES",
    "STAGE_IS_EARNED",
    "STAYS",
    "UNDER_ITS_AIMS",
    "authors_of",
    "writers_of",
    "written_while_open",
]
