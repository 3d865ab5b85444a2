"""Puts rows back as they were before an import, whichever app's they are."""

from collections import defaultdict

from . import bulk


def restore(changes, rows, undone, *, but=(), emptied_first=None) -> None:
    """Write back what each of `changes` found, but for the names in `but`; rows with the same fields changed go together.

    `rows` is {id: row} of them, `undone` the Undone that remembers their versions. `emptied_first` is a field that no two rows may share
    at any moment: each that changes it is written without it before.
    """
    alike = defaultdict(list)
    for one in changes:
        row = rows[one.object_id]
        before = {name: value for name, value in one.before.items() if name not in but}
        for name, value in before.items():
            setattr(row, name, value)
        alike[tuple(before)].append(row)
    if emptied_first:
        bulk.without(
            emptied_first,
            [rows[o.object_id] for o in changes if o.before.get(emptied_first)],
        )
    versions = {}
    for names, same in alike.items():
        versions |= bulk.write(same, names)
    for one in changes:
        undone.note_version(one, versions.get(one.object_id))
