"""Guessing at passwords: at most ten tries in five minutes are looked at, per account and per source."""

import datetime
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from equality_tracker.organisation import guessing
from equality_tracker.organisation.models import SignInAttempt
from tests.factories import UserFactory
from tests.security.guessing.trying import guess, right

pytestmark = pytest.mark.django_db


def later(minutes):
    """Let `minutes` pass for all that was tried."""
    gone = datetime.timedelta(minutes=minutes)
    for attempt in SignInAttempt.objects.all():
        SignInAttempt.objects.filter(pk=attempt.pk).update(
            made_at=attempt.made_at - gone
        )


def test_of_fifty_wrong_passwords_at_most_ten_are_looked_at(officer, looked_at):
    answers = [guess(officer.email, number) for number in range(50)]

    assert 0 < len(looked_at()) <= 10
    assert answers[-1].status_code == 429


def test_without_the_limit_all_fifty_would_be(officer, looked_at, monkeypatch):
    """The control: the same test where it must fail."""
    monkeypatch.setattr(guessing, "_refuse_beyond", lambda attempts, limit: None)

    for number in range(50):
        guess(officer.email, number)

    assert len(looked_at()) == 50


def test_the_right_password_is_refused_meanwhile_and_said_when_to_try_again(officer):
    for number in range(12):
        guess(officer.email, number)

    response = right(officer)

    when = timezone.localtime() + datetime.timedelta(minutes=5)
    said = response.content.decode()
    assert response.status_code == 429
    assert any(
        f"again at {when + datetime.timedelta(minutes=n):%H:%M}" in said for n in (0, 1)
    )


def test_it_opens_again_after_five_minutes(officer):
    for number in range(12):
        guess(officer.email, number)

    later(minutes=5)

    assert right(officer).status_code == 302


def test_the_window_slides(officer, looked_at):
    for number in range(5):
        guess(officer.email, number)
    later(minutes=4)
    for number in range(5, 20):
        guess(officer.email, number)

    assert len(looked_at()) <= 10


def test_an_unknown_address_is_limited_in_the_same_words(officer):
    for number in range(12):
        guess(officer.email, number)
    known = guess(officer.email, 13)
    SignInAttempt.objects.all().delete()
    for number in range(12):
        guess("nobody@northmere.example", number)

    unknown = guess("nobody@northmere.example", 13)

    assert unknown.status_code == known.status_code == 429
    assert (
        unknown.context["form"].errors.as_json().split(" at ")[0]
        == known.context["form"].errors.as_json().split(" at ")[0]
    )


def test_letters_that_only_look_equal_give_no_more_tries(looked_at):
    person = UserFactory(email="kim.iles@northmere.example")
    spellings = [
        "kim.iles@northmere.example",
        "KIM.ILES@northmere.example",
        "\u212aim.iles@northmere.example",
        "kim.ile\u017f@northmere.example",
        "k\u0131m.iles@northmere.example",
    ]

    for number in range(50):
        guess(spellings[number % 5], number, REMOTE_ADDR=f"198.51.100.{number}")

    tried = SignInAttempt.objects.filter(account=person.email).count()
    assert tried <= 10


def test_the_old_password_cannot_be_guessed_from_a_session_left_open(
    officer_client, looked_at
):
    new = "three quite different words"
    for number in range(30):
        officer_client.post(
            "/account/password/",
            {
                "old_password": f"guess {number}",
                "new_password1": new,
                "new_password2": new,
            },
        )

    assert len(looked_at()) <= 10


def test_requests_for_new_passwords_are_limited_too(officer, mailoutbox):
    answers = [
        Client().post("/password-reset/", {"email": officer.email}) for _ in range(30)
    ]

    assert 0 < len(mailoutbox) <= 10
    assert answers[-1].status_code == 429


def test_old_tries_are_forgotten(officer):
    guess(officer.email, 1)
    later(minutes=60 * 25)

    guess(officer.email, 2)

    assert SignInAttempt.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_of_fifty_wrong_passwords_sent_together_at_most_ten_are_looked_at(looked_at):
    person = UserFactory()

    def one(number):
        try:
            return guess(person.email, number).status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(16) as threads:
        answers = list(threads.map(one, range(50)))

    assert 0 < len(looked_at()) <= 10
    assert set(answers) == {200, 429}


@pytest.mark.django_db(transaction=True)
def test_without_one_at_a_time_more_would_be_looked_at(looked_at, monkeypatch):
    """The control: tries that count each other without waiting overrun the limit."""
    import time

    monkeypatch.setattr(guessing, "_one_at_a_time", lambda *names: None)
    refuse = guessing._refuse_beyond

    def slowly(attempts, limit):
        refuse(attempts, limit)
        time.sleep(0.05)

    monkeypatch.setattr(guessing, "_refuse_beyond", slowly)
    person = UserFactory()

    def one(number):
        try:
            guess(person.email, number)
        finally:
            connection.close()

    with ThreadPoolExecutor(16) as threads:
        list(threads.map(one, range(50)))

    assert len(looked_at()) > 10
