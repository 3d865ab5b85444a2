"""What needs somebody: each question is the database's own condition here, and the action list's parameter for the same rows."""

from dataclasses import dataclass

from django.db.models import Q

from equality_tracker.templatetags.govuk import day
from plans.models import RagStatus, conditions


@dataclass(frozen=True)
class Question:
    """Something asked of every action: `condition` counts it, `asked` shows the same rows in the action list."""

    name: str
    label: str
    condition: Q
    asked: dict


def questions_of(scope):
    """Return the questions that the dashboard of `scope` puts first, the worst first."""
    found = [_slipped(), _overdue(scope.on), _not_updated(scope), _no_lead()]
    if scope.directorate is None:
        found.append(_no_directorate())
    return found


def _slipped():
    return Question(
        "slipped",
        "slipped",
        Q(rag_status=RagStatus.SLIPPED),
        {"rag_status": RagStatus.SLIPPED.value},
    )


def _overdue(on):
    return Question(
        "overdue", "overdue", conditions.is_overdue(on), {"overdue": "true"}
    )


def _not_updated(scope):
    if scope.rounds:
        return Question(
            "not_updated",
            "not updated this round",
            conditions.is_not_updated_this_round(),
            {"not_updated_this_round": "true"},
        )
    return Question(
        "not_updated",
        f"not updated since {day(scope.since)}",
        conditions.is_not_updated_since(scope.since),
        {"not_updated_since": scope.since.isoformat()},
    )


def _no_lead():
    return Question(
        "no_lead",
        "without a lead",
        conditions.has_no_lead(),
        {"lead": "none", "open": "true"},
    )


def _no_directorate():
    return Question(
        "no_directorate",
        "without a directorate",
        conditions.is_open() & Q(directorate=None),
        {"answering": "none", "open": "true"},
    )
