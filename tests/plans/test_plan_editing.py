"""The equality lead's pages: nothing is overwritten, nothing is made twice, and a closed plan is kept as it stood."""

import datetime
import uuid

import pytest
from django.db import IntegrityError, connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from plans.models import Action, Plan, StatusWording
from tests.factories import ActionFactory, LeadFactory, PlanFactory, PriorityFactory

pytestmark = pytest.mark.django_db
NO_STEPS = {"step-TOTAL_FORMS": 0, "step-INITIAL_FORMS": 0}


def form_of(action, **typed):
    return {
        "version": action.version,
        "priority": action.priority_id,
        "reference": action.reference,
        "title": action.title,
        "directorate": action.directorate_id,
        "due": f"{action.due:%d/%m/%Y}" if action.due else "",
        **NO_STEPS,
        **typed,
    }


def edit(client, action, **typed):
    page = reverse("plans:action_edit", args=[action.pk])
    return client.post(page, form_of(action, **typed))


def test_a_new_plan_begins_as_a_draft_and_is_made_once(admin_client):
    form = {
        "title": "Plan for 2027",
        "reference": "EQ-2027",
        "priority_word": "Theme",
        "form_key": uuid.uuid4(),
    }

    admin_client.post(reverse("plans:plan_create"), form)
    admin_client.post(reverse("plans:plan_create"), {**form, "reference": "EQ-28"})

    assert [plan.state for plan in Plan.objects.all()] == ["draft"]


@pytest.mark.parametrize("reference", ["new", "All", "live", "DRAFT", "closed"])
def test_the_database_keeps_no_plan_named_as_a_word_of_an_address(db, reference):
    with pytest.raises(IntegrityError, match="plan_reference_is_no_word"):
        PlanFactory(reference=reference)


@pytest.mark.parametrize("reference", ["new", "ALL", "eq-1"])
def test_a_reference_that_is_taken_is_refused_in_words(admin_client, reference):
    PlanFactory(reference="EQ-1")
    form = {"title": "A", "reference": reference, "priority_word": "Theme"}

    response = admin_client.post(
        reverse("plans:plan_create"), {**form, "form_key": uuid.uuid4()}
    )

    assert response.status_code == 200
    assert "There is a problem" in response.content.decode()
    assert Plan.objects.count() == 1


def test_a_plan_is_opened_closed_and_reopened_by_its_own_page(admin_client):
    plan = PlanFactory(state="draft")
    page = reverse("plans:plan_state", args=[plan.reference])

    seen = []
    for state in ("draft", "live", "closed"):
        admin_client.post(page, {"from": state})
        plan.refresh_from_db()
        seen.append(plan.state)

    assert seen == ["live", "closed", "live"]


def test_a_state_that_somebody_changed_meanwhile_is_left(admin_client):
    plan = PlanFactory(state="live")

    admin_client.post(
        reverse("plans:plan_state", args=[plan.reference]), {"from": "draft"}
    )

    plan.refresh_from_db()
    assert plan.state == "live"


def test_a_closed_plans_action_is_not_edited(admin_client):
    action = ActionFactory(priority__plan__state="closed")

    response = edit(admin_client, action, title="Something else")

    action.refresh_from_db()
    assert response.url == action.plan.get_absolute_url()
    assert action.title != "Something else"


def test_the_second_of_two_edits_sees_the_first(admin_client):
    action = ActionFactory()
    edit(admin_client, action, title="The first wrote this")

    second = edit(admin_client, action, title="The second wrote this")

    action.refresh_from_db()
    assert action.title == "The first wrote this"
    assert "The first wrote this" in second.content.decode()


def test_a_reference_of_another_action_is_refused_in_words(admin_client):
    first = ActionFactory(reference="1.1")
    second = ActionFactory(priority=first.priority, reference="1.2")

    response = edit(admin_client, second, reference="1.1")

    assert "Another action of this plan has this reference" in response.content.decode()


def test_another_plans_heading_cannot_be_chosen(admin_client):
    action, elsewhere = ActionFactory(), PriorityFactory()

    edit(admin_client, action, priority=elsewhere.pk)

    action.refresh_from_db()
    assert action.priority != elsewhere


def test_changed_words_are_read_again_and_the_reading_is_said(admin_client):
    action = ActionFactory(priority__plan__state="draft")

    response = edit(admin_client, action, timescale="31 March 2027")

    action.refresh_from_db()
    assert response.status_code == 302
    assert action.due == datetime.date(2027, 3, 31)
    assert not action.reading_corrected


def test_the_enter_key_saves_for_the_forms_first_button_is_save(admin_client):
    action = ActionFactory()
    page = admin_client.get(reverse("plans:action_edit", args=[action.pk]))

    form = page.content.decode().split('<form method="post" novalidate>')[1]
    first = form.split("<button")[1].split("</button>")[0]

    assert 'type="submit"' in first
    assert "name=" not in first
    assert first.endswith(">Save")


