"""Waiting for what somebody else brings about, for as long as they work on it.

No clock: a busy machine outruns any, and where a test fails it only makes everybody wait. Who waits says who is at work, and stops
as soon as they have ended, or have been asleep at `ASLEEP` looks in a row without having done a thing: then nothing is to come.
"""

import threading
import time
from pathlib import Path

from django.db import connection

from equality_tracker.workbooks import detached
from scripts.processes import is_alive

A_LOOK = 0.02
ASLEEP = 750
AT_WORK = {"R", "D"}
OTHERS = """
SELECT pid, state, query_start, state_change, wait_event FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid() AND state <> 'idle' ORDER BY pid
"""


def wait_until(holds, *workers):
    """Return once `holds()`; fail where all `workers` have ended, or are plainly stuck, and it does not hold."""
    asleep, before = 0, None
    while not holds():
        if all(each.is_over() for each in workers):
            assert holds(), "It did not come about, and who was to do it has ended."
            return
        done = [each.done() for each in workers]
        asleep = asleep + 1 if done == before and None not in done else 0
        assert asleep < ASLEEP, "It does not come about: who is to do it only sleeps."
        before = done
        time.sleep(A_LOOK)


class Process:
    """A process with all that it has started.

    As for each worker, `is_over()` says whether they have ended, and `done()` what they have done so far: the same again where they
    only slept meanwhile, and None where they are at work, or would be if the machine let them.
    """

    def __init__(self, pid):
        self.pid = pid

    def is_over(self):
        return not is_alive(self.pid)

    def done(self):
        return time_of(task for pid in family(self.pid) for task in tasks_of(pid))


class Thread:
    """A thread of this process, or several: those that are over once `is_over()`."""

    def __init__(self, is_over):
        self.is_over = is_over
        self.mine = str(threading.get_native_id())

    def done(self):
        return time_of(task for task in tasks_of("self") if task.name != self.mine)


class Reading:
    """The process that reads a file into `folder`."""

    def __init__(self, folder):
        self.folder = folder

    def is_over(self):
        return not detached.look(self.folder).is_alive

    def done(self):
        place = detached.look(self.folder).place
        return Process(place[0]).done() if place else None


class Database:
    """The other connections to this test's database: over once none of them has begun anything."""

    def is_over(self):
        return not self._others()

    def done(self):
        others = self._others()
        working = [one for one in others if one[1] == "active" and not one[-1]]
        return None if working else others

    def _others(self):
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_stat_clear_snapshot()")
            cursor.execute(OTHERS)
            return cursor.fetchall()


def family(pid):
    """Return the process and all that it and those have started, as far as they live."""
    found = [pid]
    for each in found:
        found += [child for task in tasks_of(each) for child in _children_of(task)]
    return found


def tasks_of(pid):
    """Return where the machine tells of each thread of a process; of one that is gone there is none."""
    try:
        return sorted(Path(f"/proc/{pid}/task").iterdir())
    except OSError:
        return []


def time_of(tasks):
    """Return the processor time that each thread has had, None where one of them runs or would."""
    times = {}
    for task in tasks:
        said = _read(task / "stat").rpartition(")")[2].split()
        if said and said[0] in AT_WORK:
            return None
        times[task] = said[11:13]
    return times


def _children_of(task):
    return [int(child) for child in _read(task / "children").split()]


def _read(path):
    try:
        return path.read_text()
    except OSError:
        return ""
