"""Rounds: an admin opens one for chosen plans, watches it, and closes it."""

import datetime
import threading
import uuid

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from plans.models import Action, Plan, Round
from tests.factories import ActionFactory, PlanFactory

pytestmark = pytest.mark.django_db
NEW = "/rounds/new/"


def opening(*plans, **changes):
    said = {
        "form_key": str(uuid.uuid4()),
        "title": "Quarter 3",
        "plans": [plan.pk for plan in plans],
        "opens": "1/10/2026",
        "closes": "9/1/2027",
    }
    return {**said, **changes}


def open_round(plan, by, **fields):
    on = timezone.localdate()
    return Round.open_for(
        [plan], **{"title": "Q3", "opens": on, "closes": on, "by": by, **fields}
    )


def test_a_round_opens_for_the_chosen_plans(admin_client, admin):
    chosen, left_out = PlanFactory(), PlanFactory()

    admin_client.post(NEW, opening(chosen))

    opened = Round.objects.get()
    assert list(opened.plans.all()) == [chosen]
    assert (opened.opened_by, opened.closes) == (admin, datetime.date(2027, 1, 9))
    assert left_out.rounds.count() == 0


def test_a_plan_with_a_running_round_is_refused_by_name(admin_client, admin):
    plan = PlanFactory(title="Plan for all")
    open_round(plan, admin, title="Quarter 2")

    answer = admin_client.post(NEW, opening(plan))

    page = answer.content.decode()
    assert "“Plan for all” is in the round “Quarter 2” already." in page
    assert Round.objects.count() == 1


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"title": ""}, "title"),
        ({"plans": []}, "plans"),
        ({"opens": ""}, "opens"),
        ({"closes": "1/1/2026"}, "closes"),
        ({"form_key": ""}, "form_key"),
    ],
)
def test_what_is_wrong_is_said(admin_client, wrong, field):
    answer = admin_client.post(NEW, opening(PlanFactory(), **wrong))

    assert field in answer.context["form"].errors
    assert Round.objects.count() == 0


def test_a_plan_that_is_not_live_cannot_be_chosen(admin_client):
    answer = admin_client.post(NEW, opening(PlanFactory(state=Plan.State.CLOSED)))

    assert "plans" in answer.context["form"].errors


def test_the_same_form_sent_twice_opens_one_round(admin_client):
    sent = opening(PlanFactory())

    first, second = [admin_client.post(NEW, sent) for _ in range(2)]

    assert Round.objects.count() == 1
    assert first["Location"] == second["Location"]


@pytest.mark.django_db(transaction=True)
def test_of_two_rounds_for_one_plan_opened_at_once_one_is_refused_in_words(admin):
    plan = PlanFactory()
    answers, ready = [], threading.Barrier(6)

    def send():
        client = Client()
        client.force_login(admin)
        ready.wait()
        answers.append(client.post(NEW, opening(plan)).status_code)
        connection.close()

    threads = [threading.Thread(target=send) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(answers) == [200] * 5 + [302]
    assert Round.objects.count() == 1


def test_the_page_counts_what_is_updated_and_leads_to_what_is_not(
    admin_client, admin, officer, housing
):
    first = ActionFactory(directorate=housing)
    ActionFactory(directorate=housing, priority=first.priority)
    nobodys = ActionFactory(directorate=None, priority=first.priority)
    running = open_round(first.plan, admin)
    first.record_update(
        by=officer, on=timezone.localdate(), rag_status="achieved", progress="Done."
    )

    page = admin_client.get(running.get_absolute_url()).content.decode()
    rows = {
        row["directorate_name"]: (row["updated"], row["waiting"])
        for row in Action.objects.standing_in_round(running)
    }

    assert rows == {housing.name: (1, 1), None: (0, 1)}
    assert "<strong>1 of 3</strong>" in page
    link = f"plan={first.plan.reference}&amp;answering=none&amp;not_updated_this_round=true"
    assert link in page
    found = admin_client.get(
        f"{reverse('plans:action_list')}?{link.replace('&amp;', '&')}"
    )
    assert nobodys.reference in found.content.decode()


def test_closing_asks_once_and_ends_the_counting(admin_client, admin, officer, housing):
    action = ActionFactory(directorate=housing)
    running = open_round(action.plan, admin)
    close = reverse("plans:round_close", args=[running.pk])

    asked = admin_client.get(close)
    assert "Close the round" in asked.content.decode()
    admin_client.post(close)

    running.refresh_from_db()
    update = action.record_update(
        by=officer, on=timezone.localdate(), rag_status="on_target", progress="Late."
    )
    assert not running.is_running
    assert update.round is None


def test_closing_twice_keeps_the_first_moment(admin_client, admin):
    running = open_round(PlanFactory(), admin)
    close = reverse("plans:round_close", args=[running.pk])
    admin_client.post(close)
    running.refresh_from_db()
    first = running.closed_at

    admin_client.post(close)

    running.refresh_from_db()
    assert running.closed_at == first


def test_a_closed_round_still_says_what_was_updated_in_it(
    admin_client, admin, officer, housing
):
    action = ActionFactory(directorate=housing)
    closed = open_round(action.plan, admin)
    for _ in range(2):
        action.record_update(
            by=officer,
            on=timezone.localdate(),
            rag_status="on_target",
            progress="Going.",
        )
    closed.close()

    [row] = Action.objects.standing_in_round(closed)

    assert row["updated"] == 1


@pytest.mark.parametrize("count", [1, 20])
def test_the_page_takes_five_queries_however_many_actions(
    admin_client, admin, count, django_assert_num_queries
):
    first = ActionFactory()
    for _ in range(count):
        ActionFactory(priority=first.priority)
    running = open_round(first.plan, admin)

    # session, user, the round, its plans, counts by directorate
    with django_assert_num_queries(5):
        admin_client.get(running.get_absolute_url())
