"""What changed since a day: as this site showed each action when that day began, and as it is now."""

import datetime

import pytest
from django.apps import apps
from django.db import connection
from django.utils import timezone

from plans.models import Action
from tests.factories import ActionFactory, LeadFactory

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)
SINCE = timezone.localdate() - 30 * DAY
BEFORE = timezone.now() - 60 * DAY
AFTER = timezone.now() - 5 * DAY


@pytest.fixture
def action(housing):
    """An action that has been there for two months, its history with it."""
    action = ActionFactory(
        directorate=housing,
        created_at=BEFORE,
        due=SINCE + 100 * DAY,
        leads=[LeadFactory(name="Ann's post")],
    )
    backdate_history(action)
    return action


def backdate_history(action):
    """Let the history of an action say that it was written before the day compared with."""
    for model, key in (("ActionEvent", "pgh_obj"), ("ActionLeadEvent", "action")):
        events = apps.get_model("plans", model).objects.filter(**{key: action.pk})
        with connection.cursor() as cursor:
            table = events.model._meta.db_table
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
            events.update(pgh_created_at=BEFORE)
            cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")


def say(action, by, status, made_at, **said):
    return action.record_update(
        by=by,
        on=timezone.localtime(made_at).date(),
        rag_status=status,
        progress="Said.",
        reason="Late.",
        made_at=made_at,
        **said,
    )


def changes(client, directorate):
    page = client.get(f"/dashboards/{directorate.pk}/", {"since": SINCE.isoformat()})
    board = page.context["board"]
    assert len(board.first_changes) == board.changes.all.count
    return [(one.kind, one.was, one.now) for one in board.first_changes]


def test_nothing_changed_is_said(manager_client, housing, action):
    page = manager_client.get(
        f"/dashboards/{housing.pk}/", {"since": SINCE.isoformat()}
    )

    assert "No status, date or lead has changed" in page.content.decode()


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ("on_target", "achieved", "achieved"),
        ("on_target", "some_slippage", "worse"),
        ("some_slippage", "slipped", "worse"),
        ("slipped", "on_target", "better"),
        ("not_started", "on_target", "better"),
        ("on_target", "withdrawn", "status"),
        ("on_target", None, "status"),
    ],
)
def test_a_change_of_status_is_of_its_kind(
    manager_client, housing, action, officer, before, after, kind
):
    say(action, officer, before, BEFORE)
    say(action, officer, after, AFTER)

    assert [one[0] for one in changes(manager_client, housing)] == [kind]


def test_there_and_back_again_is_no_change(manager_client, housing, action, officer):
    say(action, officer, "on_target", BEFORE)
    say(action, officer, "slipped", AFTER)
    say(action, officer, "on_target", AFTER + DAY)

    assert changes(manager_client, housing) == []


def test_an_update_taken_back_since_counts_as_it_did_then(
    manager_client, housing, action, officer
):
    say(action, officer, "on_target", BEFORE)
    wrong = say(action, officer, "achieved", BEFORE + DAY)
    action.retract_update(wrong, by=officer, why="Meant for another.")

    assert changes(manager_client, housing) == [("worse", "Achieved", "On target")]


def test_an_update_taken_back_before_never_counted(
    manager_client, housing, action, officer
):
    say(action, officer, "on_target", BEFORE)
    wrong = say(action, officer, "achieved", BEFORE + DAY)
    action.retract_update(
        wrong, by=officer, why="Meant for another.", at=BEFORE + 2 * DAY
    )

    assert changes(manager_client, housing) == []


def test_a_report_of_an_old_quarter_that_came_late_is_a_change(
    manager_client, housing, action, officer
):
    action.record_update(
        by=officer,
        on=SINCE - 10 * DAY,
        rag_status="on_target",
        progress="Late.",
        made_at=AFTER,
    )

    assert changes(manager_client, housing) == [
        ("status", "No status given", "On target")
    ]


def test_a_new_action_is_new_and_nothing_else(manager_client, housing, officer):
    action = ActionFactory(directorate=housing, leads=[LeadFactory()], created_at=AFTER)
    say(action, officer, "on_target", AFTER)

    assert changes(manager_client, housing) == [("new", "", "On target")]


def test_a_date_moved_by_an_update_is_shown(manager_client, housing, action, officer):
    later = action.due + 31 * DAY
    say(action, officer, None, AFTER, new_due=later, due_reason="The lift.")

    assert [one[0] for one in changes(manager_client, housing)] == ["due"]


def test_a_date_changed_by_any_other_way_is_shown(manager_client, housing, action):
    Action.objects.filter(pk=action.pk).update(due=None)

    kind, was, now = changes(manager_client, housing)[0]

    assert (kind, now) == ("due", "no date")
    assert was.endswith(str((SINCE + 100 * DAY).year))


def test_what_comes_round_again_has_not_been_moved(
    manager_client, housing, action, officer
):
    Action.objects.filter(pk=action.pk).update(recurrence="annual", due=SINCE)
    backdate_history(action)
    action.refresh_from_db()
    say(action, officer, "on_target", AFTER)

    assert action.due.year == SINCE.year + 1
    assert [one[0] for one in changes(manager_client, housing)] == ["status"]


def test_a_past_brought_in_later_still_tells_from_where_a_date_was_moved(
    manager_client, housing, officer
):
    action = ActionFactory(directorate=housing, created_at=BEFORE, due=SINCE + 10 * DAY)
    say(action, officer, None, AFTER, new_due=SINCE + 50 * DAY, due_reason="The lift.")

    assert [one[0] for one in changes(manager_client, housing)] == ["due"]


def test_another_lead_is_shown_with_the_one_before(manager_client, housing, action):
    action.leads.set([LeadFactory(name="Bob's post")])

    assert changes(manager_client, housing) == [("lead", "Ann's post", "Bob's post")]


def test_a_lead_taken_away_leaves_nobody(manager_client, housing, action):
    action.leads.clear()

    assert changes(manager_client, housing) == [("lead", "Ann's post", "Nobody")]


def test_a_lead_taken_away_and_given_back_is_no_change(manager_client, housing, action):
    leads = list(action.leads.all())
    action.leads.clear()
    action.leads.set(leads)

    assert changes(manager_client, housing) == []


def test_each_change_links_to_its_action(manager_client, housing, action, officer):
    say(action, officer, "on_target", AFTER)

    page = manager_client.get(
        f"/dashboards/{housing.pk}/lists/changes/?since={SINCE}"
    ).content.decode()

    assert f'href="/actions/{action.pk}/"' in page
