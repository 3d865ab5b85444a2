"""What is counted of each plan on a dashboard: all of it from one statement over the actions that its lists show."""

import datetime
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import cache

from django.db import connection

from equality_tracker.prepared import Prepared, filled

from .changes import first_of
from .due import HORIZONS
from .needs import urgency
from .questions import questions_of
from .rows import answers_of, asked_actions, asks, in_scope
from .then import compared_with_then

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
    "of_open",
    "of_joint",
    "recurrence",
)
# How an action changed, as `changes.kinds_of` takes it.
HOW = ("is_new", "rag_status", "status_then", "due_moved", "lead_moved")
OF_FEW = (
    "plan_id",
    "pk",
    *HOW,
    "is_worst",
    "priority_id",
    "directorate_id",
    "due",
    "reported_on",
    "due_then",
    "of_open",
    "of_joint",
)
# `found` is read once; each part below it counts the same rows another way and answers as one JSON list of lists, the plan first in each.
STATEMENT = """
{actions},
changed AS (
    SELECT *, COALESCE(due_then <> COALESCE(due, DATE '0001-01-01'), FALSE) AS due_moved, pk = ANY(%s) AS lead_moved FROM compared
)
SELECT {parts}
"""
PART = "(SELECT COALESCE(json_agg(json_build_array({columns})), '[]') FROM ({rows}) AS part)"
BODIES = "SELECT plan_id, directorate_id, rag_status, COUNT(*) AS n FROM found GROUP BY plan_id, directorate_id, rag_status"
PRIORITIES = """
    SELECT one.plan_id, one.id, one.number, one.title, rag_status, n
    FROM (SELECT priority_id, rag_status, COUNT(*) AS n FROM found GROUP BY priority_id, rag_status) AS counted
    JOIN plans_priority AS one ON one.id = priority_id ORDER BY one.position, one.id
"""
COMPARED = """
    SELECT plan_id, is_new, rag_status, status_then, due_moved, lead_moved, COUNT(*) AS n FROM changed GROUP BY 1, 2, 3, 4, 5, 6
"""
REASONS = """
    SELECT plan_id, {columns}, COUNT(*) AS n, COUNT(*) FILTER (WHERE of_joint) AS joint FROM found GROUP BY plan_id, {columns}
"""
DUE = """
    SELECT plan_id, due, COUNT(*) AS n FROM found WHERE of_open AND due BETWEEN %s AND %s GROUP BY plan_id, due
"""
# The few that the page may name: of each plan the first of each kind of change, and the worst.
FEW = """
    SELECT {columns} FROM (
        SELECT *, worst <= {named} AND ({any}) AS is_worst FROM (
            SELECT *,
                is_new OR due_moved OR lead_moved OR status_then IS DISTINCT FROM rag_status AS has_changed,
                row_number() OVER (
                    PARTITION BY plan_id, is_new, rag_status, status_then, due_moved, lead_moved ORDER BY pk
                ) AS place,
                row_number() OVER (
                    PARTITION BY plan_id ORDER BY ({any}) IS TRUE DESC, asks_slipped IS TRUE DESC,
                        CASE WHEN asks_overdue THEN due END NULLS LAST, asks_not_updated IS TRUE DESC,
                        reported_on NULLS FIRST, pk
                ) AS worst
            FROM changed
        ) AS one
    ) AS few WHERE is_worst OR (has_changed AND place <= {named})
"""


@dataclass(frozen=True, eq=False)
class PlanTally:
    """How many actions of one plan there are of each kind.

    `changed` holds {what `changes.kinds_of` takes: how many}, `first` (the place of a kind, an action's id) of the first changed, `worst`
    (how urgent, an action's id) of the worst, `few` what is known of those by the names of a Row, `words` their Rows once they have been
    asked for, and `leads` what `lead_changes` tells of them.
    """

    by_directorate: dict
    by_priority: dict
    changed: dict
    reasons: Counter
    joint: int
    due: Counter
    first: list
    worst: list
    few: dict
    leads: dict
    words: dict = field(default_factory=dict)


def plan_tallies(scope, plans, leads):
    """Return {plan id: PlanTally} of the actions of `scope` in the plans of those ids, whose leads changed as `leads` tells: one query."""
    names = [one.name for one in questions_of(scope)]
    sql, params = _found(scope.kind)
    statement = STATEMENT.format(actions=sql, parts=_parts(names))
    until = scope.on + datetime.timedelta(days=HORIZONS[-1])
    known = {**scope.given, "plans": list(plans)}
    with connection.cursor() as cursor:
        given = [*filled(params, known), list(leads), scope.on, until]
        cursor.execute(statement, given)
        parts = [_of_each_plan(part) for part in cursor.fetchone()]
    return {
        plan: _plan_tally(plan, names, leads, *(part[plan] for part in parts))
        for plan in plans
    }


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
    few = FEW.format(
        columns=", ".join([*OF_FEW, *asked]), any=" OR ".join(asked), named=NAMED
    )
    named = ("plan_id", "id", "number", "title", "rag_status", "n")
    return ", ".join(
        [
            _part(BODIES, "plan_id", "directorate_id", "rag_status", "n"),
            _part(PRIORITIES, *named),
            _part(COMPARED, "plan_id", *HOW, "n"),
            _part(REASONS.format(columns=columns), "plan_id", *asked, "n", "joint"),
            _part(DUE, "plan_id", "due", "n"),
            _part(few, *OF_FEW, *asked),
        ]
    )


def _part(rows, *columns):
    return PART.format(columns=", ".join(columns), rows=rows)


def _of_each_plan(part):
    found = defaultdict(list)
    for plan, *values in part:
        found[plan].append(values)
    return found


def _plan_tally(plan, names, leads, bodies, priorities, compared, reasons, due, few):
    known = {values[0]: {"plan": plan, **_facts(values, names)} for values in few}
    how = {values[0]: values[1 : len(HOW) + 1] for values in few}
    worst = (values[0] for values in few if values[len(HOW) + 1])
    return PlanTally(
        _statuses(bodies),
        _statuses((tuple(named), status, n) for *named, status, n in priorities),
        {tuple(how): n for *how, n in compared},
        _reasons(names, reasons),
        sum(joint for *_answers, joint in reasons),
        Counter({_date(day): n for day, n in due}),
        first_of(how),
        sorted((_urgency(known[pk], pk), pk) for pk in worst),
        known,
        {pk: leads[pk] for pk in known if pk in leads},
    )


def _urgency(facts, pk):
    return urgency(facts["reasons"], facts["due"], facts["reported_on"], pk)


def _statuses(counted):
    """{key: how many of each status} of (key, status, how many)."""
    found = defaultdict(Counter)
    for key, status, n in counted:
        found[key][status] += n
    return dict(found)


def _facts(values, names):
    """What is known of one of the few, by the names of a Row, all but its plan."""
    known = dict(zip(OF_FEW[1:], values, strict=False))
    answers = zip(names, values[len(OF_FEW) - 1 :], strict=True)
    return {
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
