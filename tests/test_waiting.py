"""Waiting ends when it can: with what is waited for, with whoever was to bring it about, or when they are stuck."""

import subprocess
import sys
import threading

import pytest

from tests import waiting
from tests.waiting import Process, Thread, wait_until

NEVER = [sys.executable, "-c", "import time; time.sleep(600)"]
WORK = """
import os, sys
while not os.path.exists(sys.argv[1]): pass
"""


@pytest.fixture
def start():
    """Return a function that starts a process; it is ended after the test."""
    started = []

    def start(command):
        started.append(subprocess.Popen(command))
        return started[-1]

    yield start
    for process in started:
        process.kill()
        process.wait()


def test_what_holds_already_is_not_waited_for():
    wait_until(lambda: True)


def test_who_has_ended_is_not_waited_for(start):
    process = start([sys.executable, "-c", ""])
    process.wait()

    with pytest.raises(AssertionError, match="has ended"):
        wait_until(lambda: False, Process(process.pid))


def test_what_a_process_brought_about_with_its_end_is_seen(start):
    process = start([sys.executable, "-c", ""])

    wait_until(lambda: process.poll() is not None, Process(process.pid))

    assert process.returncode == 0


def test_who_only_sleeps_is_not_waited_for(start, monkeypatch):
    monkeypatch.setattr(waiting, "ASLEEP", 10)

    with pytest.raises(AssertionError, match="only sleeps"):
        wait_until(lambda: False, Process(start(NEVER).pid))


def test_a_thread_that_waits_for_nothing_is_not_waited_for(monkeypatch):
    monkeypatch.setattr(waiting, "ASLEEP", 10)
    free = threading.Event()
    thread = threading.Thread(target=free.wait)
    thread.start()

    with pytest.raises(AssertionError, match="only sleeps"):
        wait_until(lambda: False, Thread(lambda: not thread.is_alive()))
    free.set()
    thread.join()


def test_who_works_is_waited_for_however_long(start, monkeypatch, tmp_path):
    """Fifty looks are ten times as many as a sleeper is given."""
    monkeypatch.setattr(waiting, "ASLEEP", 5)
    process, looks = start([sys.executable, "-c", WORK, tmp_path / "enough"]), []

    def holds():
        looks.append(process.poll())
        if len(looks) == 50:
            (tmp_path / "enough").touch()
        return looks[-1] is not None

    wait_until(holds, Process(process.pid))

    assert process.returncode == 0
