"""What changed since a date: status, date and lead of each action, as this site showed them when that day began and as they are now."""

from collections import Counter
from dataclasses import dataclass

from equality_tracker.templatetags.govuk import day
from plans.models import RagStatus
from plans.models.status import URGENCY

from .figures import Figure
from .lead_changes import lead_changes
from .rows import NO_DATE, Row
from .standing import WORDS

AT_MOST = 5
KINDS = {
    "achieved": "achieved",
    "worse": "worse than before",
    "better": "better than before",
    "status": "other changes of status",
    "due": "dates moved",
    "lead": "changes of lead",
    "new": "new actions",
}
# Where only one of them is counted.
SINGULAR = {
    "status": "other change of status",
    "due": "date moved",
    "lead": "change of lead",
    "new": "new action",
}


@dataclass(frozen=True)
class Change:
    """One thing that changed in one action, in words, each "" where there was nothing."""

    row: Row
    kind: str
    why: str
    was: str
    now: str


@dataclass(frozen=True)
class Changes:
    """All that changed: figures by kind, the changes in that order, and to how many actions."""

    figures: list
    all: Figure
    changes: list
    actions: int

    @property
    def first(self):
        return self.changes[:AT_MOST]

    def of_kind(self, kind):
        return [change for change in self.changes if change.kind == kind]


def changes_of(scope, rows):
    """Return the Changes of `rows` since the day of `scope`: one query more, for the leads."""
    leads = lead_changes(scope)
    found = [change for row in rows for change in _changes(row, leads)]
    found.sort(key=lambda change: list(KINDS).index(change.kind))
    counts = Counter(change.kind for change in found)
    figures = [
        Figure(_label(kind, counts[kind]), counts[kind], scope.page_url("rows", kind))
        for kind in KINDS
        if counts[kind]
    ]
    everything = Figure("changes", len(found), scope.page_url("rows", "changes"))
    return Changes(figures, everything, found, len({change.row.pk for change in found}))


def _label(kind, count):
    return SINGULAR.get(kind, KINDS[kind]) if count == 1 else KINDS[kind]


def _changes(row, leads):
    if row.is_new:
        yield Change(row, "new", "New", "", WORDS[row.rag_status])
        return
    if row.status_then != row.rag_status:
        yield Change(
            row, _kind(row), "Status", WORDS[row.status_then], WORDS[row.rag_status]
        )
    if row.due_then is not None and row.due_then != (row.due or NO_DATE):
        yield Change(row, "due", "Due date", _date(row.due_then), _date(row.due))
    if row.pk in leads:
        yield Change(row, "lead", "Lead", *leads[row.pk])


def _date(value):
    return day(None if value == NO_DATE else value)


def _kind(row):
    then, now = row.status_then, row.rag_status
    if now == RagStatus.ACHIEVED:
        return "achieved"
    if None in (then, now) or RagStatus.WITHDRAWN in (then, now):
        return "status"
    return "better" if URGENCY.index(now) > URGENCY.index(then) else "worse"
