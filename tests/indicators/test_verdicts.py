"""The verdict kept with an indicator: always the one that its own page gives, whatever changed and by whatever way."""

import datetime
from decimal import Decimal

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from equality_tracker.audit.history import changes_of
from indicators.models import Baseline, Indicator, Result, Target
from indicators.standing import Standing, drawn, verdicts
from tests.factories import (
    BaselineFactory,
    IndicatorFactory,
    PlanFactory,
    ResultFactory,
    TargetFactory,
)

pytestmark = pytest.mark.django_db
ENDS = [datetime.date(2029, 3, 31), datetime.date(2030, 3, 31)]
VALUES = st.sampled_from([None, Decimal(40), Decimal("40.5"), Decimal(60)])
UNITS = st.sampled_from(["", "", "count"])


def kept(indicator):
    verdicts.keep_up()
    return Indicator.objects.get(pk=indicator.pk).verdict


@pytest.fixture
def missed():
    indicator = IndicatorFactory(better="higher")
    ResultFactory(indicator=indicator, text="45%", value=45)
    TargetFactory(indicator=indicator, text="50%", value=50)
    assert kept(indicator) == "missed"
    return indicator


def test_a_corrected_result_is_judged_anew(missed):
    Result.objects.update(value=55)

    assert kept(missed) == "met"


def test_a_target_that_goes_leaves_nothing_to_say(missed):
    missed.targets.all().delete()

    assert kept(missed) == "unknown"


def test_a_newer_result_is_the_one_that_counts(missed):
    ResultFactory(indicator=missed, period="2030/31", end=datetime.date(2031, 3, 31))

    assert kept(missed) == "unknown"


def test_figures_that_move_to_another_indicator_leave_both_judged_anew(missed):
    other = IndicatorFactory(better="lower")

    Result.objects.update(indicator=other)
    Target.objects.update(indicator=other)

    assert (kept(missed), kept(other)) == ("unknown", "met")


@pytest.mark.parametrize(
    ("changed", "verdict"),
    [({"tolerance": 5}, "within_tolerance"), ({"direction": "lower"}, "met")],
)
def test_what_is_changed_by_sql_is_judged_anew(missed, changed, verdict):
    Indicator.objects.filter(pk=missed.pk).update(**changed)

    assert kept(missed) == verdict


def test_a_direction_taken_back_takes_the_verdict_with_it(missed, admin):
    missed.confirm_direction("", by=admin)

    assert kept(missed) == "unknown"


def test_keeping_a_verdict_is_no_change_of_the_indicator(missed):
    before = Indicator.objects.get(pk=missed.pk).version, len(changes_of(missed))
    Indicator.objects.update(verdict="")

    verdicts.keep_up()

    now = Indicator.objects.get(pk=missed.pk).version, len(changes_of(missed))
    assert now == before


def test_a_release_that_judges_otherwise_keeps_nothing_of_the_one_before(missed):
    Indicator.objects.update(verdict="met", judged_by="an older one")

    assert kept(missed) == "missed"


@pytest.mark.parametrize("forgotten", [{"verdict": ""}, {"judged_by": ""}, {"judged_by": "zzz"}])  # fmt: skip
def test_what_is_not_kept_is_found_by_an_index(missed, forgotten):
    by = verdicts.rule()
    assert not Indicator.objects.not_judged(by).exists()

    Indicator.objects.update(**forgotten)
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
    found = Indicator.objects.not_judged(by)

    assert list(found) == list(Indicator.objects.all())
    assert found.explain().count("Index Cond") == 3


def test_what_is_kept_takes_one_query(missed, django_assert_num_queries):
    # those not judged: none
    with django_assert_num_queries(1):
        verdicts.keep_up()


def figures(draw, plans):
    """Draw the figures of one indicator, given as keyword arguments for each row."""
    rows = []
    for end in ENDS:
        for kind in ("financial_year", "quarter"):
            if draw(st.booleans()):
                rows.append((Result, {"period_kind": kind, "end": end}))
            for plan in (None, plans[0], plans[1]):
                if draw(st.booleans()):
                    rows.append(
                        (Target, {"period_kind": kind, "end": end, "plan": plan})
                    )
    rows += [(Baseline, {"plan": p}) for p in (None, plans[0]) if draw(st.booleans())]
    return [(model, {**said, **figure(draw, model)}) for model, said in rows]


