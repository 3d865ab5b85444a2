"""Things that must happen once, or not at all, when many ask at the same moment."""

import re
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.apps import apps
from django.core import mail
from django.db import connection
from django.test import Client
from django.utils import timezone

from equality_tracker.organisation import links, saving
from equality_tracker.organisation.links import Link
from equality_tracker.organisation.models import Lead, Role, User
from tests.factories import LeadFactory, UserFactory

pytestmark = pytest.mark.django_db(transaction=True)
KEY = "6f9619ff-8b86-d011-b42d-00cf4fc964ff"


def together(job, times):
    """Run `job(number)` in as many threads at once; return what each gave."""

    def one(number):
        try:
            return job(number)
        finally:
            connection.close()

    with ThreadPoolExecutor(times) as threads:
        return list(threads.map(one, range(times)))


def signed_in(user):
    client = Client()
    client.force_login(user)
    return client


def use(path, number):
    client = Client()
    client.get(path)
    chosen = f"three quite different words {number}"
    return client.post(
        "/choose-password/", {"new_password1": chosen, "new_password2": chosen}
    ).status_code


@pytest.mark.parametrize("purpose", ["invitation", "reset"])
def test_of_twenty_uses_of_one_link_one_counts(purpose):
    person = UserFactory(invited_at=timezone.now())
    path = Link.to(person, purpose).path

    answers = together(lambda number: use(path, number), 20)

    assert sorted(answers) == [302] + [410] * 19


def test_without_the_lock_more_would(monkeypatch):
    """The control: the same uses where the person's row is not locked."""
    looked_up = links.Link.user

    def slowly(link, people=None):
        found = looked_up(link, None)
        time.sleep(0.2)
        return found

    monkeypatch.setattr(links.Link, "user", slowly)
    person = UserFactory(invited_at=timezone.now())
    path = Link.to(person, "reset").path

    answers = together(lambda number: use(path, number), 16)

    assert answers.count(302) > 1


def test_two_last_admins_who_demote_each_other_leave_one():
    for _ in range(5):
        pair = UserFactory.create_batch(2, role=Role.ADMIN)
        User.objects.admins().exclude(pk__in=[each.pk for each in pair]).update(
            role=Role.READER
        )
        clients = [signed_in(each) for each in pair]

        def demote(number, pair=pair, clients=clients):
            other = pair[1 - number]
            return clients[number].post(
                f"/people/{other.pk}/",
                {
                    "name": other.name,
                    "email": other.email,
                    "role": "reader",
                    "is_active": "on",
                    "version": other.version,
                },
            )

        together(demote, 2)

        assert User.objects.admins().count() == 1


def test_of_twenty_saves_of_one_form_version_one_counts():
    admin, lead = UserFactory(role=Role.ADMIN), LeadFactory()
    clients = [signed_in(admin) for _ in range(20)]

    def save(number):
        return (
            clients[number]
            .post(
                f"/leads/{lead.pk}/edit/",
                {"name": f"Name {number}", "version": lead.version},
            )
            .status_code
        )

    for _ in range(3):
        lead.refresh_from_db()
        assert sorted(together(save, 20)) == [302] + [409] * 19


def test_without_the_version_more_would():
    """The control: each save carries the version as it stands, as a form without one would."""
    admin, lead = UserFactory(role=Role.ADMIN), LeadFactory()
    clients = [signed_in(admin) for _ in range(20)]

    def save(number):
        version = Lead.objects.get(pk=lead.pk).version
        return (
            clients[number]
            .post(f"/leads/{lead.pk}/edit/", {"name": f"N{number}", "version": version})
            .status_code
        )

    answers = [save(number) for number in range(20)]

    assert answers.count(302) > 1


@pytest.mark.parametrize(
    ("address", "filling", "made"),
    [
        ("/leads/add/", {"name": "Lift Officer"}, "organisation.Lead"),
        (
            "/people/invite/",
            {"name": "Nia", "email": "nia@northmere.example", "role": "reader"},
            "organisation.User",
        ),
        (
            "/directorates/add/",
            {"name": "Markets", "kind": "service"},
            "organisation.Directorate",
        ),
    ],
)
def test_one_form_sent_twenty_times_at_once_makes_one_row(address, filling, made):
    model = apps.get_model(made)
    admin = UserFactory(role=Role.ADMIN)
    clients = [signed_in(admin) for _ in range(20)]
    before = model.objects.count()

    answers = together(
        lambda number: clients[number].post(address, {**filling, "form_key": KEY}), 20
    )

    assert model.objects.count() == before + 1
    assert {each.status_code for each in answers} == {302}
    assert len({each["Location"] for each in answers}) == 1


def test_two_forms_with_one_name_at_once_make_one_row_and_an_error(monkeypatch):
    """Both were found valid before either was saved: the database decides, and the page says so."""
    admin = UserFactory(role=Role.ADMIN)
    clients = [signed_in(admin) for _ in range(6)]
    keys = [KEY[:-1] + str(number) for number in range(6)]

    answers = together(
        lambda number: (
            clients[number]
            .post("/leads/add/", {"name": "Lift Officer", "form_key": keys[number]})
            .status_code
        ),
        6,
    )

    assert sorted(answers) == [200] * 5 + [302]
    assert Lead.objects.filter(name="Lift Officer").count() == 1


def test_the_letter_of_an_invitation_is_sent_once():
    admin = UserFactory(role=Role.ADMIN)
    clients = [signed_in(admin) for _ in range(10)]
    sent = {"name": "Nia", "email": "nia@northmere.example", "role": "reader"}

    together(
        lambda number: clients[number].post(
            "/people/invite/", {**sent, "form_key": KEY}
        ),
        10,
    )

    assert len(mail.outbox) == 1
    assert re.search(r"/invitation/\S+", mail.outbox[0].body)
    assert saving.FormKey.objects.count() == 1
