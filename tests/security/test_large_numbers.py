"""A number in an address that no row can have is a page that does not exist, whoever asks for it."""

import re

import pytest

from tests.addresses import all_addresses
from tests.things import Things, path_of

pytestmark = pytest.mark.django_db
TOO_LARGE = 10**20
NUMBERS = [each for each in all_addresses() if "<int:" in each.route]


@pytest.mark.parametrize("who", ["reader_client", "officer_client", "admin_client"])
def test_a_number_beyond_all_rows_is_no_fault_of_the_site(
    who, housing, officer, admin, leaver, request
):
    client = request.getfixturevalue(who)
    client.raise_request_exception = False
    things = Things(housing, officer, admin, leaver)
    paths = [
        path
        for address in NUMBERS
        for path in with_one_too_large(path_of(address, things))
    ]

    faults = [path for path in paths if client.get(path).status_code >= 500]

    assert paths
    assert faults == []


def with_one_too_large(path):
    """Yield `path` with each of its numbers in turn made too large."""
    for found in re.finditer(r"(?<=/)\d+(?=/)", path):
        yield f"{path[: found.start()]}{TOO_LARGE}{path[found.end() :]}"
