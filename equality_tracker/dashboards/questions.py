"""What needs somebody: each question is the database's own condition here, and the action list's parameter for the same rows."""

from dataclasses import dataclass

from django.db.models import Q

from equality_tracker.templatetags.govuk import day
from plans.models import RagStatus, conditions


@dataclass(frozen=True)
class Question:
    """Something asked of every action: its condition counts it, `asked` shows the same rows in the action list."""

    name: str
    label: str
    asked: dict


def questions_of(scope):
    """Return the questions that the dashboard of `scope` puts first, the worst first."""
    found = [
        Question("slipped", "slipped", {"rag_status": RagStatus.SLIPPED.value}),
        Question("overdue", "overdue", {"overdue": "true"}),
        _not_updated(scope),
        Question("no_lead", "without a lead", {"lead": "none", "open": "true"}),
    ]
    if scope.directorate is None:
        asked = {"answering": "none", "open": "true"}
        found.append(Question("no_directorate", "without a directorate", asked))
    return found


def conditions_of(kind, on, since):
    """Return {name: condition} of the questions of a Kind of dashboard, in their order; `on` and `since` may be Givens."""
    found = {
        "slipped": Q(rag_status=RagStatus.SLIPPED),
        "overdue": conditions.is_overdue(on),
        "not_updated": conditions.is_not_updated_this_round()
        if kind.in_round
        else conditions.is_not_updated_since(since),
        "no_lead": conditions.has_no_lead(),
    }
    if not kind.of_directorate:
        found["no_directorate"] = conditions.is_open() & Q(directorate=None)
    return found


def _not_updated(scope):
    if scope.kind.in_round:
        asked = {"not_updated_this_round": "true"}
        return Question("not_updated", "not updated this round", asked)
    return Question(
        "not_updated",
        f"not updated since {day(scope.since)}",
        {"not_updated_since": scope.since.isoformat()},
    )
