"""Rows on their way into the database in statements that each write many, with what they held before."""

from dataclasses import dataclass, field
from decimal import Decimal

from . import bulk
from .changes import CHANGED, CREATED, Change


@dataclass
class Writing:
    """Rows on their way into one model: new ones, and those that change with what they held before."""

    new: list = field(default_factory=list)
    changed: list = field(default_factory=list)

    def change(self, row, values):
        """Set `values` on `row`, which stands here, and remember what it held."""
        before = {name: getattr(row, name) for name in values}
        for name, value in values.items():
            setattr(row, name, value)
        self.changed.append((row, before))

    def write(self) -> list[Change]:
        """Write all of it; return what was made and changed."""
        bulk.insert(self.new)
        return [*map(_made, self.new), *self._write_changed()]

    def _write_changed(self):
        versions = {}
        for names, rows in _alike(self.changed).items():
            versions |= bulk.write(rows, names)
        for row, before in self.changed:
            label, was = row._meta.label_lower, getattr(row, "version", None)
            after = {name: _plain(getattr(row, name)) for name in before}
            before = {name: _plain(value) for name, value in before.items()}
            yield Change(label, row.pk, CHANGED, before, after, was, versions[row.pk])


def _made(row):
    version = getattr(row, "version", None)
    return Change(row._meta.label_lower, row.pk, CREATED, version_after=version)


def _alike(changed):
    """The rows that change the same fields, by the names of those."""
    found = {}
    for row, before in changed:
        found.setdefault(tuple(before), []).append(row)
    return found


def _plain(value):
    """A field's value as JSON keeps it."""
    if isinstance(value, Decimal):
        return str(value)
    return value.isoformat() if hasattr(value, "isoformat") else value
