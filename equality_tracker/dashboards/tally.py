"""The counts of a dashboard: all of them from one statement over the actions that its lists show."""

import datetime
from collections import Counter, defaultdict
from dataclasses import dataclass

from django.db import connection

from .questions import questions_of
from .rows import asked_of, asks

NAMED = 5
COLUMNS = (
    "pk",
    "plan_id",
    "priority_id",
    "directorate_id",
    "rag_status",
    "due",
    "reported_on",
    "is_new",
    "status_then",
    "due_then",
    "of_open",
    "of_joint",
)
# `found` is read once; each part below it counts the same rows another way and answers as one JSON list of lists.
STATEMENT = """
WITH found AS MATERIALIZED ({actions}),
compared AS MATERIALIZED (
    SELECT *, due_then <> COALESCE(due, DATE '0001-01-01') AS due_moved, pk = ANY(%s) AS lead_moved FROM found
)
SELECT {parts}
"""
PART = "(SELECT COALESCE(json_agg(json_build_array({columns})), '[]') FROM ({rows}) AS part)"
COUNTED = "SELECT {columns}, COUNT(*) AS n FROM found {where} GROUP BY {columns}"
PRIORITIES = """
    SELECT one.plan_id, one.id, one.number, one.title, rag_status, n
    FROM (SELECT priority_id, rag_status, COUNT(*) AS n FROM found GROUP BY priority_id, rag_status) AS counted
    JOIN plans_priority AS one ON one.id = priority_id ORDER BY one.position, one.id
"""
CHANGED = """
    SELECT is_new, rag_status, status_then, COALESCE(due_moved, FALSE) AS due_moved, lead_moved, COUNT(*) AS n,
        (array_agg(pk ORDER BY pk))[1:{named}] AS first
    FROM compared WHERE is_new OR due_moved OR lead_moved OR status_then IS DISTINCT FROM rag_status
    GROUP BY 1, 2, 3, 4, 5
"""
WORST = """
    SELECT pk FROM found WHERE {any}
    ORDER BY asks_slipped IS TRUE DESC, CASE WHEN asks_overdue THEN due END NULLS LAST, asks_not_updated IS TRUE DESC,
        reported_on NULLS FIRST, pk LIMIT {named}
"""


@dataclass(frozen=True)
class Tally:
    """How many actions there are of each kind. Statuses are counted in Counters; `changed`, `reasons` hold (…, how many)."""

    by_plan: dict
    by_priority: dict
    by_directorate: dict
    then: Counter
    changed: list
    reasons: dict
    due: Counter
    joint: int
    worst: list

    @property
    def standing(self):
        return sum(self.by_plan.values(), Counter())

    @property
    def count(self):
        return self.standing.total()


def tally_of(scope, led_anew):
    """Return the Tally of the actions of `scope`; `led_anew` are the ids of those with other leads than before: one query."""
    names = [one.name for one in questions_of(scope)]
    columns = [asks(name) for name in names]
    actions = asked_of(scope).values(*COLUMNS, *columns)
    compiler = actions.query.get_compiler(connection=connection, elide_empty=False)
    sql, params = compiler.as_sql()
    statement = STATEMENT.format(actions=sql, parts=", ".join(_parts(columns)))
    with connection.cursor() as cursor:
        cursor.execute(statement, [*params, list(led_anew), scope.on])
        plans, priorities, bodies, then, changed, reasons, due, joint, worst = (
            cursor.fetchone()
        )
    return Tally(
        _statuses(plans),
        _statuses((tuple(named), status, n) for *named, status, n in priorities),
        _statuses(bodies),
        Counter({status: n for is_new, status, n in then if not is_new}),
        changed,
        _reasons(names, reasons),
        Counter({datetime.date.fromisoformat(day): n for day, n in due}),
        sum(n for is_joint, n in joint if is_joint),
        [pk for (pk,) in worst],
    )


def _parts(asked):
    """The parts of the statement, in the order of the Tally's fields."""
    yield _counted("plan_id", "rag_status")
    yield _part(PRIORITIES, "plan_id", "id", "number", "title", "rag_status", "n")
    yield _counted("directorate_id", "rag_status")
    yield _counted("is_new", "status_then")
    moved = ("is_new", "rag_status", "status_then", "due_moved", "lead_moved")
    yield _part(CHANGED.format(named=NAMED), *moved, "n", "first")
    yield _counted(*asked)
    yield _counted("due", where="WHERE of_open AND due >= %s")
    yield _counted("of_joint")
    yield _part(WORST.format(any=" OR ".join(asked), named=NAMED), "pk")


def _counted(*columns, where=""):
    rows = COUNTED.format(columns=", ".join(columns), where=where)
    return _part(rows, *columns, "n")


def _part(rows, *columns):
    return PART.format(columns=", ".join(columns), rows=rows)


def _statuses(counted):
    """{key: how many of each status} of (key, status, how many)."""
    found = defaultdict(Counter)
    for key, status, n in counted:
        found[key][status] += n
    return dict(found)


def _reasons(names, counted):
    """{names of the questions answered yes to: how many}, those without any left out."""
    found = Counter()
    for *answers, n in counted:
        found[tuple(name for name, yes in zip(names, answers, strict=True) if yes)] += n
    del found[()]
    return found
