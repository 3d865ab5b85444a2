"""Whatever a council holds, each number of the coverage matrix is the number of rows of the list that it leads to, whoever asks."""

import datetime
from urllib.parse import urlsplit

import pytest
from django.http import QueryDict
from django.urls import resolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assessments.coverage.matrix import Matrix
from assessments.coverage.objectives import objectives_of
from assessments.coverage.scope import Scope
from assessments.models import Assessment
from assessments.register.selection import AssessmentSelection
from equality_tracker.organisation.models import (
    Aim,
    Characteristic,
    Succession,
)
from indicators.selection import IndicatorSelection
from plans.selection import ActionSelection
from tests.factories import (
    ActionFactory,
    AssessmentFactory,
    BreakdownFactory,
    DirectorateFactory,
    IndicatorFactory,
    ResultFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db
TODAY = datetime.date(2026, 11, 23)
LATER = datetime.date(2099, 1, 1)
# Of few kinds, so that things of one cell meet.
NAMES = ("Age", "Disability", "Sex", "Marriage and civil partnership")
PEOPLE = st.sets(st.sampled_from(NAMES), max_size=2)
AIMS = st.sets(st.integers(1, 3), max_size=2)
BODY = st.integers(0, 3)


def directorates():
    """Three bodies, the second of which passed into the first."""
    bodies = [DirectorateFactory() for _ in range(3)]
    Succession.objects.create(predecessor=bodies[1], successor=bodies[0], on=TODAY)
    return [*bodies, None]


def people(bodies):
    """Who may know of all, of what is theirs, and of what is published alone."""
    found = [UserFactory(role=role) for role in ("admin", "officer", "reader")]
    found[1].memberships.create(directorate=bodies[2])
    return found


@st.composite
def councils(draw):
    """A council is a list of functions that each make a row, given the directorates."""
    actions = st.builds(an_action, PEOPLE, AIMS, BODY, st.sampled_from(["on_target", "achieved", None]), st.booleans())  # fmt: skip
    assessments = st.builds(an_assessment, PEOPLE, AIMS, BODY, st.sampled_from(["full", "published", "again"]), st.booleans())  # fmt: skip
    indicators = st.builds(an_indicator, st.sampled_from(NAMES), BODY, st.booleans())
    return [
        *draw(st.lists(actions, min_size=1, max_size=4)),
        *draw(st.lists(assessments, min_size=1, max_size=4)),
        *draw(st.lists(indicators, max_size=2)),
    ]


def an_action(names, aims, body, status, contributes):
    def make(bodies):
        made = ActionFactory(directorate=bodies[body], rag_status=status or "")
        made.characteristics.set(Characteristic.objects.filter(name__in=names))
        made.aims.set(Aim.objects.filter(position__in=aims))
        if contributes:
            made.contributing.add(bodies[0])

    return make


def an_assessment(names, aims, body, stage, secret):
    def make(bodies):
        made = AssessmentFactory(stage="complete", directorate=bodies[body])
        version = made.current
        for one in Characteristic.objects.filter(name__in=names):
            harm(version, one, aims)
        if stage != "full":
            publish(version)
        if stage == "again":
            made.refresh_from_db()
            made.begin_version(by=version.begun_by, on=TODAY).impacts.all().delete()
        if secret and stage == "full":
            Assessment.objects.filter(pk=made.pk).update(confidential_until=LATER)

    return make


def harm(version, characteristic, aims):
    version.impacts.filter(characteristic=characteristic).delete()
    version.impacts.create(characteristic=characteristic, kind="negative", severity="low", who="Some")  # fmt: skip
    asked = [1] if characteristic.counts_for_first_aim_alone else [1, 2, 3]
    for one in Aim.objects.filter(position__in=asked):
        level = "high" if one.position in aims else "none"
        version.relevances.update_or_create(characteristic=characteristic, aim=one, defaults={"level": level})  # fmt: skip


def publish(version):
    signer = version.signers.get().user
    version.outcome, version.outcome_why = "continue", "It must be."
    version.save()
    version = version.submit(by=version.begun_by, on=TODAY)
    version = version.sign(by=signer, on=TODAY, content_hash=version.content_hash)
    version.publish(by=signer, on=TODAY)


def an_indicator(name, body, differs):
    def make(bodies):
        made = IndicatorFactory(directorate=bodies[body])
        result = ResultFactory(indicator=made, numerator=100, denominator=200)
        for group, count in (("One", 40), ("Other", 60 if differs else 40)):
            BreakdownFactory(
                result=result, characteristic=Characteristic.objects.get(name=name), group=group,
                count=count, base=100, value=count, text=f"{count}%",
            )  # fmt: skip

    return make


def how_many(address, user):
    """How many rows the list at an address shows `user`."""
    parts = urlsplit(address)
    name, query = resolve(parts.path).view_name, QueryDict(parts.query)
    if name == "assessments:coverage_objectives":
        scope = Scope(user, TODAY, query.get("directorate", ""))
        asked = query.get("characteristic", ""), query.get("aim", "")
        return objectives_of(scope, *asked).count()
    rows = LISTS[name](query, user)
    return rows.count()


LISTS = {
    "plans:action_list": lambda query, user: ActionSelection(query, user=user, on=TODAY).actions,
    "assessments:assessment_list": lambda query, user: AssessmentSelection(query, user=user, on=TODAY).assessments,
    "indicators:indicator_list": lambda query, user: IndicatorSelection(query, on=TODAY).indicators,
}  # fmt: skip


@settings(
    max_examples=5,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(council=councils(), whose=st.sampled_from(["all", "none", 0, 2]))
def test_a_number_is_the_number_of_rows_that_it_leads_to(db, council, whose):
    bodies = directorates()
    who = people(bodies)
    for make in council:
        make(bodies)
    directorate = {"all": "", "none": "none"}.get(whose) if whose in ("all", "none") else str(bodies[whose].pk)  # fmt: skip

    for user in who:
        matrix = Matrix(Scope(user, TODAY, directorate))
        for cell in (cell for row in matrix.rows for cell in row.cells):
            for name, _words, address in cell.lines:
                assert how_many(address, user) == cell.counts[name], (user.role, address)  # fmt: skip
        assert nothing_is_left_out(user, matrix)


def nothing_is_left_out(user, matrix):
    """Whether what is counted of all characteristics is all that the register has: a cell that counts none leads nowhere."""
    asked = f"impact=negative&directorate={matrix.scope.directorate}"
    listed = LISTS["assessments:assessment_list"](QueryDict(asked), user)
    told = sum(row.total["assessments"] for row in matrix.rows)
    return bool(told) == bool(listed.count())
