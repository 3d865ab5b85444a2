"""The statement that counts the assessments of a dashboard: what waits for what, as the register itself asks, by directorate."""

from functools import cache

from django.db.models import F, OuterRef, Subquery, Value

from assessments.models import (
    Assessment,
    AssessmentVersion,
    Mitigation,
    ProgrammeTarget,
    Signer,
)
from assessments.models.stages import SIGNED
from assessments.models.waiting import WAITS
from equality_tracker.planned import Given, Planned
from equality_tracker.prepared import Prepared
from plans.models.status import LATE

# This waits on actions of plans, so it is kept by plan.
SLIPPING = "slipping"
COMPLETED, ACTING = "completed", "acting"
# Of so many reasons in a directorate at least five assessments are told: none waits for more than four things.
TOLD = 20
SIGNED_BY_ONE = 5
# `found` is read once. Those that are confidential, and those that wait on actions, are told one by one (`apart`): which of them count is
# known later. The rest is counted, and told of it are the most pressing of each directorate.
STATEMENT = """
WITH found AS MATERIALIZED ({found}),
apart AS MATERIALIZED (SELECT DISTINCT id FROM found WHERE what = 'acting' OR confidential_until > %s),
rest AS MATERIALIZED (SELECT * FROM found WHERE id NOT IN (SELECT id FROM apart)),
told AS MATERIALIZED (
    SELECT id FROM apart UNION SELECT id FROM (
        SELECT id, row_number() OVER (PARTITION BY directorate_id ORDER BY place, day, id) AS number
        FROM rest WHERE what <> 'completed'
    ) AS ranked WHERE number <= {most}
),
pending AS MATERIALIZED (
    SELECT user_id, assessment_id, count(*) OVER (PARTITION BY user_id) AS how_many,
        row_number() OVER (PARTITION BY user_id ORDER BY assessment_id) AS number FROM ({pending}) AS asked
)
SELECT
    (SELECT json_agg(json_build_array(directorate_id, what, n))
        FROM (SELECT directorate_id, what, count(*) AS n FROM rest GROUP BY 1, 2) AS counted)::text,
    (SELECT json_agg(json_build_array(directorate_id, n)) FROM (
        SELECT directorate_id, count(DISTINCT id) AS n FROM rest WHERE what <> 'completed' GROUP BY 1) AS counted)::text,
    (SELECT json_agg(json_build_array(id, what, directorate_id, confidential_until)) FROM found WHERE id IN (SELECT id FROM told))::text,
    (SELECT json_agg(json_build_array(one.id, one.reference, one.title, one.due, version.stage_since, held.publish_by, held.review_by))
        FROM assessments_assessment one JOIN assessments_assessmentversion version ON version.id = one.current_id
        LEFT JOIN LATERAL (
            SELECT publish_by, review_by FROM assessments_assessmentversion held
            WHERE held.assessment_id = one.id AND held.stage = ANY(%s) ORDER BY held.number DESC LIMIT 1
        ) held ON TRUE
        WHERE one.id IN (SELECT id FROM told UNION SELECT assessment_id FROM pending WHERE number <= {by_one}))::text,
    (SELECT json_agg(json_build_array(user_id, how_many, assessment_id)) FROM pending WHERE number <= {by_one})::text,
    (SELECT json_agg(json_build_array(directorate_id, target, completed)) FROM ({promised}) AS promised)::text,
    EXISTS (SELECT FROM assessments_assessment),
    (SELECT json_agg(json_build_array(plan_id, assessment_id)) FROM ({late}) AS late)::text
"""


@cache
def of_register(of_plan):
    """Return the Planned of all that is kept; of the assessments of one plan where it is `of_plan`."""
    rows = Assessment.objects.order_by()
    if of_plan:
        rows = rows.under_plan(pk=Given("plan"))
    parts = [_compiled(one) for one in _asked(rows)]
    of_rows = {"assessment_version__assessment__in": rows.values("pk")}
    pending = _compiled(_pending(**(of_rows if of_plan else {})))
    promised, late = map(_compiled, (_promised(), _late()))
    sql = STATEMENT.format(
        found=" UNION ALL ".join(sql for sql, _params in parts),
        pending=pending[0],
        promised=promised[0],
        late=late[0],
        most=TOLD,
        by_one=SIGNED_BY_ONE,
    )
    found = [one for _sql, own in parts for one in own]
    signed = [stage.value for stage in SIGNED]
    params = [*found, Given("on"), *pending[1], signed, *promised[1], *late[1]]
    return Planned("assessments_of_a_dashboard", sql, params)


@cache
def of_mitigations():
    """The Planned of the mitigations that slip alone, for plans that were touched."""
    sql, params = _compiled(_late())
    found = f"SELECT (SELECT json_agg(json_build_array(plan_id, assessment_id)) FROM ({sql}) AS late)::text"
    return Planned("mitigations_that_slip", found, params)


@Prepared
def working_on(pks, user, on):
    """The ids of those of the assessments `pks` that a person works on."""
    found = Assessment.objects.filter(pk__among=pks).of(user, on).order_by()
    return found.values("pk")


def _asked(rows):
    """Yield those of `rows` that wait for each thing, with since when; those completed in the year, and those that wait on actions."""
    for place, what in enumerate(WAITS):
        if what != SLIPPING:
            waiting = rows.waiting_for(what, Given("on"))
            yield _told(waiting, what, place, SINCE[what])
    completed = rows.completed_between(Given("first"), Given("last"))
    yield _told(completed, COMPLETED, len(WAITS), F("due"))
    yield _told(rows.acting(), ACTING, len(WAITS), F("due"))


def _told(rows, what, place, since):
    return rows.values(
        "id", "directorate_id", "confidential_until",
        what=Value(what), place=Value(place), day=since,
    )  # fmt: skip


def _of_signed(field):
    """A day of the version that holds good."""
    signed = AssessmentVersion.objects.filter(
        assessment=OuterRef("pk"), stage__in=SIGNED
    )
    return Subquery(signed.order_by("-number").values(field)[:1])


SINCE = {
    "overdue": F("due"),
    "unpublished": _of_signed("publish_by"),
    "review_due": _of_signed("review_by"),
    "awaiting": F("current__stage_since"),
    "to_publish": _of_signed("publish_by"),
}


def _compiled(rows):
    return Prepared(lambda: rows).sql


def _pending(**of_rows):
    rows = Signer.objects.pending().filter(**of_rows).order_by()
    return rows.values("user_id", assessment_id=F("assessment_version__assessment"))


def _promised():
    rows = ProgrammeTarget.objects.filter(year=Given("year")).order_by()
    return rows.values("directorate_id", "target", "completed")


def _late():
    rows = Mitigation.objects.filter(action__rag_status__in=LATE).order_by()
    rows = rows.filter(action__plan__among=Given("plans"))
    return rows.values(
        plan_id=F("action__plan"), assessment_id=F("assessment_version__assessment")
    )
