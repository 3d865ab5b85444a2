"""The demonstration's history, dated by the story.

Everything is loaded within seconds, so the change history would say that a whole year happened just now, and "what changed
since" would answer "everything". This sets the date of the demonstration's own rows to the moment that their context names,
and of no other: a row made by a person carries no such moment. It needs the owner of the tables, as migrations do; the
role that the site works under cannot do it.
"""

import pgtrigger
from django.apps import apps
from django.db import connection
from pghistory.models import Event

from .story import URL

SQL = """
    UPDATE {table} SET pgh_created_at = (pgh_context ->> 'at')::timestamptz
    WHERE pgh_context ->> 'url' = %s AND pgh_context ? 'at'
"""


def date_history():
    """Date every history row of the demonstration by its moment in the story."""
    kept = [model for model in apps.get_models() if issubclass(model, Event)]
    guards = [f"{model._meta.label}:append_only" for model in kept]
    with pgtrigger.ignore(*guards), connection.cursor() as cursor:
        for model in kept:
            table = connection.ops.quote_name(model._meta.db_table)
            cursor.execute(SQL.format(table=table), [URL])
