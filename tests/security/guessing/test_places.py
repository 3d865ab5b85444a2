"""Where guesses come from: one place, many places, and browsers that are known."""

import pytest
from django.test import Client

from equality_tracker.organisation.models import SignInAttempt
from tests.factories import UserFactory
from tests.security.guessing.trying import guess, right

pytestmark = pytest.mark.django_db


def test_one_password_tried_on_a_hundred_accounts_from_one_place_is_slowed(looked_at):
    people = UserFactory.create_batch(100)

    for number, person in enumerate(people):
        guess(person.email, number, REMOTE_ADDR="198.51.100.7")

    assert len(looked_at()) <= 10


def test_one_account_tried_from_twenty_places_is_slowed(officer, looked_at):
    for number in range(20):
        guess(officer.email, number, REMOTE_ADDR=f"198.51.100.{number}")

    assert len(looked_at()) <= 10


@pytest.mark.parametrize(
    "header", ["HTTP_X_FORWARDED_FOR", "HTTP_X_REAL_IP", "HTTP_FORWARDED"]
)
def test_a_made_up_origin_gains_nothing(header, looked_at):
    for number, person in enumerate(UserFactory.create_batch(30)):
        guess(person.email, number, **{header: f"203.0.113.{number}"})

    assert len(looked_at()) <= 10
    assert set(SignInAttempt.objects.values_list("source", flat=True)) == {"127.0.0.1"}


def test_behind_our_own_proxy_only_what_it_added_is_believed(settings, looked_at):
    settings.TRUSTED_PROXIES = 1

    for number, person in enumerate(UserFactory.create_batch(30)):
        guess(
            person.email,
            number,
            HTTP_X_FORWARDED_FOR=f"203.0.113.{number}, 198.51.100.7",
        )

    assert len(looked_at()) <= 10
    assert set(SignInAttempt.objects.values_list("source", flat=True)) == {
        "198.51.100.7"
    }


def test_an_ipv6_network_counts_as_one_place(looked_at):
    for number, person in enumerate(UserFactory.create_batch(30)):
        guess(person.email, number, REMOTE_ADDR=f"2001:db8::{number + 1:x}")

    assert len(looked_at()) <= 10


def test_an_office_of_three_hundred_behind_one_address_gets_in(monkeypatch):
    people = UserFactory.create_batch(300)

    signed_in = [right(person).status_code for person in people]

    assert signed_in == [302] * 300


def test_a_session_goes_on_while_its_owner_is_shut_out(officer, officer_client):
    for number in range(20):
        guess(officer.email, number)

    assert officer_client.get("/account/").status_code == 200


def test_a_stranger_cannot_shut_the_owner_out_of_their_own_browser(officer):
    mine = Client()
    right(officer, mine, REMOTE_ADDR="192.0.2.1")
    mine.post("/sign-out/")
    for number in range(50):
        guess(officer.email, number, REMOTE_ADDR="198.51.100.7")

    assert right(officer, REMOTE_ADDR="192.0.2.1").status_code == 429
    assert right(officer, mine, REMOTE_ADDR="192.0.2.1").status_code == 302


def test_even_with_the_owners_browser_no_more_than_ten_are_looked_at(
    officer, looked_at
):
    mine = Client()
    right(officer, mine)
    mine.post("/sign-out/")

    for number in range(30):
        guess(officer.email, number, client=[None, mine][number % 2])

    assert len(looked_at()) <= 10


def test_anothers_browser_is_not_the_owners(officer, manager):
    theirs = Client()
    right(manager, theirs, REMOTE_ADDR="192.0.2.1")
    theirs.post("/sign-out/")
    for number in range(20):
        guess(officer.email, number, REMOTE_ADDR="198.51.100.7")

    assert right(officer, theirs, REMOTE_ADDR="192.0.2.1").status_code == 429
