"""An admin's pages for people."""

import re

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from equality_tracker.organisation.forms.people import PersonForm
from equality_tracker.organisation.models import Role, User
from tests.factories import HoldingFactory, UserFactory

pytestmark = pytest.mark.django_db
KEY = "6f9619ff-8b86-d011-b42d-00cf4fc964ff"


def invitation(**changes):
    said = {
        "name": "Nia New",
        "email": "nia.new@northmere.example",
        "role": "officer",
        "form_key": KEY,
    }
    return {**said, **changes}


def edit(person, **changes):
    said = {
        "name": person.name,
        "email": person.email,
        "role": person.role,
        "is_active": "on" if person.is_active else "",
        "directorates": [each.pk for each in person.directorates.all()],
        "version": person.version,
    }
    return {**said, **changes}


def send(client, person, **changes):
    return client.post(f"/people/{person.pk}/", edit(person, **changes))


def link_in(letter):
    return re.search(r"http://testserver(/\S+)", letter.body)[1]


@pytest.fixture
def another_admin():
    return UserFactory(role=Role.ADMIN, name="Abe Admin")


def test_somebody_invited_chooses_a_password_and_is_signed_in(
    admin_client, client, housing
):
    admin_client.post("/people/invite/", invitation(directorates=[housing.pk]))
    page = client.get(link_in(mail.outbox[0]), follow=True)

    new = "three quite different words"
    response = client.post(
        page.request["PATH_INFO"], {"new_password1": new, "new_password2": new}
    )

    person = User.objects.get(email="nia.new@northmere.example")
    assert response["Location"] == "/"
    assert client.session["_auth_user_id"] == str(person.pk)
    assert list(person.directorates.all()) == [housing]


def test_the_password_page_has_no_secret_in_its_address(admin_client, client):
    admin_client.post("/people/invite/", invitation())

    page = client.get(link_in(mail.outbox[0]), follow=True)

    assert page.request["PATH_INFO"] == "/choose-password/"


def test_the_letter_names_who_invites_and_how_long_the_link_works(admin_client):
    admin_client.post("/people/invite/", invitation())

    letter = mail.outbox[0]
    assert letter.to == ["nia.new@northmere.example"]
    assert "Ada Admin has added you" in letter.body
    assert "for 3 days" in letter.body


def test_an_invitation_is_shown_until_it_is_taken_up(admin_client):
    UserFactory(name="Nia New", invited_at=timezone.now())

    page = admin_client.get("/people/?show=invited").content.decode()

    assert "Nia New" in page
    assert "1 invited, not yet signed in" in page


def test_sending_an_invitation_again_puts_the_older_link_out_of_use(
    admin_client, client
):
    admin_client.post("/people/invite/", invitation())
    person = User.objects.get(email="nia.new@northmere.example")
    admin_client.post(f"/people/{person.pk}/invitation/")

    answers = [
        client.get(link_in(letter), follow=True).status_code for letter in mail.outbox
    ]

    assert answers == [410, 200]


def test_an_invitation_sent_twice_makes_one_person(admin_client):
    first = admin_client.post("/people/invite/", invitation())
    second = admin_client.post("/people/invite/", invitation())

    assert User.objects.filter(email="nia.new@northmere.example").count() == 1
    assert second["Location"] == first["Location"]
    assert len(mail.outbox) == 1


def test_an_address_that_is_there_already_is_said_on_its_field(admin_client, officer):
    response = admin_client.post(
        "/people/invite/", invitation(email=officer.email.upper())
    )

    assert response.context["form"].errors["email"] == [
        "Somebody with this e-mail address is there already."
    ]


def test_a_mail_server_that_refuses_loses_nothing(admin_client, monkeypatch):
    def refuse(*args, **kwargs):
        raise ConnectionRefusedError

    monkeypatch.setattr("equality_tracker.organisation.letters.send_mail", refuse)

    response = admin_client.post("/people/invite/", invitation(), follow=True)

    assert User.objects.filter(email="nia.new@northmere.example").exists()
    assert "did not take the invitation" in response.content.decode()


