"""An import that is killed, and two that come at once, on real connections: all of it is there, or nothing.

A trigger of the test's own stops the import at a chosen point by waiting for a lock that the test holds; there its process, or its
connection, is killed.
"""

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import pytest
from django.conf import settings
from django.db import OperationalError, connection
from django.test import Client

from equality_tracker.imports.models import ImportedChange, ImportRun
from equality_tracker.organisation.models import Lead
from plans.models import Action, Plan
from tests.factories import UserFactory
from tests.plans.importing.dumps import dump

from .conftest import Journey, fields_of
from .workbooks import ROWS, workbook

pytestmark = pytest.mark.django_db(transaction=True)
LOCK = 6_210_907
# Where an import is killed: the table and what is done to it.
POINTS = {
    "the file read": ("imports_importrun", "INSERT"),
    "the plan made": ("plans_plan", "INSERT"),
    "a priority made": ("plans_priority", "INSERT"),
    "the actions made": ("plans_action", "INSERT"),
    "the statuses made": ("plans_actionupdate", "INSERT"),
    "what can be undone kept": ("imports_importedchange", "INSERT"),
    "the import marked as done": ("imports_importrun", "UPDATE OF applied_at"),
}


@contextmanager
def stopping_at(table, operation):
    """While this lasts, whoever does `operation` to `table` waits just after it; leaving lets them go."""
    with connection.cursor() as cursor:
        cursor.execute(f"""
            CREATE FUNCTION wait_here() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN PERFORM pg_advisory_xact_lock({LOCK}); RETURN NULL; END $$;
            CREATE TRIGGER zz_wait_here AFTER {operation} ON {table} EXECUTE FUNCTION wait_here();
            SELECT pg_advisory_lock({LOCK});
        """)
        try:
            yield
        finally:
            cursor.execute(f"SELECT pg_advisory_unlock({LOCK})")
            wait_until(lambda: not waiting())
            drop_what_waits()


def drop_what_waits():
    """Take the trigger away, once nobody's transaction uses its table."""
    with connection.cursor() as cursor:
        cursor.execute("DROP FUNCTION wait_here() CASCADE")


def waiting():
    """The backends that wait for the lock."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND objid = %s AND NOT granted",
            [LOCK],
        )
        return [pid for (pid,) in cursor.fetchall()]


def wait_until(holds):
    deadline = time.monotonic() + 60
    while not holds():
        assert time.monotonic() < deadline, "It did not come about in a minute."
        time.sleep(0.02)


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
    path.write_bytes(workbook())
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
        wait_until(waiting)
        os.kill(process.pid, signal.SIGKILL)
        process.wait()

    assert everything() == before


def test_an_import_that_was_killed_succeeds_when_tried_again(import_plan):
    with stopping_at("imports_importedchange", "INSERT"):
        process = import_plan()
        wait_until(waiting)
        process.kill()
        process.wait()

    assert import_plan().wait() == 0
    assert [str(one) for one in Action.objects.all()] == [
        f"{r[0]} {r[1]}" for r in ROWS
    ]
    assert Plan.objects.count() == 1
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
        wait_until(waiting)
        process.kill()
        process.wait()
        cursor.execute(f"SELECT pg_advisory_unlock({LOCK})")
    wait_until(lambda: Plan.objects.exists())
    drop_what_waits()

    assert Action.objects.count() == 3
    assert ImportRun.objects.get().state == "applied"
    assert ImportedChange.objects.filter(model="plans.action").count() == 3


def previewed(admin, plan=None, content=None):
    """Return (client, address of the preview, what its button sends) of an admin's own file."""
    client = Client()
    client.force_login(admin)
    journey = Journey(client)
    journey.to_preview(content, plan=plan)
    sent = fields_of(journey.page("preview").content.decode())
    sent |= {"answering-directorate": "none", "apply": "1"}
    return client, f"/import/{journey.run.pk}/preview/", sent


