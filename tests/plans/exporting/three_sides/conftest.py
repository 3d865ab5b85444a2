"""A plan that is out as a spreadsheet."""

import pytest

from tests.factories import LeadFactory
from tests.plans.exporting.there_and_back import Sheet, desk_under, send_out
from tests.plans.exporting.three_sides.back import MARCH


@pytest.fixture
def desk(access):
    """An action on target with a lead, a date and words of progress."""
    return desk_under(
        access, due=MARCH, due_precision="month", progress="Two desks are open."
    )


@pytest.fixture
def sheet(plan, desk):
    return Sheet(send_out(plan).workbook)


@pytest.fixture
def others(db):
    return LeadFactory(name="Head of Access"), LeadFactory(name="Head of Calls")
