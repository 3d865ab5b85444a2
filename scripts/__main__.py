"""Starts a command: `python3 -m scripts run`. Written so that any Python 3 can read it and say what is missing."""

import os
import shutil
import sys

OLDEST = (3, 11)
TOO_OLD = (
    "Equality Tracker needs Python 3.11 or newer and this is Python "
    + ".".join(str(part) for part in sys.version_info[:2])
    + ": install a newer one, or name it: make run PYTHON=/path/to/python3.12"
)


def find_newer_python():
    """Return the newest suitable Python on the PATH, or None."""
    which = getattr(shutil, "which", lambda name: None)  # Python 2 has none
    for minor in range(19, OLDEST[1] - 1, -1):
        found = which("python3." + str(minor))
        if found:
            return found
    return None


def start():
    """Run the command, under a newer Python where this one is too old."""
    if sys.version_info >= OLDEST:
        from scripts.commands import main

        return main(sys.argv[1:])
    newer = find_newer_python()
    if newer is None:
        sys.stderr.write(TOO_OLD + "\n")
        return 1
    return os.execv(newer, [newer, "-m", "scripts"] + sys.argv[1:])  # noqa: RUF005


if __name__ == "__main__":
    sys.exit(start())
