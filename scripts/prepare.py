"""Brings the database up to date and fills an empty one. Runs inside the virtual environment, in one process for speed."""

import os
import sys

import django
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command
from django.db import OperationalError, connection

REFUSED = (
    "The database does not let this in ({reason}): check that it runs, and that DATABASE_URL has the right "
    "address, name, user and password."
)
TOO_OLD = "This is PostgreSQL {found}: PostgreSQL 14 or newer is needed."


def prepare() -> None:
    """Migrate, then load the demonstration where nobody may sign in yet; say who may."""
    open_database()
    call_command("migrate", verbosity=0, interactive=False)
    if has_people():
        call_command("load_demonstration", who=True)
        return
    print("Loading the demonstration", flush=True)
    call_command("load_demonstration")


def open_database() -> None:
    """Start Django; exit with one sentence where its settings or its database do not allow that."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "equality_tracker.settings")
    try:
        django.setup()
    except ImproperlyConfigured as error:
        sys.exit(str(error))
    refuse_unusable_database()


def refuse_unusable_database() -> None:
    """Exit with one sentence where the database does not answer or is too old."""
    try:
        connection.ensure_connection()
    except OperationalError as error:
        reason = " ".join(str(error).split())
        sys.exit(REFUSED.format(reason=reason))
    found = connection.pg_version // 10000
    if found < 14:
        sys.exit(TOO_OLD.format(found=found))


def has_people() -> bool:
    """Say whether anybody has an account."""
    from django.contrib.auth import get_user_model

    return get_user_model().objects.exists()


if __name__ == "__main__":
    try:
        prepare()
    except CommandError as error:
        sys.exit(str(error))
