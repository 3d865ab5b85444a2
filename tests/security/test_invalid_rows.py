"""Rows that the council would not want, written by SQL in the role in which the site works: the database refuses each."""

import pytest
from django.db import connection

from plans.models import Round
from tests.factories import (
    ActionFactory,
    EvidenceFactory,
    HoldingFactory,
    PriorityFactory,
)
from tests.plans.test_record_update import TODAY
from tests.roles import make_app_role, refusal_of, working_as

pytestmark = pytest.mark.django_db
SAID = (
    "INSERT INTO plans_actionupdate (action_id, rag_status, priority_monitoring, progress, reason, no_change, due_reason, "
    "reported_on, made_at, made_by_id, source, status_chosen, retracted_why) VALUES "
    "({action}, {status}, false, {progress}, {reason}, false, '', {on}, now(), {by}, 'form', false, '')"
)
RIGHT = {
    "action": "%(action)s",
    "status": "'achieved'",
    "progress": "'Done.'",
    "reason": "''",
    "on": "'2020-01-01'",
    "by": "%(officer)s",
}


def said(**wrong):
    return SAID.format(**{**RIGHT, **wrong})


INVALID = {
    "a status that is none of the six": said(status="'amber'"),
    "an update nobody made": said(by="NULL"),
    "an update by somebody unknown": said(by="999999"),
    "an update of no action": said(action="999999"),
    "slippage without a reason": said(status="'slipped'"),
    "an update without words": said(progress="''"),
    "an update that the action does not carry": said(on="'2099-01-01'"),
    "an update edited": "UPDATE plans_actionupdate SET progress = 'Better.' WHERE id = %(update)s",
    "an update back-dated": "UPDATE plans_actionupdate SET reported_on = '2020-01-01' WHERE id = %(update)s",
    "an update deleted": "DELETE FROM plans_actionupdate WHERE id = %(update)s",
    "an update retracted by nobody": "UPDATE plans_actionupdate SET retracted_at = now() WHERE id = %(update)s",
    "a status without an update": "UPDATE plans_action SET rag_status = 'achieved' WHERE id = %(action)s",
    "a status outside the list": "UPDATE plans_action SET rag_status = 'green' WHERE id = %(action)s",
    "a reference twice in a plan": "UPDATE plans_action SET reference = %(reference)s WHERE id = %(other)s",
    "an action under another plan's priority": "UPDATE plans_action SET priority_id = %(foreign_priority)s WHERE id = %(action)s",
    "an action without a title": "UPDATE plans_action SET title = '' WHERE id = %(action)s",
    "an action due before it starts": "UPDATE plans_action SET start = '2027-01-02', due = '2027-01-01' WHERE id = %(action)s",
    "an action taken away under its updates": "DELETE FROM plans_action WHERE id = %(action)s",
    "a plan taken away under its actions": "DELETE FROM plans_plan WHERE id = %(plan)s",
    "a second running round of a plan": (
        "INSERT INTO plans_roundplan (round_id, plan_id, running) SELECT %(other_round)s, %(plan)s, true"
    ),
    "evidence that is neither note, link nor file": "UPDATE plans_evidence SET text = '' WHERE id = %(evidence)s",
    "a person of an unknown role": "UPDATE organisation_user SET role = 'root' WHERE id = %(officer)s",
    "two people with one address": (
        "UPDATE organisation_user SET email = upper((SELECT email FROM organisation_user WHERE id = %(admin)s)) "
        "WHERE id = %(officer)s"
    ),
    "a council without an admin": "UPDATE organisation_user SET is_active = false WHERE id = %(admin)s",
    "a post held twice by one person": (
        "INSERT INTO organisation_holding (version, lead_id, user_id) "
        "SELECT 1, lead_id, user_id FROM organisation_holding WHERE id = %(holding)s"
    ),
    "a holding that ends before it starts": (
        "UPDATE organisation_holding SET starts = '2026-02-02', ends = '2026-02-01' WHERE id = %(holding)s"
    ),
    "a lead without a name": "UPDATE organisation_lead SET name = '' WHERE id = %(lead)s",
    "history changed": "UPDATE plans_actionevent SET title = 'Never promised'",
    "history deleted": "DELETE FROM plans_actionevent",
}


@pytest.fixture
def app_role(db):
    return make_app_role()


@pytest.fixture
def rows(officer, admin):
    """The keys that the statements speak of, all of one reported action and what is around it."""
    action = ActionFactory(rag_status="on_target", reported_by=officer)
    other = ActionFactory(priority=action.priority)
    dates = {"opens": TODAY, "closes": TODAY, "by": admin}
    Round.open_for([action.plan], title="Q3", **dates)
    holding = HoldingFactory()
    return {
        "action": action.pk,
        "other": other.pk,
        "plan": action.plan_id,
        "reference": action.reference,
        "update": action.latest_update_id,
        "foreign_priority": PriorityFactory().pk,
        "other_round": Round.open_for([], title="Q4", **dates).pk,
        "evidence": EvidenceFactory(action=action, added_by=officer).pk,
        "officer": officer.pk,
        "admin": admin.pk,
        "holding": holding.pk,
        "lead": holding.lead_id,
    }


@pytest.mark.parametrize("row", INVALID)
def test_the_database_refuses(row, app_role, rows):
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")

    with working_as(app_role):
        refused = refusal_of(INVALID[row], rows)

    assert refused is not None, f"the database took {row}"


def test_the_database_takes_what_is_right(app_role, rows):
    """The control: the same statement with nothing wrong in it."""
    with working_as(app_role):
        refused = refusal_of(said(), rows)

    assert refused is None


def test_the_refusals_are_of_what_is_wrong_and_not_of_the_statement(app_role, rows):
    """No refusal may come from a misspelt statement: those have codes of their own (class 42, save for missing rights)."""
    with working_as(app_role):
        codes = {
            row: refusal_of(sql, rows).__cause__.pgcode for row, sql in INVALID.items()
        }

    misspelt = {
        row: code
        for row, code in codes.items()
        if code.startswith("42") and code != "42501"
    }
    assert not misspelt
