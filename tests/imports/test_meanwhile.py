"""What happens between an import's preview and its button: nothing is overwritten unseen, and nothing comes in twice."""

import datetime
import uuid

import pytest
from django.test import Client

from equality_tracker.imports.models import ImportRun
from plans.models import Action, Plan
from tests.factories import UserFactory

from .conftest import fields_of
from .workbooks import ROWS, workbook

pytestmark = pytest.mark.django_db


def test_an_officers_update_between_preview_and_import_is_kept_and_listed(
    journey, officer
):
    journey.to_preview(workbook([(*ROWS[0][:5], "", "")]))
    journey.apply({"plan-live": "on"})
    action = Action.objects.get()
    journey.to_preview(workbook([ROWS[0]]), plan=action.plan)
    page = journey.page("preview").content.decode()
    assert "Import 1 action" in page
    sent = fields_of(page) | {"answering-directorate": "none", "apply": "1"}

    action.record_update(
        by=officer,
        on=datetime.date(2026, 11, 1),
        rag_status="achieved",
        progress="It opened.",
    )
    journey.client.post(f"/import/{journey.run.pk}/preview/", sent)

    action.refresh_from_db()
    assert action.rag_status == "achieved"
    assert "is newer than the file" in journey.run.kept[0]["why"]
    assert journey.run.kept[0]["name"] in journey.page("run_detail").content.decode()


def test_words_changed_between_preview_and_import_ask_for_another_look(journey):
    journey.to_preview()
    journey.apply()
    rows = [(*ROWS[0][:2], "Nobody waits", *ROWS[0][3:]), *ROWS[1:]]
    journey.to_preview(workbook(rows), plan=Plan.objects.get())
    sent = fields_of(journey.page("preview").content.decode()) | {
        "answering-directorate": "none",
        "apply": "1",
    }
    Action.objects.filter(reference="1.1").update(outcome="An admin's own words")

    answer = journey.client.post(
        f"/import/{journey.run.pk}/preview/", sent, follow=True
    )

    assert "The plan has changed since" in answer.content.decode()
    assert Action.objects.get(reference="1.1").outcome == "An admin's own words"


def test_the_button_pressed_twice_imports_once(journey):
    journey.to_preview()
    sent = fields_of(journey.page("preview").content.decode()) | {
        "answering-directorate": "none",
        "apply": "1",
    }

    journey.client.post(f"/import/{journey.run.pk}/preview/", sent)
    again = journey.client.post(f"/import/{journey.run.pk}/preview/", sent)

    assert again.status_code == 302
    assert (Plan.objects.count(), Action.objects.count()) == (1, 3)


def test_the_same_upload_sent_twice_is_one_run(journey):
    key = uuid.uuid4()

    journey.upload(form_key=key)
    again = journey.upload(form_key=key)

    assert ImportRun.objects.count() == 1
    arrived = journey.client.get(again.url, follow=True)
    assert arrived.redirect_chain[-1][0] == journey.run.get_absolute_url()


def test_another_admins_choices_are_not_overwritten_unseen(journey, new_journey):
    journey.to_preview()
    mine = fields_of(journey.page("preview").content.decode())
    other = Client()
    other.force_login(UserFactory(role="admin"))
    new_journey(other).send(
        "preview",
        {"answering-directorate": "none", "plan-title": "Theirs", "save": "1"},
    )

    answer = journey.client.post(
        f"/import/{journey.run.pk}/preview/",
        mine | {"answering-directorate": "none", "plan-title": "Mine", "save": "1"},
    )

    assert "Somebody else changed the choices" in answer.content.decode()
    assert journey.run.decisions["plan"]["title"] == "Theirs"
