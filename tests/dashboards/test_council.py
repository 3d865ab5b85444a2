"""The whole council: directorates × statuses, each action once."""

import datetime

import pytest
from django.utils import timezone

from equality_tracker.organisation.models import Succession
from tests.factories import (
    ActionFactory,
    AwardFactory,
    DirectorateFactory,
    HoldingFactory,
    LeadFactory,
    PlanFactory,
    PriorityFactory,
)

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate


def totals(client):
    matrix = client.get("/dashboards/").context["board"].matrix
    return {line.name: line.total.count for line in matrix.lines}


def test_a_joint_action_is_counted_once_under_whoever_answers(
    admin_client, housing, libraries
):
    shared = ActionFactory(directorate=housing)
    shared.contributing.add(libraries)

    assert totals(admin_client) == {
        "Housing and Neighbourhoods": 1,
        "Libraries and Culture": 0,
        "No directorate": 0,
    }


def test_what_nobody_answers_for_has_its_own_row_and_needs_an_admin(admin_client):
    ActionFactory(directorate=None)

    assert totals(admin_client) == {"No directorate": 1}
    needs = admin_client.get("/dashboards/").context["board"].needs
    assert needs.figures[-1].label == "without a directorate"
    assert needs.figures[-1].count == 1


def test_a_partner_body_stands_after_the_directorates(admin_client, housing):
    partner = DirectorateFactory(name="Airport Trust", kind="partner")
    ActionFactory(directorate=partner)
    ActionFactory(directorate=housing)

    names = list(totals(admin_client))

    assert names == [
        "Housing and Neighbourhoods",
        "Airport Trust (partner)",
        "No directorate",
    ]


def test_what_passed_wholly_into_another_is_counted_with_that_one(
    admin_client, housing
):
    old = DirectorateFactory(name="Homes", closed=datetime.date(2020, 4, 1))
    Succession.objects.create(
        predecessor=old, successor=housing, on=datetime.date(2020, 4, 1)
    )
    ActionFactory(directorate=old)

    assert totals(admin_client) == {
        "Housing and Neighbourhoods": 1,
        "No directorate": 0,
    }


def test_a_directorate_that_was_split_keeps_its_own_row(
    admin_client, housing, libraries
):
    old = DirectorateFactory(name="Community", closed=datetime.date(2020, 4, 1))
    for heir in (housing, libraries):
        Succession.objects.create(
            predecessor=old, successor=heir, on=datetime.date(2020, 4, 1)
        )
    ActionFactory(directorate=old)

    assert totals(admin_client)["Community"] == 1


def test_a_circle_of_successions_does_not_lose_an_action(
    admin_client, housing, libraries
):
    for one, other in ((housing, libraries), (libraries, housing)):
        Succession.objects.create(predecessor=one, successor=other, on=TODAY())
    ActionFactory(directorate=housing)

    assert sum(totals(admin_client).values()) == 1


def test_an_empty_council_is_told_how_to_begin(admin_client, reader_client):
    assert "Import a plan" in admin_client.get("/dashboards/").content.decode()
    assert "Import a plan" not in reader_client.get("/dashboards/").content.decode()


def test_an_admin_is_told_of_vacant_posts_of_open_actions_and_nobody_else_is(
    admin_client, reader_client, leaver
):
    vacant = LeadFactory(name="Race Relations Officer")
    HoldingFactory(lead=vacant, user=leaver)
    held = HoldingFactory(lead=LeadFactory(name="Access Officer")).lead
    ActionFactory(leads=[vacant, held])

    page = admin_client.get("/dashboards/")

    words = {name for one in page.context["to_do"] for name, _url in one.links}
    assert "Race Relations Officer" in words
    assert "Access Officer" not in words
    assert (
        "And for you as an admin"
        not in reader_client.get("/dashboards/").content.decode()
    )


def test_an_admin_is_warned_before_an_award_lapses_and_nobody_else_is(
    admin_client, reader_client
):
    ActionFactory()
    soon = TODAY() + datetime.timedelta(days=30)
    award = AwardFactory(on=datetime.date(2026, 5, 4), lapses_on=soon)

    page = admin_client.get("/dashboards/").content.decode()

    assert "Invented framework: the award of Achieving lapses on" in page
    assert award.framework.get_absolute_url() in page
    assert (
        "the award of Achieving"
        not in reader_client.get("/dashboards/").content.decode()
    )


def test_many_priorities_are_shown_a_plan_at_a_time(admin_client):
    plans = [PlanFactory(), PlanFactory()]
    for plan in plans:
        for priority in PriorityFactory.create_batch(7, plan=plan):
            ActionFactory(priority=priority)
    address = f"/dashboards/?plan={plans[0].reference}"

    everything = admin_client.get("/dashboards/")
    chosen = admin_client.get(address).context["board"]

    assert everything.context["board"].by_priority == []
    assert f'href="{address}&amp;since=' in everything.content.decode()
    assert [len(table.lines) for table in chosen.by_priority] == [7]
