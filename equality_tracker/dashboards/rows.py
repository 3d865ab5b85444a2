"""The actions of a dashboard, read once: every number of the page is counted from these rows, so none can contradict another."""

import datetime
from functools import cache
from typing import NamedTuple

from django.db import connection
from django.db.models import BooleanField, ExpressionWrapper, Q

from equality_tracker.prepared import Prepared, filled
from plans.models import Action, conditions

from .questions import conditions_of, questions_of
from .then import compared_with_then

# Stands for "had no date" where None means that nobody can say any more.
NO_DATE = datetime.date.min


class Row(NamedTuple):
    """One action as a dashboard sees it: as it stands, and as this site showed it when the day compared with began."""

    pk: int
    reference: str
    title: str
    plan: int
    priority: int
    priority_number: str
    priority_title: str
    directorate: int | None
    rag_status: str | None
    due: datetime.date | None
    reported_on: datetime.date | None
    is_new: bool
    status_then: str | None
    due_then: datetime.date | None
    is_open: bool
    joint: bool
    reason: str | None
    progress: str | None
    new_due: datetime.date | None
    reasons: tuple

    @property
    def said(self):
        """What the newest update gives as its reason, else as its progress."""
        return self.reason or self.progress or ""

    def days_overdue(self, on):
        late = self.is_open and self.due is not None and self.due < on
        return (on - self.due).days if late else 0


# What a Row reads, in its order, and what puts the rows in the plans' order.
COLUMNS = (
    "pk",
    "reference",
    "title",
    "plan_id",
    "priority_id",
    "priority__number",
    "priority__title",
    "directorate_id",
    "rag_status",
    "due",
    "reported_on",
    "is_new",
    "status_then",
    "due_then",
    "of_open",
    "of_joint",
    "latest_update__reason",
    "latest_update__progress",
    "latest_update__new_due",
)
# What is said of an action, and its name in a Row.
WORDS = {
    "reference": "reference",
    "title": "title",
    "priority__number": "priority_number",
    "priority__title": "priority_title",
    "latest_update__reason": "reason",
    "latest_update__progress": "progress",
    "latest_update__new_due": "new_due",
}
OF_THEN = ("status_then", "due_then")
ORDER = ("plan_id", "priority__position", "priority_id", "position", "pk")


def load(scope):
    """Return the Rows of `scope` in the plans' order, with the questions that each answers yes to: one query."""
    names = [one.name for one in questions_of(scope)]
    sql, params = _listed(scope.kind)
    columns = ", ".join([*COLUMNS, *map(asks, names)])
    with connection.cursor() as cursor:
        cursor.execute(
            f"{sql} SELECT {columns} FROM compared ORDER BY {', '.join(ORDER)}",
            filled(params, scope.given),
        )
        return [_row(each, names) for each in cursor]


def name_few(few):
    """Return {id: Row} of some actions whose figures are known: `few` holds those by id, by their names in a Row. One query for their
    words."""
    words = _words.rows(ids=list(few)) if few else []
    return {one["pk"]: Row(**_named(one), **few[one["pk"]]) for one in words}


def _named(words):
    return {WORDS.get(name, name): value for name, value in words.items()}


@Prepared
def _words(ids):
    return Action.objects.filter(pk__among=ids).order_by().values("pk", *WORDS)


def _row(values, names):
    own = len(COLUMNS)
    answers = zip(names, values[own:], strict=True)
    return Row(*values[:own], tuple(name for name, yes in answers if yes))


@cache
def _listed(kind):
    """Return (sql, params with Givens) of all that a Row reads, of the actions of a Kind of dashboard."""

    def listed(on, since, started, plans, directorates):
        actions = asked_actions(kind, on, since, started)
        own = [name for name in COLUMNS if name not in OF_THEN]
        placed = [name for name in ORDER if name not in COLUMNS]
        chosen = in_scope(actions, kind, plans, directorates)
        return chosen.values(*own, *placed, "recurrence", *answers_of(actions))

    return compared_with_then(*Prepared(listed).sql)


def asked_actions(kind, on, since, started):
    """Return all actions with what a Kind of dashboard asks of each beside it: lists and counts are both made of these. The days and the
    moment may be Givens."""
    asked = conditions_of(kind, on, since).items()
    return Action.objects.order_by().annotate(
        is_new=_truth(Q(created_at__gte=started)),
        of_open=_truth(conditions.is_open()),
        of_joint=_truth(conditions.is_joint()),
        **{asks(name): _truth(condition) for name, condition in asked},
    )


def in_scope(actions, kind, plans, directorates):
    """Return those of `actions` that a Kind of dashboard speaks of, each once; the ids of `plans`, and of a directorate's page its
    `directorates`, may be Givens."""
    chosen = actions.filter(plan__among=plans)
    return chosen.of_directorates(directorates) if kind.of_directorate else chosen


def answers_of(actions):
    """The columns that `asked_actions` adds for its questions."""
    return [name for name in actions.query.annotations if name.startswith(asks(""))]


def asks(name):
    """The column that tells whether an action answers yes to the question `name`."""
    return f"asks_{name}"


def _truth(condition):
    return ExpressionWrapper(condition, output_field=BooleanField())
