"""Readiness: counts that add up by a rule that stands beside them. No database."""

import datetime
from types import SimpleNamespace

from hypothesis import given
from hypothesis import strategies as st

from assessments.framework.readiness import STATES, Readiness, Standing, of_state

TODAY = datetime.date(2026, 11, 23)
LEVELS = [SimpleNamespace(position=position) for position in range(4)]


def said(level, at=1, on=TODAY):
    return SimpleNamespace(level=LEVELS[level], at=at, on=on)


def standing(now=None, wanted=None, by=None, proposed=None):
    """A criterion judged at `now` at the moment 1, with the level `wanted`; `proposed` is (level, moment)."""
    return Standing(
        criterion=None,
        judged=None if now is None else said(now),
        proposed=proposed and said(*proposed),
        wanted=None if wanted is None else LEVELS[wanted],
        wanted_by=by,
    )


levels = st.none() | st.integers(0, 3)
days = st.none() | st.dates(datetime.date(2020, 1, 1), datetime.date(2030, 1, 1))
anything = st.lists(st.builds(standing, levels, levels, days), max_size=12)


def test_a_criterion_at_the_level_wanted_is_ready():
    assert standing(now=2, wanted=2).is_ready


def test_a_criterion_above_the_level_wanted_is_ready():
    assert standing(now=3, wanted=2).is_ready


def test_a_criterion_below_the_level_wanted_is_not_ready():
    assert not standing(now=1, wanted=2).is_ready


def test_a_criterion_that_nobody_judged_is_not_ready():
    assert not standing(wanted=1).is_ready


def test_a_criterion_that_no_level_is_wanted_for_is_left_out():
    found = Readiness([standing(now=3), standing(now=2, wanted=2)])

    assert (found.ready, found.asked, found.count) == (1, 1, 2)
    assert found.percentage == 100


def test_where_no_level_is_wanted_there_is_no_percentage():
    assert Readiness([standing(now=3)]).percentage is None


def test_half_a_point_goes_up():
    rows = [standing(now=2, wanted=2)] + [standing(now=1, wanted=2)] * 7

    assert Readiness(rows).percentage == 13


def test_an_area_stands_at_its_lowest_level_once_all_are_judged():
    judged = [standing(now=3), standing(now=1), standing(now=2)]

    assert Readiness(judged).level == LEVELS[1]
    assert Readiness([*judged, standing()]).level is None


def test_an_area_without_criteria_stands_nowhere():
    assert Readiness([]).level is None


def test_a_level_wanted_by_yesterday_is_late_and_by_today_is_not():
    yesterday = TODAY - datetime.timedelta(days=1)

    assert standing(now=1, wanted=2, by=yesterday).is_late(TODAY)
    assert not standing(now=1, wanted=2, by=TODAY).is_late(TODAY)
    assert not standing(now=2, wanted=2, by=yesterday).is_late(TODAY)


def test_a_proposal_waits_until_somebody_judges_after_it():
    assert standing(proposed=(2, 5)).waits
    assert standing(now=1, proposed=(2, 5)).waits
    assert not standing(now=1, proposed=(2, 0)).waits


@given(anything)
def test_ready_and_not_ready_add_up_to_those_asked(rows):
    found = Readiness(rows)

    assert len(of_state(rows, "ready", TODAY)) == found.ready
    assert len(of_state(rows, "not-ready", TODAY)) == found.asked - found.ready
    assert len(of_state(rows, "not-asked", TODAY)) == found.count - found.asked
    assert len(of_state(rows, "late", TODAY)) == found.late(TODAY)


@given(anything)
def test_each_number_of_a_page_counts_the_rows_that_its_link_shows(rows):
    found = Readiness(rows)
    shown = {state: len(of_state(rows, state, TODAY)) for state in STATES}

    assert shown["asked"] == found.asked
    assert shown["judged"] == found.judged
    assert shown["not-judged"] == found.count - found.judged
    assert shown["proposed"] == found.waiting


@given(anything)
def test_a_percentage_lies_between_nothing_and_all(rows):
    found = Readiness(rows)

    assert found.percentage is None or 0 <= found.percentage <= 100
    assert (found.percentage == 100) <= (
        found.ready == found.asked or found.asked > 199
    )


def test_an_unknown_state_asks_for_all():
    rows = [standing(), standing(now=1)]

    assert of_state(rows, "no-such", TODAY) == rows
