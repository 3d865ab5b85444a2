"""Tests whose rows other connections see: they commit, and afterwards the database is put back as the migrations left it.

Emptying the tables, as Django does after such a test, would take the rows that migrations made and break whichever test
comes next. So the database is copied once a session and restored from the copy: a fiftieth of a second in memory.
"""

from functools import cache

import pytest
from django.db import connection, connections
from pytest_django.plugin import blocking_manager_key

END_SESSIONS = (
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s"
)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """The test database, with an untouched copy beside it."""
    with django_db_blocker.unblock():
        _copy(_name(), untouched())
    yield
    # Here too: the last test's own teardown comes after this, and a database that is kept must not keep its rows.
    with django_db_blocker.unblock():
        restore_database()
        _drop(untouched())


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item, nextitem):
    """Put the database back after each test that is marked `django_db(transaction=True)`."""
    result = yield
    marker = item.get_closest_marker("django_db")
    if nextitem and marker and marker.kwargs.get("transaction"):
        with item.session.config.stash[blocking_manager_key].unblock():
            restore_database()
    return result


def restore_database():
    """Make the test database what it was before any test."""
    _copy(untouched(), _name())


def _name():
    """The test database's name; a database that no test made is never put back over.

    pytest-django makes the test database only where a test is marked for it or uses a fixture called `db`.
    """
    name = connection.settings_dict["NAME"]
    assert name.startswith("test_"), f"{name} is not a test database"
    return name


def untouched():
    """The name of the copy that no test writes."""
    return f"{_name()}_untouched"


def _copy(source, target):
    """Replace the database `target` by a copy of `source`."""
    connections.close_all()
    with connection._nodb_cursor() as cursor:
        cursor.execute(END_SESSIONS, [source])
        cursor.execute(f'DROP DATABASE IF EXISTS "{target}" WITH (FORCE)')
        cursor.execute(f'CREATE DATABASE "{target}" TEMPLATE "{source}" {_strategy()}')


@cache
def _strategy():
    """Copying the files takes half the work of writing each page to the log, where the server need not sync them to a disk."""
    with connection._nodb_cursor() as cursor:
        cursor.execute("SHOW fsync")
        quick = cursor.fetchone()[0] == "off" and connection.pg_version >= 150000
    return "STRATEGY FILE_COPY" if quick else ""


def _drop(name):
    with connection._nodb_cursor() as cursor:
        cursor.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
