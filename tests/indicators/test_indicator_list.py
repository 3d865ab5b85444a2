"""The list of indicators: what is measured, beside where it should be."""

import datetime
from decimal import Decimal

import pytest
from django.urls import reverse

from tests.factories import (
    BaselineFactory,
    IndicatorFactory,
    ResultFactory,
    TargetFactory,
)

pytestmark = pytest.mark.django_db
URL = reverse("indicators:indicator_list")


def a_year(indicator, first, text, **said):
    """A result of a financial year."""
    return ResultFactory(
        indicator=indicator,
        text=text,
        value=Decimal(text.rstrip("%")),
        period=f"{first}/{first - 1999}",
        start=datetime.date(first, 4, 1),
        end=datetime.date(first + 1, 3, 31),
        **said,
    )


def text_of(response):
    return " ".join(response.content.decode().split())


def test_a_result_stands_beside_its_target_with_a_verdict(reader_client):
    indicator = IndicatorFactory(code="EQ 1", better="higher")
    a_year(indicator, 2028, "41%")
    a_year(indicator, 2029, "45%")
    TargetFactory(indicator=indicator, text="44%", value=44)

    page = text_of(reader_client.get(URL))

    assert "EQ 1" in page
    assert "Met</strong>" in page
    assert "Up 4 points: better" in page
    assert "2 results, from 41% for 2028/29 to 45% for 2029/30" in page


def test_nothing_is_met_or_missed_before_a_direction_is_confirmed(reader_client):
    TargetFactory(indicator=ResultFactory().indicator)

    page = text_of(reader_client.get(URL))

    assert "Nobody has confirmed whether higher or lower is better." in page
    assert "Met</strong>" not in page
    assert "better</td>" not in page


def test_withdrawn_indicators_stand_apart(reader_client):
    IndicatorFactory(title="Still measured")
    gone = IndicatorFactory(title="No longer measured")
    gone.withdraw(on=datetime.date(2020, 3, 31), why="The survey ended")

    in_use = text_of(reader_client.get(URL))
    withdrawn = text_of(reader_client.get(URL, {"state": "withdrawn"}))
    everything = text_of(reader_client.get(URL, {"state": "all"}))

    assert ("Still measured" in in_use, "No longer measured" in in_use) == (True, False)
    assert "No longer measured" in withdrawn
    assert "2 indicators" in everything


def test_the_list_is_narrowed_by_words_set_and_directorate(reader_client, housing):
    wanted = IndicatorFactory(
        title="Fair treatment", belongs_to="national", directorate=housing
    )
    IndicatorFactory(title="Something else")

    for asked in (
        {"q": "fair"},
        {"belongs_to": "national"},
        {"directorate": housing.pk},
    ):
        page = text_of(reader_client.get(URL, asked))
        assert wanted.title in page
        assert "1 indicator<" in page


def test_those_whose_direction_nobody_confirmed_can_be_found(reader_client):
    IndicatorFactory(title="Confirmed", better="lower")
    IndicatorFactory(title="Open")

    page = text_of(reader_client.get(URL, {"state": "unconfirmed"}))

    assert ">Open</a>" in page
    assert ">Confirmed</a>" not in page


@pytest.mark.parametrize(
    ("asked", "words"),
    [({}, "No indicator is in use yet"), ({"q": "zzz"}, "No indicator fits this")],
)
def test_an_empty_list_says_what_to_do_next(admin_client, asked, words):
    assert words in text_of(admin_client.get(URL, asked))


def test_what_does_not_fit_in_the_address_is_left_aside(reader_client):
    IndicatorFactory()

    page = reader_client.get(
        URL, {"state": "nonsense", "directorate": "x", "page": "y"}
    )

    assert "1 indicator<" in text_of(page)


@pytest.mark.parametrize("count", [1, 20])
def test_takes_eight_queries_however_many_indicators(
    reader_client, django_assert_num_queries, count
):
    for _ in range(count):
        indicator = IndicatorFactory(better="higher")
        BaselineFactory(indicator=indicator)
        a_year(indicator, 2028, "41%")
        a_year(indicator, 2029, "45%")
        TargetFactory(indicator=indicator)

    # session, user, number of indicators, directorates for the filter, one page, and its baselines, targets and results
    with django_assert_num_queries(8):
        reader_client.get(URL)
