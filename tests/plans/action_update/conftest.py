"""The action that is reported on."""

import datetime

import pytest

from tests.factories import ActionFactory


@pytest.fixture
def action(housing):
    made = ActionFactory(
        directorate=housing, due=datetime.date(2090, 6, 30), rag_status="on_target"
    )
    made.refresh_from_db()
    return made
