"""The first visit in a process that has just begun as the server begins one: a process of its own for each."""

import json
import subprocess
import sys
from pathlib import Path


class CannotBegin(Exception):
    """The process ended without an answer."""


def first_visit(database, path, who):
    """Return {"seconds", "queries", "status", "bytes"} of the first visit to `path` in a new process, by the person with the id `who`, on
    the database of the connection `database`."""
    name = database.settings_dict["NAME"]
    words = [sys.executable, "-m", __name__, name, path, str(who)]
    done = subprocess.run(words, cwd=_root(), capture_output=True, text=True, check=False)  # fmt: skip
    if done.returncode:
        raise CannotBegin(done.stderr.strip().rpartition("\n")[2])
    return json.loads(done.stdout.splitlines()[-1])


def _root():
    return Path(__file__).resolve().parents[3]


def visit(path, who):
    """Begin as the server does, then open `path` once."""
    import time

    from django.db import connection, connections
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from equality_tracker.organisation.models import User
    from equality_tracker.warming import warm_up

    warm_up()
    client = Client(raise_request_exception=False)
    client.force_login(User.objects.get(pk=who))
    # Whoever comes first finds no connection either.
    connections.close_all()
    with CaptureQueriesContext(connection) as queries:
        begun = time.perf_counter()
        answer = client.get(path)
        content = answer.getvalue()
        seconds = time.perf_counter() - begun
    return {"seconds": seconds, "queries": len(queries), "status": answer.status_code, "bytes": len(content)}  # fmt: skip


def main(database, path, who):
    """Visit in the settings and on the server that the bench runs with."""
    import django

    django.setup()
    from django.db import connection

    from .running import as_in_production

    connection.settings_dict["NAME"] = database
    with as_in_production():
        print(json.dumps(visit(path, int(who))))


if __name__ == "__main__":
    main(*sys.argv[1:])
