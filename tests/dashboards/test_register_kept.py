"""What a process keeps of the whole register is what it would count, whoever wrote and whether it was committed; and nobody is told of more than they may know."""

import datetime
from collections import Counter

import pgtrigger
import psycopg2
import pytest
from django.db import connection, transaction
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st

from assessments.models import Assessment, StageMove
from assessments.programme.progress import year_of
from assessments.register.facts import Facts, counted, known_of
from assessments.register.known import secret_of
from assessments.register.selection import AssessmentSelection
from equality_tracker.dashboards.assessments_facts import kept_facts
from equality_tracker.dashboards.kept import KEEPER
from equality_tracker.organisation.models import User
from tests.factories import AssessmentFactory, DirectorateFactory, UserFactory

from .assessed_council import DAY, SECRET, today
from .writes import by_sql

pytestmark = pytest.mark.django_db(transaction=True)
HIDE = "UPDATE assessments_assessment SET confidential_until = %s WHERE id = %s"
BUDGET = (
    "UPDATE assessments_assessment SET kind = 'budget', budget_year = %s WHERE id = %s"
)
SIGNED_ON = datetime.date(2024, 5, 1)
OF_ONE = "WHERE assessment_version_id IN (SELECT id FROM assessments_assessmentversion WHERE assessment_id = %s)"
# As the undoing of an import takes one away.
TAKE_AWAY = (
    f"DELETE FROM assessments_stagemove {OF_ONE}",
    "DELETE FROM assessments_contributor WHERE assessment_id = %s",
    "DELETE FROM assessments_assessmentversion WHERE assessment_id = %s",
    "DELETE FROM assessments_assessment WHERE id = %s",
)
# More than a touch names one by one.
MANY = 41


@pytest.fixture(autouse=True)
def nothing_kept():
    KEEPER.forget()
    yield
    KEEPER.forget()


@pytest.fixture
def people():
    """Those of a council with a small register who may know of more of it or less. Its first assessment is left to somebody else's
    connection."""
    old, heir = DirectorateFactory(), DirectorateFactory()
    author = UserFactory(role="officer")
    for body, until in ((old, None), (old, None), (heir, SECRET), (heir, today() + DAY), (None, None)):  # fmt: skip
        AssessmentFactory(directorate=body, confidential_until=until, author=author)
    for body, on, until in ((old, SIGNED_ON, None), (heir, SIGNED_ON + 400 * DAY, SECRET)):  # fmt: skip
        AssessmentFactory(directorate=body, stage="screened_out", on=on, confidential_until=until)  # fmt: skip
    found = []
    for role, directorate in (("reader", old), ("officer", heir), ("manager", old), ("admin", heir)):  # fmt: skip
        found.append(UserFactory(role=role))
        found[-1].memberships.create(directorate=directorate)
    return found


@pytest.fixture
def elsewhere():
    """Somebody else's connection, with a transaction that stays open as long as they like."""
    at = connection.get_connection_params()
    at.pop("cursor_factory", None)
    other = psycopg2.connect(**at)
    yield other
    other.close()


def check(people):
    """Kept and counted are the same, and today and tomorrow each person is told of exactly what they may know of."""
    assert kept_facts() == counted()
    for on in (today(), today() + DAY):
        for person in people:
            known = Assessment.objects.readable_by(person, on).order_by()
            rows = list(known.values_list("current__stage", "budget_year"))
            told = known_of(person, on, secret_of(person, on))
            assert told.stages == Counter(stage for stage, _year in rows), person.role
            assert set(told.budgets) == {year for _stage, year in rows if year}
            assert told.signed_in == years_of_signing(known)


def years_of_signing(known):
    signed = StageMove.objects.filter(to_stage__in=["screened_out", "approved"])
    own = signed.filter(assessment_version__assessment__in=known)
    years = sorted(year_of(on) for on in own.values_list("on", flat=True))
    return list(range(years[-1], years[0] - 1, -1)) if years else []


def first_of_all():
    return Assessment.objects.order_by("pk").first().pk


def one_of(number, **said):
    """One of those that nobody writes elsewhere; None where none is as `said`."""
    rows = Assessment.objects.filter(**said).exclude(pk=first_of_all())
    found = list(rows.order_by("pk").values_list("pk", flat=True))
    return found[number % len(found)] if found else None


def hide(number):
    day = (SECRET, today() + DAY, today(), None)[number % 4]
    by_sql(HIDE, [day, one_of(number)])


def propose(number):
    by_sql(BUDGET, [2020 + number % 9, one_of(number)])


def begin(number):
    AssessmentFactory(stage=("planned", "screening")[number % 2])


def move_on(number):
    planned = one_of(number, current__stage="planned")
    if planned:
        by = UserFactory(role="admin")
        Assessment.objects.get(pk=planned).current.start_screening(by=by, on=today())


def sign_earlier(number):
    """As whoever mends the register by hand may put it right."""
    with transaction.atomic(), pgtrigger.ignore("assessments.StageMove:stays"):
        moves = StageMove.objects.filter(to_stage="screened_out")
        one = moves.order_by("pk")[(number + 1) % 2]
        moves.filter(pk=one.pk).update(on=SIGNED_ON - number * 100 * DAY)


