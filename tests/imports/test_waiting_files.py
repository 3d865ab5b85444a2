"""Files that wait for somebody: listed with their age, and discarded after a page that says what goes."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from equality_tracker.imports.models import ImportRun
from tests.factories import UserFactory
from tests.imports.waiting import half_way

pytestmark = pytest.mark.django_db


def test_a_waiting_file_is_discarded_after_a_page_that_says_what_goes(
    journey, admin, django_capture_on_commit_callbacks
):
    journey.to_preview()
    run = journey.run
    kept = Path(run.file.path)
    page = journey.page("discard").content.decode()
    assert "Discard plan.xlsx?" in page

    with django_capture_on_commit_callbacks(execute=True):
        journey.client.post(f"/import/{run.pk}/discard/")

    run.refresh_from_db()
    assert (run.state, run.ended_by) == ("discarded", admin)
    assert (run.tables, run.understood, run.decisions, run.file.name) == (
        {},
        {},
        {},
        "",
    )
    assert not kept.exists()
    assert f"by {admin}" in journey.page("run_detail").content.decode()


def test_an_imported_file_cannot_be_discarded(journey):
    journey.to_preview()
    journey.apply()

    answer = journey.client.post(f"/import/{journey.run.pk}/discard/")

    assert answer.url == f"/import/{journey.run.pk}/"
    assert journey.run.state == "applied"


def test_the_history_says_who_discarded_it(journey):
    journey.to_preview()
    another = UserFactory(role="admin")
    client = Client()
    client.force_login(another)

    client.post(f"/import/{journey.run.pk}/discard/")

    event = apps.get_model("imports.ImportRunEvent").objects.latest("pgh_id")
    assert (event.state, event.ended_by_id) == ("discarded", another.pk)
    assert event.pgh_context["user"] == another.pk


def test_files_that_wait_are_listed_oldest_first_with_their_age(journey):
    journey.to_preview(name="old.xlsx")
    noon = timezone.localtime().replace(hour=12)
    ImportRun.objects.update(started_at=noon - timedelta(days=40))
    journey.to_preview(name="new.xlsx")

    page = journey.client.get("/import/").content.decode()

    assert "2 files on their way" in page
    assert "40 days" in page
    assert page.index("old.xlsx") < page.index("new.xlsx")


def test_a_workbook_and_its_reading_are_no_stray_evidence(
    journey, slow, settings, tmp_path, capsys
):
    settings.STORAGES = settings.STORAGES | {
        "default": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": tmp_path},
        }
    }
    settings.EVIDENCE_DIR = tmp_path
    journey.upload()
    half_way(journey.run)

    call_command("check_evidence")

    assert list(tmp_path.rglob("progress"))
    assert "all as they were stored" in capsys.readouterr().out


# The session, the person, the files on their way with plan and people, how many others there are, and those.
QUERIES_OF_THE_LIST = 5


@pytest.mark.parametrize("files", [1, 20])
def test_the_list_asks_the_same_however_many_files_wait(
    journey, admin, files, django_assert_max_num_queries
):
    for number in range(files):
        for state in ("uploaded", "refused"):
            ImportRun.objects.create(
                name=f"{number}.xlsx",
                size=1,
                sha256="0" * 64,
                as_at="2026-09-30",
                state=state,
                error="No table." if state == "refused" else "",
                started_by=admin,
            )

    with django_assert_max_num_queries(QUERIES_OF_THE_LIST):
        page = journey.client.get("/import/").content.decode()

    assert page.count("Continue with") == files