def figure(draw, model):
    value = draw(VALUES)
    said = {"text": str(value), "value": value, "unit": draw(UNITS)}
    said["reason"] = "" if value is not None else "no_survey"
    if value is not None:
        said["operator"] = draw(st.sampled_from(["", "", ">=", "<", "~"]))
        said["second"] = draw(st.sampled_from([None, None, Decimal(5)]))
    if model is Target and value is not None and draw(st.booleans()):
        said["change"] = draw(st.sampled_from("+-"))
        said["change_in"] = draw(st.sampled_from(["", "points", "percent"]))
    return said


@given(data=st.data())
@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_what_is_kept_is_what_the_indicators_page_says(data, admin):
    plans = PlanFactory.create_batch(2)
    for _ in range(3):
        indicator = IndicatorFactory()
        indicator.confirm_direction(
            data.draw(st.sampled_from(["", "higher", "lower"])), by=admin
        )
        Indicator.objects.filter(pk=indicator.pk).update(
            tolerance=data.draw(st.sampled_from([None, 0, 20])),
            tolerance_is_percent=data.draw(st.booleans()),
        )
        for model, said in figures(data.draw, plans):
            model.objects.create(indicator=indicator, **said)

    verdicts.keep_up()

    for indicator in Indicator.objects.with_figures():
        assert indicator.verdict == Standing(indicator).judgement.verdict
    assert in_rows(Indicator.objects.all()) == in_rows(
        Indicator.objects.with_figures(), drawn_whole=True
    )


def in_rows(indicators, drawn_whole=False):
    """What a row of the list says of each: from the plain values that it loads, or from all the figures there are."""
    found = list(indicators.order_by("pk"))
    if not drawn_whole:
        drawn.load(found)
    return [
        (one.judgement, str(one.change), [f and f.text for f in (one.latest, one.previous, one.latest_target, one.next_target)])
        for one in map(Standing, found)
    ]  # fmt: skip


def test_baselines_count_too():
    indicator = IndicatorFactory(better="higher")
    baseline = BaselineFactory(indicator=indicator, text="40%", value=40)
    ResultFactory(indicator=indicator, text="45%", value=45)
    TargetFactory(
        indicator=indicator, text="+4", value=4, change="+", change_in="points"
    )
    assert kept(indicator) == "met"

    Baseline.objects.filter(pk=baseline.pk).update(value=42)

    assert kept(indicator) == "missed"


def test_until_when_it_is_measured_and_from_when_a_result_is_late_are_kept_with_it():
    indicator = IndicatorFactory()
    ResultFactory(indicator=indicator)
    verdicts.keep_up()

    indicator.refresh_from_db()

    assert indicator.measured_until == datetime.date(2030, 3, 31)
    assert indicator.late_from == datetime.date(2031, 4, 1)


def test_another_frequency_and_another_target_change_from_when_a_result_is_late():
    indicator = IndicatorFactory(frequency="Yearly")
    ResultFactory(indicator=indicator)
    verdicts.keep_up()

    Indicator.objects.update(frequency="Every two years")
    verdicts.keep_up()
    every_second_year = Indicator.objects.get().late_from
    TargetFactory(indicator=indicator, period="2030/31", end=datetime.date(2031, 3, 31))
    verdicts.keep_up()

    assert every_second_year == datetime.date(2032, 4, 1)
    assert Indicator.objects.get().late_from == datetime.date(2031, 4, 1)


def test_nothing_is_late_where_nothing_was_promised_or_measured():
    IndicatorFactory()
    verdicts.keep_up()

    found = Indicator.objects.get()

    assert (found.verdict, found.measured_until, found.late_from) == ("unknown", None, None)  # fmt: skip


def test_how_far_short_of_its_target_it_is_is_kept_with_it(missed):
    missed.refresh_from_db()

    assert missed.short_by == Decimal("0.1")
