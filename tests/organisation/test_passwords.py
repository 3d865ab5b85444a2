"""Choosing a password: a forgotten one, and one's own."""

import re

import pytest
from django.contrib.auth import authenticate
from django.core import mail
from django.test import Client

from equality_tracker.organisation import letters
from equality_tracker.organisation.forms import signing_in
from equality_tracker.organisation.views.passwords import password_reset
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db
OLD = "correct horse battery"
NEW = "three quite different words"
CHOSEN = {"new_password1": NEW, "new_password2": NEW}


def ask(email, **headers):
    return Client().post("/password-reset/", {"email": email}, **headers)


def link_to(person, **headers):
    mail.outbox.clear()
    ask(person.email, **headers)
    return re.search(r"http://([^/]+)(/\S+)", mail.outbox[0].body)


def use(path, client=None):
    client = client or Client()
    client.get(path)
    return client.post("/choose-password/", CHOSEN)


def test_a_forgotten_password_is_replaced(officer):
    response = use(link_to(officer)[2])

    assert response["Location"] == "/sign-in/"
    assert authenticate(username=officer.email, password=NEW) == officer


def test_a_known_and_an_unknown_address_get_the_same_answer(officer):
    known, unknown = ask(officer.email), ask("nobody@northmere.example")

    assert (known.status_code, known["Location"]) == (
        unknown.status_code,
        unknown["Location"],
    )
    assert len(mail.outbox) == 1


def test_the_letter_is_sent_when_the_answer_is_out(officer, rf, monkeypatch):
    """How long the mail server takes tells nobody that the address is known."""
    monkeypatch.setattr(letters, "send_reset", lambda *sent: mail.outbox.append(sent))
    request = rf.post("/password-reset/", {"email": officer.email})
    response = password_reset(request)

    before = len(mail.outbox)
    response.close()
    assert (before, len(mail.outbox)) == (0, 1)


def test_a_leaver_gets_no_letter(leaver):
    ask(leaver.email)

    assert mail.outbox == []


def test_a_link_works_once(officer):
    path = link_to(officer)[2]
    use(path)

    assert use(path).status_code == 410


@pytest.mark.parametrize("change", ["password", "email", "account closed", "signed in"])
def test_a_link_is_dead_once_its_person_changed(change, officer, client):
    path = link_to(officer)[2]
    if change == "password":
        officer.set_password("another one altogether")
    if change == "email":
        officer.email = "olu.new@northmere.example"
    if change == "account closed":
        officer.is_active = False
    officer.save()
    if change == "signed in":
        client.post("/sign-in/", {"username": officer.email, "password": OLD})

    assert use(path).status_code == 410


def test_a_link_is_dead_after_three_days(officer, settings):
    path = link_to(officer)[2]
    settings.PASSWORD_RESET_TIMEOUT = -1

    assert use(path).status_code == 410


def test_a_link_for_one_purpose_does_not_serve_the_other(officer):
    path = link_to(officer)[2].replace("/password-reset/", "/invitation/")

    assert use(path).status_code == 410


@pytest.mark.parametrize("uid", ["MQ", "x", "-", "AAAAAAAAAAAAAAAAAAAA", "%00", "_w"])
def test_a_made_up_link_is_dead(uid):
    assert use(f"/password-reset/{uid}/abc-123/").status_code in (404, 410)


@pytest.mark.parametrize(
    "headers",
    [{"HTTP_HOST": "evil.example"}, {"HTTP_X_FORWARDED_HOST": "evil.example"}],
)
def test_a_made_up_host_is_never_in_a_letter(headers, officer):
    ask(officer.email, **headers)

    assert all("evil.example" not in letter.body for letter in mail.outbox)


def test_ones_own_password_needs_the_old_one(officer_client, officer):
    officer_client.post(
        "/account/password/", {"old_password": "not the old one", **CHOSEN}
    )

    assert authenticate(username=officer.email, password=NEW) is None


def test_changing_it_ends_the_other_sessions_and_keeps_this_one(
    officer_client, officer
):
    elsewhere = [Client() for _ in range(3)]
    for each in elsewhere:
        each.force_login(officer)

    officer_client.post("/account/password/", {"old_password": OLD, **CHOSEN})

    assert [each.get("/account/").status_code for each in elsewhere] == [302] * 3
    assert officer_client.get("/account/").status_code == 200
    assert "was changed" in mail.outbox[0].subject


def test_changing_it_does_not_write_a_lowered_role_back(officer_client, officer):
    """A page that was on its way when an admin took the role away keeps to the password alone."""
    saved = signing_in.OwnPasswordForm.save

    def meanwhile(form, commit=True):
        type(officer).objects.filter(pk=officer.pk).update(role="reader")
        return saved(form, commit)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(signing_in.OwnPasswordForm, "save", meanwhile)
        officer_client.post("/account/password/", {"old_password": OLD, **CHOSEN})

    officer.refresh_from_db()
    assert officer.role == "reader"
    assert officer.check_password(NEW)


@pytest.mark.parametrize("weak", ["short", "password1234", "olu.officer"])
def test_a_weak_password_is_refused_with_the_reason(weak):
    person = UserFactory(name="Olu Officer", email="olu.officer@northmere.example")
    client = Client()
    client.get(link_to(person)[2])

    response = client.post(
        "/choose-password/", {"new_password1": weak, "new_password2": weak}
    )

    assert response.context["form"].errors["new_password2"]
    assert not type(person).objects.get(pk=person.pk).check_password(weak)
