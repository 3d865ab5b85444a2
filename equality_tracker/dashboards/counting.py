"""What is counted of each plan on a dashboard: all of it from one reading of the same actions that its lists show."""

from collections import defaultdict
from functools import cache

from django.db import connection

from equality_tracker.planned import Planned
from equality_tracker.prepared import Given, Prepared, filled

from .lead_changes import lead_changes
from .plan_tally import counted
from .questions import questions_of
from .rows import answers_of, asked_actions, asks, in_scope
from .then import compared_with_then

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


def plan_tallies(scope, plans):
    """Return {plan id: PlanTally} of the actions of `scope` in the plans of those ids: one query, and one more where leads changed.

    A plan without actions is left out.
    """
    names = _names(scope)
    with connection.cursor() as cursor:
        sql, params = _of_plans(scope.kind, names)
        cursor.execute(sql, filled(params, scope.given | {"plans": list(plans)}))
        of_plan, led = _read(scope, plans, cursor.fetchall())
    return {
        plan: counted(scope, names, rows, {pk: led[pk] for pk in rows if pk in led})
        for plan, rows in of_plan.items()
    }


def mended_tallies(scope, written):
    """Return the same of plans of which a few actions were written: `written` is {plan id: (its PlanTally until then, their ids)}.

    Only those actions are read; one that has left its plan, or the scope, is counted no more.
    """
    ids = {pk for _tally, few in written.values() for pk in few}
    names = _names(scope)
    given = {"plans": list(written), "actions": list(ids)}
    with connection.cursor() as cursor:
        asked = _of_actions(scope.kind, names)
        found = asked.by_one_plan(cursor, scope.given | given)
    of_plan, led = _read(scope, written, found)
    mended = {}
    for plan, (tally, few) in written.items():
        rows = _without(tally.rows, few) | of_plan.get(plan, {})
        moved = {pk: led[pk] for pk in few if pk in rows and pk in led}
        if rows:
            mended[plan] = counted(scope, names, rows, _without(tally.led, few) | moved)
            mended[plan].words.update(_still_said(tally, mended[plan], few))
    return mended


def _without(facts, few):
    return {pk: fact for pk, fact in facts.items() if pk not in few}


def _still_said(before, tally, few):
    """What was asked for already of the few that the page names: nobody has written of those."""
    return {
        pk: row for pk, row in before.words.items() if pk in tally.few and pk not in few
    }


def _names(scope):
    return tuple(one.name for one in questions_of(scope))


def _read(scope, plans, found):
    """Return ({plan id: {action id: its row}}, what `lead_changes` tells) of what a statement found."""
    led = lead_changes(scope, plans) if found and found[0][-1] else {}
    of_plan = defaultdict(dict)
    for row in found:
        of_plan[row[1]][row[0]] = row[:-1]
    return of_plan, led


@cache
def _of_plans(kind, names):
    """Return (sql, params with Givens) of the actions of a Kind of dashboard in some plans. How few of all actions those are hangs on the
    plans: planned for each."""
    return _statement(names, *_found(kind))


@cache
def _of_actions(kind, names):
    """Return the Planned of some of those actions, by their ids."""
    statement = _statement(names, *_found(kind, of_actions=True))
    return Planned("some_actions_of_a_dashboard", *statement)


def _statement(names, sql, params):
    columns = ", ".join([*COLUMNS, *OF_THEN, DUE_MOVED, *map(asks, names), LED_ANEW])
    return f"{sql} SELECT {columns} FROM compared", params


@cache
def _found(kind, *, of_actions=False):
    """Return (sql, params with Givens) of the actions of a Kind of dashboard, with all that is counted of each."""

    def found(on, since, started, plans, directorates, actions):
        chosen = asked_actions(kind, on, since, started)
        asked = answers_of(chosen)
        chosen = in_scope(chosen, kind, plans, directorates)
        if of_actions:
            chosen = chosen.filter(pk__among=actions)
        return chosen.values(*COLUMNS, "recurrence", *asked)

    sql, params = compared_with_then(*Prepared(found).sql)
    return sql, [*params, Given("started")]
