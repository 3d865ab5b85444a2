"""However many files arrive at once, only so many are read at a time; the others wait for their turn, and say so."""

import signal
from contextlib import ExitStack
from os import kill

import pytest

from equality_tracker.workbooks import detached, limits
from tests.imports.slow_reader import SLOW, reader_with
from tests.waiting import Reading, wait_until


@pytest.fixture
def begin(tmp_path):
    """Return a function that begins to read a small table; what is still read at the end is ended."""
    with ExitStack() as at_last:

        def begin(name):
            path, folder = tmp_path / name, tmp_path / f"{name}.reading"
            path.write_text("Action,Lead\nOpen the desk,Head of Access\n")
            detached.begin(path, folder)
            at_last.callback(detached.end, folder)
            return folder

        yield begin


@pytest.fixture
def busy(begin, monkeypatch):
    """As many slow readings as may run at once, each half way."""
    with monkeypatch.context() as patched:
        patched.setattr(detached, "COMMAND", reader_with(SLOW))
        folders = [begin(f"slow-{number}.csv") for number in range(limits.READERS)]
    wait_until(
        lambda: all(detached.look(one).share == 0.5 for one in folders),
        *map(Reading, folders),
    )
    return folders


def test_one_file_more_waits_and_is_read_once_another_has_ended(begin, busy):
    folder = begin("plan.csv")
    wait_until(lambda: detached.look(folder).is_waiting, Reading(folder))
    waiting = detached.look(folder)

    detached.end(busy[1])

    assert waiting.is_alive
    assert not waiting.is_lost
    wait_until(lambda: detached.look(folder).is_done, Reading(folder))
    assert not detached.look(folder).is_waiting
    assert detached.collect(folder)["sheets"][0]["rows"][0] == [
        1,
        [[1, "Action"], [2, "Lead"]],
    ]


def test_a_reader_that_was_killed_makes_room(begin, busy):
    folder = begin("plan.csv")
    wait_until(lambda: detached.look(folder).is_waiting, Reading(folder))

    kill(detached.look(busy[0]).place[0], signal.SIGKILL)

    wait_until(lambda: detached.look(folder).is_done, Reading(folder))
    assert detached.look(busy[0]).is_lost
    assert all(detached.look(one).is_alive for one in busy[1:])


def test_a_file_that_waits_can_be_cancelled(begin, busy):
    folder = begin("plan.csv")
    wait_until(lambda: detached.look(folder).is_waiting, Reading(folder))

    detached.end(folder)

    assert not folder.exists()
    assert detached.look(folder).is_lost
