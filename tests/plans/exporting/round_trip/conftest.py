"""A plan that goes out and comes back."""

import pytest

from tests.factories import (
    ActionFactory,
    EvidenceFactory,
    LeadFactory,
    PlanFactory,
    PriorityFactory,
)


@pytest.fixture
def plan():
    return PlanFactory(title="Fair Northmere")


@pytest.fixture
def actions(plan):
    """Three actions under two headings, one with leads, a status and evidence."""
    access = PriorityFactory(plan=plan, number="1", title="Fair access")
    work = PriorityFactory(plan=plan, number="2", title="A fair place to work")
    desk = ActionFactory(
        priority=access,
        reference="1.1",
        title="Open the desk",
        outcome="Nobody waits",
        measures="Visits\nWaiting time",
        lead_as_written="Desk Manager",
        timescale="By March 2027",
        leads=[LeadFactory(name="Desk Manager")],
        rag_status="on_target",
        position=0,
    )
    EvidenceFactory(action=desk, text="The rota")
    calls = ActionFactory(
        priority=access, reference="1.10", title="Answer calls", position=1
    )
    pay = ActionFactory(
        priority=work, reference="2.1", title="Publish the pay gap", position=2
    )
    return desk, calls, pay
