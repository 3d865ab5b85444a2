"""The one verb through which a status changes."""

import datetime

import pytest
from django.db import IntegrityError, connection, transaction

from plans.models import Action, ActionUpdate, Round
from plans.models.action_verbs import Outdated, PlanNotLive
from tests.factories import ActionFactory

TODAY = datetime.date(2026, 11, 22)
pytestmark = pytest.mark.django_db


def say(action, by, **changes):
    said = {"rag_status": "on_target", "progress": "Two of four are open.", "on": TODAY}
    return action.record_update(by=by, **{**said, **changes})


def test_an_update_changes_the_status_and_keeps_who_said_so(officer):
    action = ActionFactory()

    update = say(action, officer)

    action.refresh_from_db()
    assert (action.rag_status, action.latest_update) == ("on_target", update)
    assert update.made_by == officer


def test_a_form_read_before_somebody_elses_save_is_refused(officer, manager):
    action = ActionFactory()
    read_at = action.version
    say(action, manager)

    with pytest.raises(Outdated):
        say(action, officer, read_at=read_at)


def test_a_closed_plan_takes_no_updates(officer):
    action = ActionFactory(priority__plan__state="closed")

    with pytest.raises(PlanNotLive):
        say(action, officer)


def test_a_quarter_reported_late_does_not_replace_a_newer_status(officer):
    action = ActionFactory(rag_status="slipped", reported_on=TODAY)

    say(action, officer, on=datetime.date(2026, 6, 30))

    action.refresh_from_db()
    assert action.rag_status == "slipped"


def test_slippage_without_a_reason_is_refused_by_the_database(officer):
    action = ActionFactory()

    with pytest.raises(IntegrityError):
        say(action, officer, rag_status="slipped")


def test_moving_the_date_keeps_the_date_first_promised(officer):
    action = ActionFactory(due=datetime.date(2026, 12, 31))

    say(
        action,
        officer,
        new_due=datetime.date(2027, 3, 31),
        due_reason="The lift comes in March.",
    )

    action.refresh_from_db()
    assert action.due == datetime.date(2027, 3, 31)
    assert action.original_due == datetime.date(2026, 12, 31)


def test_a_yearly_action_on_target_after_its_day_is_next_due_a_year_later(officer):
    action = ActionFactory(due=datetime.date(2026, 6, 30), recurrence="annual")

    say(action, officer)

    assert action.due == datetime.date(2027, 6, 30)


def test_retracting_an_update_brings_the_one_before_back(officer):
    action = ActionFactory(rag_status="on_target")
    update = say(action, officer, rag_status="achieved")

    action.retract_update(update, by=officer, why="Meant for another action.")

    action.refresh_from_db()
    assert action.rag_status == "on_target"


def test_an_update_counts_for_the_running_round_of_its_plan(officer):
    action = ActionFactory()
    running = Round.open_for(
        [action.plan], title="Q3", opens=TODAY, closes=TODAY, by=officer
    )

    update = say(action, officer)

    assert update.round == running
    assert list(Action.objects.updated_this_round()) == [action]


def commit_status(action, status):
    """Write a status by SQL and let the database look, as it does at the end of a transaction."""
    with transaction.atomic():
        Action.objects.filter(pk=action.pk).update(rag_status=status)
        connection.check_constraints()


def test_a_status_written_by_sql_without_an_update_is_refused():
    action = ActionFactory()

    with pytest.raises(IntegrityError):
        commit_status(action, "achieved")


def test_an_update_cannot_be_edited_or_deleted(officer):
    update = say(ActionFactory(), officer)
    mine = ActionUpdate.objects.filter(pk=update.pk)

    for change in (lambda: mine.update(progress="Better."), mine.delete):
        with pytest.raises(Exception, match="Cannot|cannot"), transaction.atomic():
            change()
