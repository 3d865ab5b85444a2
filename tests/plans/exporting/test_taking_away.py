"""Taking a plan away: nobody waits for it, the same is not made twice, and nobody makes them without end."""

import datetime
import threading
import uuid

import pytest
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from plans.exporting import contents, files
from plans.models import Action, PlanExport
from plans.views import plan_spreadsheet
from tests.factories import ActionFactory, UserFactory

from .there_and_back import ON

pytestmark = pytest.mark.django_db


@pytest.fixture
def action(db):
    return ActionFactory(reference="1.1", title="Open the desk")


def take(action, by, on=ON):
    return files.export(action.plan, by=by, on=on, at=timezone.now())


def press(client, plan):
    """Press the button of the page as it is shown now."""
    address = reverse("plans:plan_spreadsheet", args=[plan.reference])
    return client.post(address, {"form_key": uuid.uuid4()}, follow=True)


def test_the_last_one_is_given_again_while_nothing_has_changed(officer, action):
    first = take(action, officer)

    again = take(action, officer)

    assert again == first
    assert bytes(again.workbook) == bytes(first.workbook)
    assert PlanExport.objects.count() == 1


def test_pressing_again_offers_the_one_that_is_there(reader_client, action):
    press(reader_client, action.plan)

    page = press(reader_client, action.plan).content.decode()

    assert f"{PlanExport.objects.get().token}/" in page.split("banner__link")[1]


@pytest.mark.parametrize(
    "change",
    [
        lambda action: Action.objects.filter(pk=action.pk).update(outcome="No queue"),
        lambda action: action.plan.priorities.update(title="Fair access for all"),
        lambda action: action.evidence.create(
            kind="note", text="Seen", added_by=UserFactory(), added_at=timezone.now()
        ),
        lambda action: ActionFactory(priority=action.priority, title="Another"),
    ],
    ids=["an action", "a heading", "a note", "one more action"],
)
def test_a_new_one_is_made_once_something_has_changed(officer, action, change):
    first = take(action, officer)

    change(action)

    assert take(action, officer) != first


def test_a_new_one_is_made_on_another_day(officer, action):
    first = take(action, officer)

    assert take(action, officer, ON + datetime.timedelta(days=1)) != first


def test_each_person_who_takes_it_is_named(officer, reader, action):
    first, second = take(action, officer), take(action, reader)

    assert (first.made_by, second.made_by) == (officer, reader)
    assert first.token != second.token


def test_nobody_makes_them_without_end(reader_client, action, monkeypatch):
    monkeypatch.setattr(plan_spreadsheet, "MOST_A_DAY", 2)
    for number in range(3):
        Action.objects.filter(pk=action.pk).update(outcome=f"Wanted {number}")
        page = press(reader_client, action.plan).content.decode()

    assert PlanExport.objects.count() == 2
    assert "You have made 2 spreadsheets since this time yesterday" in page


def test_those_of_yesterday_count_no_more(reader_client, action, monkeypatch):
    monkeypatch.setattr(plan_spreadsheet, "MOST_A_DAY", 1)
    press(reader_client, action.plan)
    PlanExport.objects.update(made_at=timezone.now() - datetime.timedelta(hours=25))
    Action.objects.filter(pk=action.pk).update(outcome="No queue")

    press(reader_client, action.plan)

    assert PlanExport.objects.count() == 2


def elsewhere(job):
    """Run `job` on a connection of its own, and wait for it."""

    def run():
        try:
            job()
        finally:
            connection.close()

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()


@pytest.mark.django_db(transaction=True)
def test_no_update_waits_while_the_file_is_made(officer, action, monkeypatch):
    def report():
        with connection.cursor() as cursor:
            cursor.execute("SET lock_timeout = '2s'")
        Action.objects.get(pk=action.pk).record_update(
            by=officer, on=ON, rag_status="on_target", progress="Half done"
        )

    read, lay_out = contents.read, files.lay_out

    def read_while_somebody_reports(plan):
        list(plan.actions.all())
        elsewhere(report)
        return read(plan)

    def lay_out_while_somebody_reports(*args):
        elsewhere(report)
        return lay_out(*args)

    monkeypatch.setattr(contents, "read", read_while_somebody_reports)
    monkeypatch.setattr(files, "lay_out", lay_out_while_somebody_reports)
    made = take(action, officer)

    assert action.updates.count() == 2
    assert [row["progress"] for row in made.rows] == [""]
