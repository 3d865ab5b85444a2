"""What happened to one action, newest first: its reports, evidence and field changes in one line of time."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cache

from django.utils import timezone

from equality_tracker.audit.history import changes_of
from equality_tracker.prepared import Prepared

from .models import ActionUpdate, Evidence

# What an update carries into the action is told by the update itself.
TOLD_BY_UPDATES = (
    "rag_status",
    "priority_monitoring",
    "reported_on",
    "latest_update",
    "original_due",
)
MOVED_BY_UPDATES = ("/update/", "/no-change/", "/undo/")
SHOWN = 50


@dataclass(frozen=True)
class Entry:
    """One thing that happened on `day`: `kind` is update, evidence or change, `what` its row or Change.

    A report stands at the date it speaks of: a quarter imported late belongs to its quarter.
    """

    kind: str
    day: date
    when: datetime
    what: object


def timeline_of(action, updates, evidence, most=SHOWN):
    """Return the newest `most` entries (None: all) of `action`, from its `updates` and `evidence`.

    Evidence given with a report stands with it, not here. Field changes take two queries.
    """
    changes = changes_of(action, limit=most, leave_out=TOLD_BY_UPDATES)
    entries = [
        *(Entry("update", one.reported_on, one.made_at, one) for one in updates),
        *(
            _entry("evidence", one.added_at, one)
            for one in evidence
            if not one.update_id
        ),
        *(_entry("change", one.when, one) for one in changes if _is_worth_telling(one)),
    ]
    entries.sort(key=lambda entry: (entry.day, entry.when), reverse=True)
    return entries[:most]


def load_updates(action, user, on, most=SHOWN):
    """Return (reports, evidence) of an `action` that `read_action` returned, newest first, taken back or not: one query, and one where it
    has evidence.

    A report has `is_retractable` and `shown_evidence`, evidence `is_removable`, for `user` on the day `on`.
    """
    updates = _reports(most).rows(action=action.pk)
    evidence = _evidence.rows(action=action.pk) if action.has_evidence else []
    for one in evidence:
        one.action = action
        one.is_removable = one.is_removable_by(user)
    for update in updates:
        update.action = action
        update.is_retractable = update.is_retractable_by(user, on)
        update.shown_evidence = [one for one in evidence if one.update_id == update.pk]
    return updates, evidence


@cache
def _reports(most):
    """Return the prepared newest `most` reports of an action (None: all)."""

    def reports(action):
        said = ActionUpdate.objects.filter(action=action).newest_first()
        return said.select_related("round", "made_by", "retracted_by")[:most]

    return Prepared(reports)


@Prepared
def _evidence(action):
    shown = Evidence.objects.filter(action=action)
    return shown.select_related("stored_file", "added_by", "removed_by")


def _entry(kind, when, what):
    return Entry(kind, timezone.localtime(when).date(), when, what)


def _is_worth_telling(change):
    """A date that moved by a report is told by the report, with its reason."""
    by_report = change.where.endswith(MOVED_BY_UPDATES)
    if by_report and [one.label for one in change.changes] == ["Due"]:
        return False
    return bool(change.changes) or change.label != "Changed"
