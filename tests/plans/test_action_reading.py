"""Putting right how the plan's words about time were read, and marking milestones as met."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.factories import ActionFactory

pytestmark = pytest.mark.django_db
JUNE, JULY = datetime.date(2027, 6, 30), datetime.date(2027, 7, 31)


@pytest.fixture
def action(housing):
    return ActionFactory(
        directorate=housing, timescale="Mid 2027", due=JUNE, original_due=JUNE
    )


def url(action):
    return reverse("plans:action_reading", args=[action.pk])


def read(action, **changes):
    said = {
        "version": action.version,
        "due": "31/7/2027",
        "why": "Mid means July here.",
    }
    return {**said, **changes}


def test_the_dates_change_and_the_words_stay(officer_client, action):
    officer_client.post(url(action), read(action, due_precision="month"))

    action.refresh_from_db()
    assert (action.due, action.due_precision, action.timescale) == (
        JULY,
        "month",
        "Mid 2027",
    )
    assert action.reading_corrected


def test_a_date_misread_from_the_start_was_never_promised(officer_client, action):
    officer_client.post(url(action), read(action))

    action.refresh_from_db()
    assert action.days_moved == 0


def test_correcting_does_not_hide_that_a_date_was_moved(
    officer_client, officer, action
):
    action.record_update(
        by=officer, on=timezone.localdate(), rag_status="on_target", progress="Going.",
        new_due=datetime.date(2027, 12, 31), due_reason="Later.",
    )  # fmt: skip
    action.refresh_from_db()

    officer_client.post(url(action), read(action))

    action.refresh_from_db()
    assert action.original_due == JUNE


def test_the_timeline_says_who_corrected_it_and_why(officer_client, action):
    officer_client.post(url(action), read(action))

    page = officer_client.get(action.get_absolute_url()).content.decode()

    assert "Mid means July here." in page
    assert "<del>30 June 2027</del>" in page


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"why": ""}, "why"),
        ({"start": "1/1/2028"}, "__all__"),
        ({"due": "", "recurrence": "annual"}, "due"),
        ({"recurrence_until": "1/1/2030"}, "recurrence"),
        ({"recurrence": "sometimes"}, "recurrence"),
        ({"due": "mid July"}, "due"),
    ],
)
def test_what_is_wrong_is_said(officer_client, action, wrong, field):
    answer = officer_client.post(url(action), read(action, **wrong))

    action.refresh_from_db()
    assert field in answer.context["form"].errors
    assert action.due == JUNE


def test_somebody_elses_change_in_between_is_shown_and_kept(officer_client, action):
    sent = read(action)
    action.due = datetime.date(2027, 9, 30)
    action.save(update_fields=["due"])

    page = officer_client.post(url(action), sent).content.decode()

    action.refresh_from_db()
    assert "Somebody else changed this" in page
    assert action.due == datetime.date(2027, 9, 30)


def test_hidden_fields_take_no_effect(officer_client, action):
    forged = {
        "title": "Mine",
        "rag_status": "achieved",
        "original_due": "1/1/2030",
        "directorate": "",
        "plan": 1,
    }

    officer_client.post(url(action), read(action) | forged)

    action.refresh_from_db()
    assert (action.rag_status, action.title) == (
        None,
        "Publish the workforce equality report",
    )


@pytest.fixture
def milestone(action):
    return action.milestones.create(
        label="First office", due=datetime.date(2026, 6, 30)
    )


def meet(client, milestone, **changes):
    where = reverse("plans:milestone_met", args=[milestone.action_id, milestone.pk])
    return client.post(
        where, {"version": milestone.version, "met_on": "1/7/2026", **changes}
    )


def test_a_milestone_is_marked_as_met(officer_client, milestone):
    meet(officer_client, milestone)

    milestone.refresh_from_db()
    assert milestone.met_on == datetime.date(2026, 7, 1)


def test_a_milestone_is_not_met_in_the_future(officer_client, milestone):
    answer = meet(officer_client, milestone, met_on="1/7/2090")

    assert "This day is still to come." in answer.content.decode()


def test_a_milestone_marked_by_somebody_else_meanwhile_is_shown(
    officer_client, milestone
):
    read_at = milestone.version
    milestone.met_on = datetime.date(2026, 6, 1)
    milestone.save(update_fields=["met_on"])

    answer = meet(officer_client, milestone, version=read_at)

    milestone.refresh_from_db()
    assert "Somebody else changed this" in answer.content.decode()
    assert milestone.met_on == datetime.date(2026, 6, 1)


def test_a_milestone_of_another_action_is_not_found(officer_client, housing, milestone):
    other = ActionFactory(directorate=housing)
    where = reverse("plans:milestone_met", args=[other.pk, milestone.pk])

    assert officer_client.post(where, {"version": 1}).status_code == 404
