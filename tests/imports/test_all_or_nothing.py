"""An import that is killed, on real connections: all of it is there, or nothing.

It is stopped at a chosen point (see `stopping`); there its process, or its
connection, is killed.
"""

import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import quote

import pytest
from django.conf import settings
from django.db import OperationalError, connection

from equality_tracker.imports.models import ImportedChange, ImportRun
from indicators.models import Indicator
from plans.models import Action, Plan
from tests.imports.stopping import (
    LOCK,
    POINTS,
    drop_what_waits,
    press,
    previewed,
    stopping_at,
    waiting,
)
from tests.plans.importing.dumps import dump
from tests.waiting import Database, Process, Thread, wait_until

from .conftest import fields_of
from .workbooks import ROWS, with_indicators

pytestmark = pytest.mark.django_db(transaction=True)


def terminate(pid):
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s)", [pid])


def address():
    """The test database as a DATABASE_URL."""
    said = connection.settings_dict
    who = ":".join(
        quote(said[one], safe="") for one in ("USER", "PASSWORD") if said[one]
    )
    where = quote(said["HOST"] or "localhost", safe="")
    return f"postgres://{who}@{where}:{said['PORT'] or 5432}/{said['NAME']}"


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "plan.xlsx"
    path.write_bytes(with_indicators())
    return path


@pytest.fixture
def import_plan(admin, file):
    """Return a function that starts `manage.py import_plan` in a process of its own."""
    started = []

    def import_plan():
        process = subprocess.Popen(
            [sys.executable, "manage.py", "import_plan", file, "--by", admin.email,
             "--as-at", "2026-09-30", "--create-leads"],
            cwd=Path(__file__).resolve().parents[2],
            env={**os.environ, "DATABASE_URL": address(), "EVIDENCE_DIR": str(settings.EVIDENCE_DIR)},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )  # fmt: skip
        started.append(process)
        return process

    yield import_plan
    for process in started:
        process.kill()
        process.wait()


def everything():
    runs = list(ImportRun.objects.values_list("state", flat=True))
    return dump(), runs, ImportedChange.objects.count()


@pytest.mark.parametrize("point", POINTS.values(), ids=POINTS)
def test_an_import_killed_anywhere_leaves_nothing(import_plan, point):
    before = everything()

    with stopping_at(*point):
        process = import_plan()
        wait_until(waiting, Process(process.pid), Database())
        os.kill(process.pid, signal.SIGKILL)
        process.wait()

    assert everything() == before


def test_an_import_that_was_killed_succeeds_when_tried_again(import_plan):
    with stopping_at("imports_importedchange", "INSERT"):
        process = import_plan()
        wait_until(waiting, Process(process.pid), Database())
        process.kill()
        process.wait()

    assert import_plan().wait() == 0
    assert [str(one) for one in Action.objects.all()] == [
        f"{r[0]} {r[1]}" for r in ROWS
    ]
    assert (Plan.objects.count(), Indicator.objects.count()) == (1, 2)
    assert ImportRun.objects.get().state == "applied"


def test_an_import_killed_once_it_was_told_to_commit_is_there_as_a_whole(import_plan):
    """The database had all of it: whether the process hears so makes no difference."""
    with connection.cursor() as cursor:
        cursor.execute(f"""
            CREATE FUNCTION wait_here() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN PERFORM pg_advisory_xact_lock({LOCK}); RETURN NULL; END $$;
            CREATE CONSTRAINT TRIGGER zz_wait_here AFTER INSERT ON plans_plan
            DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION wait_here();
            SELECT pg_advisory_lock({LOCK});
        """)
        process = import_plan()
        wait_until(waiting, Process(process.pid), Database())
        process.kill()
        process.wait()
        cursor.execute(f"SELECT pg_advisory_unlock({LOCK})")
    wait_until(lambda: Plan.objects.exists(), Database())
    drop_what_waits()

    assert Action.objects.count() == 3
    assert ImportRun.objects.get().state == "applied"
    assert ImportedChange.objects.filter(model="plans.action").count() == 3


@pytest.mark.parametrize("point", ["a priority made", "the import marked as done"])
def test_a_page_whose_connection_breaks_leaves_nothing_and_can_be_sent_again(
    admin, point
):
    client, path, sent = previewed(admin, content=with_indicators())
    before = dump()

    with ThreadPoolExecutor(1) as threads, stopping_at(*POINTS[point]):
        answer = threads.submit(press, client, path, sent)
        wait_until(waiting, Thread(answer.done), Database())
        terminate(waiting()[0])
        with pytest.raises(OperationalError):
            answer.result()

    assert dump() == before
    assert ImportRun.objects.get().state == "previewed"
    sent = fields_of(client.get(path).content.decode()) | {"apply": "1"}
    client.post(path, sent)
    assert ImportRun.objects.get().state == "applied"
    assert Action.objects.count() == 3


def test_an_undoing_that_breaks_off_takes_nothing_back(admin):
    client, path, sent = previewed(admin, content=with_indicators())
    client.post(path, sent)
    undo, before = path.replace("preview", "undo"), dump()

    with ThreadPoolExecutor(1) as threads, stopping_at("plans_action", "DELETE"):
        answer = threads.submit(press, client, undo, {})
        wait_until(waiting, Thread(answer.done), Database())
        terminate(waiting()[0])
        with pytest.raises(OperationalError):
            answer.result()

    assert dump() == before
    assert ImportRun.objects.get().state == "applied"
    client.post(undo)
    assert not Action.objects.exists()
    assert not Indicator.objects.exists()
