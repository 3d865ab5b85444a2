"""What was said of the bench's actions: up to four reports each, a quarter apart."""

import datetime

from plans.models import ActionUpdate, Evidence

from .copying import copy_rows
from .council import OFFICER, PEOPLE, directorate_of
from .words import PROGRESS, REASONS, one

AT_MOST = 4
QUARTER = 91
LATE = ("slipped", "some_slippage")
ENDS = [
    "achieved",
    "on_target",
    "on_target",
    "some_slippage",
    "on_target",
    "achieved",
    "slipped",
    "not_started",
    "on_target",
    "withdrawn",
]


def fill_updates(plans, today):
    """Write every action's updates, and a note of evidence with one in four."""
    numbers = [
        (plan, plan.first_action + n) for plan in plans for n in range(plan.actions)
    ]
    copy_rows(
        ActionUpdate,
        (row for plan, number in numbers for row in updates_of(plan, number, today)),
    )
    copy_rows(
        Evidence, (_note(number, today) for plan, number in numbers if number % 20)
    )


def latest_of(plan, number, today):
    """Return what the action carries of its newest update."""
    rows = updates_of(plan, number, today)
    if not rows:
        return {}
    newest = rows[-1]
    return {
        "latest_update_id": newest["id"],
        "rag_status": newest["rag_status"],
        "priority_monitoring": newest["priority_monitoring"],
        "reported_on": newest["reported_on"],
    }


def updates_of(plan, number, today):
    """Return the updates of the action with that number, the oldest first; one in twenty has none."""
    if number % 20 == 0:
        return []
    newest = today if plan.live else plan.end
    return [_update(plan, number, place, newest) for place in range(AT_MOST)]


def _update(plan, number, place, newest):
    back = (AT_MOST - 1 - place) * QUARTER + 1 + number % 23
    day = newest - datetime.timedelta(back)
    last = place == AT_MOST - 1
    status = one(ENDS, number) if last else one(ENDS[1:5], number + place)
    in_round = plan.live and last and back <= 11
    return {
        "id": number * AT_MOST - AT_MOST + place + 1,
        "action_id": number,
        "rag_status": status,
        "priority_monitoring": number % 17 == 0 and last,
        "progress": one(PROGRESS, number + place),
        "reason": one(REASONS, number) if status in LATE else "",
        "reported_on": day,
        "made_at": f"{day} 12:00+00",
        "made_by_id": OFFICER + number % (PEOPLE - OFFICER),
        "directorate_then_id": directorate_of(number),
        "round_id": 1 if in_round else None,
    }


def _note(number, today):
    return {
        "id": number,
        "action_id": number,
        "update_id": number * AT_MOST,
        "kind": "note",
        "text": f"Seen on paper: {one(PROGRESS, number // 2)}",
        "added_by_id": OFFICER,
        "added_at": f"{today} 08:00+00",
    }
