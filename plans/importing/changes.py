"""What an import did to one row, in a shape that can be kept and undone."""

from dataclasses import dataclass, field

CREATED = "created"
CHANGED = "changed"


@dataclass
class Change:
    """One row that was made or changed: `before` and `after` hold what the import wrote, by field."""

    model: str
    object_id: int
    what: str
    before: dict = field(default_factory=dict)
    after: dict = field(default_factory=dict)
    version_before: int | None = None
    version_after: int | None = None


def created(row, **after) -> Change:
    return Change(row._meta.label_lower, row.pk, CREATED, {}, after, None, row.version)


def plain(value):
    """Return a field's value as JSON keeps it."""
    return value.isoformat() if hasattr(value, "isoformat") else value
