"""Rows that are nearly an action of the plan: each is asked about, however many, and nothing is written over unseen."""

import pytest
from django.urls import reverse

from equality_tracker.imports import sides
from plans.models import Action
from tests.plans.exporting.there_and_back import Sheet

from .conftest import fields_of
from .test_there_and_back import action, field, take_away  # noqa: F401

pytestmark = pytest.mark.django_db


def test_what_was_written_here_while_the_page_was_open_is_not_overwritten(
    journey,
    action,  # noqa: F811
):
    sheet = Sheet(take_away(journey.client, action.plan))
    sheet.without_column("Row key (leave as it is)")
    sheet.write("1.1", "Action", "Open the new desk")
    sheet.write("1.1", "Outcome wanted", "From the file")
    sheet.write("1.1", "Ref", None)
    journey.to_preview(sheet.content, plan=action.plan)
    answer = field(journey, "near")
    page = fields_of(journey.page("preview").content.decode())
    Action.objects.filter(pk=action.pk).update(outcome="Written meanwhile")

    address = reverse("imports:preview", args=[journey.run.pk])
    sent = page | {
        answer: str(action.pk),
        "answering-directorate": "none",
        "apply": "1",
    }
    shown = journey.client.post(address, sent, follow=True).content.decode()

    action.refresh_from_db()
    assert "The plan has changed since this page was shown" in shown
    assert action.outcome == "Written meanwhile"


def test_what_is_more_than_a_page_asks_is_counted_and_none_is_assumed(
    journey,
    action,  # noqa: F811
    monkeypatch,
):
    monkeypatch.setattr(sides, "MOST_ASKED", 1)
    sheet = Sheet(take_away(journey.client, action.plan))
    sheet.without_column("Row key (leave as it is)")
    for reference, words in (("1.1", "Open the new desk"), ("1.2", "Answer the calls")):
        sheet.write(reference, "Action", words)
        sheet.write(reference, "Ref", None)
    journey.to_preview(sheet.content, plan=action.plan)

    first = field(journey, "near")
    page = journey.page("preview").content.decode()
    other = action.plan.actions.exclude(pk=action.pk).get()
    journey.apply({first: str(other.pk)})
    unsaid = journey.run.state
    second = field(journey, "near")
    journey.apply({second: str(action.pk)})

    assert "2 rows are nearly an action" in page
    assert unsaid == "previewed"
    assert first != second
    assert journey.run.state == "applied"
    assert Action.objects.count() == 2
