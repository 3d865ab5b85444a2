"""The cast: the people every test is about, and a signed-in client for each."""

import gc

import hypothesis
import pytest
from django.core.signals import request_finished
from django.test import Client

from equality_tracker.organisation.models import Role
from equality_tracker.workbooks.collecting import collect

from .committed_database import (  # noqa: F401
    django_db_setup,
    pytest_runtest_teardown,
)
from .factories import DirectorateFactory, UserFactory
from .sharing_out import (  # noqa: F401
    pytest_collection_modifyitems,
    pytest_xdist_make_scheduler,
)

# No test fails because the machine has other things to do: a test that is about time says how much of it.
hypothesis.settings.register_profile("unhurried", deadline=None)
hypothesis.settings.load_profile("unhurried")
# Objects made between two rounds of the collector of rings, which walks over all of them.
OBJECTS_BETWEEN_ROUNDS = 50_000


def pytest_collection_finish():
    """Leave the thousands of tests and all that they import out of the collector's rounds: they stay to the end."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(OBJECTS_BETWEEN_ROUNDS)


@pytest.fixture(autouse=True, scope="session")
def pages_leave_rings_to_the_collector():
    """After an import page the site goes over all objects; here that costs more than the page, and only its own test asks for it."""
    assert request_finished.disconnect(collect)


@pytest.fixture
def pages_collect_rings(pages_leave_rings_to_the_collector):
    """An import page lets go of its rows as it does on the site."""
    request_finished.connect(collect)
    yield
    request_finished.disconnect(collect)


@pytest.fixture(autouse=True, scope="session")
def uploads_are_waited_for():
    """On a busy machine a small file takes longer than a person would wait; no test goes on before it is read."""
    from equality_tracker.imports import background

    background.PATIENCE = 60


@pytest.fixture
def housing(db):
    """The directorate of the officer and the manager."""
    return DirectorateFactory(name="Housing and Neighbourhoods", short_name="Housing")


@pytest.fixture
def libraries(db):
    """Another directorate, which is none of theirs."""
    return DirectorateFactory(name="Libraries and Culture", short_name="Libraries")


@pytest.fixture
def reader(db):
    """Rae reads everything that is not confidential and changes nothing."""
    return UserFactory(name="Rae Reader", role=Role.READER)


@pytest.fixture
def officer(housing):
    """Olu is an officer in Housing."""
    return UserFactory(name="Olu Officer", directorates=[housing])


@pytest.fixture
def officer_of_another_directorate(libraries):
    """Ola is an officer in Libraries and must not touch Housing's actions."""
    return UserFactory(name="Ola Other", directorates=[libraries])


@pytest.fixture
def manager(housing):
    """May manages Housing."""
    return UserFactory(name="May Manager", role=Role.MANAGER, directorates=[housing])


@pytest.fixture
def manager_of_another_directorate(libraries):
    """Moe manages Libraries."""
    return UserFactory(name="Moe Manager", role=Role.MANAGER, directorates=[libraries])


@pytest.fixture
def admin(db):
    """Ada is the equality lead and may do everything."""
    return UserFactory(name="Ada Admin", role=Role.ADMIN)


@pytest.fixture
def leaver(housing):
    """Lee has left: the account is closed, the posts are still named."""
    return UserFactory(name="Lee Leaver", is_active=False, directorates=[housing])


def _signed_in(user):
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def reader_client(reader):
    return _signed_in(reader)


@pytest.fixture
def officer_client(officer):
    return _signed_in(officer)


@pytest.fixture
def officer_of_another_directorate_client(officer_of_another_directorate):
    return _signed_in(officer_of_another_directorate)


@pytest.fixture
def manager_client(manager):
    return _signed_in(manager)


@pytest.fixture
def manager_of_another_directorate_client(manager_of_another_directorate):
    return _signed_in(manager_of_another_directorate)


@pytest.fixture
def admin_client(admin):
    return _signed_in(admin)
