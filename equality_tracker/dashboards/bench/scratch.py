"""Databases of the bench's own, on the same server: made, measured, and dropped. The live one is only asked to make them."""

from contextlib import ExitStack, contextmanager

from django.core.management import call_command
from django.db import connection, connections
from django.db.backends.postgresql.base import DatabaseWrapper

PREFIX = "bench_scratch_"


@contextmanager
def scratch_databases(sizes):
    """Yield {size: connection} to a new, migrated, empty database for each of `sizes`; drop them afterwards."""
    live = connections["default"]
    with ExitStack() as stack:
        found = {}
        for size in sizes:
            name = f"{PREFIX}{live.settings_dict['NAME']}_{size}"[:63]
            template = next(iter(found.values())) if found else None
            found[size] = stack.enter_context(_scratch(live, name, template))
        yield found


@contextmanager
def using(scratch):
    """Let everything that asks the default database ask `scratch` instead."""
    live = connections["default"]
    connections["default"] = scratch
    try:
        yield scratch
    finally:
        connections["default"] = live


@contextmanager
def _scratch(live, name, template):
    _make(live, name, template)
    scratch = DatabaseWrapper({**live.settings_dict, "NAME": name}, "default")
    try:
        if template is None:
            with using(scratch):
                call_command("migrate", verbosity=0, interactive=False)
        yield scratch
    finally:
        scratch.close()
        _drop(live, name)


def _make(live, name, template):
    _drop(live, name)
    like = ""
    if template is not None:
        template.close()
        like = f" TEMPLATE {live.ops.quote_name(template.settings_dict['NAME'])}"
    with live.cursor() as cursor:
        cursor.execute(f"CREATE DATABASE {live.ops.quote_name(name)}{like}")


def _drop(live, name):
    if not name.startswith(PREFIX):
        raise ValueError(f"{name} is not a database of the bench.")
    with live.cursor() as cursor:
        cursor.execute(
            f"DROP DATABASE IF EXISTS {live.ops.quote_name(name)} WITH (FORCE)"
        )


def server_version():
    """Return the server's version in words."""
    with connection.cursor() as cursor:
        cursor.execute("SHOW server_version")
        return cursor.fetchone()[0]
