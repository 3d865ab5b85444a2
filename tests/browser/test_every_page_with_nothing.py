"""Every page of the site in a real browser before anybody has written anything."""

import pytest

from equality_tracker.organisation.models import Role
from tests.committed_database import restore_database
from tests.factories import UserFactory
from tests.pages import PAGES
from tests.things import path_of

from .looking import PHONE, assert_well_made, show


@pytest.fixture(scope="module")
def db(django_db_setup, django_db_blocker):
    """One database for all these tests, none of which writes."""
    with django_db_blocker.unblock():
        yield
        restore_database()


@pytest.fixture(scope="module")
def admin(db):
    return UserFactory(name="Ada Admin", role=Role.ADMIN)


@pytest.mark.parametrize(
    "address",
    [page for page in PAGES if not page.takes_arguments],
    ids=lambda each: each.name,
)
def test_page_with_nothing_to_show_is_well_made(address, look_as, admin):
    page = look_as(admin)

    if show(page, path_of(address, None)):
        assert_well_made(page, [PHONE])
