"""Other processes of this machine: whether they live, what they were started as, and how to end one of ours."""

import os
import signal
import subprocess
import time
from pathlib import Path


def is_alive(pid: int) -> bool:
    """Say whether a process with this number runs (one that has ended and waits for its parent does not)."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return not _is_ended(pid)


def _is_ended(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state in {"Z", "X"}


def words_of(pid: int) -> str:
    """Return the command line of a process, "" where it cannot be read."""
    try:
        return (
            Path(f"/proc/{pid}/cmdline")
            .read_bytes()
            .replace(b"\0", b" ")
            .decode(errors="replace")
        )
    except OSError:
        return _ask_ps(pid)


def _ask_ps(pid: int) -> str:
    """Return the command line as `ps` tells it, where there is no /proc."""
    command = ["ps", "-ww", "-o", "command=", "-p", str(pid)]
    try:
        return subprocess.run(
            command, capture_output=True, text=True, check=False
        ).stdout
    except FileNotFoundError:
        return ""


def stop_process(
    pid: int, how: signal.Signals = signal.SIGTERM, seconds: float = 10
) -> None:
    """Ask a process to end and wait; end it by force after `seconds`."""
    _send(pid, how)
    deadline = time.monotonic() + seconds
    while is_alive(pid) and time.monotonic() < deadline:
        time.sleep(0.02)
    if is_alive(pid):
        _send(pid, signal.SIGKILL)


def _send(pid: int, what: signal.Signals) -> None:
    try:
        os.kill(pid, what)
    except ProcessLookupError:
        return
