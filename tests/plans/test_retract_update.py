"""Taking an update back puts back what it moved."""

import datetime

import pytest

from plans.models import ActionUpdate
from tests.factories import ActionFactory

TODAY = datetime.date(2026, 11, 22)
JUNE = datetime.date(2026, 6, 30)
pytestmark = pytest.mark.django_db


def say(action, by, **changes):
    said = {"rag_status": "on_target", "progress": "Two of four are open.", "on": TODAY}
    return action.record_update(by=by, **{**said, **changes})


def test_a_yearly_action_is_due_this_year_again(officer):
    action = ActionFactory(due=JUNE, recurrence="annual")
    update = say(action, officer)

    action.retract_update(update, by=officer, why="Not held yet.")

    action.refresh_from_db()
    assert action.due == JUNE


def test_a_date_moved_again_since_stays_where_it_is(officer):
    action = ActionFactory(due=JUNE)
    july, august = datetime.date(2027, 7, 31), datetime.date(2027, 8, 31)
    first = say(action, officer, new_due=july, due_reason="The lift is late.")
    say(action, officer, new_due=august, due_reason="Later still.")

    action.retract_update(first, by=officer, why="Wrong action.")

    action.refresh_from_db()
    assert action.due == august


def test_the_first_to_take_it_back_is_the_one_that_is_kept(officer, admin):
    action = ActionFactory()
    update = say(action, officer)
    action.retract_update(update, by=officer, why="Wrong action.")

    with pytest.raises(ActionUpdate.DoesNotExist):
        action.retract_update(update, by=admin, why="Another reason.")

    update.refresh_from_db()
    assert update.retracted_by == officer
