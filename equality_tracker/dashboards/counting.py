"""What is counted of each plan on a dashboard: all of it from one reading of the same actions that its lists show."""

import datetime
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import cache
from heapq import nsmallest
from itertools import compress
from typing import NamedTuple

from django.db import connection

from equality_tracker.prepared import Given, Prepared, filled

from .changes import first_few, places_of
from .due import HORIZONS
from .lead_changes import lead_changes
from .needs import urgency
from .questions import questions_of
from .rows import answers_of, asked_actions, asks, in_scope
from .then import compared_with_then

NAMED = 5
COLUMNS = (
    "pk",
    "plan_id",
    "priority_id",
    "priority__position",
    "priority__number",
    "priority__title",
    "directorate_id",
    "rag_status",
    "due",
    "reported_on",
    "is_new",
    "of_open",
    "of_joint",
)
OF_THEN = ("status_then", "due_then")
# Whether anything happened to the lead of any of them since the day compared with: the same in each row, asked once.
LED_ANEW = """EXISTS(
    SELECT FROM plans_actionleadevent AS led JOIN found ON found.pk = led.action_id WHERE led.pgh_created_at >= %s
)"""
DUE_MOVED = "COALESCE(due_then <> COALESCE(due, DATE '0001-01-01'), FALSE)"


class Columns(NamedTuple):
    """The actions of one plan, column by column: each is a tuple with a value of every action."""

    pk: tuple
    plan_id: tuple
    priority: tuple
    position: tuple
    number: tuple
    title: tuple
    directorate: tuple
    rag_status: tuple
    due: tuple
    reported_on: tuple
    is_new: tuple
    is_open: tuple
    joint: tuple
    status_then: tuple
    due_then: tuple
    due_moved: tuple


# What is known of one of the few, by its name in a Row.
OF_FEW = (
    "priority",
    "directorate",
    "is_open",
    "joint",
    "rag_status",
    "is_new",
    "status_then",
    "due",
    "reported_on",
    "due_then",
)


@dataclass(frozen=True, eq=False)
class PlanTally:
    """How many actions of one plan there are of each kind.

    `changed` holds {what `changes.kinds_of` takes: how many}, `first` (the place of a kind, an action's id) of the first changed, `worst`
    (how urgent, an action's id) of the worst, `few` what is known of those by the names of a Row, `leads` what `lead_changes` tells of them,
    `words` their Rows once they have been asked for.
    """

    standing: Counter
    by_directorate: dict
    by_priority: dict
    changed: Counter
    reasons: Counter
    joint: int
    due: Counter
    first: list
    worst: list
    few: dict
    leads: dict
    words: dict = field(default_factory=dict)


def plan_tallies(scope, plans):
    """Return {plan id: PlanTally} of the actions of `scope` in the plans of those ids: one query, and one more where leads changed.

    A plan without actions is left out.
    """
    names = [one.name for one in questions_of(scope)]
    sql, params = _found(scope.kind)
    columns = ", ".join([*COLUMNS, *OF_THEN, DUE_MOVED, *map(asks, names), LED_ANEW])
    with connection.cursor() as cursor:
        known = {**scope.given, "plans": list(plans)}
        cursor.execute(f"{sql} SELECT {columns} FROM compared", filled(params, known))
        rows = cursor.fetchall()
    leads = lead_changes(scope, plans) if rows and rows[0][-1] else {}
    of_plan = defaultdict(list)
    for row in rows:
        of_plan[row[1]].append(row)
    return {
        plan: _plan_tally(scope, names, leads, list(zip(*own, strict=True)))
        for plan, own in of_plan.items()
    }


@cache
def _found(kind):
    """Return (sql, params with Givens) of the actions of a Kind of dashboard, with all that is counted of each."""

    def found(on, since, started, plans, directorates):
        actions = asked_actions(kind, on, since, started)
        actions = in_scope(actions, kind, plans, directorates)
        return actions.values(*COLUMNS, "recurrence", *answers_of(actions))

    sql, params = compared_with_then(*Prepared(found).sql)
    return sql, [*params, Given("started")]


def _plan_tally(scope, names, leads, columns):
    """Count one plan: whole columns are counted at once, which takes a tenth of going from row to row."""
    of = Columns(*columns[: len(Columns._fields)])
    asked = columns[len(Columns._fields) : -1]
    hows = list(zip(of.is_new, of.rag_status, of.status_then, of.due_moved, map(leads.__contains__, of.pk), strict=True))  # fmt: skip
    reasons = _reasons(names, asked)
    changed, first, worst = Counter(hows), _first(of.pk, hows), _worst(of, reasons)
    few = {pk for _place, pk in (*first, *worst)}
    return PlanTally(
        Counter(of.rag_status),
        _statuses(zip(of.directorate, of.rag_status, strict=True)),
        _by_priority(of),
        changed,
        Counter(filter(None, reasons)),
        sum(map(bool, of.joint)),
        _due(scope, of),
        first,
        worst,
        _facts(of, reasons, few),
        {pk: leads[pk] for pk in few if pk in leads},
    )


def _statuses(pairs):
    """{key: how many of each status} of (key, status) for each action."""
    found = defaultdict(Counter)
    for (key, status), n in Counter(pairs).items():
        found[key][status] += n
    return dict(found)


def _by_priority(of):
    """{(id, number, title): how many of each status}, in the plan's order."""
    keys = zip(of.position, of.priority, of.number, of.title, strict=True)
    found = _statuses(zip(keys, of.rag_status, strict=True))
    in_order = sorted(found.items(), key=lambda one: one[0][:2])
    return {key[1:]: counts for key, counts in in_order}


def _reasons(names, asked):
    """The names of the questions that each action answers yes to."""
    answers = list(zip(*asked, strict=True))
    words = {each: tuple(compress(names, each)) for each in set(answers)}
    return [words[each] for each in answers]


def _first(pks, hows):
    """(place of a kind, an action's id) of the first few of what changed."""
    places = {how: places_of(*how) for how in set(hows)}
    changed = zip(pks, hows, strict=True)
    return first_few((place, pk) for pk, how in changed for place in places[how])


def _worst(of, reasons):
    """(how urgent, its id) of the few that need somebody most."""
    known = zip(reasons, of.due, of.reported_on, of.pk, strict=True)
    return nsmallest(NAMED, ((urgency(*one), one[-1]) for one in known if one[0]))


def _due(scope, of):
    """How many open actions are due on each day from today to the furthest horizon."""
    until = scope.on + datetime.timedelta(days=HORIZONS[-1])
    days = compress(of.due, of.is_open)
    return Counter(day for day in days if day and scope.on <= day <= until)


def _facts(of, reasons, few):
    """{id: what is known of it by the names of a Row} of a few actions."""
    found = {}
    for place, pk in enumerate(of.pk):
        if pk in few:
            found[pk] = {name: getattr(of, name)[place] for name in OF_FEW}
            found[pk] |= {"plan": of.plan_id[place], "reasons": reasons[place]}
    return found
