"""The assessments of a dashboard: how many wait for what, how far the programme has got, and who has to sign.

All that a page needs comes in one statement and is kept until somebody writes one of the tables that it was counted from (decision 2202).
What is kept is the same for every reader; which of the confidential ones count is asked for each.
"""

import datetime
import json
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cache, cached_property
from typing import NamedTuple

from django.db import connection
from django.db.models import F

from assessments.models import Assessment, Mitigation, ProgrammeTarget, Signer
from assessments.models.waiting import WAITS
from assessments.programme import days_of, year_of
from equality_tracker.planned import Given, Planned
from equality_tracker.prepared import Prepared
from plans.models.status import LATE

# What a page keeps of all assessments, beside what it keeps of each plan: touched by whoever writes in the register.
REGISTER = -1
# This waits on actions of plans, so it is kept by plan.
SLIPPING = "slipping"
COMPLETED, ACTING = "completed", "acting"
STATEMENT = """
WITH found AS MATERIALIZED ({found})
SELECT
    (SELECT json_agg(json_build_array(what, id, directorate_id, confidential_until)) FROM found)::text,
    (SELECT json_agg(json_build_array(one.id, one.reference, one.title, one.due, version.stage_since, held.publish_by, held.review_by))
        FROM assessments_assessment one JOIN assessments_assessmentversion version ON version.id = one.current_id
        LEFT JOIN LATERAL (
            SELECT publish_by, review_by FROM assessments_assessmentversion held
            WHERE held.assessment_id = one.id AND held.stage IN ('approved', 'published') ORDER BY held.number DESC LIMIT 1
        ) held ON TRUE
        WHERE one.id IN (SELECT id FROM found WHERE what <> 'completed'))::text,
    (SELECT json_agg(json_build_array(user_id, assessment_id)) FROM ({pending}) AS pending)::text,
    (SELECT json_agg(json_build_array(directorate_id, target, completed)) FROM ({promised}) AS promised)::text,
    EXISTS (SELECT FROM assessments_assessment),
    (SELECT json_agg(json_build_array(plan_id, assessment_id)) FROM ({late}) AS late)::text
"""


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
    """An assessment that is counted: whose it is, until when it is confidential, and for what it counts (keys of WAITS, COMPLETED, ACTING)."""

    directorate: int | None
    confidential_until: datetime.date | None
    whats: list


@dataclass(frozen=True, eq=False)
class Register:
    """What is kept of all assessments on a day.

    `told` is {id: Told}, `named` {id: Named} of those that wait for something, `pending` {a person's id: ids that wait for their signature}, `promised` the programme's (directorate, target, completed as published) of the year.
    """

    told: dict
    named: dict
    pending: dict
    promised: list
    is_used: bool

    @cached_property
    def counts(self):
        """{directorate: Counter of what its assessments count for} of those that are not confidential."""
        found = defaultdict(Counter)
        for one in self.told.values():
            if one.confidential_until is None:
                found[one.directorate].update(one.whats)
        return found

    @cached_property
    def secret(self):
        """The confidential ones among them: {id: Told}."""
        return {pk: one for pk, one in self.told.items() if one.confidential_until}


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
    statement = _statement(plan is not None) if whole else _late()
    first, last = days_of(year_of(on))
    given = {
        "on": on, "first": first, "last": last, "year": year_of(on), "plan": plan, "plans": list(plans),
    }  # fmt: skip
    with connection.cursor() as cursor:
        statement.ask(cursor, given)
        row = cursor.fetchone()
    found = {one: frozenset() for one in plans}
    for one, ids in _by_first(_rows(row[-1])).items():
        found[one] = frozenset(ids)
    if whole:
        found[REGISTER] = _register(row, on)
    return found


def _register(row, on):
    counted, named, pending, promised = map(_rows, row[:4])
    told = {}
    for what, pk, directorate, until in counted:
        until = _date(until)
        until = until if until and until > on else None
        told.setdefault(pk, Told(directorate, until, [])).whats.append(what)
    lines = {one[0]: Named(*one[:3], *map(_date, one[3:])) for one in named}  # fmt: skip
    return Register(told, lines, _by_first(pending), promised, row[4])


def _by_first(pairs):
    found = defaultdict(set)
    for key, value in pairs:
        found[key].add(value)
    return dict(found)


def _rows(words):
    """What `json_agg` wrote: nothing at all where there is no row."""
    return json.loads(words) if words else []


def _date(words):
    return words and datetime.date.fromisoformat(words)


@cache
def _statement(of_plan):
    """Return the Planned of all that is kept; of the assessments of one plan where it is `of_plan`."""
    asked = {what: wait for what, wait in WAITS.items() if what != SLIPPING}
    asked[COMPLETED] = lambda rows, on: rows.completed_between(Given("first"), Given("last"))  # fmt: skip
    asked[ACTING] = lambda rows, on: rows.acting()
    rows = Assessment.objects.order_by()
    if of_plan:
        rows = rows.under_plan(pk=Given("plan"))
    parts = [_one(what, ask(rows, Given("on"))) for what, ask in asked.items()]
    pending, promised = (_compiled(one) for one in (_pending(), _promised()))
    late, late_params = _late_rows()
    sql = STATEMENT.format(
        found=" UNION ALL ".join(sql for sql, _params in parts),
        pending=pending[0],
        promised=promised[0],
        late=late,
    )
    params = [one for _sql, own in parts for one in own]
    params = [*params, *pending[1], *promised[1], *late_params]
    return Planned("assessments_of_a_dashboard", sql, params)


def _one(what, rows):
    sql, params = _compiled(rows.values("id", "directorate_id", "confidential_until"))
    return f"SELECT '{what}' AS what, asked.* FROM ({sql}) AS asked", params


def _compiled(rows):
    return Prepared(lambda: rows).sql


def _pending():
    rows = Signer.objects.pending().order_by()
    return rows.values("user_id", assessment_id=F("assessment_version__assessment"))


def _promised():
    rows = ProgrammeTarget.objects.filter(year=Given("year")).order_by()
    return rows.values("directorate_id", "target", "completed")


@cache
def _late():
    """The Planned of the mitigations that slip alone, for plans that were touched."""
    sql, params = _late_rows()
    found = f"SELECT (SELECT json_agg(json_build_array(plan_id, assessment_id)) FROM ({sql}) AS late)::text"
    return Planned("mitigations_that_slip", found, params)


def _late_rows():
    rows = Mitigation.objects.filter(action__rag_status__in=LATE).order_by()
    rows = rows.filter(action__plan__among=Given("plans"))
    return _compiled(
        rows.values(
            plan_id=F("action__plan"),
            assessment_id=F("assessment_version__assessment"),
        )
    )


@Prepared
def working_on(pks, user, on):
    """The ids of those of the assessments `pks` that a person works on."""
    found = Assessment.objects.filter(pk__among=pks).of(user, on).order_by()
    return found.values("pk")
