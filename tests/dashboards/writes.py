"""What people do to a council's plans: each is a function of a number that chooses the row. Even actions are left to somebody else's
connection."""

import datetime

from django.db import connection, transaction
from django.utils import timezone

from equality_tracker.organisation.models import Directorate, Lead, Succession
from plans.models import Action, ActionLead, ActionUpdate, Contribution, Plan, Round
from tests.factories import (
    ActionFactory,
    DirectorateFactory,
    LeadFactory,
    UserFactory,
)

DAY = datetime.timedelta(days=1)


def _one_of(rows, number):
    found = list(rows.order_by("pk"))
    return found[number % len(found)] if found else None


def ours(number):
    """An action that nobody else is writing on: theirs have even ids."""
    return _one_of(Action.objects.live().filter(pk__in=_odd(Action)), number)


def _odd(model):
    return [pk for pk in model.objects.values_list("pk", flat=True) if pk % 2]


def _by():
    return UserFactory()


def report(number):
    action, on = ours(number), timezone.localdate()
    status = ("slipped", "achieved", "on_target", None)[number % 4]
    new_due = on + number * DAY if number % 3 == 0 else None
    action.record_update(
        by=_by(),
        on=on - number % 5 * DAY,
        rag_status=status,
        progress="Said so.",
        reason="Late.",
        new_due=new_due,
        due_reason="Because." if new_due else "",
    )


def take_back(number):
    update = _one_of(
        ActionUpdate.objects.filter(
            retracted_at=None,
            action__in=_odd(Action),
            action__plan__state="live",
            pk__in=Action.objects.values("latest_update"),
        ),
        number,
    )
    if update:
        update.action.retract_update(update, by=_by(), why="Wrong.")


def report_undone(number):
    try:
        with transaction.atomic():
            report(number)
            raise ZeroDivisionError
    except ZeroDivisionError:
        pass


def name_lead(number):
    action = ours(number)
    lead = _one_of(Lead.objects.all(), number) or LeadFactory()
    if not action.leads.filter(pk=lead.pk).exists():
        action.leads.add(lead)


def drop_lead(number):
    part = _one_of(ActionLead.objects.filter(action__in=_odd(Action)), number)
    if part:
        part.delete()


def rename_lead(number):
    lead = _one_of(Lead.objects.all(), number)
    lead.name = f"Renamed {number} {lead.pk}"
    lead.save()


def join(number):
    action = ours(number)
    body = _one_of(Directorate.objects.all(), number)
    Contribution.objects.get_or_create(action=action, directorate=body)


def leave(number):
    part = _one_of(Contribution.objects.filter(action__in=_odd(Action)), number)
    if part:
        part.delete()


def hand_over(number):
    body = _one_of(Directorate.objects.all(), number)
    Action.objects.filter(pk=ours(number).pk).update(directorate=body)


def add(number):
    action = ours(number)
    ActionFactory(priority=action.priority, directorate=action.directorate)


def move_by_hand(number):
    """An action passes to a priority of another plan by SQL alone."""
    action = ours(number)
    other = _one_of(
        Action.objects.live().exclude(plan=action.plan).select_related("priority"), 0
    )
    if other:
        by_sql(
            "UPDATE plans_action SET plan_id = %s, priority_id = %s WHERE id = %s",
            [other.plan_id, other.priority_id, action.pk],
        )


def date_by_hand(number):
    by_sql(
        "UPDATE plans_action SET due = %s WHERE id = %s",
        [timezone.localdate() + (number - 5) * DAY, ours(number).pk],
    )


def by_sql(sql, params):
    with connection.cursor() as cursor:
        cursor.execute(sql, params)


def name_priority(number):
    priority = ours(number).priority
    priority.title = f"Named {number} {priority.pk}"
    priority.save()


def turn_plan(number):
    """A live plan is closed, a closed one opened, as long as two stay live."""
    plan = _one_of(Plan.objects.all(), number)
    if plan.state != "live" or Plan.objects.filter(state="live").count() > 1:
        plan.state = "live" if plan.state != "live" else "closed"
        plan.save()


def turn_round(number):
    running = _one_of(Round.objects.running(), number)
    if running:
        running.close()
    else:
        on = timezone.localdate()
        plans = list(Plan.objects.filter(state="live"))
        Round.open_for(
            plans, title=f"Round {number}", opens=on - DAY, closes=on + DAY, by=_by()
        )


def restructure(number):
    body = _one_of(Directorate.objects.all(), number)
    if number % 2:
        body.name = f"Body {number} {body.pk}"
        body.save()
    elif not Succession.objects.filter(predecessor=body).exists():
        heir = DirectorateFactory()
        Succession.objects.create(
            predecessor=body, successor=heir, on=timezone.localdate()
        )


WRITES = [
    report,
    take_back,
    report_undone,
    name_lead,
    drop_lead,
    rename_lead,
    join,
    leave,
    hand_over,
    add,
    move_by_hand,
    date_by_hand,
    name_priority,
    turn_plan,
    turn_round,
    restructure,
]
