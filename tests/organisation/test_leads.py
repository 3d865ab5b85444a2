"""Who leads what, and what waits on nobody."""

import datetime

import pytest
from django.urls import reverse

from equality_tracker.organisation.models import Lead
from tests.factories import ActionFactory, HoldingFactory, LeadFactory

pytestmark = pytest.mark.django_db
KEY = "6f9619ff-8b86-d011-b42d-00cf4fc964ff"


@pytest.fixture
def lead(housing):
    return LeadFactory(name="Tenancy Manager", directorate=housing)


def test_everybody_signed_in_sees_who_leads_what(reader_client, lead):
    HoldingFactory(lead=lead, user__name="Hana Holder")

    page = reader_client.get("/leads/").content.decode()

    assert "Hana Holder" in page
    assert "Add a lead" not in page


def test_a_post_whose_holder_has_left_is_vacant(reader_client, lead, leaver):
    HoldingFactory(lead=lead, user=leaver)

    page = reader_client.get("/leads/?vacant=on").content.decode()

    assert "Tenancy Manager" in page
    assert "1 vacant" in page


def test_a_held_post_is_not_among_the_vacant(reader_client, lead):
    HoldingFactory(lead=lead)

    assert (
        "Tenancy Manager" not in reader_client.get("/leads/?vacant=on").content.decode()
    )


def test_the_number_of_open_actions_leads_to_exactly_those(reader_client, lead):
    shown = ActionFactory.create_batch(2, leads=[lead])
    ActionFactory(leads=[lead], rag_status="achieved")
    ActionFactory(leads=[lead], priority__plan__state="closed")
    ActionFactory()

    page = reader_client.get("/leads/").content.decode()
    address = f"{reverse('plans:action_list')}?lead={lead.pk}&amp;open=true"
    listed = reader_client.get(address.replace("&amp;", "&")).content.decode()

    assert f'href="{address}">2 open actions' in page
    assert all(
        reverse("plans:action_detail", args=[each.pk]) in listed for each in shown
    )
    assert ">2 actions<" in " ".join(listed.split()).replace("> ", ">").replace(
        " <", "<"
    )


def test_an_address_with_nonsense_still_shows_the_list(reader_client, lead):
    response = reader_client.get("/leads/?directorate=x&page=99&vacant=maybe&q=Tenancy")

    assert "Tenancy Manager" in response.content.decode()


def test_moving_a_lead_asks_what_becomes_of_its_actions(
    admin_client, lead, housing, libraries
):
    ActionFactory.create_batch(2, leads=[lead], directorate=housing)
    address = f"/leads/{lead.pk}/move/"

    page = admin_client.get(address).content.decode()
    response = admin_client.post(
        address, {"directorate": libraries.pk, "version": lead.version}
    )

    assert "And its 2 open actions?" in page
    assert "Say what happens to its 2 open actions" in response.content.decode()


@pytest.mark.parametrize(
    ("along", "answers"),
    [("yes", "Libraries and Culture"), ("no", "Housing and Neighbourhoods")],
)
def test_open_actions_go_along_only_when_asked_to(
    along, answers, admin_client, lead, housing, libraries
):
    action = ActionFactory(leads=[lead], directorate=housing)
    done = ActionFactory(leads=[lead], directorate=housing, rag_status="achieved")

    admin_client.post(
        f"/leads/{lead.pk}/move/",
        {"directorate": libraries.pk, "version": lead.version, "along": along},
    )

    for row in (lead, action, done):
        row.refresh_from_db()
    assert lead.directorate == libraries
    assert str(action.directorate) == answers
    assert done.directorate == housing


def test_an_action_that_another_directorate_answers_for_stays_there(
    admin_client, lead, housing, libraries
):
    ActionFactory(leads=[lead], directorate=housing)
    joint = ActionFactory(leads=[lead])
    was = joint.directorate

    admin_client.post(
        f"/leads/{lead.pk}/move/",
        {"directorate": libraries.pk, "version": lead.version, "along": "yes"},
    )

    joint.refresh_from_db()
    assert joint.directorate == was


def test_a_lead_is_added_with_its_holder(admin_client, housing, officer):
    response = admin_client.post(
        "/leads/add/",
        {
            "name": "Lift Officer",
            "directorate": housing.pk,
            "holder": officer.pk,
            "form_key": KEY,
        },
    )

    added = Lead.objects.get(name="Lift Officer")
    assert response["Location"] == f"/leads/{added.pk}/"
    assert [each.user for each in added.holdings.all()] == [officer]


def test_a_lead_sent_twice_is_added_once_and_the_second_answer_shows_it(
    admin_client, housing
):
    sent = {"name": "Lift Officer", "form_key": KEY}

    first = admin_client.post("/leads/add/", sent)
    second = admin_client.post("/leads/add/", sent)

    assert Lead.objects.filter(name="Lift Officer").count() == 1
    assert second["Location"] == first["Location"]


def test_a_name_that_is_there_already_is_refused_in_words(admin_client, lead):
    response = admin_client.post(
        "/leads/add/", {"name": "TENANCY MANAGER", "form_key": KEY}
    )

    assert "A lead of this name is there already." in response.content.decode()


def test_somebody_elses_change_is_shown_and_not_overwritten(admin_client, lead):
    read = lead.version
    lead.abbreviation = "TEN"
    lead.save()

    response = admin_client.post(
        f"/leads/{lead.pk}/edit/",
        {"name": lead.name, "abbreviation": "TM", "version": read},
    )

    lead.refresh_from_db()
    assert response.status_code == 409
    assert "TEN" in response.content.decode()
    assert lead.abbreviation == "TEN"


def test_a_holding_is_ended_and_stays_readable(admin_client, lead, officer):
    holding = HoldingFactory(lead=lead, user=officer)

    admin_client.post(
        f"/holdings/{holding.pk}/",
        {"starts": "2025-04-01", "ends": "2026-04-01", "version": holding.version},
    )

    page = admin_client.get(f"/leads/{lead.pk}/").content.decode()
    assert "Vacant" in page
    assert "1 April 2026" in page


def test_a_holding_cannot_end_before_it_starts(admin_client):
    holding = HoldingFactory()

    response = admin_client.post(
        f"/holdings/{holding.pk}/",
        {"starts": "2026-04-02", "ends": "2026-04-01", "version": holding.version},
    )

    assert "It must end after it starts." in response.content.decode()


def test_a_person_cannot_hold_a_post_twice(admin_client, lead, officer):
    HoldingFactory(lead=lead, user=officer)

    response = admin_client.post(
        f"/leads/{lead.pk}/holders/add/",
        {"user": officer.pk, "starts": datetime.date(2026, 1, 1), "form_key": KEY},
    )

    assert "This person holds the post already." in response.content.decode()


@pytest.mark.parametrize("count", [1, 20])
def test_the_list_takes_eight_queries_however_many_leads(
    count, officer_client, housing, django_assert_num_queries
):
    for holding in HoldingFactory.create_batch(count, lead__directorate=housing):
        ActionFactory(leads=[holding.lead])

    # session, user; number of rows, one page of leads, their holders, their open actions; number vacant; directorates
    with django_assert_num_queries(8):
        officer_client.get("/leads/")