def test_a_lowered_role_counts_at_the_next_click(admin_client, admin, another_admin):
    theirs = Client()
    theirs.force_login(another_admin)
    assert theirs.get("/people/").status_code == 200

    send(admin_client, another_admin, role="reader")

    assert theirs.get("/people/").status_code == 403


def test_a_closed_account_is_out_at_the_next_click(
    admin_client, officer, officer_client
):
    assert officer_client.get("/account/").status_code == 200

    send(admin_client, officer, is_active="")

    assert officer_client.get("/account/")["Location"].startswith("/sign-in/")


def test_a_leaver_with_posts_is_followed_by_a_link_to_hand_them_over(
    admin_client, officer
):
    HoldingFactory(user=officer)

    response = admin_client.post(
        f"/people/{officer.pk}/", edit(officer, is_active=""), follow=True
    )

    assert f"/people/{officer.pk}/hand-over/" in response.content.decode()


@pytest.mark.parametrize("change", [{"role": "reader"}, {"is_active": ""}])
def test_the_last_admin_cannot_be_taken_away(change, admin_client, admin):
    response = send(admin_client, admin, **change)

    admin.refresh_from_db()
    assert "last admin" in response.content.decode()
    assert admin.is_admin


def test_one_of_two_admins_can(admin_client, admin, another_admin):
    response = send(admin_client, admin, role="officer")

    assert response.status_code == 302


def test_the_database_keeps_the_last_admin_where_the_form_does_not(
    admin_client, admin, monkeypatch
):
    monkeypatch.setattr(PersonForm, "_was_admin", False)

    response = send(admin_client, admin, role="reader")

    admin.refresh_from_db()
    assert "last admin" in response.content.decode()
    assert admin.is_admin


def test_a_new_address_is_told_to_the_old_one(
    admin_client, officer, django_capture_on_commit_callbacks
):
    old = officer.email

    with django_capture_on_commit_callbacks(execute=True):
        send(admin_client, officer, email="olu.new@northmere.example")

    assert mail.outbox[0].to == [old]
    assert "olu.new@northmere.example" in mail.outbox[0].body


def test_a_form_read_before_somebody_elses_save_shows_theirs(
    admin_client, officer, another_admin, libraries
):
    read = edit(officer)
    officer.name = "Olu Changed"
    officer.save()

    response = admin_client.post(f"/people/{officer.pk}/", {**read, "name": "Mine"})

    officer.refresh_from_db()
    assert response.status_code == 409
    assert "Olu Changed" in response.content.decode()
    assert officer.name == "Olu Changed"


def test_a_stale_form_does_not_take_a_new_directorate_away(
    admin_client, officer, libraries, housing
):
    read = edit(officer)
    send(admin_client, officer, directorates=[housing.pk, libraries.pk])

    response = admin_client.post(f"/people/{officer.pk}/", read)

    assert response.status_code == 409
    assert set(officer.directorates.all()) == {housing, libraries}


def test_people_are_found_by_name_and_address(admin_client):
    UserFactory(name="Ursula Unusual")
    UserFactory(email="zed@northmere.example", name="Plain Name")

    assert "Ursula" in admin_client.get("/people/?q=unusual").content.decode()
    found = admin_client.get("/people/?q=zed@").content.decode()
    assert "Plain Name" in found
    assert "Ursula" not in found


def test_somebody_who_signs_in_does_not_put_an_admins_form_out_of_date(
    admin_client, officer, officer_client
):
    read = edit(officer)
    officer_client.force_login(officer)

    response = admin_client.post(f"/people/{officer.pk}/", {**read, "name": "Olu O."})

    assert response.status_code == 302


@pytest.mark.parametrize("count", [1, 20])
def test_the_list_takes_seven_queries_however_many_people(
    count, admin_client, housing, django_assert_num_queries
):
    for person in UserFactory.create_batch(count, directorates=[housing]):
        HoldingFactory(user=person)

    # session, user; number invited; number of rows, one page of people, their directorates, their holdings with the leads
    with django_assert_num_queries(7):
        admin_client.get("/people/")
