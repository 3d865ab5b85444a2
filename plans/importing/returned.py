"""A row that comes back, weighed against itself as it left: only what changed in the file is news."""

from . import readings
from .reports import Report
from .sides import Clash, heading
from .words import same, squeeze

CLEARED = "(blank)"


def keep_news(row, words, names, now, choices):
    """Take out of `words`, the row's differences from its action, what did not change in the file and what clashes with ours."""
    _keep_words(row, words, choices)
    _keep_place(row, words, now, choices)
    _keep_directorate(row, words, names, choices)
    if "reference" not in words:
        words.pop("reference_is_ours", None)


def _keep_words(row, words, choices):
    left, action = row.left, row.action
    before, after = readings.action_values(left.said), readings.action_values(row.said)
    for name in [one for one in readings.FIELDS if one in words]:
        if same(before[name], after[name]):
            del words[name]
        elif not same(getattr(action, name), left.stood["values"][name]):
            values = left.stood["values"][name], after[name], getattr(action, name)
            _clash(row, words, name, values, choices)


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


def report_of_returned(row, said, latest, choices, unclear) -> Report | None:
    """Return the news that a row brings of its status, or None: what it says otherwise than it did when it left.

    `said` is the row with the status that a person chose for it, `latest` the action's current update, `unclear` whether the row's
    status could not be read. Where somebody reported here since it left, ours stays unless the file's is chosen.
    """
    rag, monitoring, progress, changed = _told(row, said, latest, choices, unclear)
    if not changed:
        return None
    report = Report(rag, monitoring, progress, before=latest)
    if latest is not None:
        if _same_report(report, latest):
            return None
        report.not_before = latest.reported_on
    if row.action.latest_update_id != row.left.stood["update"] and latest is not None:
        report.newer = latest
        choice = choices.newer.get(str(row.action.pk))
        report.taken = choice == {"take": "file", "seen": latest.pk}
    return report


def _told(row, said, latest, choices, unclear):
    """The status, flag and words that the row brings, each as it is now where the file left it alone; and whether any changed."""
    was = row.left.said
    rag = latest.rag_status if latest else None
    flag = latest.priority_monitoring if latest else False
    words = latest.progress if latest else ""
    changed = False
    if said.get("rag_status") and said["rag_status"] != was.get("rag_status"):
        rag, changed = said["rag_status"], True
    elif was.get("rag_status") and not said.get("rag_status") and not unclear:
        rag, changed = _cleared(row, said, rag, choices)
    if bool(said.get("priority_monitoring")) != bool(was.get("priority_monitoring")):
        flag, changed = bool(said.get("priority_monitoring")), True
    if not same(said.get("progress") or "", was.get("progress") or ""):
        words, changed = (said.get("progress") or "").strip(), True
    return rag, flag, words, changed


def _cleared(row, said, rag, choices):
    """A status cell that was emptied is asked about: a slip of the hand looks the same. A flag in its place is no such thing."""
    if said.get("priority_monitoring") or rag is None:
        return rag, False
    clash = Clash(
        row.action.pk, "rag_status", row.left.said["rag_status"], CLEARED, rag
    )
    row.clashes.append(clash)
    if clash.is_for_the_file(choices.clashes.get(clash.key)):
        return None, True
    return rag, False


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
