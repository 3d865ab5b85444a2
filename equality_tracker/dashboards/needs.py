"""What needs the manager: who waits for a decision, and why, the worst first."""

import datetime
from collections import Counter
from dataclasses import dataclass

from .figures import Figure
from .questions import questions_of


@dataclass(frozen=True)
class Needs:
    """The figures of "what needs you": an action with two reasons stands in two of them and once in `all`."""

    figures: list
    all: Figure
    several: Figure


def needs_of(scope, reasons):
    """Return the Needs; `reasons` tells of each set of questions how many actions answer yes to just those."""
    counts = Counter()
    for names, n in reasons.items():
        counts.update(dict.fromkeys(names, n))
    several = sum(n for names, n in reasons.items() if len(names) > 1)
    return Needs(
        [
            scope.figure(one.label, counts[one.name], **one.asked)
            for one in questions_of(scope)
        ],
        Figure("need you", sum(reasons.values()), scope.rows_url("needs")),
        Figure("for more than one reason", several, scope.rows_url("several")),
    )


def worst_first(rows):
    """Return those of `rows` that need somebody, the worst first."""
    needing = (row for row in rows if row.reasons)
    return sorted(
        needing, key=lambda row: urgency(row.reasons, row.due, row.reported_on, row.pk)
    )


def urgency(reasons, due, reported_on, pk):
    """Return what puts actions in order: slipped first, then the longest overdue, then what nobody has spoken of for longest."""
    return (
        "slipped" not in reasons,
        due if "overdue" in reasons else datetime.date.max,
        "not_updated" not in reasons,
        reported_on or datetime.date.min,
        pk,
    )
