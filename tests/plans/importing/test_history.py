"""What a file says of earlier quarters becomes dated updates behind the current one."""

import datetime

import pytest
from django.db import connection, transaction

from plans.importing import undo
from plans.models import ActionUpdate
from tests.factories import PlanFactory

from .dumps import dump
from .files import AS_AT, bring_in, compare, file_of, row

pytestmark = pytest.mark.django_db

JUNE, MARCH = datetime.date(2026, 6, 30), datetime.date(2026, 3, 31)


def earlier(day, status, text=""):
    as_at = day.isoformat() if day else None
    return {
        "as_at": as_at,
        "rag_status": status,
        "text": text,
        "heading": "",
        "cell": "",
    }


def told(*history, **said):
    return row(
        2, "Open the desk", reference="1", earlier_statuses=list(history), **said
    )


@pytest.fixture
def plan():
    return PlanFactory(state="draft")


def timeline(plan):
    updates = ActionUpdate.objects.filter(action__plan=plan).order_by("reported_on")
    return [(one.reported_on, one.rag_status, one.progress) for one in updates]


def test_earlier_quarters_are_dated_updates_and_the_latest_is_current(plan, admin):
    file = file_of(
        told(earlier(MARCH, "slipped", "No room"), earlier(JUNE, "on_target"), rag_status="achieved")
    )  # fmt: skip

    bring_in(file, plan, admin)
    connection.check_constraints()

    assert timeline(plan) == [
        (MARCH, "slipped", "No room"), (JUNE, "on_target", ""), (AS_AT, "achieved", ""),
    ]  # fmt: skip
    assert plan.actions.get().rag_status == "achieved"


def test_the_same_file_again_changes_nothing(plan, admin):
    file = file_of(told(earlier(JUNE, "on_target"), rag_status="achieved"))
    bring_in(file, plan, admin)

    again = compare(file, plan)

    assert again.counts["unchanged"] == 1


def test_a_day_that_was_reported_here_is_left_as_it_was_said_here(plan, admin):
    bring_in(file_of(told(rag_status="slipped")), plan, admin, as_at=JUNE)

    bring_in(
        file_of(told(earlier(JUNE, "on_target"), rag_status="achieved")), plan, admin
    )

    assert timeline(plan) == [(JUNE, "slipped", ""), (AS_AT, "achieved", "")]


@pytest.mark.parametrize("day", [None, AS_AT, AS_AT + datetime.timedelta(days=1)])
def test_a_time_without_a_date_or_not_before_the_files_own_is_no_update(
    plan, admin, day
):
    bring_in(
        file_of(told(earlier(day, "on_target"), rag_status="achieved")), plan, admin
    )

    assert timeline(plan) == [(AS_AT, "achieved", "")]


def test_an_action_without_a_current_status_gets_none_from_its_past(plan, admin):
    bring_in(file_of(told(earlier(JUNE, "on_target"))), plan, admin)
    connection.check_constraints()

    assert timeline(plan) == []
    assert plan.actions.get().rag_status is None


def test_undoing_takes_the_earlier_updates_away_too(plan, admin):
    bring_in(file_of(told(rag_status="achieved")), plan, admin)
    before = dump()
    file = file_of(told(earlier(JUNE, "on_target"), rag_status="achieved"))
    changes = bring_in(file, plan, admin)

    with transaction.atomic():
        undone = undo.undo(changes)
        connection.check_constraints()

    assert len(timeline(plan)) == 1
    assert undone.left == []
    assert dump() == before
