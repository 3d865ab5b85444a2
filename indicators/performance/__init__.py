"""How an indicator performs: the one place that decides. Pure: no model, no database, no today.

Nothing is called good or bad until a person has confirmed which way is better: `direction` is "" until
then. Each answer says why, and the rule that it was decided by.
"""

from .judging import (
    NO_DIRECTION,
    NO_RESULT,
    NO_TARGET,
    POINTS_OR_PER_CENT,
    WORST_FIRST,
    Judgement,
    Verdict,
    absolute,
    judge,
)
from .progress import (
    Change,
    Course,
    Distance,
    change_since,
    distance_travelled,
    on_course,
)

__all__ = [
    "NO_DIRECTION",
    "NO_RESULT",
    "NO_TARGET",
    "POINTS_OR_PER_CENT",
    "WORST_FIRST",
    "Change",
    "Course",
    "Distance",
    "Judgement",
    "Verdict",
    "absolute",
    "change_since",
    "distance_travelled",
    "judge",
    "on_course",
]
