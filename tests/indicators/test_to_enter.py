"""An officer's own page says which results they have to enter."""

import datetime

import pytest
from django.utils import timezone

from indicators.models import Result
from indicators.results import to_enter
from tests.factories import HoldingFactory, IndicatorFactory, ResultFactory

pytestmark = pytest.mark.django_db
HOME = "/your-actions/"


def late(directorate, ended=datetime.date(2020, 3, 31), **said):
    indicator = IndicatorFactory(directorate=directorate, **said)
    ResultFactory(indicator=indicator, start=None, end=ended)
    return indicator


def waiting(user):
    found = to_enter.results_of(user, timezone.localdate())
    return [one.code for one in found.first] if found else []


def page_of(client):
    from django.urls import reverse

    return client.get(reverse("plans:your_actions")).content.decode()


def test_results_of_their_directorate_wait_for_an_officer(officer_client, housing):
    indicator = late(housing, code="EQ 1")

    page = page_of(officer_client)

    assert "Results to enter" in page
    assert f'href="/indicators/{indicator.pk}/results/add/"' in page
    assert "The time ended on 31 March 2021 and has no result yet." in page


def test_what_was_entered_waits_no_longer(officer_client, housing):
    indicator = late(housing)
    page_of(officer_client)
    ResultFactory(indicator=indicator, start=None, end=timezone.localdate())

    assert "Results to enter" not in page_of(officer_client)


def test_results_of_others_do_not_wait_for_them(officer, housing, libraries):
    late(libraries, code="theirs")
    lead = HoldingFactory(user=officer).lead
    late(libraries, code="led", lead=lead)
    late(housing, code="withdrawn").withdraw(on=timezone.localdate(), why="Ended.")

    assert waiting(officer) == ["led"]


def test_the_longest_waiting_come_first_and_the_rest_are_counted(officer, housing):
    for year in range(2010, 2017):
        late(housing, ended=datetime.date(year, 3, 31), code=str(year))

    found = to_enter.results_of(officer, timezone.localdate())

    assert [one.code for one in found.first] == ["2010", "2011", "2012", "2013", "2014"]
    assert found.count == 7


def test_a_reader_has_nothing_to_enter(reader, housing, django_assert_num_queries):
    late(housing)

    with django_assert_num_queries(0):
        assert to_enter.results_of(reader, timezone.localdate()) is None


def test_everything_waits_for_an_admin(admin, housing, libraries):
    late(housing, code="a")
    late(libraries, code="b")

    assert waiting(admin) == ["a", "b"]
    assert Result.objects.count() == 2
