"""Takes everything away that a demonstration, and whoever tried it, left behind."""

from django.apps import apps
from django.contrib.admin.models import LogEntry
from django.contrib.sessions.models import Session
from django.db import connection, transaction

from equality_tracker.organisation.models import Aim, Characteristic
from plans.models import StatusWording

APPS = [
    "organisation",
    "audit",
    "evidence",
    "plans",
    "indicators",
    "assessments",
    "imports",
    "dashboards",
]


@transaction.atomic
def take_everything_away():
    """Empty every table of the product, with its history, but for what migrations put there.

    Evidence files stay on disk: `manage.py check_evidence` names those that no row speaks of.
    """
    wordings = list(StatusWording.objects.filter(plan=None))
    tables = sorted(_tables() - _kept())
    names = ", ".join(connection.ops.quote_name(name) for name in tables)
    with connection.cursor() as cursor:
        cursor.execute(f"TRUNCATE {names} RESTART IDENTITY")
    Characteristic.objects.filter(statutory=False).delete()
    for wording in wordings:
        wording.pk = None
    StatusWording.objects.bulk_create(wordings)


def _tables():
    ours = [model for name in APPS for model in _models(name)]
    return {model._meta.db_table for model in [*ours, LogEntry, Session]}


def _models(name):
    return apps.get_app_config(name).get_models(include_auto_created=True)


def _kept():
    return {model._meta.db_table for model in (Characteristic, Aim)}
