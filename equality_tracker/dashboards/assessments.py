"""The assessments of a dashboard: how many wait for what, how far the programme has got, and who has to sign.

All that a page needs comes in one statement and is kept until somebody writes one of the tables that it was counted from (decision 2202).
What is kept is the same for every reader; which of the confidential ones count is asked for each.
"""

import datetime
import json
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import NamedTuple

from django.db import connection

from assessments.programme.progress import days_of, year_of

from .assessments_statement import of_mitigations, of_register

# What a page keeps of all assessments, beside what it keeps of each plan: touched by whoever writes in the register.
REGISTER = -1


class Named(NamedTuple):
    """An assessment that a page may name."""

    pk: int
    reference: str
    title: str
    due: datetime.date | None
    since: datetime.date
    publish_by: datetime.date | None
    review_by: datetime.date | None


class Told(NamedTuple):
    """An assessment that is told by itself: whose it is, until when it is confidential, and for what it counts (keys of WAITS, COMPLETED, ACTING)."""

    directorate: int | None
    confidential_until: datetime.date | None
    whats: list


class Pending(NamedTuple):
    """How many assessments wait for somebody's signature, and the ids of the first of them."""

    count: int
    first: list


@dataclass(frozen=True, eq=False)
class Register:
    """What is kept of all assessments on a day.

    `counts` is {directorate: Counter by what is waited for, or COMPLETED} and `calling` {directorate: how many wait for anything} of those that
    are neither confidential nor wait on actions; `first` {id: Told} the most pressing of them, `apart` {id: Told} the others.
    `named` holds the Named of both, `pending` {a person's id: Pending}, `promised` the programme's (directorate, target, completed as
    published) of the year.
    """

    counts: dict
    calling: dict
    first: dict
    apart: dict
    named: dict
    pending: dict
    promised: list
    is_used: bool


def register_of(board):
    """Return (Register, ids of those with a mitigation that slips) for `board`: at most one statement, none where all is kept."""
    scope, moment = board.scope, board.moment
    plans = [REGISTER, *(plan.pk for plan in board.plans)]
    if scope.plan:
        # Which plan an action stands in may change without a word to the register: nothing is kept of one plan's assessments.
        parts = _counted(plans, scope.on, scope.plan.pk)
    else:
        key = ("assessments", scope.on)
        parts = moment.parts(key, plans, lambda missing: _counted(missing, scope.on))
    late = frozenset().union(*(parts.get(plan, ()) for plan in plans[1:]))
    return parts[REGISTER], late


def _counted(plans, on, plan=None):
    """Return {REGISTER: Register, a plan: ids of assessments of which an action in it has slipped} of those of `plans`."""
    whole = REGISTER in plans
    statement = of_register(plan is not None) if whole else of_mitigations()
    first, last = days_of(year_of(on))
    given = {
        "on": on, "first": first, "last": last, "year": year_of(on), "plan": plan, "plans": list(plans),
    }  # fmt: skip
    with connection.cursor() as cursor:
        statement.ask(cursor, given)
        row = cursor.fetchone()
    found = dict.fromkeys(plans, frozenset())
    late = defaultdict(set)
    for one, assessment in _rows(row[-1]):
        late[one].add(assessment)
    found.update({one: frozenset(ids) for one, ids in late.items()})
    if whole:
        found[REGISTER] = _register(row, on)
    return found


def _register(row, on):
    counted, calling, told, named, pending, promised = map(_rows, row[:6])
    counts = defaultdict(Counter)
    for directorate, what, n in counted:
        counts[directorate][what] = n
    apart, first = _parted(told, on)
    lines = {one[0]: Named(*one[:3], *map(_date, one[3:])) for one in named}
    return Register(
        counts, dict(calling), first, apart, lines, _pending(pending), promised, row[6]
    )


def _parted(told, on):
    """Return ({id: Told} of those that are confidential or wait on actions, {id: Told} of the others)."""
    found = {}
    for pk, what, directorate, until in told:
        until = _date(until)
        until = until if until and until > on else None
        found.setdefault(pk, Told(directorate, until, [])).whats.append(what)
    apart = {pk: one for pk, one in found.items() if one.confidential_until or "acting" in one.whats}  # fmt: skip
    return apart, {pk: one for pk, one in found.items() if pk not in apart}


def _pending(rows):
    found = {}
    for user, count, assessment in sorted(rows):
        found.setdefault(user, Pending(count, [])).first.append(assessment)
    return found


def _rows(words):
    """What `json_agg` wrote: nothing at all where there is no row."""
    return json.loads(words) if words else []


def _date(words):
    return words and datetime.date.fromisoformat(words)
