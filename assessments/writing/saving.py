"""Saving what several people write in one version: row by row, only what was changed, never over somebody else's words."""

from dataclasses import dataclass, field

from django.utils import timezone

from equality_tracker.prepared import insert, update


@dataclass
class Wanted:
    """One row as it was sent: its model, the `key` that it stands under, its `values` (None: no row), the version it was read at,
    and the row as it `stands`, None where there is none.
    """

    name: str
    model: type
    key: dict
    values: dict | None
    read_at: int | None = None
    stands: object = None


@dataclass
class Kept:
    """What was written, by name, and what somebody else had changed meanwhile: {name: the row as it stands, None where it is gone}."""

    written: list[str] = field(default_factory=list)
    clashes: dict = field(default_factory=dict)


def keep(version, wanted, *, by):
    """Write each of `wanted` whose words changed; return Kept.

    The version has to be locked (`read_for_sending`) since before its rows were read: two who begin the same row meet there, and not in
    the database's refusal. A row that somebody else changed after it was read for the form is left as it stands, and named. Raises
    DatabaseError where the version is no longer open.
    """
    kept = Kept()
    for one in wanted:
        _keep_one(kept, one, version, by)
    return kept


def _keep_one(kept, one, version, by):
    stands = one.stands
    if _says(stands, one) == one.values:
        return
    if (stands.version if stands else None) != one.read_at:
        kept.clashes[one.name] = stands
        return
    if one.values is None:
        stands.delete()
    else:
        _write(stands or one.model(assessment_version=version, **one.key), one.values, by)  # fmt: skip
    kept.written.append(one.name)


def _write(row, values, by):
    for name, value in values.items():
        setattr(row, name, value)
    row.written_by, row.written_at = by, timezone.now()
    if row.pk is None:
        insert(row)
    else:
        update(row, *values, "written_by", "written_at")


def _says(row, one):
    """What a row says of the fields that are asked, None where there is no row."""
    if row is None:
        return None
    names = one.values or {}
    return {name: getattr(row, name) for name in names} if names else row
