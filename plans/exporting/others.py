"""Columns of a council's that the site knows nothing of: written in by officers, they go out again as they came back."""

from plans.importing.changes import CHANGED, Change
from plans.models import PlanLayout

from .layout import Layout

# Known fields of a file whose words the site does not keep, among the columns that mean nothing to it.
KEPT_AS_OTHER = ("", "resources", "previous_status")


def keep_other_columns(plan, rows, headings):
    """Keep what the applied `rows` of a file that came back say in columns of no field; return what was changed as a list of Change.

    `headings` are all that the file still has: a column that was taken out of it says nothing.
    """
    known = PlanLayout.objects.filter(plan=plan).first()
    if known is None:
        return []
    layout, was = Layout.from_dict(known.layout), known.version
    before = {"rows": {pk: dict(one) for pk, one in known.rows.items()}}
    changed = [
        _take_in(row, known.rows, layout, headings) for row in rows if not row.left_out
    ]
    if not any(changed):
        return []
    known.save(update_fields=["rows", "learned_at"])
    known.refresh_from_db(fields=["version"])
    label = known._meta.label_lower
    return [Change(label, known.pk, CHANGED, before, {}, was, known.version)]


def _take_in(row, kept, layout, headings):
    """Set the row's other words among the `kept` cells of its action; return whether any differ."""
    action = row.written or row.action
    number = _sheet_of(row, layout)
    if action is None or number is None:
        return False
    mine = kept.get(str(action.pk)) or {"sheet": number, "cells": {}, "was": {}}
    cells = dict(mine["cells"])
    for index, column in enumerate(layout.sheets[number].columns):
        if column.field in KEPT_AS_OTHER and column.heading in headings:
            cells[str(index)] = row.said.get("other", {}).get(column.heading, "")
    cells = {index: text for index, text in cells.items() if text}
    if mine["sheet"] != number or cells == mine["cells"]:
        return False
    kept[str(action.pk)] = mine | {"cells": cells}
    return True


def _sheet_of(row, layout):
    names = [sheet.name for sheet in layout.sheets]
    return names.index(row.said["sheet"]) if row.said["sheet"] in names else None
