"""One action that a file holds twice, as when the spreadsheets of two officers were put together: what each changed is taken.

Each row was weighed against itself as it left. Where both say something else of the same thing it is an error that names both.
"""

from dataclasses import replace

from .outcome import FOLLOWS
from .sides import LABELS
from .words import same

REPORTED = {
    "rag_status": "Status",
    "priority_monitoring": "Priority monitoring",
    "progress": "Progress",
}


def fold(rows, *, leave_out):
    """Give the first row of each action what its other rows changed, and leave those out; return the problems where they disagree."""
    first, problems = {}, []
    for row in rows:
        if row.action is None or row.left_out:
            continue
        kept = first.setdefault(row.action.pk, row)
        if kept is row:
            continue
        disagreed = _disagreed(kept, row)
        if disagreed:
            problems.append(_refuse(row, kept, disagreed, leave_out=leave_out))
        elif not row.errors:
            _leave_to(kept, row)
        _say_nothing(row)
    return problems


def _disagreed(one, other):
    """The labels of what both rows changed, and not to the same."""
    said, also = _changed(one), _changed(other)
    names = [n for n in said if n in also and not same(said[n], also[n])]
    labels = LABELS | REPORTED
    return [labels[n] for n in names if n in labels] or (names and ["Timescale"])


def _changed(row):
    """What the row changed, by name: what is written, what is asked and what it reports."""
    asked = {clash.name: clash.theirs for clash in row.clashes}
    return asked | row.values | _reported(row.report)


def _reported(report):
    if report is None:
        return {}
    return {
        name: getattr(report, name)
        for name in REPORTED
        if not same(getattr(report, name) or "", getattr(report.before, name, "") or "")
    }


def _leave_to(kept, row):
    """Add to `kept` what `row` changed. What is asked of `row` stays its own question."""
    row.left_out, row.same_as = True, kept
    news = row.has_news or row.report or row.clashes
    row.left_out_because = f"The same action as {_place(kept)}. " + (
        "What was changed here is taken there." if news else "Nothing else is said."
    )
    asked = {clash.name for clash in kept.clashes}
    asked |= {name for one in asked for name in FOLLOWS.get(one, ())}
    row.clashes = [one for one in row.clashes if one.name not in _changed(kept)]
    words_of_lead = "lead_as_written" in row.values
    kept.values |= {n: value for n, value in row.values.items() if n not in asked}
    if "priority_id" in row.values and "priority_id" not in asked:
        kept.priority = row.priority
    may_lead = not asked & {"leads", "lead_as_written"}
    if may_lead and row.leads is not None and (kept.leads is None or words_of_lead):
        kept.leads = row.leads
    if kept.milestones is None and "timescale" not in asked:
        kept.milestones = row.milestones
    kept.report = _both(kept.report, row.report)
    kept.note = "\n".join(_lines(kept.note) | _lines(row.note))


def _lines(note):
    return {line: None for line in note.split("\n") if line}


def _both(report, other):
    """Return one report that says what either changed; both are taken, or neither."""
    if report is None or other is None:
        return report or other
    return replace(
        report,
        **_reported(other),
        newer=report.newer or other.newer,
        taken=report.taken and other.taken,
    )


def _refuse(row, kept, labels, *, leave_out):
    message = (
        f"This is the same action as {_place(kept)}, and says something else of: {', '.join(labels)}. "
        "Make both rows say the same, or take one of them out of the file."
    )
    row.errors.append(message)
    if leave_out:
        row.left_out = True
        row.left_out_because = (
            f"The same action as {_place(kept)}, which says something else."
        )
    return {
        "sheet": row.said["sheet"],
        "cell": row.said.get("cell") or f"A{row.said['row']}",
        "severity": "error",
        "message": message,
    }


def _say_nothing(row):
    row.values, row.leads, row.milestones = {}, None, None
    row.report, row.note = None, ""
    if row.errors:
        row.clashes = []


def _place(row):
    said = row.said
    return said.get("place") or f"row {said['row']} of sheet “{said['sheet']}”"
