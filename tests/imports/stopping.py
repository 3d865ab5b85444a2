"""Imports stopped at a chosen point: a trigger of the test's own waits there for a lock that the test holds."""

from contextlib import contextmanager

from django.db import connection
from django.test import Client

from tests.waiting import Database, wait_until

from .conftest import Journey, fields_of

LOCK = 6_210_907
# Where an import is killed: the table and what is done to it.
POINTS = {
    "the file read": ("imports_importrun", "INSERT"),
    "the plan made": ("plans_plan", "INSERT"),
    "a priority made": ("plans_priority", "INSERT"),
    "the actions made": ("plans_action", "INSERT"),
    "the statuses made": ("plans_actionupdate", "INSERT"),
    "the figures of indicators made": ("indicators_result", "INSERT"),
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
            wait_until(lambda: not waiting(), Database())
            drop_what_waits()


def drop_what_waits():
    """Take the trigger away, once nobody's transaction uses its table."""
    with connection.cursor() as cursor:
        cursor.execute("DROP FUNCTION wait_here() CASCADE")


def waiting():
    """The backends of this database that wait for the lock: another process's tests hold one of the same number in theirs."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT pid FROM pg_locks JOIN pg_database ON pg_database.oid = pg_locks.database
            WHERE locktype = 'advisory' AND objid = %s AND NOT granted AND datname = current_database()
            """,
            [LOCK],
        )
        return [pid for (pid,) in cursor.fetchall()]


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
