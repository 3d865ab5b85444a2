"""What a process keeps of assessments is what it would count, whoever wrote."""

import pgtrigger
import pytest
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext

from assessments.models import Assessment, Mitigation, ProgrammeTarget
from assessments.programme.progress import year_of
from equality_tracker.dashboards.assessments_board import AssessmentBoard
from equality_tracker.dashboards.board import board_of
from equality_tracker.dashboards.kept import KEEPER, NO_MOMENT
from equality_tracker.dashboards.snapshot import one_page
from equality_tracker.organisation.models import Directorate
from tests.factories import ActionFactory, AssessmentFactory, UserFactory

from .assessed_council import DAY, SECRET, acting, today
from .writes import by_sql

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def nothing_kept():
    KEEPER.forget()
    yield
    KEEPER.forget()


@pytest.fixture
def one(housing):
    """An assessment whose mitigation an action stands for that does well."""
    return acting(housing, "on_target")


def said(moment, directorate):
    """All that a page takes from what is counted, as an admin sees it."""
    board = board_of(QueryDict(""), on=today(), directorate=directorate, moment=moment)
    shown = AssessmentBoard(board, UserFactory.build(role="admin"))
    register = shown.register
    return (
        shown.counts,
        shown.named,
        shown.all,
        shown.progress,
        shown.lines,
        register.pending,
    )


def check():
    """What is kept and what is counted in the same snapshot are the same on every dashboard."""
    with one_page() as moment:
        assert moment.may_keep
        for directorate in (None, *Directorate.objects.all()):
            assert said(moment, directorate) == said(NO_MOMENT, directorate)


def slip(one):
    action = Mitigation.objects.get(assessment_version=one.current).action
    action.record_update(
        by=UserFactory(role="admin"), on=today(), rag_status="slipped",
        progress="Late.", reason="Late.",
    )  # fmt: skip


def move_action(one):
    """The action goes to another plan, by SQL."""
    action = Mitigation.objects.get(assessment_version=one.current).action
    other = ActionFactory()
    moved = "UPDATE plans_action SET plan_id = %s, priority_id = %s, reference = '' WHERE id = %s"
    by_sql(moved, [other.plan_id, other.priority_id, action.pk])


def take_action_off(one):
    with pgtrigger.ignore("assessments.Mitigation:action_stands"):
        by_sql("UPDATE assessments_mitigation SET action_id = NULL", [])


def mitigate_again(one):
    one.current.mitigations.create(
        text="Again", action=ActionFactory(rag_status="slipped")
    )


def drop_mitigations(one):
    Mitigation.objects.filter(assessment_version=one.current).delete()


def promise_a_day(one):
    Assessment.objects.filter(pk=one.pk).update(due=today() - DAY)


def hide(one):
    Assessment.objects.filter(pk=one.pk).update(confidential_until=SECRET)


def give_away(one):
    by_sql("UPDATE assessments_assessment SET directorate_id = NULL", [])


def submit(one):
    AssessmentFactory(directorate=one.directorate, stage="sign_off")


def sign(one):
    version = Assessment.objects.at("sign_off").get().current
    by = version.signers.get().user
    version.sign(by=by, on=today(), content_hash=version.content_hash)


def publish(one):
    version = Assessment.objects.at("approved").get().current
    version.publish(by=UserFactory(role="admin"), on=today())


def promise_some(one):
    directorate = Directorate.objects.first()
    ProgrammeTarget.objects.create(directorate=directorate, year=year_of(today()), target=5)  # fmt: skip


def publish_count(one):
    ProgrammeTarget.objects.update(completed=3)


def drop_promise(one):
    ProgrammeTarget.objects.all().delete()


WRITES = [
    slip, move_action, take_action_off, mitigate_again, drop_mitigations, promise_a_day, hide, give_away,
    submit, sign, publish, promise_some, publish_count, drop_promise,
]  # fmt: skip


def asked_of_assessments(queries):
    names = ("assessments", "mitigations")
    return [
        each["sql"] for each in queries if any(name in each["sql"] for name in names)
    ]


def test_each_kind_of_write_is_noticed(one):
    check()

    for write in WRITES:
        write(one)
        check()


def test_a_write_that_leaves_no_touch_would_be_missed(one):
    """So it is the touches that the test above relies on, and what is kept is what a page uses."""
    check()
    by_sql("ALTER TABLE assessments_assessment DISABLE TRIGGER touch_all", [])

    promise_a_day(one)

    with pytest.raises(AssertionError):
        check()
    by_sql("ALTER TABLE assessments_assessment ENABLE TRIGGER touch_all", [])


def test_a_second_page_asks_nothing_of_the_register(one, admin_client):
    slip(one)
    with CaptureQueriesContext(connection) as asked:
        admin_client.get("/dashboards/")
    assert len(asked_of_assessments(asked)) == 1

    with CaptureQueriesContext(connection) as asked:
        page = admin_client.get("/dashboards/")

    assert b"with a mitigation that slips" in page.content
    assert not asked_of_assessments(asked)


def test_an_update_of_an_action_counts_the_mitigations_of_its_plan_alone(
    one, admin_client
):
    admin_client.get("/dashboards/")
    slip(one)
    with CaptureQueriesContext(connection) as asked:
        admin_client.get("/dashboards/")

    (found,) = asked_of_assessments(asked)
    assert "mitigations_that_slip" in found
