"""Where each person begins."""

import datetime

import pytest

from tests.factories import DirectorateFactory

pytestmark = pytest.mark.django_db


def test_an_officer_begins_at_their_own_actions(officer_client):
    assert officer_client.get("/").url == "/your-actions/"


def test_a_reader_begins_at_the_same_page(reader_client):
    assert reader_client.get("/").url == "/your-actions/"


def test_a_manager_begins_at_their_directorate(manager_client, housing):
    assert manager_client.get("/").url == f"/dashboards/{housing.pk}/"


def test_a_manager_of_several_begins_at_the_first_and_finds_the_others_there(
    manager_client, manager, libraries
):
    manager.directorates.add(libraries)

    page = manager_client.get("/", follow=True)

    assert page.context["board"].scope.directorate.name == "Housing and Neighbourhoods"
    assert f'href="/dashboards/{libraries.pk}/"' in page.content.decode()


def test_a_manager_whose_first_directorate_has_closed_begins_at_one_that_stands(
    manager_client, manager
):
    gone = DirectorateFactory(name="Abolished", closed=datetime.date(2020, 4, 1))
    manager.directorates.add(gone)

    page = manager_client.get("/", follow=True)

    assert page.context["board"].scope.directorate.name == "Housing and Neighbourhoods"


def test_a_manager_without_a_directorate_begins_at_the_whole_council(
    manager_client, manager
):
    manager.directorates.clear()

    assert manager_client.get("/").url == "/dashboards/"


def test_an_admin_begins_at_the_whole_council(admin_client):
    assert admin_client.get("/").url == "/dashboards/"
