"""No change since last time, in two keystrokes, and taking a report back."""

import datetime
import uuid

import pytest
from django.urls import reverse
from django.utils import timezone

from plans.models import ActionUpdate
from tests.factories import ActionFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def action(housing):
    made = ActionFactory(
        directorate=housing, rag_status="slipped", reason="The lift is late."
    )
    made.refresh_from_db()
    return made


def url(action):
    return reverse("plans:action_no_change", args=[action.pk])


def sent(action, **changes):
    return {
        "version": action.version,
        "seen": action.latest_update_id,
        "form_key": str(uuid.uuid4()),
        **changes,
    }


def undo_url(update):
    return reverse("plans:update_undo", args=[update.action_id, update.pk])


def test_the_page_asks_once_with_the_button_under_the_finger(officer_client, action):
    page = officer_client.get(url(action)).content.decode()

    assert page.count("autofocus") == 1
    assert "Yes, no change" in page
    assert action.updates.count() == 1


def test_it_writes_a_report_that_says_so_and_keeps_the_reason(
    officer_client, officer, action
):
    answer = officer_client.post(url(action), sent(action), follow=True)

    update = action.updates.newest_first()[0]
    assert (update.no_change, update.rag_status, update.reason) == (
        True,
        "slipped",
        "The lift is late.",
    )
    assert (update.made_by, update.reported_on) == (officer, timezone.localdate())
    assert undo_url(update) in answer.content.decode()


def test_sent_twice_it_makes_one_report(officer_client, action):
    form = sent(action)

    for _ in range(2):
        officer_client.post(url(action), form)

    assert action.updates.count() == 2


def test_somebody_elses_report_in_between_is_shown_first(
    officer_client, manager, action
):
    form = sent(action)
    action.record_update(
        by=manager,
        on=timezone.localdate(),
        rag_status="on_target",
        progress="Theirs.",
    )

    page = officer_client.post(url(action), form).content.decode()

    assert "May Manager" in page
    assert "Theirs." in page
    assert ActionUpdate.objects.filter(no_change=True).count() == 0


def test_there_is_nothing_to_leave_as_it_is_where_nobody_has_reported(
    officer_client, housing
):
    action = ActionFactory(directorate=housing)

    answer = officer_client.post(url(action), sent(action, seen=""))

    assert answer["Location"] == reverse("plans:action_update", args=[action.pk])
    assert action.updates.count() == 0


def test_what_somebody_ended_in_between_asks_for_no_report(
    officer_client, manager, action
):
    form = sent(action)
    action.record_update(
        by=manager, on=timezone.localdate(), rag_status="achieved", progress="Done."
    )

    page = officer_client.post(url(action), form, follow=True).content.decode()

    assert "was reported as Achieved by May Manager" in page
    assert ActionUpdate.objects.filter(no_change=True).count() == 0


def test_undo_takes_ones_own_newest_report_back(officer_client, officer, action):
    officer_client.post(url(action), sent(action))
    update = action.updates.newest_first()[0]

    officer_client.post(undo_url(update), {"why": "Wrong row."})

    update.refresh_from_db()
    action.refresh_from_db()
    assert (update.retracted_by, update.retracted_why) == (officer, "Wrong row.")
    assert action.latest_update != update


def test_undo_asks_why(officer_client, action):
    officer_client.post(url(action), sent(action))
    update = action.updates.newest_first()[0]

    page = officer_client.post(undo_url(update), {"why": " "}).content.decode()

    update.refresh_from_db()
    assert "Say why you take it back." in page
    assert update.retracted_at is None


def test_a_report_that_was_followed_is_not_undone(officer_client, manager, action):
    officer_client.post(url(action), sent(action))
    update = action.updates.newest_first()[0]
    action.record_update(
        by=manager, on=timezone.localdate(), rag_status="achieved", progress="Done."
    )

    answer = officer_client.post(
        undo_url(update), {"why": "Late thought."}, follow=True
    )

    update.refresh_from_db()
    assert "cannot be taken back here" in answer.content.decode()
    assert update.retracted_at is None


def test_yesterdays_report_is_not_undone(officer_client, officer, action):
    yesterday = timezone.now() - datetime.timedelta(days=1, minutes=1)
    update = action.record_update(
        by=officer,
        on=timezone.localdate(),
        rag_status="on_target",
        progress="Old.",
        made_at=yesterday,
    )

    officer_client.post(undo_url(update), {"why": "Late thought."})

    update.refresh_from_db()
    assert update.retracted_at is None


def test_somebody_elses_report_is_not_found_to_undo(
    manager_client, officer_client, action
):
    officer_client.post(url(action), sent(action))
    update = action.updates.newest_first()[0]

    assert (
        manager_client.post(undo_url(update), {"why": "Mine now."}).status_code == 404
    )


def test_an_admin_takes_an_older_report_back(admin_client, admin, officer, action):
    update = action.latest_update
    action.record_update(
        by=officer, on=timezone.localdate(), rag_status="achieved", progress="Done."
    )

    admin_client.post(undo_url(update), {"why": "Of another action."})

    update.refresh_from_db()
    action.refresh_from_db()
    assert update.retracted_by == admin
    assert action.rag_status == "achieved"
