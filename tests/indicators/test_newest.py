"""A few indicators in a line each, as an action's page and the dashboards show them."""

import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from indicators.models import Indicator
from indicators.standing import Standing, newest
from tests.factories import (
    ActionFactory,
    BaselineFactory,
    CommentFactory,
    IndicatorFactory,
    ResultFactory,
    TargetFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def action():
    return ActionFactory()


def moved_by(action, **said):
    indicator = IndicatorFactory(**said)
    indicator.indicator_actions.create(action=action)
    return indicator


def test_an_action_says_which_indicators_it_is_meant_to_move(reader_client, action):
    indicator = moved_by(action, code="EQ 1", better="higher")
    ResultFactory(indicator=indicator, text="44.0%", value=44, provisional=True)
    TargetFactory(indicator=indicator, text="45%", value=45)

    page = reader_client.get(action.get_absolute_url()).content.decode()

    assert "Indicators this action is meant to move" in page
    assert f'href="{indicator.get_absolute_url()}"' in page
    assert "44.0%</strong> for 2029/30, provisional; target" in page
    assert "verdict--missed" in page


def test_why_an_indicator_cannot_be_judged_stands_beside_it(reader_client, action):
    ResultFactory(indicator=moved_by(action))

    page = reader_client.get(action.get_absolute_url()).content.decode()

    assert "There is no target for this time." in page


def test_an_action_without_indicators_says_nothing_of_them(reader_client, action):
    page = reader_client.get(action.get_absolute_url()).content.decode()

    assert "meant to move" not in page


def test_they_stand_as_people_count(action):
    for code in ("NI 10", "", "NI 2", "NI 2a"):
        moved_by(action, code=code)

    found = newest.by_id(action.indicators.values_list("pk", flat=True))
    codes = [one.code for one in newest.by_code(found.values())]

    assert codes == ["NI 2", "NI 2a", "NI 10", ""]


@pytest.mark.parametrize("count", [1, 20])
def test_an_action_asks_as_often_for_twenty_as_for_one(
    reader_client, action, count, django_assert_num_queries
):
    for _ in range(count):
        ResultFactory(indicator=moved_by(action))

    # session, user, the action, its reports, what changed in it and whom that speaks of, its leads, what is said of each indicator
    with django_assert_num_queries(8):
        page = reader_client.get(action.get_absolute_url())
    (panel,) = page.context["panels"]
    assert len(panel.content) == count


def test_what_was_said_of_the_newest_time_goes_before_what_was_said_in_general():
    indicator = IndicatorFactory()
    ResultFactory(indicator=indicator)
    older = datetime.date(2020, 3, 31)
    CommentFactory(indicator=indicator, text="Of another year.", end=older)

    def said():
        comment = newest.by_id([indicator.pk])[indicator.pk].comment
        return comment and comment.text

    assert said() is None
    CommentFactory(indicator=indicator, text="In general.", end=None)
    assert said() == "In general."
    end = datetime.date(2030, 3, 31)
    CommentFactory(indicator=indicator, text="The survey came late.", end=end)
    CommentFactory(indicator=indicator, text="In general, later.", end=None)
    assert said() == "The survey came late."


ENDS = st.sampled_from([datetime.date(2029, 3, 31), datetime.date(2030, 3, 31)])
KINDS = st.sampled_from(["financial_year", "quarter"])
FIGURES = st.sampled_from([40, 45, 50, None])
TIMED = st.lists(st.tuples(ENDS, KINDS, FIGURES), max_size=4, unique_by=lambda one: one[:2])  # fmt: skip


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(results=TIMED, targets=TIMED, baseline=FIGURES)
def test_a_line_says_what_the_indicators_own_page_says(results, targets, baseline):
    indicator = IndicatorFactory(better="lower")
    for make, said in ((ResultFactory, results), (TargetFactory, targets)):
        for end, kind, value in said:
            make(indicator=indicator, end=end, start=None, period_kind=kind, **figure(value))  # fmt: skip
    BaselineFactory(indicator=indicator, **figure(baseline))

    line = newest.by_id([indicator.pk])[indicator.pk]

    own = Standing(Indicator.objects.with_figures().get(pk=indicator.pk))
    assert line.judgement == own.judgement
    assert line.result == (own.latest.text if own.latest else "")
    assert line.target == (own.latest_target.text if own.latest_target else "")


def figure(value):
    reason = "" if value is not None else "no_survey"
    return {"value": value, "text": str(value), "reason": reason}


@pytest.mark.django_db
def test_a_line_does_not_tell_how_many_people_there_are():
    result = ResultFactory(text="5% (7 of 140)", value=5, numerator=7, denominator=140)

    (line,) = newest.by_id([result.indicator_id]).values()

    assert line.result == "5%"
