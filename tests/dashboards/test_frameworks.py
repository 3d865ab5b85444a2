"""What waits in the areas of equality frameworks stands on the dashboards of those who can see to it."""

import datetime
import re

import pytest
from django.utils import timezone

from assessments.framework import due
from equality_tracker.dashboards.kept import KEEPER
from tests.factories import (
    ActionFactory,
    AwardFactory,
    CriterionFactory,
    FrameworkAreaFactory,
    HoldingFactory,
    LeadFactory,
)
from tests.factories.frameworks import level

from .test_touches import writes_that_touch

COUNCIL = "/dashboards/"
HEADING = "Equality frameworks</h3>"
FOR_ADMINS = "And for you as an admin"


def text_of(response):
    return " ".join(response.content.decode().split())


@pytest.fixture
def area(db, housing, officer):
    lead = LeadFactory(name="Access team", directorate=housing)
    HoldingFactory(lead=lead, user=officer)
    return FrameworkAreaFactory(number=1, lead=lead)


@pytest.fixture
def criterion(area):
    return CriterionFactory(area=area, position=1, wanted=2)


def test_a_manager_finds_what_waits_in_the_areas_their_people_lead(
    criterion, housing, manager_client
):
    ActionFactory(directorate=housing)

    page = text_of(manager_client.get(f"/dashboards/{housing.pk}/"))

    assert HEADING in page
    assert f'href="{criterion.area.get_absolute_url()}"' in page
    assert "1 not judged yet" in page


def test_they_find_it_also_where_no_action_stands_on_the_page(
    criterion, housing, manager_client
):
    assert HEADING in text_of(manager_client.get(f"/dashboards/{housing.pk}/"))


def test_an_area_led_from_elsewhere_is_not_on_the_page(
    criterion, libraries, admin_client
):
    assert HEADING not in text_of(admin_client.get(f"/dashboards/{libraries.pk}/"))


def test_an_area_where_nothing_waits_is_not_on_the_page(
    criterion, housing, manager, manager_client
):
    said = level(criterion.area.framework, 2)
    criterion.judge(level=said, why="So.", by=manager, on=timezone.localdate())

    assert HEADING not in text_of(manager_client.get(f"/dashboards/{housing.pk}/"))


def test_the_page_of_one_plan_says_nothing_of_frameworks(
    criterion, housing, manager_client
):
    plan = ActionFactory(directorate=housing).plan
    url = f"/dashboards/{housing.pk}/?plan={plan.reference}"

    assert HEADING not in text_of(manager_client.get(url))


def test_an_admin_finds_what_waits_in_each_framework_and_a_manager_does_not(
    criterion, admin_client, manager_client
):
    CriterionFactory(area=FrameworkAreaFactory(framework=criterion.area.framework, number=2))  # fmt: skip
    page = text_of(admin_client.get(COUNCIL))

    url = f"/assessments/framework/{criterion.area.framework.key}/criteria/?state=not-judged"  # fmt: skip
    assert f'Criteria of Invented framework: <a class="govuk-link app-break" href="{url}">2 not judged yet</a>' in page  # fmt: skip
    assert FOR_ADMINS not in text_of(manager_client.get(COUNCIL))


def test_an_admin_is_told_of_an_area_that_nobody_is_asked_to_lead_on(
    area, admin_client
):
    area.lead = None
    area.save()

    page = text_of(admin_client.get(COUNCIL))

    assert "Invented framework: nobody is asked to lead on" in page
    assert f'href="{area.get_absolute_url()}"' in page


def test_an_admin_is_told_of_an_area_whose_lead_has_left(area, officer, admin_client):
    officer.is_active = False
    officer.save()

    page = text_of(admin_client.get(COUNCIL))

    assert "an area of a framework, and that nobody holds:" in page
    assert "Access team" in page


def test_a_lapsing_award_is_told_of_where_no_action_stands_yet(db, admin_client):
    soon = timezone.localdate() + datetime.timedelta(days=30)
    AwardFactory(on=datetime.date(2026, 5, 4), lapses_on=soon)

    assert FOR_ADMINS in text_of(admin_client.get(COUNCIL))


@pytest.mark.django_db
def test_each_table_it_is_counted_from_leaves_a_touch():
    names = r"(?:FROM|JOIN)\s+\"?((?:organisation|assessments)_\w+)"
    read = set(re.findall(names, due._everywhere.sql[0]))

    assert {"assessments_criterion", "assessments_judgement"} <= read
    for table in read - {"organisation_lead"}:
        assert writes_that_touch(table) == {"INSERT", "UPDATE", "DELETE"}, table


@pytest.mark.django_db(transaction=True)
def test_what_is_kept_is_counted_anew_once_somebody_judges(
    housing, manager, criterion, manager_client
):
    KEEPER.forget()
    url = f"/dashboards/{housing.pk}/"
    before = text_of(manager_client.get(url))
    said = level(criterion.area.framework, 2)
    criterion.judge(level=said, why="So.", by=manager, on=timezone.localdate())
    after = text_of(manager_client.get(url))
    KEEPER.forget()

    assert "1 not judged yet" in before
    assert "not judged yet" not in after
