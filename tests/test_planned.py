"""A statement that the server has read once gives what it gives when it is sent in full."""

import datetime
from contextlib import contextmanager

import pghistory
import pytest
from django.db import NotSupportedError, connection, transaction
from django.db.transaction import TransactionManagementError
from django.test.utils import CaptureQueriesContext

from equality_tracker.dashboards.snapshot import one_page
from equality_tracker.planned import Given, Planned
from equality_tracker.prepared import Prepared, update
from plans.models import Action, Milestone
from tests.factories import ActionFactory

pytestmark = pytest.mark.django_db
DAY = datetime.date(2026, 11, 23)


def question():
    """A new one each time: no connection has been handed it."""
    return Prepared(lambda day: Action.objects.filter(due=day).order_by("pk"))


def asked(ask, *args, **given):
    """Return (what `ask` returns, the SQL of all that the database was asked)."""
    with CaptureQueriesContext(connection) as queries:
        found = ask(*args, **given)
    return found, [one["sql"] for one in queries]


def test_what_is_asked_again_is_asked_by_its_name():
    action, due_on = ActionFactory(due=DAY), question()
    due_on.rows(day=DAY)

    found, statements = asked(due_on.rows, day=DAY)

    assert found == [action]
    [sql] = statements
    assert sql.startswith("EXECUTE ")
    assert "plans_action" not in sql


def test_two_questions_of_the_same_words_are_two():
    early, late = ActionFactory(due=DAY), ActionFactory(due=DAY.replace(day=30))
    on = question()
    before = Prepared(lambda day: Action.objects.filter(due__lt=day).order_by("pk"))

    assert on.rows(day=late.due) == [late]
    assert before.rows(day=late.due) == [early]


def test_what_is_known_of_no_action_is_asked_for_as_well():
    ActionFactory(due=DAY)

    assert question().rows(day=None) == []


def test_a_question_outlives_the_transaction_that_first_asked_it():
    due_on = question()
    with transaction.atomic():
        due_on.rows(day=DAY)
        transaction.set_rollback(True)

    assert due_on.rows(day=DAY) == []


def test_a_question_first_asked_in_a_broken_transaction_can_be_asked_later():
    due_on = question()
    with transaction.atomic():
        connection.needs_rollback = True
        with pytest.raises(TransactionManagementError):
            due_on.rows(day=DAY)

    assert due_on.rows(day=DAY) == []


@pytest.mark.django_db(transaction=True)
def test_a_new_connection_is_handed_the_question_again():
    action, due_on = ActionFactory(due=DAY), question()
    due_on.rows(day=DAY)
    connection.close()

    assert due_on.rows(day=DAY) == [action]


def test_where_transactions_are_pooled_each_is_sent_in_full(monkeypatch):
    action, due_on = ActionFactory(due=DAY), question()
    monkeypatch.setitem(connection.settings_dict, "DISABLE_SERVER_SIDE_CURSORS", True)

    found, statements = asked(due_on.rows, day=DAY)

    assert found == [action]
    assert statements[0].startswith("SELECT ")


def test_the_server_sees_what_never_differs():
    slipped = Prepared(lambda day: Action.objects.filter(due=day, rag_status="slipped"))
    slipped.rows(day=DAY)

    with connection.cursor() as cursor:
        cursor.execute("SELECT statement FROM pg_prepared_statements ORDER BY prepare_time DESC LIMIT 1")  # fmt: skip
        [statement] = cursor.fetchone()

    assert "'slipped'" in statement
    assert "$1" in statement
    assert "$2" not in statement


def test_a_statement_without_anything_given_is_asked_by_its_name_alone():
    everything = Planned("everything", "SELECT 100 %% 7, %s", ["100% sure $1"])

    with connection.cursor() as cursor:
        everything.ask(cursor, {})

        assert cursor.fetchone() == (2, "100% sure $1")


def test_a_plan_for_every_case_is_for_that_asking_alone():
    action = ActionFactory(due=DAY)
    by_id = Planned("by_id", "SELECT id FROM plans_action WHERE id = ANY(%s)", [Given("ids")])  # fmt: skip

    with connection.cursor() as cursor:
        found = by_id.by_one_plan(cursor, {"ids": [action.pk]})
        cursor.execute("SHOW plan_cache_mode")

        assert found == [(action.pk,)]
        assert cursor.fetchone() == ("auto",)


def test_history_is_not_told_who_asks_but_is_told_who_writes():
    action, due_on = ActionFactory(due=DAY), question()
    due_on.rows(day=DAY)

    with pghistory.context(user=1):
        _found, statements = asked(due_on.rows, day=DAY)
        _done, written = asked(update, action, "due")

    assert "set_config" not in statements[0]
    assert "set_config('pghistory.context_id'" in written[0]


@pytest.mark.parametrize("sql", ["UPDATE plans_action SET due = NULL", "WITH one AS (DELETE FROM plans_action RETURNING id) SELECT * FROM one"])  # fmt: skip
def test_what_writes_is_never_asked_by_a_name(sql):
    with pytest.raises(ValueError, match="writes"):
        Planned("wrong", sql, [])


@pytest.fixture
def told():
    """A table that changes its column's type, and a question about it that this connection has been handed before."""
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE told (words varchar(3)); INSERT INTO told VALUES ('Yes')")  # fmt: skip
        asking = Planned("told", "SELECT words FROM told", [])
        asking.tuples()
        cursor.execute("ALTER TABLE told ALTER words TYPE text")
    yield asking
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE told")


@pytest.mark.django_db(transaction=True)
def test_a_question_is_answered_though_a_column_has_another_type_since(told):
    assert told.tuples() == [("Yes",)]
    assert told.tuples() == [("Yes",)]


@pytest.mark.django_db(transaction=True)
def test_within_a_transaction_the_next_one_answers_it(told):
    with pytest.raises(NotSupportedError), transaction.atomic():
        told.tuples()

    with transaction.atomic():
        assert told.tuples() == [("Yes",)]


@pytest.mark.django_db(transaction=True)
def test_within_a_page_of_one_moment_the_next_page_answers_it(told):
    with pytest.raises(NotSupportedError), one_page():
        told.tuples()

    with one_page():
        assert told.tuples() == [("Yes",)]


@pytest.mark.django_db(transaction=True)
def test_rows_come_though_a_column_has_another_type_since():
    step = ActionFactory().milestones.create(label="Desk opens", due=DAY)
    steps = Prepared(lambda action: Milestone.objects.filter(action=action))
    steps.rows(action=step.action_id)

    with label_of_another_type():
        assert steps.rows(action=step.action_id) == [step]


@contextmanager
def label_of_another_type():
    retype = "ALTER TABLE plans_milestone ALTER label TYPE {}"
    with connection.cursor() as cursor:
        cursor.execute(retype.format("text"))
        yield
        cursor.execute(retype.format("varchar(300)"))
