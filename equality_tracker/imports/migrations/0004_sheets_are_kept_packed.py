"""What was read from a file is kept as compressed JSON in bytes, and no longer as jsonb: it is large, and never looked into."""

import json

from django.db import migrations

import equality_tracker.imports.models.packed
from equality_tracker.imports.models.packed import unpack

COLUMNS = ("tables", "understood")
TO_BYTES = """
    ALTER TABLE imports_importrun
    ALTER COLUMN {column} TYPE bytea USING convert_to({column}::text, 'UTF8')
"""
TO_JSON = """
    ALTER TABLE imports_importrun
    ALTER COLUMN {column} TYPE jsonb USING convert_from({column}, 'UTF8')::jsonb
"""


def unpack_all(apps, schema_editor):
    """Write each value as plain JSON again, with no trigger of the table at work."""
    with schema_editor.connection.cursor() as cursor:
        cursor.execute("ALTER TABLE imports_importrun DISABLE TRIGGER USER")
        for column in COLUMNS:
            cursor.execute(f"SELECT id, {column} FROM imports_importrun")
            for pk, data in cursor.fetchall():
                cursor.execute(
                    f"UPDATE imports_importrun SET {column} = convert_to(%s::jsonb::text, 'UTF8') WHERE id = %s",
                    [json.dumps(unpack(data)), pk],
                )
        # A table whose references wait to be checked cannot be altered.
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE imports_importrun ENABLE TRIGGER USER")


class Migration(migrations.Migration):
    dependencies = [("imports", "0003_a_reading_takes_its_time")]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.AlterField(
                    "importrun",
                    "tables",
                    equality_tracker.imports.models.packed.PackedField(
                        default=dict, help_text="The sheets as they were read."
                    ),
                ),
                migrations.AlterField(
                    "importrun",
                    "understood",
                    equality_tracker.imports.models.packed.PackedField(
                        default=dict, help_text="What the sheets were taken to mean."
                    ),
                ),
            ],
            database_operations=[
                *(
                    migrations.RunSQL(
                        TO_BYTES.format(column=column), TO_JSON.format(column=column)
                    )
                    for column in COLUMNS
                ),
                migrations.RunPython(migrations.RunPython.noop, unpack_all),
            ],
        )
    ]
