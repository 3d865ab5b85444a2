"""What a process keeps of the whole register is what it would count, whoever wrote and whether it was committed; and nobody is told of more than they may know."""

from collections import Counter

import psycopg2
import pytest
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assessments.models import Assessment
from assessments.register.facts import counted
from assessments.register.selection import AssessmentSelection
from equality_tracker.dashboards.assessments_facts import kept_facts
from equality_tracker.dashboards.kept import KEEPER
from equality_tracker.organisation.models import User
from tests.factories import AssessmentFactory, UserFactory

from .assessed_council import DAY, SECRET, council, today
from .writes import by_sql

pytestmark = pytest.mark.django_db(transaction=True)
HIDE = "UPDATE assessments_assessment SET confidential_until = %s WHERE id = %s"
BUDGET = (
    "UPDATE assessments_assessment SET kind = 'budget', budget_year = %s WHERE id = %s"
)


@pytest.fixture(autouse=True)
def nothing_kept():
    KEEPER.forget()
    yield
    KEEPER.forget()


@pytest.fixture
def people():
    """Those of a council who may know of more of its register or less."""
    old, heir, _partner = council(today())
    AssessmentFactory(stage="planned", directorate=old)
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
    """Kept and counted are the same today and tomorrow, and each person is told of exactly what they may know of."""
    for on in (today(), today() + DAY):
        assert kept_facts(on) == counted(on)
    for person in people:
        selection = AssessmentSelection(QueryDict(""), user=person, on=today())
        known = Assessment.objects.readable_by(person, today())
        stages = Counter(known.values_list("current__stage", flat=True))
        assert +selection.stages == stages, person.role
        assert selection.count == known.count()
        (_any, *years) = selection.form.fields["budget_year"].choices
        assert {int(year) for year, _words in years} == budgets(known)


def budgets(rows):
    return set(rows.exclude(budget_year=None).values_list("budget_year", flat=True))


def one_of(number):
    ids = list(Assessment.objects.order_by("pk").values_list("pk", flat=True))
    return ids[number % len(ids)]


def hide(number):
    day = (SECRET, today() + DAY, today(), None)[number % 4]
    Assessment.objects.filter(pk=one_of(number)).exclude(current__stage="published").update(confidential_until=day)  # fmt: skip


def propose(number):
    by_sql(BUDGET, [2020 + number % 9, one_of(number)])


def begin(number):
    AssessmentFactory(stage=("planned", "screening")[number % 2])


def work_on(number):
    person = User.objects.filter(role="officer").order_by("pk")[number % 3]
    one = Assessment.objects.get(pk=one_of(number))
    one.contributors.get_or_create(user=person)


WRITES = [hide, propose, begin, work_on]
STEPS = st.tuples(st.sampled_from([*WRITES, "begun", "commit", "rollback"]), st.integers(0, 99))  # fmt: skip


@settings(
    max_examples=4,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(done=st.lists(STEPS, min_size=4, max_size=9))
def test_what_is_kept_is_what_would_be_counted(people, elsewhere, done):
    check(people)
    theirs = False
    for what, number in done:
        if what in WRITES:
            # Whoever wrote elsewhere and has not committed holds their row.
            if not theirs:
                what(number)
        elif what == "begun":
            theirs = True
            with elsewhere.cursor() as cursor:
                cursor.execute(HIDE, [today() + DAY, Assessment.objects.at("planned").first().pk])  # fmt: skip
        else:
            getattr(elsewhere, what)()
            theirs = False
        check(people)
    elsewhere.rollback()


def test_a_write_that_leaves_no_touch_would_be_missed(people):
    """So it is the touches that the test above relies on, and what is kept is what a page uses."""
    check(people)
    by_sql("ALTER TABLE assessments_assessment DISABLE TRIGGER touch_all", [])

    propose(1)

    with pytest.raises(AssertionError):
        check(people)
    by_sql("ALTER TABLE assessments_assessment ENABLE TRIGGER touch_all", [])


def test_a_second_visit_counts_nothing_of_the_whole_register(people, admin_client):
    admin_client.get("/assessments/board/")
    with CaptureQueriesContext(connection) as asked:
        page = admin_client.get("/assessments/board/")

    assert f"<strong>{Assessment.objects.count()}</strong>" in page.content.decode()
    assert not [one for one in asked if "facts_of_the_register" in one["sql"]]


def test_counted_anew_a_page_keeps_to_twelve_questions(people, manager_client):
    KEEPER.forget()
    with CaptureQueriesContext(connection) as asked:
        manager_client.get("/assessments/?directorate=1&state=calling&kind=policy&q=a")

    assert len(asked) <= 12
