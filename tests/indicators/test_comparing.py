"""What is compared with what: no year with a quarter, no plan's target with another's baseline, and the same on every page."""

import datetime
from collections import Counter
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from equality_tracker.dashboards import indicators as dashboard
from equality_tracker.dashboards.scope import Scope
from indicators.charts.series import charts, sparkline
from indicators.models import Baseline, Indicator, Result, Target
from indicators.performance import judge
from indicators.performance.measures import Measure
from indicators.selection import in_order
from indicators.standing import Standing, newest, verdicts
from tests.factories import (
    BaselineFactory,
    IndicatorFactory,
    PlanFactory,
    ResultFactory,
    TargetFactory,
)

pytestmark = pytest.mark.django_db
END = datetime.date(2030, 3, 31)
QUARTER = {"period_kind": "quarter", "period": "Q4 2029/30"}
YEAR_BEFORE = {"period": "2028/29", "end": datetime.date(2029, 3, 31), "start": None}


@pytest.fixture
def homes():
    return IndicatorFactory(unit="homes", better="higher")


def put(make, indicator, value, **said):
    return make(indicator=indicator, text=str(value), value=value, **said)


def standing(indicator):
    """As the indicator's page says, once the verdict that is kept, and the line of it, were found to be the same."""
    verdicts.keep_up()
    found = Standing(Indicator.objects.with_figures().get(pk=indicator.pk))
    assert found.indicator.verdict == found.judgement.verdict
    assert newest.by_id([indicator.pk])[indicator.pk].judgement == found.judgement
    return found


@pytest.mark.parametrize(("result", "target"), [({}, QUARTER), (QUARTER, {})])
def test_a_year_is_not_judged_by_a_quarters_target_nor_a_quarter_by_a_years(
    homes, result, target
):
    put(ResultFactory, homes, 150, **result)
    put(TargetFactory, homes, 100, **target)

    judged = standing(homes).judgement

    other = target.get("period", "2029/30")
    assert judged.verdict == "unknown"
    assert judged.why.startswith(f"There is no target for this time (there is one for {other},")  # fmt: skip


@pytest.mark.parametrize("kind", ["survey", "date", "academic_year", "year"])
def test_a_time_without_a_length_or_of_the_same_length_is_judged(homes, kind):
    put(ResultFactory, homes, 150)
    put(TargetFactory, homes, 100, period_kind=kind)

    assert standing(homes).judgement.verdict == "met"


@pytest.mark.parametrize(("frequency", "verdict"), [("", "met"), ("Each quarter", "missed")])  # fmt: skip
def test_of_one_day_the_longest_time_is_the_newest_unless_the_frequency_says_so(
    homes, frequency, verdict
):
    Indicator.objects.update(frequency=frequency)
    put(ResultFactory, homes, 420)
    put(TargetFactory, homes, 410)
    put(ResultFactory, homes, 100, **QUARTER)
    put(TargetFactory, homes, 110, **QUARTER)

    assert standing(homes).judgement.verdict == verdict


def test_a_line_joins_no_year_with_its_quarter(homes):
    put(ResultFactory, homes, 400, **YEAR_BEFORE)
    put(ResultFactory, homes, 420)
    put(ResultFactory, homes, 100, **QUARTER)

    found = standing(homes)
    pictures = dict(charts(found))

    assert list(pictures) == ["In homes, by financial year", "In homes, by quarter"]
    assert "100" not in pictures["In homes, by financial year"].partition("</desc>")[0]
    assert "2 results, from 400 homes" in sparkline(found)


@pytest.fixture
def promised():
    """A result of 50%, and targets of a closed plan, of one in force, and one of every plan."""
    indicator = IndicatorFactory(better="higher")
    put(ResultFactory, indicator, 50)
    closed, live = PlanFactory(state="closed", reference="SES-2021"), PlanFactory(reference="EQ-2025")  # fmt: skip
    put(TargetFactory, indicator, 40, plan=closed)
    put(TargetFactory, indicator, 60, plan=live)
    return indicator


def test_a_plan_in_force_goes_before_one_that_is_over(promised):
    assert standing(promised).latest_target.value == 60


def test_every_plans_own_target_goes_before_all(promised):
    put(TargetFactory, promised, 70)

    assert standing(promised).latest_target.value == 70


def test_the_page_names_every_target_of_the_time_with_its_verdict(
    reader_client, promised
):
    page = reader_client.get(promised.get_absolute_url()).content.decode()

    assert page.index("EQ-2025") < page.index("SES-2021, closed")
    assert "verdict--met" in page
    assert "verdict--missed" in page


def test_where_plans_in_force_differ_met_is_said_only_of_what_met_them_all(promised):
    put(TargetFactory, promised, 45, plan=PlanFactory())

    assert standing(promised).judgement.verdict == "missed"


def test_a_plan_that_closes_has_its_indicators_judged_anew(promised):
    easier = PlanFactory()
    put(TargetFactory, promised, 45, plan=easier)
    assert standing(promised).judgement.verdict == "missed"

    plan = promised.targets.get(value=60).plan
    plan.state = "closed"
    plan.save()

    assert standing(promised).judgement.verdict == "met"


