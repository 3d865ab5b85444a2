"""What a process keeps of whom assessments harm is what it would count, whoever wrote and whether it was committed."""

import pgtrigger
import psycopg2
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assessments.coverage.harm import counted
from assessments.models import Assessment, Impact, Relevance
from equality_tracker.dashboards.assessments_coverage import kept_whole
from equality_tracker.dashboards.kept import KEEPER
from equality_tracker.organisation.models import Aim, Characteristic, Directorate
from tests.factories import AssessmentFactory, UserFactory

from .assessed_council import DAY, SECRET, today
from .writes import by_sql

pytestmark = pytest.mark.django_db(transaction=True)
COVERAGE = "/assessments/coverage/"
MILD = "UPDATE assessments_relevance SET level = %s WHERE id = %s"
OPEN = ("planned", "screening", "full")


@pytest.fixture(autouse=True)
def nothing_kept():
    KEEPER.forget()
    yield
    KEEPER.forget()


@pytest.fixture
def register():
    """Assessments being written that harm people, one of them confidential, and two in public, of one of which the next version is begun."""
    for number, stage in enumerate(("full", "screening", "full", "full")):
        one = AssessmentFactory(stage=stage)
        harm(one.pk, number)
    Assessment.objects.filter(pk=one.pk).update(confidential_until=SECRET)
    for number in range(2):
        public = AssessmentFactory(stage="published")
        with pgtrigger.ignore("assessments.Impact:impact_while_open", "assessments.Relevance:relevance_while_open"):  # fmt: skip
            harm(public.pk, number)
    public.begin_version(by=UserFactory(role="admin"), on=today())


@pytest.fixture
def elsewhere():
    """Somebody else's connection, with a transaction that stays open as long as they like."""
    at = connection.get_connection_params()
    at.pop("cursor_factory", None)
    other = psycopg2.connect(**at)
    yield other
    other.close()


def kept_harm():
    return kept_whole(today()).harm


def one_of(rows, number):
    found = list(rows.order_by("pk"))
    return found[number % len(found)] if found else None


def being_written(number):
    return one_of(Assessment.objects.filter(current__stage__in=OPEN), number)


def harm(pk, number):
    """Say that the assessment harms people with one more characteristic, and under which aims it is relevant."""
    version = Assessment.objects.get(pk=pk).current
    characteristic = one_of(Characteristic.objects.all(), number)
    version.impacts.get_or_create(
        characteristic=characteristic, kind="negative", defaults={"severity": "low", "who": "Some"}
    )  # fmt: skip
    aims = list(Aim.objects.all())
    for aim in aims[:1] if characteristic.counts_for_first_aim_alone else aims:
        level = ("none", "low", "high")[(number + aim.position) % 3]
        version.relevances.update_or_create(characteristic=characteristic, aim=aim, defaults={"level": level})  # fmt: skip


def say_harm(number):
    harm(being_written(number).pk, number)


def take_harm_away(number):
    rows = Impact.objects.filter(kind="negative", assessment_version__stage__in=OPEN)
    found = one_of(rows, number)
    if found:
        found.delete()


def find_it_relevant(number):
    found = one_of(Relevance.objects.filter(assessment_version__stage__in=OPEN), number)
    if found:
        by_sql(MILD, [("none", "high")[number % 2], found.pk])


def hide(number):
    """What is in public, be its next version a draft, stays in sight."""
    day = (SECRET, today() + DAY, today(), None)[number % 4]
    rows = Assessment.objects.filter(current__stage__in=OPEN)
    hidden = one_of(rows.exclude(versions__stage="published"), number)
    Assessment.objects.filter(pk=hidden.pk).update(confidential_until=day)


def hand_on(number):
    body = one_of(Directorate.objects.all(), number) if number % 5 else None
    Assessment.objects.filter(pk=one_of(Assessment.objects.all(), number).pk).update(directorate=body)  # fmt: skip


def begin(number):
    harm(AssessmentFactory(stage="screening").pk, number)


def begin_again(number):
    found = Assessment.objects.filter(current__stage="published")
    one = one_of(found, number)
    if one:
        one.begin_version(by=UserFactory(role="admin"), on=today())


def write_many(_number):
    """More at once than are told one by one, as an import does."""
    Assessment.objects.update(directorate=one_of(Directorate.objects.all(), 1))
    for number in range(3):
        begin(number)


def check():
    kept, new = kept_harm(), counted()
    assert kept == new
    for person, on in ((UserFactory.build(role="admin"), today()), (UserFactory.build(role="reader"), today() + 2 * DAY)):  # fmt: skip
        assert kept.counted(person, on) == new.counted(person, on)


WRITES = [say_harm, take_harm_away, find_it_relevant, hide, hand_on, begin, begin_again, write_many]  # fmt: skip
STEPS = st.tuples(st.sampled_from([*WRITES, "begun", "commit", "rollback"]), st.integers(0, 99))  # fmt: skip


@settings(
    max_examples=6,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(done=st.lists(STEPS, min_size=4, max_size=14))
def test_what_is_kept_is_what_would_be_counted(register, elsewhere, done):
    check()
    theirs = False
    for what, number in done:
        if what in WRITES:
            # Whoever wrote elsewhere and has not committed holds their row.
            if not theirs:
                what(number)
        elif what == "begun":
            theirs = True
            rows = Relevance.objects.filter(assessment_version__stage__in=OPEN)
            with elsewhere.cursor() as cursor:
                cursor.execute(MILD, ["none", one_of(rows, number).pk])
        else:
            getattr(elsewhere, what)()
            theirs = False
        check()
    elsewhere.rollback()


@pytest.mark.parametrize("what", [say_harm, find_it_relevant, hide, hand_on, begin_again])  # fmt: skip
def test_of_one_assessment_that_is_written_only_that_one_is_read(register, what):
    kept_harm()
    what(3)

    with CaptureQueriesContext(connection) as asked:
        mended = kept_harm()

    sql = " ".join(one["sql"] for one in asked)
    assert "harm_of_few" in sql
    assert "harm_of_all" not in sql
    assert mended == counted()


UNSEEN = {
    "impact": "SET kind = 'positive' WHERE kind = 'negative'",
    "relevance": "SET level = CASE level WHEN 'none' THEN 'low' ELSE 'none' END",
    "assessment": "SET directorate_id = NULL",
    "assessmentversion": "SET stage = 'approved', published_on = NULL, published_by_id = NULL WHERE stage = 'published'",
}


@pytest.mark.parametrize("table", UNSEEN)
def test_a_write_that_leaves_no_touch_would_be_missed(register, table):
    """So it is the touches that the tests above rely on, and each of the four tables leaves its own."""
    check()
    by_sql(f"ALTER TABLE assessments_{table} DISABLE TRIGGER USER", [])

    by_sql(f"UPDATE assessments_{table} {UNSEEN[table]}", [])

    with pytest.raises(AssertionError):
        check()


def test_a_second_visit_reads_nothing_of_whom_assessments_harm(register, admin_client):
    admin_client.get(COVERAGE)
    with CaptureQueriesContext(connection) as asked:
        page = admin_client.get(COVERAGE)

    assert "negative EIA" in page.content.decode()
    assert not [one for one in asked if "harm_of" in one["sql"]]


def test_counted_anew_a_page_keeps_to_twelve_questions(
    register, manager_client, housing
):
    KEEPER.forget()
    with CaptureQueriesContext(connection) as asked:
        manager_client.get(COVERAGE, {"directorate": housing.pk})

    assert len(asked) <= 12
