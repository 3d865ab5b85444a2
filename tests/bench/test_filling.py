"""The bench's rows are rows that the product could hold."""

import datetime

import pytest
from django.apps import apps
from django.db import connection, transaction

from assessments.models import (
    Assessment,
    AssessmentVersion,
    Impact,
    Mitigation,
    StageMove,
)
from equality_tracker.dashboards.bench.assessments import fill_assessments
from equality_tracker.dashboards.bench.filling import fill
from equality_tracker.dashboards.bench.indicators import (
    AHEAD,
    PERIODS,
    fill_indicators,
)
from equality_tracker.dashboards.bench.scratch import scratch_databases, using
from equality_tracker.dashboards.bench.sizes import plan_sizes
from equality_tracker.organisation.models import Lead, User
from indicators.models import Indicator, Result, Target
from plans.models import Action, ActionUpdate, Evidence, Plan, Round

TODAY = datetime.date(2026, 11, 22)


@pytest.fixture(scope="module")
def db(django_db_setup, django_db_blocker):
    """A scratch database with sixty actions, asked instead of the tests' own."""
    with (
        django_db_blocker.unblock(),
        scratch_databases([60]) as databases,
        using(databases[60]),
    ):
        fill(60, TODAY)
        yield


@pytest.mark.parametrize("actions", [50, 1000, 10_000, 100_000])
def test_every_action_stands_in_a_plan_and_at_most_two_thousand_in_live_ones(actions):
    plans = plan_sizes(actions, TODAY)

    assert sum(plan.actions for plan in plans) == actions
    assert sum(plan.actions for plan in plans if plan.live) == min(2000, actions // 2)
    assert min(plan.start for plan in plans).year >= TODAY.year - 21


def test_the_rows_keep_the_rules_of_their_models(db):
    for model in (Plan, Round, Action, ActionUpdate, Evidence, User, Lead):
        assert model.objects.exists()
        for row in model.objects.all():
            row.full_clean(exclude=["password"])


def test_each_action_has_the_history_of_its_updates(db):
    events = apps.get_model("plans", "ActionEvent").objects
    assert events.filter(pgh_label="insert").count() == 60
    assert events.filter(pgh_label="update").count() == ActionUpdate.objects.count()


def test_rows_added_afterwards_meet_no_old_id(db):
    action = Action.objects.live().filter(rag_status="on_target").first()

    with transaction.atomic():
        update = action.report_no_change(by=User.objects.get(pk=1), on=TODAY)
        connection.check_constraints()
        transaction.set_rollback(True)

    assert update.pk > max(ActionUpdate.objects.values_list("pk", flat=True))


def test_indicators_are_rows_that_the_product_could_hold_and_all_are_judged(db):
    fill_indicators(50, TODAY)

    assert not Indicator.objects.filter(verdict="").exists()
    assert set(Indicator.objects.values_list("verdict", flat=True)) >= {"met", "missed"}
    assert Result.objects.count() == 50 * (PERIODS - AHEAD)
    few = (*Indicator.objects.all(), *Result.objects.all()[:50], *Target.objects.all()[:60])  # fmt: skip
    for one in few:
        one.full_clean()


@pytest.fixture(scope="module")
def register(db):
    """Sixty assessments beside the actions."""
    fill_assessments(60, TODAY)


def test_assessments_are_rows_that_the_product_could_hold(register):
    for model in (Assessment, AssessmentVersion, Impact, Mitigation):
        assert model.objects.exists()
        for row in model.objects.all()[:80]:
            row.full_clean()
    assert Assessment.objects.filter(current__number=2).exists()


def test_each_version_of_the_bench_stands_where_its_moves_brought_it(register):
    last = {
        move.assessment_version_id: move.to_stage
        for move in StageMove.objects.order_by("at", "pk")
    }
    stands = dict(AssessmentVersion.objects.values_list("pk", "stage"))

    assert stands
    assert stands == last
