"""What was read from a file is kept compressed, and comes back as it was."""

import json
from importlib import import_module

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from equality_tracker.imports.models import ImportRun
from equality_tracker.imports.models.packed import pack, unpack

MIGRATION = import_module(
    "equality_tracker.imports.migrations.0004_sheets_are_kept_packed"
)
TABLES = {
    "file": "plan.xlsx",
    "sheets": [{"name": "Café – “A”", "rows": [[1, [[1, "Action"]]]]}],
}
plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(codec="utf-8")),
    lambda inner: st.lists(inner) | st.dictionaries(st.text("abc"), inner),
)


@given(plain)
def test_values_come_back_as_they_were(value):
    assert unpack(pack(value)) == value
    assert unpack(json.dumps(value).encode()) == value


def test_sheets_of_many_rows_take_little_room():
    rows = [
        [n, [[1, f"1.{n}"], [2, "Train staff"], [8, "On target"]]]
        for n in range(10_000)
    ]

    assert len(pack(rows)) < len(json.dumps(rows)) / 5


@pytest.fixture
def run(admin):
    return ImportRun.objects.create(
        name="plan.xlsx",
        size=1,
        as_at="2026-09-30",
        started_by=admin,
        tables=TABLES,
        understood={"priorities": []},
    )


def kept(run):
    found = ImportRun.objects.get(pk=run.pk)
    return found.tables, found.understood, found.version


def test_run_gives_back_its_sheets(run):
    assert kept(run) == (TABLES, {"priorities": []}, 1)


def test_migration_there_and_back_keeps_sheets_and_versions(run):
    (operation,) = MIGRATION.Migration.operations
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        editor = connection.schema_editor(collect_sql=False, atomic=False)

        backwards(operation, editor)
        cursor.execute("SELECT tables ->> 'file' FROM imports_importrun")
        before = cursor.fetchall()
        forwards(operation, editor)

    assert before == [("plan.xlsx",)]
    assert kept(run) == (TABLES, {"priorities": []}, 1)


def backwards(operation, editor):
    for one in reversed(operation.database_operations):
        one.database_backwards("imports", editor, *states())


def forwards(operation, editor):
    for one in operation.database_operations:
        one.database_forwards("imports", editor, *states())


def states():
    """What the operations are given and none of them looks into."""
    from django.db.migrations.state import ProjectState

    return ProjectState(), ProjectState()
