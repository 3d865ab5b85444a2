"""A framework in use, with an area whose post is held in Housing: the officer leads, the manager judges."""

import pytest

from tests.factories import (
    CriterionFactory,
    FrameworkAreaFactory,
    FrameworkFactory,
    HoldingFactory,
    LeadFactory,
)


@pytest.fixture
def framework(db):
    return FrameworkFactory()


@pytest.fixture
def area(framework, housing, officer):
    lead = LeadFactory(name="Access team", directorate=housing)
    HoldingFactory(lead=lead, user=officer)
    return FrameworkAreaFactory(framework=framework, number=1, lead=lead)


@pytest.fixture
def criterion(area):
    return CriterionFactory(area=area, position=1, wanted=2)
