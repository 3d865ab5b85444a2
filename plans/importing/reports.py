"""What a row says of its status, weighed against what was reported here."""

import datetime
from dataclasses import dataclass

from plans.models import ActionUpdate

from .words import squeeze

OURS = "ours"
FILE = "file"


@dataclass
class Report:
    """One status from the file. `newer` is the update here that speaks of a later time than the file, if there is one."""

    rag_status: str | None
    priority_monitoring: bool
    progress: str
    before: ActionUpdate | None = None
    newer: ActionUpdate | None = None
    taken: bool = True
    not_before: datetime.date | None = None

    @property
    def status_word(self):
        return ActionUpdate(rag_status=self.rag_status).get_rag_status_display() or ""

    def dated(self, as_at):
        """The date it speaks of: the file's, or that of the newer update which it follows."""
        after = self.newer.reported_on if self.newer else self.not_before
        return max(as_at, after) if after else as_at


def report_of(said, latest, basis, choice=None) -> Report | None:
    """Return the news of a row, or None where it brings none.

    `latest` is the action's current update, `basis` the one that stood at the file's date; both may be None. Where they differ
    the file is older than what is here: it is taken only where `choice`, {"take": "file", "seen": id}, says so of that very update.
    """
    rag, monitoring, progress = _completed(said, basis)
    if rag is None and not monitoring and not progress:
        return None
    report = Report(rag, monitoring, progress, before=latest)
    if _says_the_same(report, basis):
        return None
    if latest is not None and latest is not basis:
        if _says_the_same(report, latest):
            return None
        report.newer = latest
        report.taken = choice == {"take": FILE, "seen": latest.pk}
    return report


def _completed(said, basis):
    """A row that gives only a flag or only words leaves the rest as it stood."""
    rag, monitoring = said.get("rag_status"), bool(said.get("priority_monitoring"))
    progress = (said.get("progress") or "").strip()
    if basis is not None and not rag and (monitoring or progress):
        rag = basis.rag_status
        monitoring = monitoring or basis.priority_monitoring
    return rag or None, monitoring, progress


def _says_the_same(report, update):
    if update is None:
        return False
    same = (update.rag_status, update.priority_monitoring) == (
        report.rag_status,
        report.priority_monitoring,
    )
    words = squeeze(report.progress)
    return same and (not words or words == squeeze(update.progress))


def stood_at(actions, as_at, since=None) -> dict[int, ActionUpdate | None]:
    """Return {action id: the update that stood on the date `as_at`} for actions read with their `latest_update`.

    What people reported here on that very day, or at any date after the moment `since`, counts as newer than the file.
    """
    basis, later = {}, []
    for action in actions:
        latest = action.latest_update
        basis[action.pk] = latest
        if latest is not None and _is_newer(latest, as_at, since):
            basis[action.pk] = None
            later.append(action.pk)
    if later:
        basis |= {one.action_id: one for one in _older(later, as_at, since)}
    return basis


def _is_newer(update, as_at, since):
    if since is not None and update.made_at > since:
        return True
    same_day = update.reported_on == as_at and update.source != "import"
    return update.reported_on > as_at or same_day


def _older(ids, as_at, since):
    day = datetime.timedelta(days=1)
    standing = ActionUpdate.objects.standing().filter(action__in=ids)
    before = standing.filter(reported_on__lte=as_at - day) | standing.filter(
        reported_on=as_at, source="import"
    )
    if since is not None:
        before = before.filter(made_at__lte=since)
    newest = before.order_by("action_id", "-reported_on", "-made_at", "-id")
    return newest.distinct("action_id")