def press(client, path, sent):
    """Press the preview's last button on a connection of its own."""
    try:
        return client.post(path, sent, follow=True)
    finally:
        connection.close()


@pytest.mark.parametrize("point", ["a priority made", "the import marked as done"])
def test_a_page_whose_connection_breaks_leaves_nothing_and_can_be_sent_again(
    admin, point
):
    client, path, sent = previewed(admin)
    before = dump()

    with ThreadPoolExecutor(1) as threads, stopping_at(*POINTS[point]):
        answer = threads.submit(press, client, path, sent)
        wait_until(waiting)
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
    client, path, sent = previewed(admin)
    client.post(path, sent)
    undo, before = path.replace("preview", "undo"), dump()

    with ThreadPoolExecutor(1) as threads, stopping_at("plans_action", "DELETE"):
        answer = threads.submit(press, client, undo, {})
        wait_until(waiting)
        terminate(waiting()[0])
        with pytest.raises(OperationalError):
            answer.result()

    assert dump() == before
    assert ImportRun.objects.get().state == "applied"
    client.post(undo)
    assert not Action.objects.exists()


def both(one, other, point):
    """Press two previews' buttons: the second while the first stands in the middle of its import; return both answers."""
    with ThreadPoolExecutor(2) as threads:
        with stopping_at(*POINTS[point]):
            first = threads.submit(press, *one)
            wait_until(waiting)
            second = threads.submit(press, *other)
            time.sleep(0.3)
            assert not second.done()
        return first.result(), second.result()


def test_two_admins_who_import_one_file_at_once_import_it_once(admin):
    mine = previewed(admin)
    other = Client()
    other.force_login(UserFactory(role="admin"))
    theirs = other, mine[1], mine[2]

    answers = both(mine, theirs, "the actions made")

    assert (Plan.objects.count(), Action.objects.count()) == (1, 3)
    assert ImportRun.objects.get().applied_by == admin
    assert [one.status_code for one in answers] == [200, 200]
    assert not any("Server Error" in one.content.decode() for one in answers)


def test_two_admins_with_two_files_for_one_plan_write_one_after_the_other(admin):
    client, path, sent = previewed(admin)
    client.post(path, sent)
    plan = Plan.objects.get()
    rows = [[*row] for row in ROWS]
    rows[0][2] = "Nobody waits"
    mine = previewed(admin, plan, workbook(rows))
    rows[0][2], rows[1][2] = "Nobody queues", "All are heard"
    theirs = previewed(UserFactory(role="admin"), plan, workbook(rows))

    answers = both(mine, theirs, "what can be undone kept")

    assert (
        "The plan has changed since this page was shown" in answers[1].content.decode()
    )
    outcomes = list(Action.objects.values_list("outcome", flat=True))[:2]
    assert outcomes == ["Nobody waits", "Everybody is heard"]
    assert ImportRun.objects.get(plan=plan, state="previewed")
    sent = fields_of(theirs[0].get(theirs[1]).content.decode()) | {"apply": "1"}
    theirs[0].post(theirs[1], sent)
    outcomes = list(Action.objects.values_list("outcome", flat=True))[:2]
    assert outcomes == ["Nobody queues", "All are heard"]


def test_two_new_leads_of_one_name_from_two_files_are_made_once(admin):
    """The second import finds the name taken: it says so, and leaves nothing."""

    def with_ticked(row, by):
        client, path, sent = previewed(by, content=workbook([row]))
        page = client.get(path).content.decode()
        place = page.index("Create “Language Team")
        start = page.rindex('name="lead-', 0, place) + 6
        name = page[start : page.index('"', start)]
        return client, path, sent | {name: "on", "plan-reference": f"P-{by.pk}"}

    mine = with_ticked(ROWS[2], admin)
    theirs = with_ticked(ROWS[2], UserFactory(role="admin"))

    _first, second = both(mine, theirs, "what can be undone kept")

    assert "A lead of this name is there already" in second.content.decode()
    assert Lead.objects.count() == 1
    assert Plan.objects.count() == 1
