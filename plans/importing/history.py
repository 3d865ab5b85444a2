"""What a file says of earlier times: dated updates, behind the one that is current."""

import datetime
from dataclasses import dataclass

from plans.models import ActionUpdate


@dataclass(frozen=True)
class Earlier:
    """One status, with its words, as it stood on a day before the file's."""

    reported_on: datetime.date
    rag_status: str | None
    progress: str
    priority_monitoring: bool = False

    @property
    def status_word(self):
        return ActionUpdate(rag_status=self.rag_status).get_rag_status_display() or ""


def add(rows, as_at) -> None:
    """Give each row its history: of the days before its current update, those on which nothing was reported here yet.

    `as_at` is the file's date. A row without a current update gets none, for its newest entry would then be the current one.
    """
    told = [row for row in rows if may_have_history(row)]
    known = _known([row.action.pk for row in told if row.action])
    for row in told:
        current = _current_on(row, as_at)
        taken = known.get(row.action.pk, set()) if row.action else set()
        found = {one.reported_on: one for one in _entries(row.said)}
        row.history = [
            one
            for day, one in sorted(found.items())
            if current and day < current and day not in taken
        ]


def may_have_history(row) -> bool:
    """Whether a row brings history: not one that is left out, nor one that went out from here."""
    return bool(row.said.get("earlier_statuses")) and not (row.left_out or row.left)


def _entries(said):
    for one in said["earlier_statuses"]:
        if one["as_at"] and (one["rag_status"] or one["text"]):
            day = datetime.date.fromisoformat(one["as_at"])
            yield Earlier(day, one["rag_status"], one["text"])


def _current_on(row, as_at):
    """The day that the row's current update will speak of, None where it will have none."""
    if row.report and row.report.taken:
        return row.report.dated(as_at)
    return row.action.reported_on if row.action else None


def _known(ids) -> dict[int, set]:
    """The days on which something was reported of each action, retracted since or not."""
    found: dict[int, set] = {}
    updates = ActionUpdate.objects.filter(action__in=ids)
    for action, day in updates.values_list("action", "reported_on"):
        found.setdefault(action, set()).add(day)
    return found


def draft(action, history, *, at, by) -> list[ActionUpdate]:
    """Return the updates that keep `history`; the action carries none of them."""
    return [
        ActionUpdate(
            action=action,
            rag_status=one.rag_status,
            progress=one.progress,
            reported_on=one.reported_on,
            made_at=at,
            made_by=by,
            source=ActionUpdate.Source.IMPORT,
            directorate_then_id=action.directorate_id,
        )
        for one in history
    ]
