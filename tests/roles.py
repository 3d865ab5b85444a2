"""A second database role, made by `grant_roles`, in which the site works in production."""

from contextlib import contextmanager

from django.core.management import call_command
from django.db import DatabaseError, connection, transaction


def make_app_role():
    """Make the role inside the test's transaction, which takes it away again; return its name."""
    name = f"app_of_{connection.settings_dict['NAME']}"
    with connection.cursor() as cursor:
        cursor.execute(f'CREATE ROLE "{name}"')
        cursor.execute("REVOKE CREATE ON SCHEMA public FROM PUBLIC")
    call_command("grant_roles", app_role=name, verbosity=0)
    return name


@contextmanager
def working_as(role):
    """Let the body work in the database as `role`."""
    with connection.cursor() as cursor:
        cursor.execute(f'SET ROLE "{role}"')
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("RESET ROLE")


def refusal_of(sql, params=None):
    """Run `sql` and check what waits for the end of the transaction; return the database's refusal, None where it took it."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql, params)
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            transaction.set_rollback(True)
    except DatabaseError as error:
        return error
    return None
