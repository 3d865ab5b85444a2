"""Discarding says that what was read and chosen is erased: so it is, from the history too."""

import pytest
from django.db import connection

pytestmark = pytest.mark.django_db
CHOSEN = "Head of Quiet Streets"


def rows_that_hold(words):
    """The tables of the imports' room in which any row holds `words`."""
    with connection.cursor() as cursor:
        tables = [
            name
            for name in connection.introspection.table_names(cursor)
            if name.startswith("imports_")
        ]
        found = []
        for table in tables:
            cursor.execute(
                f"SELECT count(*) FROM {table} t WHERE t::text LIKE %s", [f"%{words}%"]
            )
            found += [table] * bool(cursor.fetchone()[0])
    return found


def test_what_was_chosen_is_in_no_table_once_the_file_is_discarded(journey):
    journey.to_preview()
    run = journey.run
    run.decisions = {"leads": {"a": {"name": CHOSEN}}}
    run.choices = {"table": {"columns": {"Who": CHOSEN}}}
    run.save(update_fields=["decisions", "choices"])
    assert "imports_importrun" in rows_that_hold(CHOSEN)

    journey.client.post(f"/import/{run.pk}/discard/")

    assert rows_that_hold(CHOSEN) == []
