"""The demonstration, loaded once for each of five days and read by every test."""

import datetime

import pytest
from django.db import connection, transaction

from equality_tracker.dashboards.demonstration import load

DAYS = ["2026-11-22", "2027-03-31", "2027-04-01", "2028-02-29", "2029-01-01"]


@pytest.fixture(scope="module", params=DAYS)
def today(request, django_db_setup, django_db_blocker):
    """The day that the demonstration in the database was loaded for."""
    day = datetime.date.fromisoformat(request.param)
    with django_db_blocker.unblock():
        whole = transaction.atomic()
        # The evidence store insists on a transaction of its own; Django's tests may stand around it.
        whole._from_testcase = True
        with whole:
            load(day)
            connection.check_constraints()
            yield day
            transaction.set_rollback(True)
