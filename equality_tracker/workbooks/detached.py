"""Reading a file in a process that outlives the request, and even the worker, that began it.

What is known of a reading stands in a folder of its own: how far it is, and at last the child's answer. The reading process holds a
lock on it for as long as it lives, whatever ends it; so anybody who can see the folder can tell a reading under way from one
that died.
"""

import fcntl
import os
import platform
import shutil
import signal
import subprocess
import sys
import threading
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from equality_tracker.workbooks import runner
from equality_tracker.workbooks.supervisor import ANSWER, PROGRESS

COMMAND = [sys.executable, "-m", "equality_tracker.workbooks.supervisor"]


@dataclass
class Look:
    """A reading as it stands: the share done, 0.0 to 1.0, and the code that the child ended with, None while it has not.

    It is waiting while as many other files as may be are read.
    """

    share: float = 0.0
    code: int | None = None
    is_alive: bool = False
    is_waiting: bool = False
    place: tuple[int, str] | None = None

    @property
    def is_done(self) -> bool:
        return self.code is not None

    @property
    def is_lost(self) -> bool:
        """Whether nobody reads it any more and there is no answer: the server was restarted, or the process killed."""
        return not self.is_alive and not self.is_done


def begin(path: Path, folder: Path) -> threading.Thread:
    """Begin to read the file at `path`; return a thread that ends when the reading does, to be waited for or not.

    `folder` is made anew: what stood there of an earlier reading is gone.
    """
    end(folder)
    folder.mkdir(mode=0o700, parents=True)
    with open(folder / PROGRESS, "wb") as progress:
        fcntl.flock(progress, fcntl.LOCK_EX)
        process = subprocess.Popen(
            [*COMMAND, os.fspath(path), os.fspath(folder)],
            cwd=runner.ROOT,
            env=runner.environment(),
            stdin=subprocess.DEVNULL,
            stdout=progress,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    # Whoever starts a process has to take note of its end; this thread does nothing else.
    reaper = threading.Thread(target=process.wait, daemon=True)
    reaper.start()
    return reaper


def look(folder: Path) -> Look:
    """Say how the reading in `folder` stands; one that was never begun, or was taken away, is lost."""
    try:
        with open(folder / PROGRESS, "rb") as progress:
            alive = _is_locked(progress)
            found = Look(is_alive=alive)
            for line in progress:
                _note(found, line.decode("utf-8", "replace").split())
            return found
    except OSError:
        return Look()


def collect(folder: Path) -> dict:
    """Return the plain sheets that were read and is done with; raises Refused with the sentence that says why there are none."""
    return runner.understand(look(folder).code, (folder / ANSWER).read_bytes())


def end(folder: Path) -> None:
    """Kill the reading, if there is one, and take away what it left."""
    found = look(folder)
    if found.is_alive and found.place and found.place[1] == platform.node():
        # The lock is held, so the process that wrote its number there lives: no other can have got the number meanwhile.
        with suppress(ProcessLookupError):
            os.kill(found.place[0], signal.SIGTERM)
    shutil.rmtree(folder, ignore_errors=True)


def _is_locked(file) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    return False


def _note(found: Look, words: list[str]) -> None:
    """Take in one line of the supervisor's; a line that is not whole yet says nothing."""
    match words:
        case ["at", pid, host] if pid.isdigit():
            found.place = int(pid), host
        case ["waiting" | "reading" as state]:
            found.is_waiting = state == "waiting"
        case ["progress", share]:
            with suppress(ValueError):
                found.share = min(float(share), 1.0)
        case ["ended", code]:
            with suppress(ValueError):
                found.code = int(code)
