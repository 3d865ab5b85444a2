"""The process that watches over the reading of one file after the page that began it has been answered.

Run as `python -m equality_tracker.workbooks.supervisor FILE FOLDER` by `detached.begin`. It knows no database and opens no
stranger's file itself: that is the child's work. What the child answers goes to FOLDER/answer; to standard output, which is
FOLDER/progress, go `at PID HOST`, `waiting` where too many others are being read, `reading`, `progress 0.5` and at last `ended CODE`.
"""

import fcntl
import os
import platform
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from equality_tracker.workbooks import limits, runner

ANSWER = "answer"
PROGRESS = "progress"
STEP = 0.01
# The folder beside the files in which each reading at work holds the lock on a file: a dead reader holds none.
SLOTS = ".reading"
PAUSE = 0.2


class Report:
    """Writes down how far the reading is, a hundredth at a time; ends it where the folder has been taken away."""

    def __init__(self, folder: Path) -> None:
        self.place, self.said = folder / PROGRESS, 0.0

    def __call__(self, share: float) -> None:
        if share - self.said < STEP:
            return
        self.check_wanted()
        self.said = share
        say(f"progress {share:.2f}")

    def check_wanted(self) -> None:
        """End the process where the folder has been taken away."""
        if not self.place.exists():
            raise SystemExit(1)


@contextmanager
def turn(folder: Path, report: Report) -> Iterator[None]:
    """Wait until fewer than limits.READERS files are being read, and count as one of them."""
    folder.mkdir(mode=0o700, exist_ok=True)
    slot = take_slot(folder)
    if slot is None:
        say("waiting")
    while slot is None:
        time.sleep(PAUSE)
        report.check_wanted()
        slot = take_slot(folder)
    say("reading")
    try:
        yield
    finally:
        os.close(slot)


def take_slot(folder: Path) -> int | None:
    """Return a descriptor whose lock nobody else has, which the child does not inherit; None where all are taken."""
    for number in range(limits.READERS):
        slot = os.open(folder / str(number), os.O_RDWR | os.O_CREAT, 0o600)
        with suppress(BlockingIOError):
            fcntl.flock(slot, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return slot
        os.close(slot)
    return None


def say(line: str) -> None:
    print(line, flush=True)


def stop(*_signal) -> None:
    """A reading that is cancelled leaves by the way that ends its child."""
    raise SystemExit(1)


def main(path: str, folder: str) -> None:
    signal.signal(signal.SIGTERM, stop)
    say(f"at {os.getpid()} {platform.node()}")
    place = Path(folder)
    report = Report(place)
    with turn(place.parent / SLOTS, report), open(place / ANSWER, "wb") as answer:
        code = runner.run([*runner.COMMAND, path], answer, report, limits.SECONDS)
    say(f"ended {code}")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
