"""Every address of the site that answers an admin with a page or a file, as `permissions.csv` has it."""

from tests.addresses import all_addresses
from tests.permission_table import read_table, row_for


def _is_open(address):
    row = row_for(read_table(), address.name, "GET")
    return bool(row) and read_table()[row]["admin"].startswith("ok")


PAGES = [
    each for each in all_addresses() if _is_open(each) and not each.is_of_admin_site
]
