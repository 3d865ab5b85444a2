"""The list of actions: each filter, the order, what is refused, and the same rows as a file."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from equality_tracker.organisation.models import Aim, Characteristic
from plans.models import Round
from tests.factories import (
    ActionFactory,
    HoldingFactory,
    LeadFactory,
)

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)


def listed(client, **query):
    response = client.get(reverse("plans:action_list"), query)
    assert response.status_code == 200
    return [row.record["pk"] for row in response.context["table"].rows]


def test_actions_of_live_plans_are_listed_and_the_page_says_so(reader_client):
    live = ActionFactory()
    closed = ActionFactory(priority__plan__state="closed")

    page = reader_client.get(reverse("plans:action_list")).content.decode()

    assert listed(reader_client) == [live.pk]
    assert set(listed(reader_client, plan="all")) == {live.pk, closed.pk}
    assert listed(reader_client, plan="closed") == [closed.pk]
    assert listed(reader_client, plan=closed.plan.reference) == [closed.pk]
    assert "live plans" in page


def test_a_directorates_actions_are_those_it_answers_for_or_contributes_to(
    reader_client, housing
):
    own = ActionFactory(directorate=housing)
    joint = ActionFactory()
    joint.contributing.add(housing)
    nobodys = ActionFactory(directorate=None)

    assert set(listed(reader_client, directorate=housing.pk)) == {own.pk, joint.pk}
    assert listed(reader_client, answering=housing.pk) == [own.pk]
    assert listed(reader_client, directorate="none") == [nobodys.pk]


def test_actions_are_found_by_their_lead_and_by_having_none(reader_client):
    lead = LeadFactory()
    led = ActionFactory(leads=[lead])
    without = ActionFactory()

    assert listed(reader_client, lead=lead.pk) == [led.pk]
    assert listed(reader_client, lead="none") == [without.pk]


def test_actions_are_found_by_several_statuses_and_by_having_none(reader_client):
    slipped = ActionFactory(rag_status="slipped")
    silent = ActionFactory()
    ActionFactory(rag_status="on_target")

    assert listed(reader_client, rag_status="slipped") == [slipped.pk]
    both = listed(reader_client, rag_status=["slipped", "none"])
    assert set(both) == {slipped.pk, silent.pk}


def test_actions_are_found_by_what_their_dates_mean_today(reader_client):
    today = timezone.localdate()
    late = ActionFactory(due=today - DAY)
    soon = ActionFactory(due=today + 10 * DAY)
    waiting = ActionFactory(event="the inquiry")
    ActionFactory(due=today - DAY, rag_status="achieved")

    assert listed(reader_client, overdue="true") == [late.pk]
    due = {"due_from": today.isoformat(), "due_to": (today + 30 * DAY).isoformat()}
    assert listed(reader_client, **due) == [soon.pk]
    assert listed(reader_client, waiting="true") == [waiting.pk]
    assert len(listed(reader_client, open="true")) == 3


def test_actions_are_found_by_when_they_were_last_updated(reader_client, admin):
    old = ActionFactory(rag_status="on_target", reported_on=datetime.date(2026, 1, 1))
    ActionFactory(rag_status="on_target", reported_on=datetime.date(2026, 6, 1))
    today = timezone.localdate()
    Round.open_for([old.plan], title="Q3", opens=today, closes=today, by=admin)

    assert listed(reader_client, not_updated_since="2026-03-01") == [old.pk]
    assert listed(reader_client, not_updated_this_round="true") == [old.pk]


def test_actions_are_found_by_a_moved_date_by_monitoring_and_by_being_mine(
    officer_client, officer, housing
):
    lead = HoldingFactory(user=officer).lead
    mine = ActionFactory(leads=[lead], due=datetime.date(2027, 1, 1))
    mine.record_update(
        by=officer,
        on=timezone.localdate(),
        rag_status="on_target",
        progress="Half done.",
        priority_monitoring=True,
        new_due=datetime.date(2027, 6, 1),
        due_reason="The lift.",
    )
    ActionFactory()

    for name in ("moved", "priority_monitoring", "mine"):
        assert listed(officer_client, **{name: "true"}) == [mine.pk]


def test_actions_are_found_by_characteristic_aim_words_and_number(reader_client):
    action = ActionFactory(title="Interpreting at first contact")
    action.characteristics.add(Characteristic.objects.first())
    action.aims.add(Aim.objects.first())
    ActionFactory()

    for query in (
        {"characteristic": Characteristic.objects.first().pk},
        {"aim": Aim.objects.first().pk},
        {"q": "interpreting contact"},
        {"ids": f"{action.pk},999999"},
        {"priority": action.priority_id},
    ):
        assert listed(reader_client, **query) == [action.pk]


@pytest.mark.parametrize(
    ("name", "things"), [("characteristics", Characteristic), ("aims", Aim)]
)
def test_actions_that_name_no_characteristic_or_no_aim_are_found(
    reader_client, name, things
):
    named, without = ActionFactory(), ActionFactory()
    getattr(named, name).add(*things.objects.all())

    assert listed(reader_client, **{name.removesuffix("s"): "none"}) == [without.pk]


def test_references_stand_in_the_order_people_count_in(reader_client):
    first = ActionFactory(reference="1.10")
    same = {"priority": first.priority}
    second = ActionFactory(reference="1.2", **same)
    third = ActionFactory(reference="2", **same)

    assert listed(reader_client, sort="reference") == [second.pk, first.pk, third.pk]
    assert listed(reader_client, sort="-reference") == [third.pk, first.pk, second.pk]


def test_references_of_different_kinds_stand_in_one_order(reader_client):
    same = {"priority": ActionFactory(reference="2.10").priority}
    for reference in ("9", "10.1", "2.2", "2.3a", "2.2.1"):
        ActionFactory(reference=reference, **same)

    page = reader_client.get(reverse("plans:action_list"), {"sort": "reference"})

    rows = page.context["table"].rows
    in_order = ["2.2", "2.2.1", "2.3a", "2.10", "9", "10.1"]
    assert [row.record["reference"] for row in rows] == in_order


@pytest.mark.parametrize(
    "sort", ["title", "due", "rag_status", "directorate", "lead", "reported_on"]
)
def test_each_order_holds_every_row_once_both_ways(reader_client, sort):
    for status in ("slipped", "on_target", None):
        ActionFactory(rag_status=status, leads=[LeadFactory(), LeadFactory()])

    up, down = listed(reader_client, sort=sort), listed(reader_client, sort=f"-{sort}")

    assert len(up) == len(set(up)) == 3
    assert set(up) == set(down)


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ({"colour": "red"}, "“colour” is not a filter."),
        ({"lead__user__password__startswith": "p"}, "is not a filter."),
        ({"rag_status": "purple"}, "“purple” is not one of the choices."),
        ({"plan": "NONE-1"}, "“NONE-1” is not one of the choices."),
        ({"priority": "9999999"}, "is not one of the choices."),
        ({"directorate": "0x10"}, "is not one of the choices."),
        ({"overdue": "maybe"}, "“maybe” is not one of the choices."),
        ({"due_to": "31/13/2026"}, "choose a date"),
        ({"ids": "1;2"}, "not numbers"),
        ({"ids": ",".join(map(str, range(501)))}, "at most 500"),
        ({"sort": "password"}, "cannot be sorted by"),
        ({"overdue": ["true", "false"]}, "is given twice"),
        ({"q": "a\0b"}, "Null characters are not allowed."),
    ],
)
def test_what_is_not_understood_is_named_and_nothing_is_listed(
    reader_client, query, words
):
    action = ActionFactory(title="Never shown")

    for name in ("action_list", "action_export_csv", "action_export_xlsx"):
        response = reader_client.get(reverse(f"plans:{name}"), query)
        page = response.content.decode()

        assert response.status_code == 400
        assert words in page
        assert action.title not in page


def test_each_active_filter_is_said_with_a_link_that_takes_it_off(reader_client):
    ActionFactory(rag_status="slipped")
    query = {"rag_status": ["slipped", "none"], "open": "true"}

    response = reader_client.get(reverse("plans:action_list"), query)

    chosen = response.context["selection"].chosen
    assert [(one.label, one.words) for one in chosen] == [
        ("Plan", "live plans"),
        ("Status", "Slipped"),
        ("Status", "No status given"),
        ("Open", "yes"),
    ]
    assert chosen[1].without == "?rag_status=none&open=true"
