"""Readings that take their time, and waiting for them."""

import time

from equality_tracker.imports import background


def wait_until(holds):
    deadline = time.monotonic() + 120
    while not holds():
        assert time.monotonic() < deadline, "It did not come about in two minutes."
        time.sleep(0.02)


def half_way(run):
    wait_until(lambda: background.look(run).share == 0.5)
    return background.look(run).place[0]
