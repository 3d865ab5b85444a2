"""What somebody who is not signed in can open: a short list, and nothing beside it."""

import pytest
from django.test import Client

from tests.addresses import all_addresses
from tests.test_permissions import METHODS, read_table, verdicts_for

pytestmark = pytest.mark.django_db
OPEN = {
    "accessibility",
    "privacy",
    "health",
    "favicon",
    "organisation:sign_in",
    "organisation:sign_out",
    "organisation:password_reset",
    "organisation:password_reset_sent",
    "organisation:password_reset_confirm",
    "organisation:invitation_accept",
    "organisation:password_choose",
    # Sends nobody on to the one sign-in page, and takes nothing.
    "/admin/login/",
    "admin:login",
}
SHUT = {"sign-in", "404"}


def test_only_the_named_doors_are_open():
    """The table is read, which `tests/test_permissions.py` holds against the site at each address and method."""
    table = read_table()

    opened = {
        address.name
        for address in all_addresses()
        for method in METHODS
        if not SHUT.issuperset(
            verdicts_for(table, address, method)["nobody"].split(" or ")
        )
    }

    assert opened <= OPEN


@pytest.mark.parametrize(
    "path",
    ["/actions/../admin/", "//account/", "/account", "/ACCOUNT/", "/account/;x.css"],
)
def test_another_spelling_opens_nothing(path):
    response = Client(raise_request_exception=False).get(path)

    assert response.status_code in (301, 302, 404)


def test_a_method_in_a_header_or_field_is_not_believed(officer_client, officer):
    for sent in (
        {"headers": {"X-HTTP-Method-Override": "POST"}},
        {"query_params": {"_method": "POST"}},
    ):
        response = officer_client.get("/sign-out/", **sent)

        assert response.status_code == 405
