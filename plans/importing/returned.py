"""A row that comes back, weighed against itself as it left: only what changed in the file is news."""

from plans.dates_in_words import reading

from . import readings
from .changes import plain
from .reports import Report
from .sides import Clash, heading
from .words import same, squeeze

CLEARED = "(blank)"
MONITORING, FLAGGED = "priority_monitoring", "Priority monitoring"


def keep_news(row, words, names, now, choices):
    """Take out of `words`, the row's differences from its action, what did not change in the file and what clashes with ours."""
    _keep_words(row, words, names, now, choices)
    _keep_place(row, words, now, choices)
    _keep_directorate(row, words, names, choices)
    if "reference" not in words:
        words.pop("reference_is_ours", None)


def _keep_words(row, words, names, now, choices):
    left, action = row.left, row.action
    before, after = readings.action_values(left.said), readings.action_values(row.said)
    behind = {"timescale": _dates_here, "lead_as_written": _leads_here}
    for name in [one for one in readings.FIELDS if one in words]:
        if same(before[name], after[name]):
            del words[name]
            continue
        ours, went = getattr(action, name), left.stood["values"][name]
        meant = behind[name](row, names, now) if name in behind else ""
        if meant or not same(ours, went):
            ours = f"{ours} ({meant})" if meant else ours
            _clash(row, words, name, (went, after[name], ours), choices)


def _dates_here(row, _names, _now):
    """How the action's words about time are read here, where that has changed since it left and the file reads otherwise; else ""."""
    action, theirs = row.action, readings.dates(row.said)
    went = row.left.stood.get("dates") or readings.dates(row.left.said)
    moved = any(plain(getattr(action, n)) != plain(went[n]) for n in theirs)
    if not moved or all(getattr(action, n) == theirs[n] for n in theirs):
        return ""
    return reading(action) or "no date"


def _leads_here(row, names, now):
    """Whom the action is with here, where that has changed since it left and the file names others; else ""."""
    here = leads_of(row, now)
    if not leads_changed(row, names, now) or here == names.leads_in(row.said):
        return ""
    known = {one.pk: str(one) for one in names.leads.values()}
    return ", ".join(known.get(pk, "?") for pk in here) or "no lead"


def leads_of(row, now):
    """The ids of the leads that the row's action has here, in their order."""
    return [one.lead_id for one in now.leads.get(row.action.pk, ())]


def leads_changed(row, names, now):
    """Whether the row's action has other leads than when it left; an export that did not keep them is taken by its words."""
    went = row.left.stood.get("leads")
    return leads_of(row, now) != (
        names.leads_in(row.left.said) if went is None else went
    )


def _keep_place(row, words, now, choices):
    if "priority_id" not in words:
        return
    went, here = row.left.stood["priority"], row.action.priority_id
    same_heading = heading(row.left.priority) == heading(row.priority.said)
    if words["priority_id"] == went or same_heading:
        del words["priority_id"]
    elif here != went:
        titles = {one.pk: str(one) for one in now.priorities}
        values = titles.get(went, ""), row.priority.title, titles.get(here, "")
        _clash(row, words, "priority_id", values, choices)


def _keep_directorate(row, words, names, choices):
    if "directorate_id" not in words:
        return
    left = row.left
    if (left.said.get("directorate"), left.said.get("leads")) == (
        row.said.get("directorate"),
        row.said.get("leads"),
    ) and left.priority.get("directorate") == row.priority.said.get("directorate"):
        del words["directorate_id"]
        return
    went, here = left.stood["directorate_id"], row.action.directorate_id
    if here != went:
        named = {one.pk: str(one) for one in names.directorates.values()}
        values = [named.get(pk, "") for pk in (went, words["directorate_id"], here)]
        _clash(row, words, "directorate_id", values, choices)


def _clash(row, words, name, values, choices):
    """Note that `name` changed on both sides; ours stays unless a person chose the file's over just this."""
    left, theirs, ours = (squeeze(value) for value in values)
    clash = Clash(row.action.pk, name, left, theirs or CLEARED, ours)
    row.clashes.append(clash)
    if not clash.is_for_the_file(choices.clashes.get(clash.key)):
        words.pop(name, None)


def report_of_returned(row, said, latest, choices, *, fields, unclear) -> Report | None:
    """Return the news that a row brings of its status, or None: what it says otherwise than it did when it left.

    `said` is the row with the status that a person chose for it, `latest` the action's current update, `fields` those that the row's
    table has a column for, `unclear` whether the row's status could not be read. Where somebody reported here since it left, ours
    stays unless the file's is chosen.
    """
    status, changed = _status(row, said, latest, choices, fields, unclear)
    progress, told = _progress(row, said, latest, choices, fields)
    if not (changed or told):
        return None
    report = Report(*status, progress, before=latest)
    if latest is not None:
        if _same_report(report, latest):
            return None
        report.not_before = latest.reported_on
    if row.action.latest_update_id != row.left.stood["update"] and latest is not None:
        report.newer = latest
        choice = choices.newer.get(str(row.action.pk))
        report.taken = choice == {"take": "file", "seen": latest.pk}
    return report


def _status(row, said, latest, choices, fields, unclear):
    """The status and the flag that the row brings, as they are now where the file left them alone; and whether it did not."""
    was, silent = row.left.said, unclear or "rag_status" not in fields
    ours = (latest.rag_status, latest.priority_monitoring) if latest else (None, False)
    rag, flag = ours
    theirs, flagged = said.get("rag_status"), bool(said.get("priority_monitoring"))
    emptied = not (theirs or flagged or silent)
    if theirs and theirs != was.get("rag_status"):
        rag = theirs
    elif emptied and was.get("rag_status") and rag:
        cleared = _is_cleared(row, "rag_status", was["rag_status"], rag, choices)
        rag = None if cleared else rag
    if flagged != bool(was.get("priority_monitoring")) and (flagged or theirs):
        flag = flagged
    elif emptied and was.get("priority_monitoring") and flag:
        flag = not _is_cleared(row, MONITORING, FLAGGED, FLAGGED, choices)
    return (rag, flag), (rag, flag) != ours


def _progress(row, said, latest, choices, fields):
    """The words of progress that the row brings, and whether they are news: a column that is not in the file says nothing."""
    was, theirs = row.left.said.get("progress") or "", said.get("progress") or ""
    ours = latest.progress if latest else ""
    if same(theirs, was):
        return ours, False
    if theirs.strip():
        return theirs.strip(), True
    if "progress" in fields and ours.strip():
        cleared = _is_cleared(row, "progress", squeeze(was), squeeze(ours), choices)
        return ("", True) if cleared else (ours, False)
    return ours, False


def _is_cleared(row, name, was, ours, choices):
    """A cell that was emptied is asked about: a slip of the hand looks the same."""
    clash = Clash(row.action.pk, name, was, CLEARED, ours)
    row.clashes.append(clash)
    return clash.is_for_the_file(choices.clashes.get(clash.key))


def _same_report(report, update):
    return (
        (report.rag_status, report.priority_monitoring)
        == (update.rag_status, update.priority_monitoring)
    ) and squeeze(report.progress) == squeeze(update.progress)


def note_of_returned(row, known):
    """Return what the row's evidence says beyond what it said when it left, but for the notes that are `known` here."""
    before = {
        squeeze(line) for line in (row.left.said.get("evidence") or "").split("\n")
    }
    lines = [
        line.strip()
        for line in (row.said.get("evidence") or "").split("\n")
        if squeeze(line) not in before and squeeze(line) not in known
    ]
    note = "\n".join(lines).strip()
    return note if squeeze(note) not in known else ""
