"""The process that watches over the reading of one file after the page that began it has been answered.

Run as `python -m equality_tracker.workbooks.supervisor FILE FOLDER` by `detached.begin`. It knows no database and opens no
stranger's file itself: that is the child's work. What the child answers goes to FOLDER/answer; to standard output, which is
FOLDER/progress, go `at PID HOST`, `progress 0.5` and at last `ended CODE`.
"""

import os
import platform
import signal
import sys
from pathlib import Path

from equality_tracker.workbooks import limits, runner

ANSWER = "answer"
PROGRESS = "progress"
STEP = 0.01


class Report:
    """Writes down how far the reading is, a hundredth at a time; ends it where the folder has been taken away."""

    def __init__(self, folder: Path) -> None:
        self.place, self.said = folder / PROGRESS, 0.0

    def __call__(self, share: float) -> None:
        if share - self.said < STEP:
            return
        if not self.place.exists():
            raise SystemExit(1)
        self.said = share
        say(f"progress {share:.2f}")


def say(line: str) -> None:
    print(line, flush=True)


def stop(*_signal) -> None:
    """A reading that is cancelled leaves by the way that ends its child."""
    raise SystemExit(1)


def main(path: str, folder: str) -> None:
    signal.signal(signal.SIGTERM, stop)
    say(f"at {os.getpid()} {platform.node()}")
    place = Path(folder)
    with open(place / ANSWER, "wb") as answer:
        code = runner.run(
            [*runner.COMMAND, path], answer, Report(place), limits.SECONDS
        )
    say(f"ended {code}")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
