"""The rows behind the numbers that speak of reasons and changes, which the action list has no words for."""

from dataclasses import dataclass

from equality_tracker.templatetags.govuk import day

from .changes import KINDS, all_changes
from .needs import worst_first
from .questions import questions_of
from .rows import Row
from .standing import STATUSES, WORDS


@dataclass(frozen=True)
class Entry:
    """One row of such a list: an action and why it stands there, in words. `was` and `now` compare two days."""

    row: Row
    why: str
    was: str = ""
    now: str = ""


@dataclass(frozen=True)
class Listing:
    """A list behind a number: it `compares` where it says what was and what is now, and counts changes where it is `of_changes`."""

    title: str
    entries: list
    of_changes: bool = False
    compares: bool = False


def listing_of(board, kind):
    """Return the Listing that `kind` names. Raises KeyError where there is none of that name."""
    if kind == "changes" or kind in KINDS:
        return _of_changes(board, kind)
    if kind.startswith("then-"):
        return _of_then(board, kind.removeprefix("then-").replace("-", "_"))
    title, rows = {
        "needs": ("What needs attention", lambda: worst_first(board.rows)),
        "several": (
            "What needs attention for more than one reason",
            lambda: _several(board),
        ),
        "joint": ("Joint actions", lambda: [row for row in board.rows if row.joint]),
    }[kind]
    words = reasons_in_words(board.scope)
    return Listing(title, [Entry(row, words(row)) for row in rows()])


def reasons_in_words(scope):
    """Return a function that says of a Row why it needs somebody: "Overdue by 12 days, without a lead"."""
    labels = {one.name: one.label for one in questions_of(scope)}

    def words(row):
        found = [_reason(name, labels[name], row, scope.on) for name in row.reasons]
        return _sentence(", ".join(found))

    return words


def _sentence(words):
    return words[:1].upper() + words[1:]


def _reason(name, label, row, on):
    if name != "overdue":
        return label
    days = row.days_overdue(on)
    return f"overdue by {days} day{'s' if days != 1 else ''}"


def _several(board):
    needing = worst_first(board.rows)
    return [row for row in needing if len(row.reasons) > 1]


def _of_then(board, key):
    """The actions that had a status when the day compared with began, beside their status now."""
    asked = {status or "none": [status] for status in STATUSES} | {"all": STATUSES}
    entries = [
        Entry(row, "Status", WORDS[row.status_then], WORDS[row.rag_status])
        for row in board.rows
        if row.status_then in asked[key] and not row.is_new
    ]
    was = "All statuses" if key == "all" else WORDS[asked[key][0]]
    return Listing(
        f"{was} on {day(board.scope.since)}, and now", entries, compares=True
    )


def _of_changes(board, kind):
    found = all_changes(board.rows, board.leads)
    changes = [one for one in found if kind in ("changes", one.kind)]
    entries = [Entry(one.row, one.why, one.was, one.now) for one in changes]
    title = "All changes" if kind == "changes" else KINDS[kind].capitalize()
    return Listing(title, entries, of_changes=True, compares=True)