def take_away(number):
    pk = one_of(number, current__stage="planned")
    if pk:
        with transaction.atomic(), pgtrigger.ignore("assessments.StageMove:stays"):
            for sql in TAKE_AWAY:
                by_sql(sql, [pk])


def think_better(number):
    """Write, look at it before it is committed, and take it back."""
    with transaction.atomic():
        propose(number)
        kept_facts()
        transaction.set_rollback(True)


def work_on(number):
    person = User.objects.filter(role="officer").order_by("pk")[number % 3]
    one = Assessment.objects.get(pk=one_of(number))
    one.contributors.get_or_create(user=person)


CHANGES = [hide, propose, begin, move_on, sign_earlier, take_away]
WRITES = [*CHANGES, think_better, work_on]
STEPS = st.tuples(st.sampled_from([*WRITES, "begun", "commit", "rollback"]), st.integers(0, 99))  # fmt: skip


@settings(
    max_examples=3,
    phases=[Phase.explicit, Phase.generate],
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(done=st.lists(STEPS, min_size=4, max_size=8))
# Each write once; then some while others have not committed yet, and what becomes of those.
@example(done=[(what, 1) for what in WRITES])
@example(done=[("begun", 0), (propose, 3), (hide, 1), ("commit", 0), (hide, 3)])
@example(done=[("begun", 2), (move_on, 2), ("rollback", 0), ("begun", 3), ("commit", 0)])  # fmt: skip
def test_what_is_kept_is_what_would_be_counted(people, elsewhere, done):
    check(people)
    for what, number in done:
        if what in WRITES:
            what(number)
        elif what == "begun":
            day = (SECRET, None)[number % 2]
            with elsewhere.cursor() as cursor:
                cursor.execute(HIDE, [day, first_of_all()])
        else:
            getattr(elsewhere, what)()
        check(people)
    elsewhere.rollback()


def test_what_is_written_must_be_read_anew(people, monkeypatch):
    """So it is the reading anew that the test above relies on."""
    monkeypatch.setattr(Facts, "mended", lambda facts, ids: facts)
    for what in CHANGES:
        KEEPER.forget()
        check(people)

        what(2)

        with pytest.raises(AssertionError):
            check(people)


UNTOUCHED = {
    "assessment": "SET kind = 'budget', budget_year = 2021",
    "assessmentversion": "SET stage = 'full' WHERE stage = 'planned'",
    "stagemove": "SET \"on\" = DATE '2020-01-01' WHERE to_stage = 'screened_out'",
}


def test_a_write_that_leaves_no_touch_would_be_missed(people):
    """So it is the touches that it relies on, and each of the three tables leaves its own."""
    for table, written in UNTOUCHED.items():
        KEEPER.forget()
        check(people)
        by_sql(f"ALTER TABLE assessments_{table} DISABLE TRIGGER USER", [])

        by_sql(f"UPDATE assessments_{table} {written}", [])

        with pytest.raises(AssertionError):
            check(people)
        by_sql(f"ALTER TABLE assessments_{table} ENABLE TRIGGER USER", [])


def asked_of_the_register(ask):
    """Which of the two questions `ask` asked: of the whole register, or of a few."""
    with CaptureQueriesContext(connection) as queries:
        ask()
    return named_in(queries)


def named_in(queries):
    sql = " ".join(one["sql"] for one in queries)
    return [name for name in ("facts_of_the_register", "facts_of_a_few") if name in sql]


def test_of_few_that_are_written_only_those_are_read_and_of_many_all(people):
    kept_facts()
    for what in CHANGES:
        what(2)

        assert asked_of_the_register(kept_facts) == ["facts_of_a_few"], what
    Assessment.objects.bulk_create(
        Assessment(reference=f"R{number}", title="A desk") for number in range(MANY)
    )

    assert asked_of_the_register(kept_facts) == ["facts_of_the_register"]
    check(people)


@pytest.mark.django_db
def test_the_register_tells_each_person_what_they_may_know_of(people):
    for number, one in enumerate(Assessment.objects.all()):
        by_sql(BUDGET, [2020 + number, one.pk])
    for person in people:
        selection = AssessmentSelection(QueryDict(""), user=person, on=today())
        known = Assessment.objects.readable_by(person, today())
        (_any, *years) = selection.form.fields["budget_year"].choices
        assert selection.count == known.count()
        assert sorted(int(year) for year, _words in years) == sorted(
            known.values_list("budget_year", flat=True)
        )


def test_a_page_counts_all_once_and_keeps_to_twelve_questions(people, manager_client):
    page = "/assessments/?directorate=1&state=calling&kind=policy&q=a"
    for prepare, asked in (
        (KEEPER.forget, ["facts_of_the_register"]),
        (lambda: None, []),
        (lambda: propose(1), ["facts_of_a_few"]),
    ):
        prepare()
        with CaptureQueriesContext(connection) as queries:
            manager_client.get(page)

        assert len(queries) <= 12
        assert named_in(queries) == asked
