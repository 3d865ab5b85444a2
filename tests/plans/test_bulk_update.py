"""One report for many ticked actions of a plan's page."""

import uuid

import pytest
from django.urls import reverse

from plans.models import Action
from tests.factories import ActionFactory

pytestmark = pytest.mark.django_db


def bulk(client, *actions, **typed):
    form = {
        "action": [f"{action.pk}.{action.version}" for action in actions],
        "rag_status": "on_target",
        "progress": "The framework is signed.",
        "form_key": uuid.uuid4(),
        **typed,
    }
    return client.post(reverse("plans:bulk_update"), form)


def statuses(*actions):
    return [Action.objects.get(pk=action.pk).rag_status for action in actions]


def test_one_report_is_written_on_each_ticked_action(officer_client, housing):
    actions = [ActionFactory(directorate=housing) for _number in range(3)]

    bulk(officer_client, *actions)

    assert statuses(*actions) == ["on_target"] * 3
    assert actions[0].updates.get().source == "bulk"


def test_somebody_elses_action_among_the_ticked_refuses_the_whole(
    officer_client, housing
):
    own, foreign = ActionFactory(directorate=housing), ActionFactory()

    response = bulk(officer_client, own, foreign)

    assert statuses(own, foreign) == [None, None]
    assert "Nothing has been saved: 1 of the ticked" in response.content.decode()


def test_an_action_changed_meanwhile_refuses_the_whole(officer_client, housing):
    own, changed = (ActionFactory(directorate=housing) for _number in range(2))
    Action.objects.filter(pk=changed.pk).update(title="Another title")

    response = bulk(officer_client, own, changed)

    assert statuses(own, changed) == [None, None]
    assert "somebody else changed" in response.content.decode()


def test_more_than_two_hundred_ticked_are_refused_in_words(officer_client, housing):
    own = ActionFactory(directorate=housing)
    ticked = [own.pk, *range(10**6, 10**6 + 200)]

    asked = officer_client.get(reverse("plans:bulk_update"), {"action": ticked})
    sent = officer_client.post(reverse("plans:bulk_update"), {"action": ticked})

    for response in (asked, sent):
        assert response.status_code == 400
        assert "201 actions are ticked, and at most 200" in response.content.decode()
    assert not own.updates.exists()


def test_a_late_status_for_many_asks_for_a_reason(officer_client, housing):
    action = ActionFactory(directorate=housing)

    response = bulk(officer_client, action, rag_status="slipped")

    assert "Say why they are late." in response.content.decode()
    assert statuses(action) == [None]
