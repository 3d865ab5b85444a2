"""The change history that the bench's rows would have had: each added once, each action changed by each update."""

from django.apps import apps
from django.db import connection
from pghistory.models import Event

from plans.models import Action, ActionUpdate

CONTEXT = """'{"url": "/bench/", "user": 1}'::jsonb"""
# Where a row says itself when it was made; all else was there from the beginning.
MADE = {"Action": "created_at", "ActionUpdate": "made_at", "Evidence": "added_at"}
LONG_AGO = "'2000-01-01'::timestamptz"


def fill_history():
    """Write the history of every tracked row that the bench has."""
    for event in apps.get_models():
        if issubclass(event, Event) and hasattr(event, "pgh_tracked_model"):
            _added(event)
    _changed(apps.get_model("plans", "ActionEvent"))


def _added(event):
    """The row as it was first written; an action then had no status."""
    model = event.pgh_tracked_model
    at = MADE.get(model.__name__, LONG_AGO)
    values = {name: name for name in _columns(event)}
    if model is Action:
        values |= _said("NULL", "FALSE", "NULL", "NULL")
    _insert(event, values, "insert", at, f"{model._meta.db_table} AS t")


def _changed(event):
    """The action as each update left it."""
    values = {name: f"t.{name}" for name in _columns(event)}
    values |= _said("u.rag_status", "u.priority_monitoring", "u.reported_on", "u.id")
    tables = (
        f"{Action._meta.db_table} AS t "
        f"JOIN {ActionUpdate._meta.db_table} AS u ON u.action_id = t.id"
    )
    _insert(event, values, "update", "u.made_at", f"{tables} ORDER BY u.id")


def _said(rag_status, monitoring, reported_on, update):
    return {
        "rag_status": rag_status,
        "priority_monitoring": monitoring,
        "reported_on": reported_on,
        "latest_update_id": update,
    }


def _columns(event):
    tracked = {each.column for each in event.pgh_tracked_model._meta.concrete_fields}
    return [
        each.column for each in event._meta.concrete_fields if each.column in tracked
    ]


def _insert(event, values, label, at, source):
    quote = connection.ops.quote_name
    values = {
        **values,
        "pgh_label": f"'{label}'",
        "pgh_created_at": at,
        "pgh_obj_id": "t.id",
        "pgh_context": CONTEXT,
    }
    names = ", ".join(map(quote, values))
    read = ", ".join(
        quote(v) if v in values and v == k else v for k, v in values.items()
    )
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {quote(event._meta.db_table)} ({names}) SELECT {read} FROM {source}"
        )
