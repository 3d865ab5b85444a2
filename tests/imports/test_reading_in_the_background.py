"""A reading that takes long: seen, left, come back to, cancelled, and begun again where its process died."""

import os
import signal
from pathlib import Path

import pytest

from equality_tracker.imports import background
from equality_tracker.workbooks import detached, runner
from scripts.processes import is_alive
from tests.imports.waiting import half_way, reading_of
from tests.waiting import Process, family, wait_until

from .slow_reader import reader_with

pytestmark = [pytest.mark.django_db, pytest.mark.reading_process]


def test_a_long_reading_shows_how_far_it_is(journey, slow):
    answer = journey.upload()
    half_way(journey.run)

    page = journey.client.get(answer.url).content.decode()

    assert journey.run.state == "reading"
    assert "50% read" in page
    told = journey.client.get(f"/import/{journey.run.pk}/progress/").json()
    assert told == {"share": 0.5, "waiting": False, "go_on": False}


def test_a_reading_that_was_left_is_found_in_the_list(journey, slow):
    journey.upload(name="large.xlsx")
    half_way(journey.run)

    page = journey.client.get("/import/").content.decode()

    assert "Being read" in page
    assert "50% read" in page
    assert f'href="/import/{journey.run.pk}/"' in page


def test_what_was_read_meanwhile_is_taken_in_when_somebody_comes_back(
    journey, monkeypatch
):
    monkeypatch.setattr(background, "PATIENCE", 0)
    journey.upload()
    run = journey.run
    wait_until(lambda: background.look(run).is_done, reading_of(run))
    assert run.state == "reading"
    assert journey.client.get(f"/import/{run.pk}/progress/").json()["go_on"]

    page = journey.client.get(f"/import/{run.pk}/", follow=True)

    assert page.redirect_chain[-1][0] == f"/import/{run.pk}/columns/"
    assert "Open the desk on Saturdays" in page.content.decode()


def test_a_file_refused_after_its_person_left_says_why(
    journey, monkeypatch, django_capture_on_commit_callbacks
):
    monkeypatch.setattr(background, "PATIENCE", 0)
    journey.upload(b"\x89PNG\r\n\x1a\n" + b"\0" * 500)
    run = journey.run
    kept = Path(run.file.path)
    wait_until(lambda: background.look(run).is_done, reading_of(run))

    with django_capture_on_commit_callbacks(execute=True):
        page = journey.client.get(f"/import/{run.pk}/").content.decode()

    assert "not a workbook" in page
    assert "Choose another file" in page
    assert journey.run.state == "refused"
    assert not kept.exists()


def test_a_cancelled_reading_is_killed_and_only_its_line_stays(
    journey, admin, slow, django_capture_on_commit_callbacks
):
    journey.upload()
    run = journey.run
    reader, kept, folder = half_way(run), Path(run.file.path), background.folder_of(run)

    with django_capture_on_commit_callbacks(execute=True):
        answer = journey.client.post(f"/import/{run.pk}/cancel/", follow=True)

    wait_until(lambda: not is_alive(reader), Process(reader))
    run.refresh_from_db()
    assert (run.state, run.ended_by, run.file.name) == ("cancelled", admin, "")
    assert not kept.exists()
    assert not folder.exists()
    page = answer.content.decode()
    assert "has been cancelled" in page
    assert admin.name in page


def test_what_a_cancelled_reader_had_begun_ends_with_it(journey, slow):
    journey.upload()
    reader = half_way(journey.run)
    children = [one for one in family(reader) if one != reader]

    detached.end(background.folder_of(journey.run))

    assert children
    wait_until(lambda: not any(map(is_alive, children)), *map(Process, children))


def test_a_reading_outlives_the_page_that_began_it_in_a_session_of_its_own(
    journey, slow
):
    journey.upload()

    reader = half_way(journey.run)

    assert os.getsid(reader) == reader != os.getsid(0)


def test_a_killed_reading_says_so_and_is_read_again_with_one_button(
    journey, slow, monkeypatch
):
    journey.upload()
    run = journey.run
    os.kill(half_way(run), signal.SIGKILL)
    wait_until(lambda: background.look(run).is_lost, reading_of(run))
    page = journey.client.get(f"/import/{run.pk}/").content.decode()
    assert "The reading of plan.xlsx stopped" in page
    assert "Read the file again" in page
    assert "Reading stopped" in journey.client.get("/import/").content.decode()

    monkeypatch.undo()
    answer = journey.client.post(f"/import/{run.pk}/read-again/", follow=True)

    assert answer.redirect_chain[-1][0] == f"/import/{run.pk}/columns/"
    assert journey.run.understood["priorities"][0]["actions"]


def test_a_reading_under_way_is_not_begun_twice(journey, slow):
    journey.upload()
    reader = half_way(journey.run)

    journey.client.post(f"/import/{journey.run.pk}/read-again/")

    assert background.look(journey.run).place[0] == reader
    assert is_alive(reader)


def test_a_parser_that_dies_is_one_sentence_and_no_broken_page(journey, monkeypatch):
    suicide = "import os, signal; os.kill(os.getpid(), signal.SIGSEGV)"
    monkeypatch.setattr(detached, "COMMAND", reader_with(suicide))

    answer = journey.upload()

    assert answer.status_code == 200
    assert runner.DIED in answer.content.decode()
    assert journey.run.state == "refused"


def test_sheets_that_break_the_site_are_refused_in_words(journey, monkeypatch, caplog):
    def broken(*_args, **_options):
        raise ZeroDivisionError

    monkeypatch.setattr(background, "checked", broken)

    with caplog.at_level("ERROR"):
        answer = journey.upload()

    assert "could not be made sense of" in answer.content.decode()
    assert "ZeroDivisionError" in caplog.text


def test_cancelling_what_has_been_read_by_then_keeps_it(journey):
    journey.upload()

    answer = journey.client.post(f"/import/{journey.run.pk}/cancel/", follow=True)

    assert "nothing to cancel" in answer.content.decode()
    assert journey.run.state == "uploaded"