def test_a_plans_change_starts_from_its_own_baseline_never_from_anothers():
    indicator = IndicatorFactory(better="higher")
    first, second = PlanFactory.create_batch(2)
    put(BaselineFactory, indicator, 20, plan=first)
    put(ResultFactory, indicator, 45)
    put(TargetFactory, indicator, 10, plan=second, change="+", change_in="points")
    assert standing(indicator).judgement.verdict == "unknown"

    put(BaselineFactory, indicator, 40, plan=second)

    assert standing(indicator).judgement.why == "45%, against a target of 50%: missed."
    assert standing(indicator).distance.percent == 50


@pytest.mark.parametrize(
    ("text", "target", "verdict"),
    [
        ("45", 45, "unknown"), ("45", 44, "met"), ("45", 46, "missed"), ("100", 96, "unknown"), ("100", 95, "met"),
        ("1200", 1160, "unknown"), ("1200", 1100, "met"), ("4.5", "4.4", "met"), ("4.5", "4.46", "unknown"), ("0", 1, "missed"),
    ],
)  # fmt: skip
def test_about_so_much_is_judged_only_where_rounding_does_not_matter(
    text, target, verdict
):
    judged = judge(Measure(Decimal(text), operator="~"), Measure(Decimal(target)), direction="higher")  # fmt: skip

    assert judged.verdict == verdict
    assert judged.verdict != "unknown" or "about" in judged.why


def test_the_list_sorts_by_the_figures_that_its_columns_show():
    up, down = IndicatorFactory(title="Up"), IndicatorFactory(title="Down")
    for indicator, before, now, quarter in ((up, 40, 45, 1), (down, 50, 45, 99)):
        put(ResultFactory, indicator, before, **YEAR_BEFORE)
        put(ResultFactory, indicator, now)
        put(ResultFactory, indicator, quarter, **QUARTER)
    verdicts.keep_up()

    def titles(sort):
        return [one.title for one in in_order(Indicator.objects.all(), sort)]

    assert titles("change") == ["Down", "Up"]
    assert titles("-change") == ["Up", "Down"]


VALUES = st.sampled_from([None, Decimal(40), Decimal(45), Decimal(60)])
KINDS = st.sampled_from(["financial_year", "quarter", "survey", "year"])
ENDS = st.sampled_from([YEAR_BEFORE["end"], END])


def figures(plans):
    """A strategy of the figures of one indicator: (model, fields)."""
    whose = st.sampled_from([None, *plans])
    times = {"period_kind": KINDS, "end": ENDS, "value": VALUES}
    change = st.sampled_from([("", ""), ("", ""), ("+", "points"), ("-", "percent")])
    results = st.lists(st.fixed_dictionaries(times), max_size=4, unique_by=_time)
    targets = st.lists(
        st.fixed_dictionaries({**times, "plan": whose, "changed": change}), max_size=5, unique_by=lambda one: (*_time(one), one["plan"]),
    )  # fmt: skip
    baselines = st.lists(
        st.fixed_dictionaries({"plan": whose, "value": VALUES, "period_kind": st.sampled_from(["", "quarter"])}),
        max_size=3, unique_by=lambda one: one["plan"],
    )  # fmt: skip
    return st.tuples(
        results, targets, baselines, st.sampled_from(["", "higher", "lower"]), st.sampled_from(["", "Quarterly"]),
    )  # fmt: skip


def _time(one):
    return one["period_kind"], one["end"]


def make(indicator, drawn):
    for model, rows in zip((Result, Target, Baseline), drawn, strict=True):
        for row in rows:
            said = dict(row)
            change, change_in = said.pop("changed", ("", ""))
            if change and said["value"] is not None:
                said |= {"change": change, "change_in": change_in}
            said["reason"] = "" if said["value"] is not None else "no_survey"
            model.objects.create(
                indicator=indicator, text=str(said["value"]), period=said["period_kind"], **said
            )  # fmt: skip


@given(data=st.data())
@settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_page_list_kept_verdict_and_dashboard_say_the_same(data, admin):
    for model in (Result, Target, Baseline, Indicator):
        model.objects.all().delete()
    states = ("live", "live", "draft", "closed")
    plans = [PlanFactory(state=state) for state in states]
    for *drawn, direction, frequency in data.draw(
        st.lists(figures(plans), min_size=1, max_size=3)
    ):
        indicator = IndicatorFactory(frequency=frequency)
        indicator.confirm_direction(direction, by=admin)
        make(indicator, drawn)
    scope = Scope(on=END, since=END)
    unkept = dashboard.tally_of(scope).of_all

    verdicts.keep_up()

    pages = [Standing(one) for one in Indicator.objects.with_figures()]
    assert [one.indicator.verdict for one in pages] == [one.judgement.verdict for one in pages]  # fmt: skip
    assert +unkept == +dashboard.tally_of(scope).of_all == Counter(one.judgement.verdict for one in pages)  # fmt: skip
    for one in pages:
        shown = one.latest, one.latest_target
        assert [one.indicator.newest_value, one.indicator.aim_value] == [each and each.value for each in shown]  # fmt: skip
        assert one.indicator.change_value == one.change.amount
        line = newest.by_id([one.indicator.pk])[one.indicator.pk]
        assert line.judgement == one.judgement
