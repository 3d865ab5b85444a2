"""A plan that is out as a spreadsheet."""

import pytest

from tests.factories import (
    ActionFactory,
    LeadFactory,
    PlanFactory,
    PriorityFactory,
)
from tests.plans.exporting.there_and_back import Sheet, send_out
from tests.plans.exporting.three_sides.back import MARCH


@pytest.fixture
def plan():
    return PlanFactory(title="Fair Northmere")


@pytest.fixture
def desk(plan):
    """An action on target with a lead, a date and words of progress."""
    priority = PriorityFactory(plan=plan, number="1", title="Fair access")
    return ActionFactory(
        priority=priority,
        reference="1.1",
        title="Open the desk",
        lead_as_written="Desk Manager",
        leads=[LeadFactory(name="Desk Manager")],
        timescale="By March 2027",
        due=MARCH,
        due_precision="month",
        rag_status="on_target",
        progress="Two desks are open.",
    )


@pytest.fixture
def sheet(plan, desk):
    return Sheet(send_out(plan).workbook)


@pytest.fixture
def others(db):
    return LeadFactory(name="Head of Access"), LeadFactory(name="Head of Calls")
