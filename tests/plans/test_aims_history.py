"""What an action is for is part of its history."""

import pytest

from equality_tracker.audit.history import changes_of
from equality_tracker.organisation.models import Aim, Characteristic
from tests.factories import ActionFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("field", "model"), [("aims", Aim), ("characteristics", Characteristic)]
)
def test_adding_what_an_action_is_for_leaves_a_trace(field, model):
    action = ActionFactory()
    chosen = model.objects.first()

    getattr(action, field).add(chosen)

    said = [str(change) for change in changes_of(action)]
    assert any(chosen.name in one for one in said), said
