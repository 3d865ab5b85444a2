"""Who may do what in a framework: one table. Everybody who is signed in reads.

An officer writes what the council says of itself, and proposes a level, in the areas whose lead's post they hold. A manager judges the
areas that they lead or that are led from their directorates. An admin does everything, and alone decides which framework is used, who
leads on an area, and what an external assessment found.
"""

from enum import Enum

from assessments.models import FrameworkArea
from equality_tracker.organisation.models import Role


class Right(Enum):
    WRITE = (
        "write what the council says of itself, add what shows it, and propose a level"
    )
    JUDGE = "judge the level, and say which is wanted by when"
    SET_UP = "take a framework into use, name who leads, and record awards"


EVERYWHERE = {Role.ADMIN: {Right.WRITE, Right.JUDGE, Right.SET_UP}}
WHERE_THEY_ANSWER = {
    Role.OFFICER: {Right.WRITE},
    Role.MANAGER: {Right.WRITE, Right.JUDGE},
}


def rights_everywhere(user):
    """What `user` may do in each area, whoever leads it."""
    return EVERYWHERE.get(user.role, set()) if user.is_active else set()


def areas_of(user, on):
    """The keys of the areas that `user` answers for on the day `on`: one query, none for those who answer for no area."""
    if not user.is_active or user.role not in WHERE_THEY_ANSWER:
        return set()
    rows = FrameworkArea.objects.answered_for_by(user, on)
    return set(rows.values_list("pk", flat=True))


def rights_in(user, area, on):
    """What `user` may do in `area` on the day `on`, as a set of Right."""
    if area.pk in areas_of(user, on):
        return rights_everywhere(user) | WHERE_THEY_ANSWER[user.role]
    return rights_everywhere(user)
