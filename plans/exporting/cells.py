"""What stands in one cell of a plan's spreadsheet: the council's own words where nothing has changed, else ours."""

import hashlib

from .contents import MONITORING

BULLET = "• "


def cell(contents, sheet, index, action):
    """Return the words of `action` in column `index` of the sheet with number `sheet` of the layout (None for a column that was added)."""
    column = contents.layout.sheets[sheet].columns[index] if index is not None else None
    kept = contents.rows.get(str(action.pk), {})
    text = kept.get("cells", {}).get(str(index)) if kept.get("sheet") == sheet else None
    if text is not None and (not column.field or column.field not in FIELDS):
        return text
    if text is not None and kept["was"].get(column.field) == digest(
        said(contents, column.field, action)
    ):
        return text
    first = contents.layout.sheets[sheet].fields.index(column.field)
    return said(contents, column.field, action) if first == index else ""


def said(contents, name, action):
    """Return what `action` says in the field `name`, as a cell."""
    return FIELDS[name](contents, action) if name in FIELDS else ""


def digest(text):
    """A short mark of words, to know later whether they are the same."""
    return hashlib.blake2s(text.encode(), digest_size=6).hexdigest()


def _reference(_contents, action):
    return "" if action.reference_is_ours else action.reference


def _title(contents, action):
    if not action.steps or _has(contents, "steps"):
        return action.title
    return f"{action.title}\n{_bulleted(action.steps)}"


def _measures(_contents, action):
    many = "\n" in action.measures.strip()
    return _bulleted(action.measures) if many else action.measures


def _steps(_contents, action):
    return _bulleted(action.steps) if action.steps else ""


def _bulleted(lines):
    return "\n".join(f"{BULLET}{line}" for line in lines.splitlines() if line.strip())


def _directorate(_contents, action):
    return str(action.directorate or "")


def _status(contents, action):
    key = action.rag_status or (MONITORING if action.priority_monitoring else "")
    return contents.statuses[key][0] if key else ""


def _progress(contents, action):
    latest = action.latest_update
    progress = latest.progress if latest else ""
    evidence = _evidence(contents, action)
    if not evidence or not contents.layout.evidence_within:
        return progress
    return f"{progress}\nEvidence – {evidence}".strip()


def _evidence(contents, action):
    return "\n".join(contents.notes.get(action.pk, ()))


def _has(contents, name):
    return any(name in sheet.fields for sheet in contents.layout.sheets)


FIELDS = {
    "reference": _reference,
    "priority": lambda contents, action: contents.heading_of(action),
    "title": _title,
    "outcome": lambda _contents, action: action.outcome,
    "measures": _measures,
    "steps": _steps,
    "lead": lambda contents, action: contents.leads_of(action),
    "directorate": _directorate,
    "timescale": lambda _contents, action: action.timescale,
    "rag_status": _status,
    "progress": _progress,
    "evidence": _evidence,
}
