"""Awards: whether one holds on a day, and what calls for an admin before it lapses."""

import datetime
from types import SimpleNamespace

import pytest

from assessments.framework.awards import Holds, calls, holds, in_words
from assessments.models import Award
from tests.factories import AwardFactory, FrameworkFactory

TODAY = datetime.date(2026, 11, 23)


def lapsing(day):
    lapses = day and datetime.date.fromisoformat(day)
    return SimpleNamespace(lapses_on=lapses)


@pytest.mark.parametrize(
    ("lapses", "found"),
    [
        (None, Holds.YES),
        ("2027-05-24", Holds.YES),
        ("2027-05-23", Holds.NOT_FOR_LONG),
        ("2026-11-24", Holds.NOT_FOR_LONG),
        ("2026-11-23", Holds.NO),
        ("2020-01-01", Holds.NO),
    ],
)
def test_an_award_is_warned_of_six_months_before_it_lapses(lapses, found):
    assert holds(lapsing(lapses), TODAY) is found


def test_what_is_said_of_an_award_fits_the_day():
    assert in_words(lapsing(None), TODAY) == "It does not lapse"
    assert in_words(lapsing("2026-11-24"), TODAY) == "It lapses on 24 November 2026"
    assert in_words(lapsing("2026-11-23"), TODAY) == "It lapsed on 23 November 2026"


@pytest.fixture
def award(db):
    """It lapses a month from today."""
    return AwardFactory(lapses_on=datetime.date(2026, 12, 23))


def test_an_award_that_lapses_soon_calls_for_an_admin(award):
    (call,) = calls(TODAY)

    assert (
        call.words
        == "Invented framework: the award of Achieving lapses on 23 December 2026."
    )
    assert call.url == award.framework.get_absolute_url()


def test_a_lapsed_award_goes_on_calling(award):
    (call,) = calls(datetime.date(2027, 6, 1))

    assert "lapsed on 23 December 2026" in call.words


def test_an_award_far_from_its_end_calls_for_nobody(award):
    assert calls(datetime.date(2026, 6, 1)) == []


def test_a_newer_award_takes_its_place(award):
    AwardFactory(framework=award.framework, on=TODAY, lapses_on=datetime.date(2029, 11, 23))  # fmt: skip

    assert calls(TODAY) == []


def test_an_award_of_a_closed_framework_calls_for_nobody(award):
    award.framework.close(on=TODAY)

    assert calls(TODAY) == []


def test_calls_take_one_query_however_many_frameworks(award, django_assert_num_queries):
    for _more in range(5):
        AwardFactory(lapses_on=datetime.date(2026, 12, 24))

    with django_assert_num_queries(1):
        found = calls(TODAY)

    assert len(found) == 6


def test_the_newest_of_each_framework_is_by_its_day_not_by_when_it_was_entered(award):
    AwardFactory(framework=award.framework, on=datetime.date(2020, 1, 1))

    assert list(Award.objects.newest()) == [award]


def test_a_framework_without_an_award_calls_for_nobody(db):
    FrameworkFactory()

    assert calls(TODAY) == []
