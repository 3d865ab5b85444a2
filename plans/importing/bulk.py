"""Many rows written in one statement, so that history is kept at statement level."""

import json
from itertools import islice

from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection
from django.db.models.expressions import DatabaseDefault

BATCH = 2000


def quicken_triggers():
    """Let the triggers of this transaction find out in a moment that none of them is to be passed over.

    pgtrigger asks a setting at each row; where it was never set the question costs an error caught inside PostgreSQL, which made
    20,000 rows take 20 seconds instead of 5.
    """
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL pgtrigger.ignore = '{}'")


def draw_ids(model, count) -> list[int]:
    """Return `count` ids for rows of `model` that are still to be written."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)",
            [model._meta.db_table, count],
        )
        return [pk for (pk,) in cursor.fetchall()]


def write(rows, fields) -> dict[int, int]:
    """Write `fields` of each of `rows`, instances of one model; return {primary key: version} as they now stand, None for a model without.

    One UPDATE … FROM for a batch: `bulk_update` builds a CASE for each field and takes ten times as long.
    """
    rows = list(rows)
    if not rows or not fields:
        return {}
    columns = [type(rows[0])._meta.get_field(name) for name in dict.fromkeys(fields)]
    versions = {}
    for start in range(0, len(rows), BATCH):
        versions |= _write_batch(rows[start : start + BATCH], columns)
    return versions


def insert(rows) -> None:
    """Insert `rows`, new instances of one model, and give each its id.

    One INSERT … SELECT for a batch: `bulk_create` prepares each value of each row by itself and takes several times as long.
    """
    rows = list(rows)
    if not rows:
        return
    model = type(rows[0])
    for pk, row in zip(draw_ids(model, len(rows)), rows, strict=True):
        row.pk = pk
        row._state.adding, row._state.db = False, connection.alias
    # What the database fills in by itself is left to it.
    columns = [
        one
        for one in model._meta.concrete_fields
        if not (
            one.generated or isinstance(getattr(rows[0], one.attname), DatabaseDefault)
        )
    ]
    insert_values(
        model,
        ({c.column: getattr(row, c.attname) for c in columns} for row in rows),
    )


def insert_values(model, values) -> None:
    """Insert rows of `model` as dicts by column, all with the same columns; an id that is not among them is drawn by the database."""
    values = iter(values)
    while batch := list(islice(values, BATCH)):
        _insert_batch(model, batch)


def _insert_batch(model, batch):
    quote = connection.ops.quote_name
    fields = [one for one in model._meta.concrete_fields if one.column in batch[0]]
    names = ", ".join(quote(one.column) for one in fields)
    shape = ", ".join(f"{quote(f.column)} {_type_of(f)}" for f in fields)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {quote(model._meta.db_table)} ({names}) "
            f"SELECT {names} FROM jsonb_to_recordset(%s::jsonb) AS new({shape})",
            [json.dumps(batch, cls=DjangoJSONEncoder)],
        )


def _type_of(field):
    return (
        field.rel_db_type(connection)
        if field.primary_key
        else field.db_type(connection)
    )


def _write_batch(rows, columns):
    quote = connection.ops.quote_name
    table = quote(rows[0]._meta.db_table)
    settings = ", ".join(f"{quote(c.column)} = new.{quote(c.column)}" for c in columns)
    shape = ", ".join(f"{quote(c.column)} {c.db_type(connection)}" for c in columns)
    values = [
        {"id": row.pk} | {c.column: getattr(row, c.attname) for c in columns}
        for row in rows
    ]
    version = "old.version" if hasattr(rows[0], "version") else "NULL"
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE {table} AS old SET {settings} "
            f"FROM jsonb_to_recordset(%s::jsonb) AS new(id bigint, {shape}) "
            f"WHERE old.id = new.id RETURNING old.id, {version}",
            [json.dumps(values, cls=DjangoJSONEncoder)],
        )
        return dict(cursor.fetchall())


def without(name, rows):
    """Write each of `rows` with nothing under `name`, a field of words; the objects keep theirs, to be written next."""
    kept = [getattr(one, name) for one in rows]
    for one in rows:
        setattr(one, name, "")
    write(rows, [name])
    for one, words in zip(rows, kept, strict=True):
        setattr(one, name, words)


def delete(model, ids) -> int:
    """Delete rows by their ids in one statement, without asking what refers to them: constraints are checked at commit."""
    if not ids:
        return 0
    table = connection.ops.quote_name(model._meta.db_table)
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {table} WHERE id = ANY(%s)", [list(ids)])
        return cursor.rowcount
