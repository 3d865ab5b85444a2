"""Every address of the site that answers an admin with a page or a file, as `permissions.csv` has it, and what they speak of."""

from equality_tracker.organisation.models import Role
from tests.addresses import all_addresses
from tests.factories import DirectorateFactory, UserFactory
from tests.permission_table import read_table, row_for
from tests.things import Things


def _is_open(address):
    row = row_for(read_table(), address.name, "GET")
    return bool(row) and read_table()[row]["admin"].startswith("ok")


PAGES = [
    each for each in all_addresses() if _is_open(each) and not each.is_of_admin_site
]


def things_and_people():
    """Return Housing's things with those who made them, for tests that make them once."""
    housing = DirectorateFactory(
        name="Housing and Neighbourhoods", short_name="Housing"
    )
    return Things(
        housing,
        officer=UserFactory(name="Olu Officer", directorates=[housing]),
        admin=UserFactory(name="Ada Admin", role=Role.ADMIN),
        leaver=UserFactory(name="Lee Leaver", is_active=False, directorates=[housing]),
    )
