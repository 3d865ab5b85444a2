"""The plans and actions of the bench."""

import datetime

from plans.models import (
    Action,
    ActionLead,
    Contribution,
    Plan,
    Priority,
    Round,
    RoundPlan,
)

from .copying import copy_rows
from .council import ADMIN, LEADS, directorate_of
from .updates import latest_of
from .words import MEASURES, OUTCOMES, SUBJECTS, one, title

PRIORITIES = 6
DAY = datetime.timedelta(days=1)


def fill_plans(plans, today):
    """Write the plans with their priorities and the running round of the live ones."""
    copy_rows(Plan, map(_plan, plans))
    copy_rows(
        Priority, (_priority(plan, n) for plan in plans for n in range(PRIORITIES))
    )
    opens, closes = today - 12 * DAY, today + 16 * DAY
    running = {"id": 1, "title": "This round", "opened_by_id": ADMIN}
    copy_rows(Round, [{**running, "opens": opens, "closes": closes}])
    live = [plan for plan in plans if plan.live]
    copy_rows(
        RoundPlan,
        ({"id": plan.number, "round_id": 1, "plan_id": plan.number} for plan in live),
    )


def fill_actions(plans, today):
    """Write every action with its leads, contributors, aims and characteristics."""
    numbered = [(plan, index) for plan in plans for index in range(plan.actions)]
    numbers = range(1, len(numbered) + 1)
    copy_rows(Action, (_action(plan, index, today) for plan, index in numbered))
    copy_rows(ActionLead, (row for number in numbers for row in _leads(number)))
    copy_rows(Contribution, (_contribution(number) for number in numbers[::5]))
    copy_rows(Action.aims.through, (_aim(number) for number in numbers))
    copy_rows(
        Action.characteristics.through,
        (_characteristic(number) for number in numbers[::2]),
    )


def _plan(plan):
    return {
        "id": plan.number,
        "reference": plan.reference,
        "title": f"Equality plan {plan.number} of {plan.start.year}",
        "directorate_id": directorate_of(plan.number),
        "start": plan.start,
        "end": plan.end,
        "state": "live" if plan.live else "closed",
    }


def _priority(plan, index):
    return {
        "id": _priority_id(plan, index),
        "plan_id": plan.number,
        "number": str(index + 1),
        "position": index + 1,
        "title": f"{one(SUBJECTS, plan.number + index)} for everybody",
    }


def _priority_id(plan, index):
    return (plan.number - 1) * PRIORITIES + index + 1


def _action(plan, index, today):
    number = plan.first_action + index
    in_priority = index * PRIORITIES // plan.actions
    due = _due(plan, number)
    return {
        "id": number,
        "plan_id": plan.number,
        "priority_id": _priority_id(plan, in_priority),
        "position": index + 1,
        "reference": f"{in_priority + 1}.{index + 1}",
        "title": title(number),
        "outcome": one(OUTCOMES, number),
        "measures": f"{one(MEASURES, number)}\n{one(MEASURES, number // 5)}",
        "lead_as_written": f"Lead {number % LEADS + 1}",
        "directorate_id": directorate_of(number),
        "contributing_all": number % 50 == 0,
        "timescale": f"By {due:%B %Y}" if due else "Ongoing",
        "due": due,
        "due_precision": "month" if due else "",
        "original_due": due,
        "ongoing": due is None,
        "created_at": f"{plan.start} 09:00+00",
        **latest_of(plan, number, today),
    }


def _due(plan, number):
    """Spread over the plan's years; one action in seven has no date."""
    if number % 7 == 0:
        return None
    return plan.start + datetime.timedelta(number * 37 % 1400 + 30)


def _leads(number):
    """Most have one lead, one in four two, one in thirty none."""
    if number % 30 == 0:
        return
    yield _lead(number, 0)
    if number % 4 == 0:
        yield _lead(number, 1)


def _lead(number, place):
    return {
        "id": number * 2 - place,
        "action_id": number,
        "lead_id": (number + place) % LEADS + 1,
        "position": place,
    }


def _contribution(number):
    other = directorate_of(number + 1)
    return {"id": number, "action_id": number, "directorate_id": other}


def _aim(number):
    return {"id": number, "action_id": number, "aim_id": number % 3 + 1}


def _characteristic(number):
    return {"id": number, "action_id": number, "characteristic_id": number % 9 + 1}
