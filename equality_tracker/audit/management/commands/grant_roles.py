"""Gives the database role in which the site works its rights: to change rows, and never what is remembered of them."""

from django.apps import apps
from django.core.management.base import BaseCommand, CommandError
from django.db import connection, transaction
from pghistory.models import Event

READ_ONLY = {"django_migrations"}
# Written by the history's own triggers, which name who made a change.
CONTEXT = {"pghistory_context"}
ROWS = "SELECT, INSERT, UPDATE, DELETE"


class Command(BaseCommand):
    help = (
        "Run by the role that owns the tables, after each migrate: the role given by --app-role may then read and "
        "change rows, read and add history, and nothing else."
    )

    def add_arguments(self, parser):
        parser.add_argument("--app-role", required=True, metavar="NAME")

    def handle(self, *, app_role, **options):
        with transaction.atomic(), connection.cursor() as cursor:
            refuse_unfit(cursor, app_role)
            granted = grant(cursor, app_role)
            open_doors = doors_left_open(cursor, app_role)
        for table, rights in granted.items():
            if options["verbosity"] > 1:
                self.stdout.write(f"{table}: {rights}")
        history = sum(rights == "SELECT, INSERT" for rights in granted.values())
        self.stdout.write(
            f"{app_role} may work in {len(granted)} tables; in the {history} of the history it may only read and add."
        )
        for door in open_doors:
            self.stderr.write(self.style.WARNING(door))


def refuse_unfit(cursor, role):
    """Raise CommandError where `role` is none that can be held to its rights."""
    cursor.execute(
        "SELECT rolsuper, pg_has_role(rolname, CURRENT_USER, 'MEMBER') FROM pg_roles WHERE rolname = %s",
        [role],
    )
    found = cursor.fetchone()
    if found is None:
        raise CommandError(
            f"There is no role {role}. Make it first: CREATE ROLE {role} LOGIN PASSWORD '…';"
        )
    if found[0]:
        raise CommandError(
            f"{role} is a superuser: nothing can be kept from it. Choose another."
        )
    if found[1]:
        raise CommandError(
            f"{role} is, or belongs to, the role that owns the tables: it could change the history. Choose another."
        )


def grant(cursor, role):
    """Take every right on the tables away from `role`, then give what it needs; return {table: rights}."""
    app, schema = _quoted(role), "public"
    for each in ("TABLES", "SEQUENCES"):
        cursor.execute(f"REVOKE ALL ON ALL {each} IN SCHEMA {schema} FROM {app}")
    cursor.execute(f"GRANT USAGE ON SCHEMA {schema} TO {app}")
    cursor.execute(f"GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA {schema} TO {app}")
    granted = {table: rights_on(table) for table in _tables(cursor)}
    for table, rights in granted.items():
        cursor.execute(f"GRANT {rights} ON {_quoted(table)} TO {app}")
    return granted


def rights_on(table):
    """Return what the site's role may do in `table`."""
    if table in history_tables():
        return "SELECT, INSERT"
    if table in READ_ONLY:
        return "SELECT"
    return "SELECT, INSERT, UPDATE" if table in CONTEXT else ROWS


def history_tables():
    """The tables that hold the history of others."""
    return {
        model._meta.db_table for model in apps.get_models() if issubclass(model, Event)
    }


def doors_left_open(cursor, role):
    """Return a sentence for each right that `role` still has in some other way, such as through PUBLIC."""
    found = []
    cursor.execute("SELECT has_schema_privilege(%s, 'public', 'CREATE')", [role])
    if cursor.fetchone()[0]:
        found.append(
            f"{role} may still make tables. As the database's owner: REVOKE CREATE ON SCHEMA public FROM PUBLIC;"
        )
    for table in sorted(history_tables()):
        cursor.execute(
            "SELECT has_table_privilege(%s, %s, 'UPDATE, DELETE, TRUNCATE, TRIGGER')",
            [role, _quoted(table)],
        )
        if cursor.fetchone()[0]:
            found.append(f"{role} may still change {table} by another way.")
    return found


def _tables(cursor):
    return sorted(connection.introspection.table_names(cursor))


def _quoted(name):
    return connection.ops.quote_name(name)
