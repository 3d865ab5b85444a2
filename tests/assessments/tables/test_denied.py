"""A day beside words that say that it was not done on it is no day on which it was done."""

import datetime

import pytest

from assessments.tables import days, denied
from equality_tracker.workbooks.cells import Cell

DAY = datetime.date(2025, 6, 11)
NOT_DONE = [
    "Awaiting Senate 11 June 2025", "Due 11 June 2025", "Expected 11/06/2025", "To go to Cabinet 11 June 2025", "by 11 June 2025", "Before 11/06/2025",
    "Target 11/06/2025", "TBC (11 June 2025)", "11 June 2025 (provisional)", "11/06/2025?", "Postponed to 11 June 2025", "Pending - 11 June 2025",
    "Deferred 11/06/2025", "Cancelled 11 June 2025",
]  # fmt: skip
REFUSED = [
    "Rejected 11 June 2025", "11/06/2025 - not approved", "Refused 11/06/2025", "Draft 11 June 2025", "Returned for changes 11 June 2025",
    "11 June 2025 (subject to amendments)", "11/06/2025 withdrawn", "unpublished 11/06/2025", "Removed 11/06/2025", "Submitted 11 June 2025",
    "sent to Head of Service 11/06/2025", "Reminder sent 11/06/2025", "N/A 11/06/2025",
]  # fmt: skip
DONE = [
    "11 June 2025", "Approved 11 June 2025", "Yes 11/06/2025", "11/06/2025 by J Smith", "Cabinet 11 June 2025", "Policy Group 11/06/2025",
    "Signed off 11/06/2025, sent to the web team", "11/06/2025 (review due in two years)", "Minute no 14, 11 June 2025",
]  # fmt: skip


@pytest.mark.parametrize("column", ["approved", "completed", "published", "screened", "begun"])  # fmt: skip
@pytest.mark.parametrize("words", NOT_DONE)
def test_a_day_to_come_or_put_off_is_none_of_a_step(column, words):
    assert denied.read(column, Cell(1, words)).day is None


@pytest.mark.parametrize("column", ["approved", "completed", "published"])
@pytest.mark.parametrize("words", REFUSED)
def test_a_day_of_something_else_is_none_of_an_approval(column, words):
    said = denied.read(column, Cell(1, words))

    assert (said.day, bool(said.answer)) == (None, False)


@pytest.mark.parametrize("words", DONE)
def test_a_day_beside_a_name_or_a_yes_counts(words):
    assert denied.read("approved", Cell(1, words)).day == DAY


def test_a_day_that_is_to_come_counts_where_one_is_asked_for():
    assert denied.read("due", Cell(1, "Due 11 June 2025")).day == DAY


def test_a_draft_was_begun_on_its_day():
    assert denied.read("begun", Cell(1, "Draft 11 June 2025")).day == DAY


@pytest.mark.parametrize("other", ["No", "Rejected 12 June 2025", "TBC", ""])
def test_of_two_approvals_one_that_waits_holds_back_the_other(other):
    both = [denied.read("approved", Cell(1, words)) for words in ("11 June 2025", other)]  # fmt: skip

    assert days.last_of(both).day is None
    assert not days.last_of(both).answer


def test_an_approval_that_is_not_asked_for_holds_back_nothing():
    both = [days.read(Cell(1, words)) for words in ("11 June 2025", "N/A")]

    assert days.last_of(both).day == DAY


@pytest.mark.parametrize("other", ["No", "Rejected 4 June 2025", ""])
def test_of_two_who_sign_one_who_has_not_holds_back_the_other(other):
    both = [denied.read("approver", Cell(1, words)) for words in ("11 June 2025", other)]  # fmt: skip

    assert denied.of_all(both).day is None


def test_the_name_of_who_signed_holds_back_no_day():
    both = [denied.read("approver", Cell(1, words)) for words in ("Head of Roads", "11 June 2025")]  # fmt: skip

    assert denied.of_all(both).day == DAY


@pytest.mark.parametrize("words", ["Yes - but removed", "Yes?", "Published - now taken down", "Yes, withdrawn 11 June 2025"])  # fmt: skip
def test_a_yes_that_is_taken_back_is_none(words):
    said = denied.read("published", Cell(1, words))

    assert (said.day, said.answer) == (None, None)
