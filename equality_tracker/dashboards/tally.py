"""The counts of a dashboard: all of them from one statement over the actions that its lists show."""

import datetime
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cache

from django.db import connection

from equality_tracker.prepared import Prepared, filled

from .due import HORIZONS
from .questions import questions_of
from .rows import answers_of, asked_actions, asks, in_scope
from .then import compared_with_then

NAMED = 5
# More priorities than these are counted a plan at a time: a page of forty tables answers nobody.
MOST_PRIORITIES = 12
COLUMNS = (
    "pk",
    "plan_id",
    "priority_id",
    "directorate_id",
    "rag_status",
    "due",
    "reported_on",
    "is_new",
    "of_open",
    "of_joint",
    "recurrence",
)
# `found` is read once; each part below it counts the same rows another way and answers as one JSON list of lists.
STATEMENT = """
{actions},
changed AS (
    SELECT *, COALESCE(due_then <> COALESCE(due, DATE '0001-01-01'), FALSE) AS due_moved, pk = ANY(%s) AS lead_moved FROM compared
)
SELECT {parts}
"""
PART = "(SELECT COALESCE(json_agg(json_build_array({columns})), '[]') FROM ({rows}) AS part)"
COUNTED = "SELECT {columns}, COUNT(*) AS n FROM found GROUP BY {columns}"
PRIORITIES = """
    SELECT one.plan_id, one.id, one.number, one.title, rag_status, n
    FROM (SELECT priority_id, rag_status, COUNT(*) AS n FROM found GROUP BY priority_id, rag_status) AS counted
    JOIN plans_priority AS one ON one.id = priority_id ORDER BY one.position, one.id
"""
# One plan's priorities, or those of all where they are few; else nothing.
FEW = "CASE WHEN %s OR (SELECT COUNT(DISTINCT priority_id) FROM found) <= {most} THEN {part} END"
COMPARED = """
    SELECT is_new, rag_status, status_then, due_moved, lead_moved, COUNT(*) AS n,
        array_agg(pk) FILTER (WHERE is_new OR due_moved OR lead_moved OR status_then IS DISTINCT FROM rag_status) AS changed
    FROM changed GROUP BY 1, 2, 3, 4, 5
"""
REASONS = "SELECT {columns}, COUNT(*) AS n, COUNT(*) FILTER (WHERE of_joint) AS joint FROM found GROUP BY {columns}"
DUE = """
    SELECT due, COUNT(*) AS n FROM found WHERE of_open AND due BETWEEN %s AND %s GROUP BY due
"""
WORST = """
    SELECT pk FROM found WHERE {any}
    ORDER BY asks_slipped IS TRUE DESC, CASE WHEN asks_overdue THEN due END NULLS LAST, asks_not_updated IS TRUE DESC,
        reported_on NULLS FIRST, pk LIMIT {named}
"""


@dataclass(frozen=True)
class Tally:
    """How many actions there are of each kind. Statuses are counted in Counters; `reasons` holds {names: how many}.

    `by_priority` is None where there are too many priorities to show; `changed` holds (what `changes.kinds_of` takes, how many, their
    ids).
    """

    by_plan: dict
    by_priority: dict | None
    by_directorate: dict
    then: Counter
    changed: list
    reasons: dict
    due: Counter
    joint: int
    worst: list
    standing: Counter

    @property
    def count(self):
        return self.standing.total()


def tally_of(scope, led_anew):
    """Return the Tally of the actions of `scope`; `led_anew` are the ids of those with other leads than before: one query."""
    names = [one.name for one in questions_of(scope)]
    sql, params = _found(scope.kind)
    statement = STATEMENT.format(actions=sql, parts=_parts(names))
    until = scope.on + datetime.timedelta(days=HORIZONS[-1])
    given = [list(led_anew), scope.plan is not None, scope.on, until]
    with connection.cursor() as cursor:
        cursor.execute(statement, [*filled(params, scope.given), *given])
        plans, priorities, bodies, compared, reasons, due, worst = cursor.fetchone()
    by_plan = _statuses(plans)
    return Tally(
        by_plan,
        _by_priority(priorities),
        _statuses(bodies),
        _then(compared),
        [(how, n, pks) for *how, n, pks in compared if pks],
        _reasons(names, reasons),
        Counter({datetime.date.fromisoformat(day): n for day, n in due}),
        sum(joint for *_answers, joint in reasons),
        [pk for (pk,) in worst],
        sum(by_plan.values(), Counter()),
    )


@cache
def _found(kind):
    """Return (sql, params with Givens) of the actions of a Kind of dashboard, with all that is counted of each."""

    def found(on, since, started, plans, directorates):
        actions = asked_actions(kind, on, since, started)
        actions = in_scope(actions, kind, plans, directorates)
        return actions.values(*COLUMNS, *answers_of(actions))

    return compared_with_then(*Prepared(found).sql)


def _parts(names):
    """The parts of the statement, in the order in which they are read."""
    asked = [asks(name) for name in names]
    columns = ", ".join(asked)
    priorities = _part(
        PRIORITIES, "plan_id", "id", "number", "title", "rag_status", "n"
    )
    same = ("is_new", "rag_status", "status_then", "due_moved", "lead_moved")
    return ", ".join(
        [
            _counted("plan_id", "rag_status"),
            FEW.format(most=MOST_PRIORITIES, part=priorities),
            _counted("directorate_id", "rag_status"),
            _part(COMPARED, *same, "n", "changed"),
            _part(REASONS.format(columns=columns), *asked, "n", "joint"),
            _part(DUE, "due", "n"),
            _part(WORST.format(any=" OR ".join(asked), named=NAMED), "pk"),
        ]
    )


def _counted(*columns):
    return _part(COUNTED.format(columns=", ".join(columns)), *columns, "n")


def _part(rows, *columns):
    return PART.format(columns=", ".join(columns), rows=rows)


def _statuses(counted):
    """{key: how many of each status} of (key, status, how many)."""
    found = defaultdict(Counter)
    for key, status, n in counted:
        found[key][status] += n
    return dict(found)


def _by_priority(counted):
    if counted is None:
        return None
    return _statuses((tuple(named), status, n) for *named, status, n in counted)


def _then(compared):
    """How many had each status when the day compared with began, what is new since left out."""
    found = Counter()
    for is_new, _now, then, _due, _lead, n, _changed in compared:
        if not is_new:
            found[then] += n
    return found


def _reasons(names, counted):
    """{names of the questions answered yes to: how many}, those without any left out."""
    found = Counter()
    for *answers, n, _joint in counted:
        found[tuple(name for name, yes in zip(names, answers, strict=True) if yes)] += n
    del found[()]
    return found
