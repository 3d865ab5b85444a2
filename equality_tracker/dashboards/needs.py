"""What needs the manager: who waits for a decision, and why, the worst first."""

import datetime
from collections import Counter
from dataclasses import dataclass

from .figures import Figure
from .questions import questions_of

AT_MOST = 5


@dataclass(frozen=True)
class Needs:
    """The figures of "what needs you", and their rows: an action with two reasons stands in two figures and once in `rows`."""

    figures: list
    rows: list
    all: Figure
    several: Figure

    @property
    def worst(self):
        return self.rows[:AT_MOST]


def needs_of(scope, rows):
    """Return the Needs among `rows`."""
    counts = Counter(name for row in rows for name in row.reasons)
    needing = sorted(
        (row for row in rows if row.reasons), key=lambda row: _urgency(row, scope.on)
    )
    several = [row for row in needing if len(row.reasons) > 1]
    return Needs(
        [
            scope.figure(one.label, counts[one.name], **one.asked)
            for one in questions_of(scope)
        ],
        needing,
        Figure("need you", len(needing), scope.page_url("rows", "needs")),
        Figure(
            "for more than one reason", len(several), scope.page_url("rows", "several")
        ),
    )


def _urgency(row, on):
    """Slipped first, then the longest overdue, then what nobody has spoken of for longest."""
    return (
        "slipped" not in row.reasons,
        -row.days_overdue(on),
        "not_updated" not in row.reasons,
        row.reported_on or datetime.date.min,
        row.pk,
    )
