"""A plan that goes out and comes back."""

import pytest

from tests.factories import ActionFactory, EvidenceFactory, PriorityFactory
from tests.plans.exporting.there_and_back import desk_under


@pytest.fixture
def actions(plan, access):
    """Three actions under two headings, one with leads, a status and evidence."""
    work = PriorityFactory(plan=plan, number="2", title="A fair place to work")
    desk = desk_under(
        access,
        outcome="Nobody waits",
        measures="Visits\nWaiting time",
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
