"""A folder for what a run of the tests stores: it goes with the run, and where the run was killed, with the next."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

from scripts.processes import is_alive


def passing_folder(name, base=None):
    """Return a new folder below `base` that goes when this process ends; its own processes may use it, and do not take it away.

    Folders of the same name whose process was killed go now.
    """
    base = Path(base or tempfile.gettempdir())
    _take_away_what_was_left(base, name)
    folder = Path(tempfile.mkdtemp(prefix=f"{name}-{os.getpid()}-", dir=base))
    atexit.register(_take_away, folder, os.getpid())
    return folder


def _take_away(folder, pid):
    """Remove `folder`, unless this is a process that the one of number `pid` was copied to."""
    if os.getpid() == pid:
        shutil.rmtree(folder, ignore_errors=True)


def _take_away_what_was_left(base, name):
    for folder in base.glob(f"{name}-*-*"):
        pid = folder.name.removeprefix(f"{name}-").partition("-")[0]
        if pid.isdigit() and not is_alive(int(pid)):
            shutil.rmtree(folder, ignore_errors=True)
