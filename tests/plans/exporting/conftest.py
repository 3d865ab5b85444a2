"""A plan that goes out as a spreadsheet."""

import pytest

from tests.factories import PlanFactory, PriorityFactory


@pytest.fixture
def plan(db):
    return PlanFactory(title="Fair Northmere")


@pytest.fixture
def access(plan):
    """The plan's first priority."""
    return PriorityFactory(plan=plan, number="1", title="Fair access")
