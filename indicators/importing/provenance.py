"""What of the figures here is newer than a file: what a person entered since, or a later file brought."""

import datetime
from dataclasses import dataclass

from django.utils import timezone


@dataclass(frozen=True)
class Brought:
    """The newest import that wrote a figure: the date its file speaks of, and the version it left."""

    as_at: datetime.date
    version: int | None


def weigh(rows, imports_of, as_at, since):
    """Mark each figure of `rows` that would be written over a newer one.

    `imports_of` takes figures and returns {(label, id): Brought}; one that a person has touched since counts as that person's.
    """
    asked = [
        one
        for row in rows
        for one in [*row.figures, *row.groups]
        if one.is_asked and one.existing
    ]
    existing = [one.existing for one in asked]
    known = imports_of(existing) if imports_of and existing else {}
    for one in asked:
        brought = known.get((one.existing._meta.label_lower, one.existing.pk))
        one.newer = one.is_clash or _is_newer(one.existing, brought, as_at, since)


def _is_newer(figure, brought, as_at, since):
    """As of statuses: what people reported on the file's very day, or after the file came, is newer."""
    if brought is not None and brought.version == figure.version:
        return brought.as_at > as_at
    entered = getattr(figure, "entered_at", None)
    if entered is None:
        # Nobody knows when a group's figure was typed: it is a person's, and stays until somebody says otherwise.
        return True
    late = since is not None and entered > since
    return late or timezone.localtime(entered).date() >= as_at
