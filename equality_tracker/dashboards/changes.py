"""What changed since a date: status, date and lead of each action, as this site showed them when that day began and as they are now."""

from collections import Counter
from dataclasses import dataclass
from heapq import nsmallest

from equality_tracker.templatetags.govuk import day
from plans.models import RagStatus
from plans.models.status import URGENCY

from .figures import Figure
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
PLACES = {kind: place for place, kind in enumerate(KINDS)}
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
    """All that changed: figures by kind, to how many actions, and the first few of them as (kind, the action's id)."""

    figures: list
    all: Figure
    actions: int
    first: list


def changes_of(scope, changed, first):
    """Return the Changes that `changed` counts: {what `kinds_of` takes: how many}; `first` the first few of them."""
    counts, actions = Counter(), 0
    for how, n in changed.items():
        kinds = [*kinds_of(*how)]
        counts.update(dict.fromkeys(kinds, n))
        actions += n if kinds else 0
    figures = [
        Figure(_label(kind, counts[kind]), counts[kind], scope.rows_url(kind))
        for kind in KINDS
        if counts[kind]
    ]
    everything = Figure("changes", counts.total(), scope.rows_url("changes"))
    named = [(list(KINDS)[place], pk) for place, pk in first]
    return Changes(figures, everything, actions, named)


def places_of(*how):
    """Return the places of the kinds of what changed in one action, which `kinds_of` takes."""
    return [PLACES[kind] for kind in kinds_of(*how)]


def first_few(found):
    """Return the first few of (place of a kind, an action's id)."""
    return nsmallest(AT_MOST, found)


def all_changes(rows, leads):
    """Return every Change of `rows`, kind by kind; `leads` are the changes of lead by the action's id."""
    found = [change for row in rows for change in _changes(row, leads)]
    return sorted(found, key=lambda change: (PLACES[change.kind], change.row.pk))


def kinds_of(is_new, rag_status, status_then, due_moved, lead_moved):
    """Yield the kinds of what changed in one action."""
    if is_new:
        yield "new"
        return
    if status_then != rag_status:
        yield _kind(status_then, rag_status)
    if due_moved:
        yield "due"
    if lead_moved:
        yield "lead"


def _label(kind, count):
    return SINGULAR.get(kind, KINDS[kind]) if count == 1 else KINDS[kind]


def _changes(row, leads):
    due_moved = row.due_then is not None and row.due_then != (row.due or NO_DATE)
    then, now = row.status_then, row.rag_status
    for kind in kinds_of(row.is_new, now, then, due_moved, row.pk in leads):
        if kind == "new":
            yield Change(row, kind, "New", "", WORDS[now])
        elif kind == "due":
            yield Change(row, kind, "Due date", _date(row.due_then), _date(row.due))
        elif kind == "lead":
            yield Change(row, kind, "Lead", *leads[row.pk])
        else:
            yield Change(row, kind, "Status", WORDS[then], WORDS[now])


def _date(value):
    return day(None if value == NO_DATE else value)


def _kind(then, now):
    if now == RagStatus.ACHIEVED:
        return "achieved"
    if None in (then, now) or RagStatus.WITHDRAWN in (then, now):
        return "status"
    return "better" if URGENCY.index(now) > URGENCY.index(then) else "worse"
