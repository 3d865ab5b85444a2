"""Readings that take their time, and waiting for them."""

from equality_tracker.imports import background
from tests.waiting import Reading, wait_until


def reading_of(run):
    """Return the reading of an import's file as what is waited for."""
    return Reading(background.folder_of(run))


def half_way(run):
    """Wait until half of the file is read; return the number of the process that reads it."""
    wait_until(lambda: background.look(run).share == 0.5, reading_of(run))
    return background.look(run).place[0]
