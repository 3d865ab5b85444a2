"""The bench's databases begin as copies of the tests' own: migrating each from nothing takes longer than all that is measured."""

import pytest

from equality_tracker.dashboards.bench import scratch
from tests.committed_database import untouched

make = scratch._make


class Migrated:
    """The untouched test database, as `scratch._make` asks for the one to copy."""

    settings_dict = property(lambda self: {"NAME": untouched()})

    def close(self):
        """Nobody is connected to it."""


@pytest.fixture(scope="module", autouse=True)
def begins_migrated(django_db_setup):
    """`migrate` is still called on the first of them, and finds nothing left to do."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            scratch,
            "_make",
            lambda live, name, template: make(live, name, template or Migrated()),
        )
        yield
