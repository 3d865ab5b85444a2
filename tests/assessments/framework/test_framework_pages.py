"""The pages of frameworks: how the council stands, in numbers that lead to their rows."""

import datetime

import pytest
from django.urls import reverse

from tests.factories import (
    ActionFactory,
    AssessmentFactory,
    AwardFactory,
    CriterionFactory,
    FrameworkAreaFactory,
    FrameworkFactory,
)
from tests.factories.frameworks import level

LIST = reverse("assessments:framework_list")
BEGIN = reverse("assessments:framework_begin")
MAY = datetime.date(2026, 5, 4)


def text_of(response):
    return " ".join(response.content.decode().split())


def judge(criterion, position, by, on=MAY):
    at = level(criterion.area.framework, position)
    return criterion.judge(level=at, why="As it is.", by=by, on=on)


@pytest.fixture
def judged(criterion, manager):
    judge(criterion, 2, manager)
    return criterion


def test_where_none_is_used_an_admin_is_led_to_the_frameworks_there_are(admin_client):
    assert f'href="{BEGIN}"' in text_of(admin_client.get(LIST))


def test_where_none_is_used_a_reader_is_told_who_takes_one_into_use(reader_client):
    page = text_of(reader_client.get(LIST))

    assert "The equality lead takes one into use." in page
    assert BEGIN not in page


def test_the_list_parts_those_in_use_from_those_closed(judged, reader_client):
    closed = FrameworkFactory(name="The one before")
    closed.close(on=MAY)
    found = reader_client.get(LIST).context

    assert [one.framework for one in found["in_use"]] == [judged.area.framework]
    assert [one.framework for one in found["closed"]] == [closed]


def test_a_framework_that_the_council_never_used_is_on_no_page(reader_client, db):
    unused = FrameworkFactory(used_from=None)

    assert unused.name not in text_of(reader_client.get(LIST))
    assert reader_client.get(unused.get_absolute_url()).status_code == 404


def test_the_rule_stands_beside_the_readiness(judged, reader_client):
    page = text_of(reader_client.get(judged.area.framework.get_absolute_url()))

    assert "1 of 1 criteria are at the level wanted (100%)." in page
    assert "A criterion is ready when it is judged at the level wanted, or higher." in page  # fmt: skip


def test_a_criterion_without_a_level_of_its_own_takes_that_of_the_framework(
    area, manager, reader_client
):
    framework = area.framework
    framework.level_wanted = level(framework, 1)
    framework.save()
    judge(CriterionFactory(area=area), 1, manager)

    found = reader_client.get(framework.get_absolute_url()).context["found"]

    assert (found.readiness.ready, found.readiness.asked) == (1, 1)


@pytest.mark.parametrize(("state", "count"), [("ready", 1), ("not-judged", 1), ("", 2)])
def test_each_number_leads_to_as_many_criteria(judged, reader_client, state, count):
    CriterionFactory(area=judged.area, wanted=1)
    url = reverse("assessments:framework_criteria", args=[judged.area.framework.key])

    found = reader_client.get(url, {"state": state, "area": "1"}).context["listed"]

    assert len(found.rows) == count


def test_criteria_of_another_area_are_left_out_where_one_is_asked_for(
    judged, reader_client
):
    other = FrameworkAreaFactory(framework=judged.area.framework, number=2)
    CriterionFactory(area=other)
    url = reverse("assessments:framework_criteria", args=[judged.area.framework.key])

    found = reader_client.get(url, {"area": "2"}).context["listed"]

    assert [one.criterion.area for one in found.rows] == [other]


def test_a_late_criterion_is_called_so_on_its_area(criterion, reader_client):
    criterion.wanted_by = datetime.date(2020, 1, 1)
    criterion.save()

    assert "Past its day" in text_of(reader_client.get(criterion.area.get_absolute_url()))  # fmt: skip


def test_nothing_is_late_once_the_framework_is_closed(criterion, reader_client):
    criterion.wanted_by = datetime.date(2020, 1, 1)
    criterion.save()
    criterion.area.framework.close(on=MAY)

    for url in (criterion.get_absolute_url(), criterion.area.get_absolute_url()):
        assert "Past its day" not in text_of(reader_client.get(url))


def test_an_area_says_what_its_reader_may_do(criterion, officer_client, manager_client):
    url = criterion.area.get_absolute_url()

    assert "You are asked to write here" in text_of(officer_client.get(url))
    assert "You write and judge here." in text_of(manager_client.get(url))


def test_a_criterion_shows_every_judgement_with_who_and_when(
    judged, manager, reader_client
):
    judge(judged, 1, manager, on=datetime.date(2026, 6, 1))

    page = text_of(reader_client.get(judged.get_absolute_url()))

    assert "as of 4 May 2026, by May Manager" in page
    assert "as of 1 June 2026, by May Manager" in page
    assert page.index("1 June 2026, by") < page.index("4 May 2026, by")


def test_what_was_written_when_it_was_judged_can_still_be_read(
    criterion, manager, reader_client
):
    criterion.narrative = "One office has a ramp."
    criterion.save()
    judge(criterion, 1, manager)
    criterion.refresh_from_db()
    criterion.narrative = "Every office has one."
    criterion.save()

    page = text_of(reader_client.get(criterion.get_absolute_url()))

    assert "What was written then" in page
    assert "One office has a ramp." in page


