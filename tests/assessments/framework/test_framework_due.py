"""What waits in the areas of frameworks is told to whoever is asked to lead them, where they begin."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from assessments.framework import due
from tests.factories import (
    CriterionFactory,
    FrameworkAreaFactory,
    FrameworkFactory,
    HoldingFactory,
)
from tests.factories.frameworks import level

TODAY = datetime.date(2026, 11, 23)
HOME = reverse("plans:your_actions")


def text_of(response):
    return " ".join(response.content.decode().split())


def calls(on=TODAY):
    (area,) = due.of_all(on)
    return {call.words: call.count for call in area.calls}


def judge(criterion, by, on, position=2):
    said = level(criterion.area.framework, position)
    return criterion.judge(level=said, why="As it is.", by=by, on=on)


def test_a_criterion_that_nobody_has_judged_waits(criterion):
    assert calls() == {"not judged yet": 1}


def test_one_judged_at_its_level_within_the_year_waits_for_nothing(criterion, manager):
    judge(criterion, manager, datetime.date(2025, 11, 23))

    assert calls() == {}


def test_one_judged_a_year_and_a_day_ago_waits(criterion, manager):
    judge(criterion, manager, datetime.date(2025, 11, 22))

    assert calls() == {"judged more than a year ago": 1}


def test_one_past_its_day_waits_also_where_it_is_judged_below(criterion, manager):
    criterion.wanted_by = datetime.date(2026, 11, 22)
    criterion.save()
    judge(criterion, manager, TODAY, position=1)

    assert calls() == {"past the day wanted": 1}


def test_one_on_its_day_does_not_wait_yet(criterion, manager):
    criterion.wanted_by = TODAY
    criterion.save()
    judge(criterion, manager, TODAY, position=1)

    assert calls() == {}


def test_the_day_of_the_whole_framework_counts_where_a_criterion_has_none(
    area, manager
):
    area.framework.level_wanted = level(area.framework, 3)
    area.framework.wanted_by = datetime.date(2026, 1, 1)
    area.framework.save()
    judge(CriterionFactory(area=area), manager, TODAY)

    assert calls() == {"past the day wanted": 1}


def test_a_proposal_waits_until_somebody_judges_after_it(criterion, officer, manager):
    said = level(criterion.area.framework, 2)
    criterion.propose(level=said, why="Ramps.", by=officer, on=TODAY)
    before = calls()
    judge(criterion, manager, TODAY)

    assert before == {"proposed, to be judged": 1, "not judged yet": 1}
    assert calls() == {}


@pytest.mark.parametrize("state", ["late", "proposed", "not-judged", "old"])
def test_each_number_leads_to_as_many_criteria(
    area, officer, manager, reader_client, state
):
    said = level(area.framework, 1)
    day = datetime.date(2020, 1, 1)
    for _each in range(2):
        late = CriterionFactory(area=area, wanted=3, wanted_by=day)
        late.propose(level=said, why="So.", by=officer, on=day)
        judge(CriterionFactory(area=area), manager, day)
    (found,) = due.of_all(timezone.localdate())
    (call,) = [one for one in found.calls if one.url.endswith(f"state={state}")]

    listed = reader_client.get(call.url).context["listed"]

    assert len(listed.rows) == call.count == 2


def test_an_area_without_criteria_is_told_of_and_nothing_waits_in_it(area):
    assert calls() == {}


def test_a_closed_framework_waits_for_nobody(criterion):
    criterion.area.framework.close(on=TODAY)

    assert due.of_all(TODAY) == []


def test_an_officer_is_told_at_home_what_waits_in_the_area_they_lead(
    criterion, officer_client
):
    page = text_of(officer_client.get(HOME))

    assert "Equality frameworks: what you lead on" in page
    assert f'href="{criterion.area.get_absolute_url()}"' in page
    assert "1 not judged yet" in page


def test_an_officer_is_told_of_an_area_where_nothing_waits(
    criterion, manager, officer_client
):
    judge(criterion, manager, timezone.localdate())

    assert "Nothing waits here" in text_of(officer_client.get(HOME))


@pytest.mark.parametrize("who", ["reader", "officer_of_another_directorate", "manager_of_another_directorate", "admin"])  # fmt: skip
def test_nobody_else_is_told_of_it_at_home(who, request, criterion):
    client = request.getfixturevalue(f"{who}_client")

    assert "Equality frameworks:" not in text_of(client.get(HOME))


def test_whoever_held_the_post_until_yesterday_is_told_no_longer(
    criterion, officer_client
):
    criterion.area.lead.holdings.update(ends=timezone.localdate())

    assert "Equality frameworks:" not in text_of(officer_client.get(HOME))


def test_a_manager_is_told_of_the_areas_led_from_their_directorates(
    criterion, manager_client
):
    assert "Equality frameworks: what you answer for" in text_of(manager_client.get(HOME))  # fmt: skip


def test_those_where_something_waits_stand_before_the_others(area, officer, manager):
    judge(CriterionFactory(area=area), manager, TODAY)
    other = FrameworkAreaFactory(framework=area.framework, number=2, lead=area.lead)
    CriterionFactory(area=other)

    found = due.of_person(officer, TODAY)

    assert [one.number for one in found] == [1, 2]
    assert [bool(one.calls) for one in found] == [False, True]


def test_home_takes_one_query_however_many_areas(
    area, officer, manager, django_assert_num_queries
):
    for number in range(2, 12):
        other = FrameworkAreaFactory(framework=FrameworkFactory(), number=number, lead=area.lead)  # fmt: skip
        judge(CriterionFactory(area=other), manager, TODAY)

    with django_assert_num_queries(1):
        assert len(due.of_person(officer, TODAY)) == 11


def test_two_posts_of_one_person_are_told_once_each(area, officer):
    lead = HoldingFactory(user=officer).lead
    FrameworkAreaFactory(framework=area.framework, number=2, lead=lead)

    assert [one.number for one in due.of_person(officer, TODAY)] == [1, 2]
