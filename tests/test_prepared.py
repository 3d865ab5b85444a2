"""A prepared question gives what its queryset gives, each time for what is given then."""

import datetime

import pytest
from django.db import transaction
from django.db.models import Exists, OuterRef
from django.db.transaction import TransactionManagementError
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils import timezone

from equality_tracker.prepared import Prepared, insert, update
from plans.models import Action, ActionLead, ActionUpdate, Round, RoundPlan
from tests.factories import ActionFactory, LeadFactory, UserFactory

pytestmark = pytest.mark.django_db
DAY = datetime.date(2026, 11, 22)


@Prepared
def due_before(day, plans):
    """Actions due before a day, with their plan and whether somebody leads them."""
    led = ActionLead.objects.filter(action=OuterRef("pk"), action__due__lt=day)
    due = Action.objects.filter(due__lt=day, plan__among=plans)
    return due.select_related("plan").annotate(is_led=Exists(led)).order_by("pk")


@Prepared
def by_pk(pk):
    return Action.objects.filter(pk=pk)


def test_rows_come_with_all_that_the_queryset_loads(django_assert_num_queries):
    action = ActionFactory(due=DAY, leads=[LeadFactory()])

    with django_assert_num_queries(1):
        [found] = due_before.rows(
            day=DAY + datetime.timedelta(days=1), plans=[action.plan_id]
        )
        title = found.plan.title

    assert (found, found.is_led, title) == (action, True, action.plan.title)


def test_each_time_answers_what_is_given_then():
    early, late = ActionFactory(due=DAY), ActionFactory(due=DAY.replace(day=28))
    plans = [early.plan_id, late.plan_id]

    assert due_before.rows(day=DAY, plans=plans) == []
    assert due_before.rows(day=DAY.replace(day=30), plans=plans) == [early, late]
    assert due_before.rows(day=DAY.replace(day=30), plans=plans[1:]) == [late]
    assert due_before.rows(day=DAY.replace(day=30), plans=[]) == []


def test_values_come_as_the_queryset_names_them():
    ActionFactory(title="Train the panel")
    titles = Prepared(lambda title: Action.objects.filter(title=title).values("title"))
    flat = Prepared(
        lambda title: Action.objects.filter(title=title).values_list("title", flat=True)
    )

    assert titles.rows(title="Train the panel") == [{"title": "Train the panel"}]
    assert flat.rows(title="Train the panel") == ["Train the panel"]


def test_words_are_given_as_values_never_as_sql():
    ActionFactory(title="Train the panel")
    titled = Prepared(lambda title: Action.objects.filter(title=title))

    assert titled.rows(title="' OR ''='") == []
    assert titled.rows(title="100 %s") == []


def test_a_row_that_is_not_there_is_not_found():
    action = ActionFactory()

    assert get_object_or_404(by_pk, pk=action.pk) == action
    with pytest.raises(Http404):
        get_object_or_404(by_pk, pk=action.pk + 1)


@pytest.mark.parametrize("pk", [10**20, -(10**20)])
def test_no_row_has_a_key_beyond_its_column(pk):
    with pytest.raises(Http404):
        get_object_or_404(by_pk, pk=pk)


def test_what_is_not_given_is_refused():
    with pytest.raises(KeyError):
        by_pk.rows()


def test_a_prefetch_is_refused():
    prefetched = Prepared(lambda pk: Action.objects.prefetch_related("leads"))

    with pytest.raises(TypeError):
        prefetched.rows(pk=1)


@pytest.mark.django_db(transaction=True)
def test_a_lock_outside_a_transaction_is_refused_each_time():
    locked = Prepared(lambda pk: Action.objects.select_for_update().filter(pk=pk))
    action = ActionFactory()
    with transaction.atomic():
        assert locked.rows(pk=action.pk) == [action]

    with pytest.raises(TransactionManagementError):
        locked.rows(pk=action.pk)


def a_report(action):
    """One that was taken back, so that the action need not carry it."""
    by = UserFactory()
    return ActionUpdate(
        action=action,
        reported_on=DAY,
        made_by=by,
        progress="Done.",
        retracted_at=timezone.now(),
        retracted_by=by,
        retracted_why="Wrong.",
    )


def test_a_row_is_inserted_as_saving_would(django_assert_num_queries):
    report = a_report(ActionFactory())

    with django_assert_num_queries(1):
        insert(report)

    kept = ActionUpdate.objects.get(pk=report.pk)
    names = [field.attname for field in ActionUpdate._meta.concrete_fields]
    assert [getattr(kept, name) for name in names] == [
        getattr(report, name) for name in names
    ]


@pytest.mark.parametrize("has_round", [True, False])
def test_a_field_may_be_asked_for_while_its_row_is_inserted(has_round):
    action, by = ActionFactory(), UserFactory()
    running = Round.open_for(
        [action.plan] if has_round else [], title="Q3", opens=DAY, closes=DAY, by=by
    )
    report = a_report(action)

    insert(report, round=round_of.statement(plan=action.plan_id))

    expected = running.pk if has_round else None
    assert report.round_id == expected
    assert ActionUpdate.objects.get(pk=report.pk).round_id == expected


@Prepared
def round_of(plan):
    return RoundPlan.objects.filter(plan=plan).values_list("round", flat=True)


def test_only_the_fields_named_are_written():
    action = ActionFactory(title="As it was", due=None)
    action.title, action.due = "Another", DAY

    update(action, "due")

    kept = Action.objects.get(pk=action.pk)
    assert (kept.title, kept.due) == ("As it was", DAY)


def test_a_row_that_is_gone_is_not_written():
    action = ActionFactory()
    gone = Action(pk=action.pk + 1)

    with pytest.raises(Action.DoesNotExist):
        update(gone, "due")
