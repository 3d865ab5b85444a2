"""Saving what several people write in one version: row by row, only what was changed, never over somebody else's words."""

from dataclasses import dataclass, field

from django.utils import timezone

from assessments.models import AssessmentVersion


@dataclass
class Wanted:
    """One row as it was sent: its model, the `key` that it stands under, its `values` (None: no row), and the version it was read at."""

    name: str
    model: type
    key: dict
    values: dict | None
    read_at: int | None = None


@dataclass
class Kept:
    """What was written, by name, and what somebody else had changed meanwhile: {name: the row as it stands, None where it is gone}."""

    written: list[str] = field(default_factory=list)
    clashes: dict = field(default_factory=dict)


def keep(version, wanted, *, by):
    """Write each of `wanted` whose words changed, inside the caller's transaction; return Kept.

    A row that somebody else changed after it was read is left as it stands, and named. Raises DatabaseError where the version is
    no longer open.
    """
    # One at a time within a version, so that two who begin the same row meet here and not in the database's refusal.
    AssessmentVersion.objects.select_for_update(no_key=True).get(pk=version.pk)
    kept = Kept()
    for one in wanted:
        rows = one.model.objects.filter(assessment_version=version, **one.key)
        _keep_one(kept, one, rows.first(), version, by)
    return kept


def _keep_one(kept, one, stands, version, by):
    if _says(stands, one) == one.values:
        return
    if (stands.version if stands else None) != one.read_at:
        kept.clashes[one.name] = stands
        return
    if one.values is None:
        stands.delete()
    else:
        row = stands or one.model(assessment_version=version, **one.key)
        for name, value in one.values.items():
            setattr(row, name, value)
        row.written_by, row.written_at = by, timezone.now()
        row.save()
    kept.written.append(one.name)


def _says(row, one):
    """What a row says of the fields that are asked, None where there is no row."""
    if row is None:
        return None
    names = one.values or {}
    return {name: getattr(row, name) for name in names} if names else row