def test_the_reading_is_shown_before_anything_is_saved(admin_client):
    action = ActionFactory()

    response = edit(admin_client, action, timescale="31 March 2027", read="1")

    action.refresh_from_db()
    assert "due 31 March 2027" in response.content.decode()
    assert action.due is None


@pytest.mark.parametrize(
    ("why", "first_promised"),
    [("moved", datetime.date(2026, 12, 31)), ("corrected", datetime.date(2027, 3, 31))],
)
def test_a_live_plans_date_says_whether_it_moved(admin_client, why, first_promised):
    action = ActionFactory(
        due=datetime.date(2026, 12, 31), original_due=datetime.date(2026, 12, 31)
    )

    without = edit(admin_client, action, due="31/3/2027")
    edit(admin_client, action, due="31/3/2027", due_change=why)

    action.refresh_from_db()
    assert "Choose why the due date changes." in without.content.decode()
    assert action.due == datetime.date(2027, 3, 31)
    assert action.original_due == first_promised


def test_leads_are_kept_in_the_plans_order(admin_client):
    action = ActionFactory()
    second, first = LeadFactory(), LeadFactory()

    edit(admin_client, action, lead_0=first.pk, lead_1=second.pk)

    named = action.action_leads.values_list("lead", flat=True)
    assert list(named) == [first.pk, second.pk]


def test_a_hidden_status_field_takes_no_effect(admin_client):
    action = ActionFactory(rag_status="on_target")

    edit(admin_client, action, rag_status="achieved", priority_monitoring="on")

    action.refresh_from_db()
    assert (action.rag_status, action.priority_monitoring) == ("on_target", False)


def test_an_action_is_added_once_and_last(admin_client):
    there = ActionFactory(position=7)
    page = reverse("plans:action_create", args=[there.plan.reference])
    form = {"priority": there.priority_id, "title": "New", "form_key": uuid.uuid4()}

    for _time in range(2):
        admin_client.post(page, form)

    assert Action.objects.get(title="New").position == 8


def test_an_action_with_an_update_stays_and_an_empty_one_goes(admin_client):
    said, empty = ActionFactory(rag_status="on_target"), ActionFactory()

    for action in (said, empty):
        admin_client.post(reverse("plans:action_remove", args=[action.pk]))

    assert list(Action.objects.all()) == [said]


def test_a_heading_goes_only_when_nothing_stands_under_it(admin_client):
    full = ActionFactory().priority
    empty = PriorityFactory(plan=full.plan)

    for priority in (full, empty):
        admin_client.post(reverse("plans:priority_remove", args=[priority.pk]))

    assert list(full.plan.priorities.all()) == [full]


def test_an_action_moves_up_and_down_among_its_own(admin_client):
    first = ActionFactory()
    second = ActionFactory(priority=first.priority)
    page = reverse("plans:plan_contents", args=[first.plan.reference])

    admin_client.post(page, {"move": f"action.{second.pk}.up"})

    assert list(first.plan.actions.order_by("position", "pk")) == [second, first]


def test_a_plans_own_words_stand_before_the_councils_and_blank_ones_go(admin_client):
    plan = PlanFactory()
    page = reverse("plans:plan_wordings", args=[plan.reference])
    own = {
        "achieved-word": "Done",
        "achieved-definition": "All of it.",
        "achieved-colour": "#00703C",
    }

    admin_client.post(page, own)
    word = StatusWording.objects.for_plan(plan)["achieved"]
    admin_client.post(page, {"achieved-version": word.version})

    assert word.word == "Done"
    assert not plan.status_wordings.exists()


@pytest.mark.parametrize("count", [1, 20])
def test_a_plans_page_takes_as_many_queries_for_many_actions(reader_client, count):
    priority = PriorityFactory()
    for _number in range(count):
        ActionFactory(priority=priority, rag_status="on_target", leads=[LeadFactory()])
    page = priority.plan.get_absolute_url()
    reader_client.get(page)

    with CaptureQueriesContext(connection) as queries:
        reader_client.get(page)

    # session, user, plan with its words for statuses, assessments, actions, priorities, indicators under them
    assert len(queries) == 7


def test_a_plans_page_uses_the_plans_own_words(reader_client):
    action = ActionFactory(rag_status="achieved")
    StatusWording.objects.create(
        plan=action.plan,
        status="achieved",
        word="Delivered in full",
        definition="All of it.",
        colour="#00703C",
    )

    page = reader_client.get(action.plan.get_absolute_url()).content.decode()

    assert "Delivered in full" in page
