"""The council of the bench: as large as a large one, with people in every role."""

from equality_tracker.organisation.models import (
    Directorate,
    Holding,
    Lead,
    Membership,
    User,
)

from .copying import copy_rows
from .words import DIRECTORATES, FIRST, LAST, POSTS, SUBJECTS, one

PEOPLE, ADMIN, MANAGER, OFFICER, READER = 60, 1, 2, 3, 7
LEADS = len(POSTS) * len(SUBJECTS)


def fill_council():
    """Write nine directorates, sixty people and forty leads with their holders."""
    copy_rows(Directorate, map(_directorate, range(len(DIRECTORATES))))
    copy_rows(User, map(_person, range(1, PEOPLE + 1)))
    copy_rows(Membership, map(_membership, range(ADMIN + 1, PEOPLE + 1)))
    copy_rows(Lead, map(_lead, range(LEADS)))
    copy_rows(Holding, map(_holding, range(LEADS)))


def directorate_of(number):
    """Return the id of the directorate that answers for what has that number."""
    return number % len(DIRECTORATES) + 1


def _directorate(index):
    name = DIRECTORATES[index]
    kind = "partner" if "Partnership" in name else "directorate"
    return {"id": index + 1, "name": name, "kind": kind}


def _person(number):
    role = {ADMIN: "admin", MANAGER: "manager"}.get(number) or one(
        ["officer", "officer", "officer", "manager", "reader"], number - OFFICER
    )
    return {
        "id": number,
        "email": f"person{number}@bench.example",
        "name": f"{one(FIRST, number)} {one(LAST, number // 2)}",
        "role": role,
        "password": "!",
    }


def _membership(number):
    return {"id": number, "user_id": number, "directorate_id": directorate_of(number)}


def _lead(index):
    name = f"{POSTS[index // len(SUBJECTS)]} {SUBJECTS[index % len(SUBJECTS)]}"
    return {"id": index + 1, "name": name, "directorate_id": directorate_of(index)}


def _holding(index):
    user = OFFICER + index % (PEOPLE - OFFICER)
    return {"id": index + 1, "lead_id": index + 1, "user_id": user}
