"""The way in and out."""

import pytest
from django.urls import reverse

from tests.factories import HoldingFactory, UserFactory

URL = "/sign-in/"
PASSWORD = "correct horse battery"
pytestmark = pytest.mark.django_db


def sign_in(client, user, password=PASSWORD, to=URL, **more):
    email = user if isinstance(user, str) else user.email
    return client.post(to, {"username": email, "password": password, **more})


def test_the_right_password_leads_home(client, officer):
    response = sign_in(client, officer)

    assert (response.status_code, response["Location"]) == (302, "/")
    assert client.session["_auth_user_id"] == str(officer.pk)


def test_the_address_may_be_typed_in_capitals(client, officer):
    response = sign_in(client, officer.email.upper())

    assert response.status_code == 302


def test_somebody_sent_here_from_a_page_arrives_there(client, officer):
    asked = client.get(reverse("organisation:account"))

    response = sign_in(client, officer, to=asked["Location"])

    assert response["Location"] == "/account/"


def test_a_wrong_password_and_an_unknown_address_get_the_same_answer(client, officer):
    wrong = sign_in(client, officer, password="not the password")
    unknown = sign_in(client, "nobody@northmere.example")

    said = [response.context["form"].errors.as_json() for response in (wrong, unknown)]
    assert said[0] == said[1]
    assert wrong.status_code == unknown.status_code == 200


def test_a_leaver_with_the_right_password_gets_the_same_answer_as_a_wrong_one(
    client, leaver
):
    response = sign_in(client, leaver)

    assert "is not right" in response.content.decode()


def test_the_password_is_never_shown_again(client, officer):
    response = sign_in(client, officer, password="a secret that was mistyped")

    assert "a secret that was mistyped" not in response.content.decode()


def test_signing_in_makes_a_new_session(client, officer):
    client.get(URL)
    session = client.session
    session["kept"] = "before"
    session.save()
    before = session.session_key

    sign_in(client, officer)

    assert client.session.session_key != before


def test_somebody_signed_in_is_not_asked_again(officer_client):
    assert officer_client.get(URL)["Location"] == "/"


def test_signing_out_ends_the_session(client, officer):
    sign_in(client, officer)
    cookie = client.cookies["sessionid"].value

    client.post("/sign-out/")
    client.cookies["sessionid"] = cookie

    assert client.get("/account/").status_code == 302


def test_a_link_cannot_sign_anybody_out(officer_client):
    assert officer_client.get("/sign-out/").status_code == 405
    assert officer_client.get("/account/").status_code == 200


def test_the_admin_site_has_no_sign_in_of_its_own(client):
    response = client.get("/admin/", follow=True)

    assert response.request["PATH_INFO"] == URL
    assert response.request["QUERY_STRING"] == "next=%2Fadmin%2F"


def test_the_admin_sites_own_sign_in_takes_no_passwords(client, admin):
    response = sign_in(client, admin, to="/admin/login/")

    assert response.status_code == 405
    assert "_auth_user_id" not in client.session


def test_an_officer_is_refused_at_the_admin_site_and_not_sent_in_circles(
    officer_client,
):
    response = officer_client.get("/admin/", follow=True)

    assert response.status_code == 403


def test_an_admin_goes_on_to_the_admin_site(client, admin):
    response = sign_in(client, admin, to=f"{URL}?next=/admin/")

    assert response["Location"] == "/admin/"


def test_the_account_page_names_posts_and_directorates(officer_client, officer):
    HoldingFactory(user=officer, lead__name="Tenancy Manager")

    page = officer_client.get("/account/").content.decode()

    assert "Tenancy Manager" in page
    assert "Housing and Neighbourhoods" in page


def test_two_people_do_not_share_an_address_in_other_letters(client):
    UserFactory(email="ida@northmere.example")

    assert sign_in(client, "IDA@NORTHMERE.EXAMPLE").status_code == 302
