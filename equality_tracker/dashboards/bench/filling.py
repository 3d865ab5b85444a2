"""Fills an empty, migrated database with the bench's council and its years of plans."""

from contextlib import contextmanager

from django.apps import apps
from django.db import connection, transaction

from .council import fill_council
from .history import fill_history
from .plans import fill_actions, fill_plans
from .sizes import plan_sizes
from .updates import fill_updates

APPS = ["organisation", "plans"]


def fill(actions, today):
    """Write `actions` actions with everything around them, as they stand on the date `today`; return their plans' sizes."""
    plans = plan_sizes(actions, today)
    with transaction.atomic(), without_triggers(APPS):
        fill_council()
        fill_plans(plans, today)
        fill_actions(plans, today)
        fill_updates(plans, today)
        fill_history()
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
    return plans


@contextmanager
def without_triggers(names):
    """Triggers of the apps `names` would write the history with today's date and ask each status again; a check afterwards asks them all at once."""
    _switch("DISABLE", names)
    yield
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    _switch("ENABLE", names)
    _check_statuses()


def _switch(what, names):
    with connection.cursor() as cursor:
        for name in names:
            for model in apps.get_app_config(name).get_models():
                table = connection.ops.quote_name(model._meta.db_table)
                cursor.execute(f"ALTER TABLE {table} {what} TRIGGER USER")


def _check_statuses():
    """The bench must not measure rows that the product could not hold."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM plans_action a LEFT JOIN LATERAL ("
            "  SELECT id, rag_status FROM plans_actionupdate WHERE action_id = a.id"
            "  ORDER BY reported_on DESC, made_at DESC, id DESC LIMIT 1) u ON TRUE "
            "WHERE (a.latest_update_id, a.rag_status) IS DISTINCT FROM (u.id, u.rag_status)"
        )
        (wrong,) = cursor.fetchone()
    if wrong:
        raise AssertionError(f"{wrong} actions do not carry their newest update.")
