"""What a process keeps of the indicators of a dashboard is what it would count, whatever was written of them."""

import pytest
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext

from assessments.coverage import gaps
from equality_tracker.dashboards.assessments_coverage import kept_whole
from equality_tracker.dashboards.board import board_of
from equality_tracker.dashboards.indicators import kept_tally, tally_of
from equality_tracker.dashboards.kept import KEEPER
from equality_tracker.dashboards.snapshot import one_page
from equality_tracker.organisation.models import (
    Characteristic,
    Directorate,
    Succession,
    User,
)
from indicators.models import Baseline, Breakdown, Indicator, Result, Target
from plans.models import Plan
from tests.factories import (
    BaselineFactory,
    BreakdownFactory,
    CommentFactory,
    DirectorateFactory,
    IndicatorFactory,
    ResultFactory,
    TargetFactory,
)

from .assessed_council import DAY, today
from .writes import by_sql

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def nothing_kept():
    KEEPER.forget()
    yield
    KEEPER.forget()


@pytest.fixture
def measured():
    """An indicator that missed its target, with what was said of it; another of another directorate that met it."""
    for value in (40, 60):
        one = IndicatorFactory(directorate=DirectorateFactory(), better="higher")
        ResultFactory(indicator=one, value=value, text=f"{value}%")
        TargetFactory(indicator=one, value=50, text="50%")
    first = Indicator.objects.order_by("pk").first()
    CommentFactory(indicator=first, text="Staff left.")
    by_groups(40, 60)
    return first


def whole(tally):
    """All that a page draws of a Tally."""
    verdicts = {body: +counts for body, counts in tally.verdicts.items() if +counts}
    return verdicts, +tally.asked, sorted(tally.first), tally.lines


def check():
    """Kept and counted are the same for the council and for each directorate, today and tomorrow."""
    for directorate in (None, *Directorate.objects.all()):
        for on in (today(), today() + DAY):
            with one_page() as moment:
                board = board_of(QueryDict(""), on=on, directorate=directorate, moment=moment)  # fmt: skip
                kept = kept_tally(board.scope, moment)
                assert whole(kept) == whole(tally_of(board.scope))
    for on in (today(), today() + DAY):
        assert kept_whole(on).gaps == gaps.counted(on)


def first_of(model):
    return model.objects.order_by("pk").first()


def pass_on(_one):
    old, new = Directorate.objects.order_by("pk")[:2]
    Succession.objects.create(predecessor=old, successor=new, on=today())


def by_groups(*values):
    result = ResultFactory(indicator=IndicatorFactory(), numerator=100, denominator=200)
    for group, value in zip("AB", values, strict=True):
        BreakdownFactory(
            result=result, characteristic=first_of(Characteristic), group=group, count=value, base=100, value=value, text=f"{value}%",
        )  # fmt: skip


WRITES = {
    "an indicator more": lambda one: ResultFactory(value=70, text="70%"),
    "a result put right": lambda one: Result.objects.update(value=55, text="55%"),
    "a result taken away": lambda one: first_of(Result).delete(),
    "a target moved": lambda one: Target.objects.update(value=30, text="30%"),
    "a target taken away": lambda one: first_of(Target).delete(),
    "a baseline": lambda one: BaselineFactory(indicator=one),
    "a baseline taken away": lambda one: Baseline.objects.all().delete(),
    "groups": lambda one: by_groups(50, 70),
    "a group put right": lambda one: Breakdown.objects.filter(group="B").update(value=40, count=40, text="40%"),
    "groups taken away": lambda one: Breakdown.objects.all().delete(),
    "a comment": lambda one: CommentFactory(indicator=one, text="They are back."),
    "a person by another name": lambda one: User.objects.update(name="Another Name"),
    "withdrawn": lambda one: Indicator.objects.filter(pk=one.pk).update(withdrawn_on=today(), withdrawn_why="Over."),
    "a directorate that passed into another": pass_on,
    "its directorate": lambda one: Indicator.objects.update(directorate=None),
    "which way is better": lambda one: Indicator.objects.exclude(direction="").update(direction="lower"),
    "a plan closed": lambda one: Plan.objects.update(state="closed"),
}  # fmt: skip


def test_what_is_kept_is_what_would_be_counted(measured):
    check()
    for words, write in WRITES.items():
        write(measured)
        try:
            check()
        except AssertionError as error:
            raise AssertionError(f"After {words}") from error


@pytest.mark.parametrize(
    "what", ["a result put right", "a target moved", "a comment", "a group put right"]
)
def test_a_write_that_leaves_no_touch_would_be_missed(measured, what):
    """So it is the touches that the test above relies on."""
    check()
    for table in ("indicator", "result", "target", "comment", "breakdown"):
        by_sql(f"ALTER TABLE indicators_{table} DISABLE TRIGGER touch_indicators", [])

    WRITES[what](measured)

    with pytest.raises(AssertionError):
        check()


def test_a_second_visit_asks_nothing_of_indicators(measured, manager_client):
    manager_client.get("/dashboards/")
    with CaptureQueriesContext(connection) as asked:
        page = manager_client.get("/dashboards/")

    assert page.status_code == 200
    assert "Staff left." in page.content.decode()
    assert not [one for one in asked if "indicators_of_a_dashboard" in one["sql"]]
