"""One row of a file against its action: which words, dates, leads and status are news."""

from . import readings
from .reports import report_of
from .returned import (
    keep_news,
    leads_changed,
    leads_of,
    note_of_returned,
    report_of_returned,
)
from .words import bare, same, squeeze


class Told:
    """Which fields the table of a row has a column for: a blank cell clears a field only there. `unclear` are the rows whose status
    could not be read.
    """

    def __init__(self, tables, unclear=frozenset()):
        self.by_sheet, self.unclear = {}, unclear
        for table in tables:
            if table["kind"] == "actions":
                entry = (table["header_row"], frozenset(table["columns"]))
                self.by_sheet.setdefault(table["sheet"], []).append(entry)

    def fields(self, said):
        found = frozenset()
        for header_row, fields in self.by_sheet.get(said["sheet"], ()):
            if header_row <= said["row"]:
                found = fields
        return found


def weigh(row, now, names, told, choices):
    """Say what would be written for one row."""
    if row.left_out:
        return
    said, action = row.said, row.action
    fields = told.fields(said)
    row.values = _values(row, now, names, fields, choices)
    row.leads = _leads(row, now, names)
    if action is None or "timescale" in row.values:
        row.milestones = readings.milestones(said)
    if action is not None and _is_corrected(action, row.values):
        row.milestones = None
    latest = action.latest_update if action else None
    basis = now.basis.get(action.pk) if action else None
    status = choices.statuses.get(row.key)
    if status:
        said = {**said, "rag_status": status}
    known = now.notes.get(action.pk, ()) if action else ()
    if row.left and action:
        unclear = row.key in told.unclear and not status
        row.report = report_of_returned(
            row, said, latest, choices, fields=fields, unclear=unclear
        )
        row.note = note_of_returned(row, known)
        return
    choice = choices.newer.get(str(action.pk)) if action else None
    row.report = report_of(said, latest, basis, choice)
    note = (said.get("evidence") or "").strip()
    row.note = note if squeeze(note) not in known else ""


def _values(row, now, names, fields, choices):
    said, action = row.said, row.action
    values = readings.action_values(said)
    own = _directorate(said, row.priority.said, names)
    if action is None:
        values["directorate_id"] = (
            own or _lead_directorate(said, names) or choices.directorate
        )
        return values | readings.dates(said)
    words = {
        name: value
        for name, value in values.items()
        if (value or readings.FIELDS[name] in fields) and name != "reference"
        if not same(getattr(action, name), value)
    }
    if values["reference"] and values["reference"] != action.reference:
        words |= {"reference": values["reference"], "reference_is_ours": False}
    directorate = (
        own
        or action.directorate_id
        or _lead_directorate(said, names)
        or choices.directorate
    )
    if directorate != action.directorate_id:
        words["directorate_id"] = directorate
    if row.priority.existing is None or row.priority.existing.pk != action.priority_id:
        words["priority_id"] = row.priority.existing and row.priority.existing.pk
    if row.left:
        keep_news(row, words, names, now, choices)
    if "timescale" in words and not _is_corrected(action, words):
        read = readings.dates(said) | {"reading_corrected": False}
        words |= _what_differs_exactly(action, read)
    return words


def _is_corrected(action, words):
    """Whether a person corrected how the words about time are read; what was corrected are those words, and no others."""
    said = words.get("timescale", action.timescale)
    return action.reading_corrected and bare(said) == bare(action.timescale)


def _what_differs_exactly(action, values):
    return {n: value for n, value in values.items() if getattr(action, n) != value}


def _directorate(said, priority, names):
    for written in (said.get("directorate"), priority.get("directorate")):
        found = names.directorate(written) if written else None
        if found:
            return found.pk
    for written in said.get("leads") or ():
        found = names.lead(written) is None and names.directorate(written)
        if found:
            return found.pk
    return None


def _lead_directorate(said, names):
    leads = [names.lead(written) for written in said.get("leads") or ()]
    return next(
        (one.directorate_id for one in leads if one and one.directorate_id), None
    )


def _leads(row, now, names):
    """The leads' ids in their order, or None where they stay. Words that have not changed bring in only who was just decided on."""
    said = names.leads_in(row.said)
    if row.action is None:
        return said or None
    here, reworded = leads_of(row, now), "lead_as_written" in row.values
    if row.left and not reworded and _are_ours(row, names, now):
        return None
    if (here or row.left) and not reworded:
        said = here + [pk for pk in said if pk in names.decided and pk not in here]
    if not said and not reworded:
        said = here
    return said if said != here else None


def _are_ours(row, names, now):
    """Whether somebody changed the leads here since the row left, or keeps ours where both sides did."""
    asked = any(clash.name == "lead_as_written" for clash in row.clashes)
    return asked or leads_changed(row, names, now)
