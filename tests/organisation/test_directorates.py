"""The parts of the council, and what becomes of one that closes."""

import datetime

import pytest
from django.utils import timezone

from equality_tracker.organisation.models import Directorate, Succession
from tests.factories import DirectorateFactory, LeadFactory

pytestmark = pytest.mark.django_db
KEY = "6f9619ff-8b86-d011-b42d-00cf4fc964ff"


def close(client, directorate, *successors, **more):
    return client.post(
        f"/directorates/{directorate.pk}/close/",
        {
            "closed": timezone.localdate(),
            "successors": [each.pk for each in successors],
            "version": directorate.version,
            **more,
        },
    )


def test_one_that_is_followed_by_another_counts_there(admin_client, housing, libraries):
    close(admin_client, housing, libraries)

    assert libraries.with_predecessors() == {housing.pk, libraries.pk}


def test_a_chain_counts_at_its_end_and_a_split_nowhere(housing, libraries):
    first, second, half = DirectorateFactory.create_batch(3)
    day = timezone.localdate()
    for before, heir in [
        (first, second),
        (second, libraries),
        (half, libraries),
        (half, housing),
    ]:
        Succession.objects.create(predecessor=before, successor=heir, on=day)

    assert libraries.with_predecessors() == {libraries.pk, second.pk, first.pk}
    assert housing.with_predecessors() == {housing.pk}


def test_its_people_and_leads_go_along(
    admin_client, housing, libraries, officer, leaver
):
    lead = LeadFactory(directorate=housing)

    close(admin_client, housing, libraries, along="on")

    lead.refresh_from_db()
    assert set(officer.directorates.all()) == {housing, libraries}
    assert set(leaver.directorates.all()) == {housing}
    assert lead.directorate == libraries


def test_a_split_leaves_its_leads_for_a_person_to_share_out(
    admin_client, housing, libraries, officer
):
    lead = LeadFactory(directorate=housing)
    third = DirectorateFactory()

    close(admin_client, housing, libraries, third, along="on")

    lead.refresh_from_db()
    assert lead.directorate == housing
    assert set(officer.directorates.all()) == {housing, libraries, third}
    assert Succession.objects.filter(predecessor=housing).count() == 2


def test_the_list_says_when_it_closed_and_what_it_became(
    admin_client, reader_client, housing, libraries
):
    close(admin_client, housing, libraries)

    page = " ".join(reader_client.get("/directorates/").content.decode().split())

    assert "became Libraries" in page


def test_it_cannot_follow_itself(admin_client, housing):
    response = close(admin_client, housing, housing)

    housing.refresh_from_db()
    assert response.status_code == 200
    assert housing.closed is None


def test_it_cannot_close_before_it_opened(admin_client):
    directorate = DirectorateFactory(opened=datetime.date(2030, 1, 1))

    response = close(admin_client, directorate)

    assert "It must close after it opened." in response.content.decode()


def test_one_that_has_closed_is_not_closed_again(admin_client, housing):
    close(admin_client, housing)

    assert admin_client.get(f"/directorates/{housing.pk}/close/").status_code == 404


def test_one_is_added_once_however_often_it_is_sent(admin_client):
    sent = {"name": "Markets", "kind": "service", "form_key": KEY}

    answers = [admin_client.post("/directorates/add/", sent) for _ in range(3)]

    assert Directorate.objects.filter(name="Markets").count() == 1
    assert {each["Location"] for each in answers} == {"/directorates/"}


@pytest.mark.parametrize("count", [1, 20])
def test_the_list_takes_five_queries_however_many(
    count, officer_client, django_assert_num_queries
):
    DirectorateFactory.create_batch(count)

    # session, user; number of rows, one page of directorates, what they became
    with django_assert_num_queries(5):
        officer_client.get("/directorates/")
