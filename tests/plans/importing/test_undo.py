"""Undo puts things back, and leaves alone what somebody has since worked on."""

import datetime

import pytest
from django.db import connection, transaction

from plans.importing import undo
from plans.models import Action, ActionUpdate
from tests.factories import (
    ActionFactory,
    EvidenceFactory,
    LeadFactory,
    PlanFactory,
    PriorityFactory,
)

from .dumps import dump
from .files import bring_in, file_of, row
from .test_apply import FULL

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan():
    return PlanFactory()


def checked(changes):
    """Undo, and let the database check at once what it checks at the end of a transaction."""
    with transaction.atomic():
        undone = undo.undo(changes)
        connection.check_constraints()
    return undone


def test_undoing_a_first_import_leaves_the_site_as_it_was(plan, admin):
    LeadFactory(name="Desk Manager")
    before = dump()
    changes = bring_in(file_of(FULL, row(3, "B")), plan, admin)

    undone = checked(changes)

    assert dump() == before
    assert (undone.removed, undone.left) == (3, [])


def test_undoing_a_second_import_puts_every_word_date_and_status_back(plan, admin):
    LeadFactory(name="Desk Manager")
    lead = LeadFactory(name="Someone else")
    bring_in(file_of(FULL, row(3, "B"), row(4, "C")), plan, admin)
    before = dump()
    changed = FULL | {
        "outcome": "Better.",
        "lead": str(lead),
        "leads": [str(lead)],
        "rag_status": "achieved",
        "evidence": "A photograph.",
        "timescale": {"text": "May 2027", "due": "2027-05-31", "precision": "month"},
    }
    file = file_of(changed, row(3, "New"), row(4, "C", rag_status="slipped"))
    changes = bring_in(file, plan, admin, as_at=datetime.date(2026, 10, 31))

    undone = checked(changes)

    assert dump() == before
    assert not undone.left


def test_an_action_that_somebody_updated_since_stays_and_is_named(plan, admin, officer):
    changes = bring_in(file_of(FULL, row(3, "B")), plan, admin)
    action = Action.objects.get(title="Open the desk")
    action.record_update(
        by=officer,
        on=datetime.date(2026, 11, 1),
        rag_status="achieved",
        progress="It is open.",
    )

    undone = checked(changes)

    assert list(Action.objects.all()) == [action]
    assert [one.name for one in undone.left] == [str(action), "1 Fair access"]
    assert action.updates.count() == 2


def test_an_action_whose_evidence_was_added_since_stays(plan, admin):
    changes = bring_in(file_of(FULL, row(3, "B")), plan, admin)
    EvidenceFactory(action=Action.objects.get(title="B"))

    undone = checked(changes)

    assert [one.why for one in undone.left] == [undo.EVIDENCE_SINCE, undo.STILL_USED]


def test_an_action_that_was_given_another_lead_since_stays(plan, admin):
    changes = bring_in(file_of(row(2, "A")), plan, admin)
    Action.objects.get().leads.add(LeadFactory())

    undone = checked(changes)

    assert undone.left[0].why == undo.LEADS_SINCE


def test_an_action_to_which_a_directorate_contributes_since_stays(plan, admin, housing):
    changes = bring_in(file_of(row(2, "A")), plan, admin)
    Action.objects.get().contributing.add(housing)

    assert checked(changes).left[0].why == undo.USED_SINCE


def test_a_changed_action_that_moved_on_keeps_its_newer_words(plan, admin):
    priority = PriorityFactory(plan=plan, number="1", title="Fair access")
    action = ActionFactory(priority=priority, title="A", outcome="Old")
    changes = bring_in(file_of(row(2, "A", outcome="New")), plan, admin)
    Action.objects.filter(pk=action.pk).update(outcome="Newest")

    undone = checked(changes)

    action.refresh_from_db()
    assert action.outcome == "Newest"
    assert undone.left[0].why == undo.CHANGED_SINCE


def test_looking_writes_nothing(plan, admin):
    changes = bring_in(file_of(FULL), plan, admin)
    before = dump()

    undo.look([one for one in changes if one.model == "plans.action"])

    assert dump() == before


def test_updates_still_cannot_be_deleted_after_an_undo(plan, admin):
    checked(bring_in(file_of(FULL), plan, admin))
    bring_in(file_of(FULL), plan, admin)

    with pytest.raises(Exception, match="annot"), transaction.atomic():
        ActionUpdate.objects.all()._raw_delete("default")