def test_a_reader_is_offered_nothing_to_change(criterion, reader_client):
    page = text_of(reader_client.get(criterion.get_absolute_url()))

    assert reverse("assessments:framework_judge", args=[criterion.pk]) not in page
    assert "Whoever leads on it writes here." in page


def test_a_closed_framework_is_read_and_not_written(criterion, manager_client):
    criterion.area.framework.close(on=MAY)

    page = text_of(manager_client.get(criterion.get_absolute_url()))

    assert "closed on 4 May 2026" in page
    assert reverse("assessments:framework_judge", args=[criterion.pk]) not in page


def test_a_confidential_assessment_stands_as_evidence_for_those_who_know_of_it(
    criterion, officer, reader_client, admin_client
):
    secret = AssessmentFactory(title="Closing a pool", confidential_until=datetime.date(2100, 1, 1))  # fmt: skip
    criterion.evidence.create(kind="assessment", assessment=secret, added_by=officer)

    for url in (criterion.get_absolute_url(), criterion.area.get_absolute_url()):
        assert "#evidence" not in text_of(reader_client.get(url))
        assert "Closing a pool" not in text_of(reader_client.get(url))
    assert "Closing a pool" in text_of(admin_client.get(criterion.get_absolute_url()))


def test_an_award_that_lapses_soon_is_warned_of_on_its_framework(
    criterion, reader_client
):
    framework = criterion.area.framework
    AwardFactory(framework=framework, on=MAY, lapses_on=datetime.date(2026, 5, 5))

    page = text_of(reader_client.get(framework.get_absolute_url()))

    assert "It lapsed on 5 May 2026" in page
    assert "A warning stands here from 6 months before" in page


@pytest.fixture
def many(area, manager, officer):
    """Two frameworks of ten criteria more each, judged, proposed and shown."""

    def make():
        for one in (area, FrameworkAreaFactory(number=1)):
            for _each in range(10):
                criterion = CriterionFactory(area=one, wanted=2)
                judge(criterion, 1, manager)
                criterion.propose(level=level(one.framework, 2), why="So.", by=officer, on=MAY)  # fmt: skip
                criterion.evidence.create(kind="action", action=ActionFactory(), added_by=officer)  # fmt: skip
            AwardFactory(framework=one.framework, on=MAY)

    return make


PAGES = {
    # Session and person, the frameworks, their levels, areas, criteria, judgements, evidence and awards.
    "list": (lambda criterion: LIST, 9),
    # As the list, with the areas that the reader answers for, all awards, and two of the history.
    "framework": (lambda criterion: criterion.area.framework.get_absolute_url(), 12),
    # Session, person, the area, six of its framework, what the reader answers for, two of the history.
    "area": (lambda criterion: criterion.area.get_absolute_url(), 12),
    "criteria": (
        lambda criterion: reverse(
            "assessments:framework_criteria", args=[criterion.area.framework.key]
        ),
        9,
    ),
}


@pytest.mark.parametrize("shown", PAGES)
def test_a_page_takes_as_many_queries_for_one_criterion_as_for_twenty(
    shown, judged, many, manager_client, django_assert_num_queries
):
    address, count = PAGES[shown]
    url = address(judged)

    with django_assert_num_queries(count):
        manager_client.get(url)
    many()
    with django_assert_num_queries(count):
        manager_client.get(url)


def test_a_criterion_takes_as_many_queries_for_twenty_judgements(
    judged, manager, officer, manager_client, django_assert_num_queries
):
    url = judged.get_absolute_url()
    judged.evidence.create(kind="action", action=ActionFactory(), added_by=officer)

    # Session, person, the criterion, what the reader answers for, levels, judgements, evidence, two of the history.
    with django_assert_num_queries(9):
        manager_client.get(url)
    for _each in range(20):
        judge(judged, 1, manager)
        judged.evidence.create(kind="action", action=ActionFactory(), added_by=officer)
    with django_assert_num_queries(9):
        manager_client.get(url)


@pytest.mark.parametrize("page", ["area", "framework"])
def test_who_holds_the_post_of_an_area_is_named(page, area, reader_client):
    url = area.get_absolute_url() if page == "area" else area.framework.get_absolute_url()  # fmt: skip

    assert "Olu Officer" in text_of(reader_client.get(url))


@pytest.mark.parametrize("page", ["area", "framework"])
def test_a_post_whose_holder_has_left_is_said_to_be_held_by_nobody(
    page, area, officer, reader_client
):
    officer.is_active = False
    officer.save()
    url = area.get_absolute_url() if page == "area" else area.framework.get_absolute_url()  # fmt: skip

    assert "nobody holds this post at present" in text_of(reader_client.get(url))


def test_of_much_evidence_and_many_judgements_the_first_are_shown_until_all_are_asked_for(
    criterion, manager, officer, reader_client
):
    for number in range(25):
        criterion.evidence.create(kind="link", url=f"https://www.example.org/{number}/", added_by=officer)  # fmt: skip
        judge(criterion, 1, manager)
    url = criterion.get_absolute_url()

    first = text_of(reader_client.get(url))
    evidence = text_of(reader_client.get(url, {"evidence": "all"}))
    history = text_of(reader_client.get(url, {"history": "all"}))

    assert (first.count("https://www.example.org/"), first.count("As it is.")) == (40, 10)  # fmt: skip
    assert 'href="?evidence=all#evidence">See all 25' in first
    assert 'href="?history=all#history">See all 25' in first
    assert evidence.count("https://www.example.org/") == 50
    assert history.count("As it is.") == 25
