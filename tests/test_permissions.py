"""Who may open and send what: each address of the site, as everybody, against a table written by hand.

`permissions.csv` holds the verdicts, and no code of the product reads it:

  ok        the page (200)                  sign-in   sent to the sign-in page
  redirect  sent somewhere else on the site  403, 404, 405, 400, 503   that answer

"ok or redirect" allows either. A name may end in * to speak for many addresses; the longest name that fits counts.
POST is sent empty, so a form that may be filled in answers with its errors (ok).

Each address of the admin site stands behind one door, which knows persons and no methods. Nobody and the admin try every method at each
address, so that none stands beside the door; those whom it refuses ask and send.
"""

import pytest
from django.conf import settings
from django.db import transaction
from django.test import Client
from django.urls import reverse

from equality_tracker.organisation.models import Role
from tests.addresses import Address, all_addresses
from tests.factories import DirectorateFactory, UserFactory
from tests.permission_table import ACTORS, read_table, row_for
from tests.rolled_back import rolled_back
from tests.things import Things, path_of

FORM = "application/x-www-form-urlencoded"
METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"]
AT_THE_ADMIN_SITES_DOOR = METHODS[:2]


def verdicts_for(table, address, method):
    row = row_for(table, address.name, method)
    assert row, f"permissions.csv has no row for {method} {address.name}"
    return table[row]


def methods_for(address, actor):
    """Return the methods by which `actor` tries an address."""
    is_refused = actor not in ("nobody", "admin")
    return (
        AT_THE_ADMIN_SITES_DOOR if address.is_of_admin_site and is_refused else METHODS
    )


def without_a_row(table, addresses):
    return sorted(
        f"{method} {address.name}"
        for address in addresses
        for method in METHODS
        if row_for(table, address.name, method) is None
    )


def without_an_address(table, addresses):
    used = {
        row_for(table, address.name, method)
        for address in addresses
        for method in METHODS
    }
    return sorted(f"{method} {name}" for name, method in set(table) - used)


class Visitor(Client):
    """A client that asks once what stands behind an address of the admin site's door, whichever method sent it there."""

    def __init__(self, session=None):
        """Take what somebody holds who is signed in; a fault of the site shows as 500."""
        super().__init__(raise_request_exception=False)
        self.doors = {}
        if session:
            self.cookies[settings.SESSION_COOKIE_NAME] = session

    def at_the_door(self, address):
        if address not in self.doors:
            self.doors[address] = verdict(self, self.get(address))
        return self.doors[address]


def verdict(client, response):
    """Return what became of a request, in the table's words; the admin site's own door is opened first."""
    if response.status_code in (301, 302, 303, 307):
        target = response["Location"].split("?")[0]
        if target == reverse("admin:login"):
            return client.at_the_door(response["Location"])
        return "sign-in" if target == reverse("organisation:sign_in") else "redirect"
    return "ok" if response.status_code == 200 else str(response.status_code)


@pytest.fixture(scope="module")
def db(django_db_setup, django_db_blocker):
    """One transaction around all these tests."""
    with django_db_blocker.unblock(), rolled_back():
        yield


@pytest.fixture(scope="module")
def people(db):
    """The cast of `conftest.py`, made once."""
    housing, libraries = DirectorateFactory(), DirectorateFactory()
    return {
        "leaver": UserFactory(is_active=False, directorates=[housing]),
        "reader": UserFactory(role=Role.READER),
        "officer": UserFactory(directorates=[housing]),
        "officer of another directorate": UserFactory(directorates=[libraries]),
        "manager": UserFactory(role=Role.MANAGER, directorates=[housing]),
        "manager of another directorate": UserFactory(
            role=Role.MANAGER, directorates=[libraries]
        ),
        "admin": UserFactory(role=Role.ADMIN),
    }


@pytest.fixture(scope="module")
def sessions(people):
    """What each of them holds who is signed in."""
    return {actor: session_of(person) for actor, person in people.items()}


def session_of(person):
    client = Client()
    client.force_login(person)
    return client.cookies[settings.SESSION_COOKIE_NAME].value


@pytest.fixture
def clients(sessions):
    """A client for each actor."""
    return {actor: Visitor(sessions.get(actor)) for actor in ACTORS}


@pytest.fixture
def things(people):
    """Housing's things, which are gone after each test."""
    officer = people["officer"]
    with rolled_back():
        housing = officer.directorates.get()
        yield Things(housing, officer, people["admin"], people["leaver"])


def observed(client, method, path):
    """Return the verdict of one request, whose traces are taken away again."""
    with transaction.atomic():
        response = client.generic(method, path, content_type=FORM)
        found = verdict(client, response)
        if response.streaming:
            # Read to its end, so that the test client closes it without closing the database's connection.
            response.getvalue()
        transaction.set_rollback(True)
    return found


@pytest.mark.parametrize("address", all_addresses(), ids=lambda each: each.name)
def test_everybody_gets_what_the_table_says(address, clients, things):
    path = path_of(address, things)
    table = read_table()

    wrong = [
        f"{method} {path} as {actor}: {found}, not {said}"
        for actor in ACTORS
        for method in methods_for(address, actor)
        for said in [verdicts_for(table, address, method)[actor]]
        for found in [observed(clients[actor], method, path)]
        if found not in said.split(" or ")
    ]

    assert not wrong, "\n".join(wrong)


def test_every_address_has_its_row():
    assert without_a_row(read_table(), all_addresses()) == []


def test_every_row_has_its_address():
    assert without_an_address(read_table(), all_addresses()) == []


def test_a_new_address_without_a_row_is_named():
    new = Address("plans:secret_door", "secret/", takes_arguments=False)

    assert "GET plans:secret_door" in without_a_row(read_table(), [new])


def test_a_row_whose_address_is_gone_is_named():
    table = {("plans:gone", "GET"): {}}

    assert without_an_address(table, all_addresses()) == ["GET plans:gone"]


def test_a_door_left_open_is_seen(clients):
    """The control: a page that anybody may read, held against a verdict that it must not have."""
    found = observed(clients["nobody"], "GET", reverse("privacy"))

    assert found == "ok"
    assert found != "sign-in"
