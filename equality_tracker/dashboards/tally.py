"""The counts of a dashboard: all of them from one statement over the actions that its lists show."""

import datetime
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cache

from django.db import connection

from equality_tracker.prepared import Prepared, filled

from .changes import kinds_of
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
# How an action changed, as `changes.kinds_of` takes it.
HOW = ("is_new", "rag_status", "status_then", "due_moved", "lead_moved")
OF_FEW = (
    "pk",
    *HOW,
    "plan_id",
    "priority_id",
    "directorate_id",
    "due",
    "reported_on",
    "due_then",
    "of_open",
    "of_joint",
)
# `found` is read once; each part below it counts the same rows another way and answers as one JSON list of lists.
STATEMENT = """
{actions},
changed AS (
    SELECT *, COALESCE(due_then <> COALESCE(due, DATE '0001-01-01'), FALSE) AS due_moved, pk = ANY(%s) AS lead_moved FROM compared
),
worst AS ({worst})
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
SHOWN = "CASE WHEN %s OR (SELECT COUNT(DISTINCT priority_id) FROM found) <= {most} THEN {part} END"
COMPARED = """
    SELECT is_new, rag_status, status_then, due_moved, lead_moved, COUNT(*) AS n FROM changed GROUP BY 1, 2, 3, 4, 5
"""
# The few that the page may name: the first of each kind of change, and the worst.
FEW = """
    SELECT {columns} FROM (
        SELECT *, row_number() OVER (PARTITION BY is_new, rag_status, status_then, due_moved, lead_moved ORDER BY pk) AS place
        FROM changed WHERE is_new OR due_moved OR lead_moved OR status_then IS DISTINCT FROM rag_status
    ) AS one WHERE place <= {named}
    UNION ALL SELECT {columns} FROM changed WHERE pk IN (SELECT pk FROM worst)
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

    `by_priority` is None where there are too many priorities to show; `changed` holds (what `changes.kinds_of` takes, how many, the ids
    of the first); `few` what is known, by the names of a Row, of the worst and of the first changed, by id.
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
    few: dict
    standing: Counter

    @property
    def count(self):
        return self.standing.total()


def tally_of(scope, led_anew):
    """Return the Tally of the actions of `scope`; `led_anew` are the ids of those with other leads than before: one query."""
    names = [one.name for one in questions_of(scope)]
    sql, params = _found(scope.kind)
    worst = WORST.format(any=" OR ".join(map(asks, names)), named=NAMED)
    statement = STATEMENT.format(actions=sql, worst=worst, parts=_parts(names))
    until = scope.on + datetime.timedelta(days=HORIZONS[-1])
    given = [list(led_anew), scope.plan is not None, scope.on, until]
    with connection.cursor() as cursor:
        cursor.execute(statement, [*filled(params, scope.given), *given])
        plans, priorities, bodies, compared, reasons, due, worst, few = (
            cursor.fetchone()
        )
    by_plan = _statuses(plans)
    return Tally(
        by_plan,
        _by_priority(priorities),
        _statuses(bodies),
        _then(compared),
        _changed(compared, few),
        _reasons(names, reasons),
        Counter({_date(day): n for day, n in due}),
        sum(joint for *_answers, joint in reasons),
        [pk for (pk,) in worst],
        {each[0]: _facts(each, names) for each in few},
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
    of_few = ", ".join([*OF_FEW, *asked])
    return ", ".join(
        [
            _counted("plan_id", "rag_status"),
            SHOWN.format(most=MOST_PRIORITIES, part=priorities),
            _counted("directorate_id", "rag_status"),
            _part(COMPARED, *HOW, "n"),
            _part(REASONS.format(columns=columns), *asked, "n", "joint"),
            _part(DUE, "due", "n"),
            _part("SELECT pk FROM worst", "pk"),
            _part(FEW.format(columns=of_few, named=NAMED), *OF_FEW, *asked),
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
    for is_new, _now, then, _due, _lead, n in compared:
        if not is_new:
            found[then] += n
    return found


def _changed(compared, few):
    """(how it changed, how many, the ids of the first) of all that changed."""
    counts = {tuple(how): n for *how, n in compared}
    first = defaultdict(set)
    for pk, *how in (each[: len(HOW) + 1] for each in few):
        first[tuple(how)].add(pk)
    return [(how, n, first[how]) for how, n in counts.items() if any(kinds_of(*how))]


def _facts(values, names):
    """What is known of one of the few, by the names of a Row."""
    known = dict(zip(OF_FEW, values, strict=False))
    answers = zip(names, values[len(OF_FEW) :], strict=True)
    return {
        "plan": known["plan_id"],
        "priority": known["priority_id"],
        "directorate": known["directorate_id"],
        "is_open": known["of_open"],
        "joint": known["of_joint"],
        **{name: known[name] for name in ("rag_status", "is_new", "status_then")},
        **{name: _date(known[name]) for name in ("due", "reported_on", "due_then")},
        "reasons": tuple(name for name, yes in answers if yes),
    }


def _date(day):
    return day and datetime.date.fromisoformat(day)


def _reasons(names, counted):
    """{names of the questions answered yes to: how many}, those without any left out."""
    found = Counter()
    for *answers, n, _joint in counted:
        found[tuple(name for name, yes in zip(names, answers, strict=True) if yes)] += n
    del found[()]
    return found
