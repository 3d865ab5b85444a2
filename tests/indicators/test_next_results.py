"""The period that an indicator's next result is for."""

import datetime

import pytest

from indicators.models import Indicator
from indicators.results.next_results import next_of
from indicators.words import periods, rhythms
from tests.factories import IndicatorFactory, ResultFactory

ON = datetime.date(2030, 11, 23)


def a_result(period, kind="", **said):
    found = periods.read(period, kind)
    return ResultFactory(
        period_kind=found.kind, period=found.name, start=found.start, end=found.end, **said
    )  # fmt: skip


def next_names():
    found = next_of(Indicator.objects.all(), ON).values()
    return {one.indicator: one.period.name for one in found}


@pytest.mark.parametrize(
    ("frequency", "last", "kind", "years"),
    [
        ("", "", "financial_year", 1),
        ("", "quarter", "quarter", 1),
        ("Every year", "academic_year", "academic_year", 1),
        ("Quarterly", "financial_year", "quarter", 1),
        ("reported each month", "", "month", 1),
        ("Every two years", "", "financial_year", 2),
        ("every other year, by survey", "survey", "survey", 2),
        ("Biennial", "", "financial_year", 2),
        ("Once each school year", "", "academic_year", 1),
    ],
)
def test_how_often_is_read_from_words_and_the_last_result(frequency, last, kind, years):
    assert rhythms.read(frequency, last) == (kind, years)


@pytest.mark.django_db
def test_the_period_after_the_last_result_comes_next():
    waiting = a_result("2028/29").indicator
    ahead = a_result("2029/30").indicator

    assert next_names() == {waiting.pk: "2029/30", ahead.pk: "2030/31"}


@pytest.mark.django_db
def test_a_figure_of_two_years_comes_two_years_on():
    indicator = a_result("2027/28", indicator__frequency="Every two years").indicator

    assert next_names() == {indicator.pk: "2029/30"}


@pytest.mark.django_db
def test_without_a_result_the_newest_period_that_is_over_comes_next():
    yearly = IndicatorFactory()
    quarterly = IndicatorFactory(frequency="Quarterly")

    assert next_names() == {yearly.pk: "2029/30", quarterly.pk: "Q2 2030/31"}


@pytest.mark.django_db
def test_a_rhythm_that_changed_goes_on_from_the_last_result():
    indicator = a_result("2029/30", indicator__frequency="Quarterly").indicator

    assert next_names() == {indicator.pk: "Q1 2030/31"}


@pytest.mark.django_db
def test_no_period_before_an_indicator_was_introduced_is_asked_for():
    new = IndicatorFactory(introduced=datetime.date(2030, 6, 1))

    assert next_names() == {new.pk: "2030/31"}


@pytest.mark.django_db
@pytest.mark.parametrize("count", [1, 20])
def test_it_is_one_question_however_many(django_assert_num_queries, count):
    ResultFactory.create_batch(count)

    # the indicators, each with its newest period
    with django_assert_num_queries(1):
        next_names()
