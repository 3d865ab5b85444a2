"""A register on its way through the import pages, and the shortest way to a run of one."""

import csv
import io

import pytest

from tests.imports.conftest import Journey
from tests.imports.reading_here import read_here  # noqa: F401

HEADINGS = ("EIA ref", "Title", "Directorate", "Lead officer", "Stage", "Due date", "Date approved", "Date published", "Review date", "Outcome")  # fmt: skip


def register(*rows, headings=HEADINGS, above="EIA register"):
    """Return the bytes of a text table; rows are padded on the right."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerows([[above], headings])
    writer.writerows([*row, *[""] * (len(headings) - len(row))] for row in rows)
    return out.getvalue().encode()


@pytest.fixture(autouse=True)
def files_are_read_here(read_here):  # noqa: F811
    """How a file is read in its own process is the matter of tests/imports."""


@pytest.fixture
def journey(admin_client):
    return Journey(admin_client)


@pytest.fixture
def bring(journey):
    """Return a function that takes a register through the pages and imports it; it returns the run."""

    def bring(content, name="register.csv", changes=None, **upload):
        journey.to_preview(content, name=name, **upload)
        journey.apply(changes)
        return journey.run

    return bring
