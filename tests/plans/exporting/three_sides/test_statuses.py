"""Statuses, progress and flags as they left, as the file has them, and as they stand here."""

import pytest

from plans.importing.apply import apply
from tests.factories import (
    ActionFactory,
    UserFactory,
)
from tests.plans.exporting.there_and_back import ON, Sheet, send_out
from tests.plans.exporting.three_sides.back import back, nothing_changes, the_clash

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("heading", ["Progress", "RAG status"])
def test_a_column_that_was_taken_out_says_nothing(plan, sheet, heading):
    sheet.without_column(heading)

    found = back(sheet, plan)

    assert nothing_changes(found)
    assert not found.clashes


def test_progress_that_was_emptied_is_asked_about(plan, sheet):
    sheet.write("1.1", "Progress", None)

    found = back(sheet, plan)

    clash = the_clash(found)
    assert nothing_changes(found)
    assert (clash.name, clash.ours) == ("progress", "Two desks are open.")
    (row,) = back(sheet, plan, clash).to_import
    assert row.report.progress == ""


def test_a_new_status_beside_emptied_progress_keeps_the_words(plan, desk, sheet):
    sheet.write("1.1", "Progress", None)
    sheet.write("1.1", "RAG status", "Achieved")

    apply(back(sheet, plan), by=UserFactory())

    desk.refresh_from_db()
    assert desk.rag_status == "achieved"
    assert desk.latest_update.progress == "Two desks are open."


@pytest.fixture
def watched(plan, desk):
    """An action under priority monitoring alone, and the plan's sheet with it."""
    calls = ActionFactory(priority=desk.priority, reference="1.2", title="Answer calls")
    calls.record_update(
        by=UserFactory(),
        on=ON,
        rag_status=None,
        progress="Watching.",
        priority_monitoring=True,
    )
    return Sheet(send_out(plan).workbook)


def test_a_flag_stays_where_its_column_was_taken_out(plan, watched):
    watched.without_column("RAG status")

    assert nothing_changes(back(watched, plan))


def test_a_flag_stays_where_nobody_understands_what_stands_in_its_place(plan, watched):
    watched.write("1.2", "RAG status", "Wibble")

    assert nothing_changes(back(watched, plan))


def test_a_flag_that_was_emptied_is_asked_about(plan, watched):
    watched.write("1.2", "RAG status", None)

    found = back(watched, plan)

    clash = the_clash(found)
    assert nothing_changes(found)
    assert clash.name == "priority_monitoring"
    (row,) = back(watched, plan, clash).to_import
    assert row.report.priority_monitoring is False


def test_a_status_in_the_place_of_a_flag_takes_it_away(plan, watched):
    watched.write("1.2", "RAG status", "Achieved")

    found = back(watched, plan)

    (row,) = found.to_import
    assert (row.report.rag_status, row.report.priority_monitoring) == (
        "achieved",
        False,
    )
    assert not found.clashes
