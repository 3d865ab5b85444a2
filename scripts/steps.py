"""One step of the set-up: done once, done again when what it is made from changes, and shown while it lasts."""

import hashlib
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from scripts.places import LOGS, STAMPS
from scripts.problems import Problem


def say(message: str) -> None:
    """Print a line at once, also where the output is a file."""
    print(message, flush=True)


def fingerprint(paths: Iterable[Path], *words: str) -> str:
    """Return a hash of the files' contents and of `words`; an absent file counts as empty."""
    digest = hashlib.sha256()
    for path in sorted(paths):
        digest.update(path.name.encode())
        digest.update(path.read_bytes() if path.is_file() else b"")
    digest.update("\0".join(words).encode())
    return digest.hexdigest()


def is_done(name: str, mark: str) -> bool:
    """Say whether the step `name` was last finished with this `mark`."""
    stamp = STAMPS / name
    return stamp.is_file() and stamp.read_text() == mark


def set_done(name: str, mark: str) -> None:
    """Remember that the step `name` is finished for this `mark`."""
    STAMPS.mkdir(parents=True, exist_ok=True)
    (STAMPS / name).write_text(mark)


def set_undone(name: str) -> None:
    """Forget that the step `name` was ever finished."""
    (STAMPS / name).unlink(missing_ok=True)


class Progress:
    """Shows how far a step is: one line that is rewritten on a terminal, a line each now and then elsewhere."""

    def __init__(self, title: str) -> None:
        self.title = title
        self.began = self.last = time.monotonic()
        self.on_terminal = sys.stdout.isatty()
        say(f"{title} …")

    def tell(self, detail: str) -> None:
        """Show `detail` beside the title."""
        now = time.monotonic()
        if self.on_terminal:
            print(f"\r\033[K  {detail[:76]}", end="", flush=True)
        elif now - self.last > 5:
            say(f"  {detail}")
            self.last = now

    def done(self) -> None:
        """Say how long it took."""
        start = "\r\033[K" if self.on_terminal else ""
        say(f"{start}  done in {time.monotonic() - self.began:.0f} s")


def run_logged(
    command: list[str],
    log: str,
    on_line: Callable[[str], None],
    problem: str,
    env: Mapping[str, str] | None = None,
    cwd: Path | None = None,
) -> None:
    """Run `command`, keep its output in the log named `log`, pass each line on; a failure is `problem`."""
    LOGS.mkdir(parents=True, exist_ok=True)
    path = LOGS / f"{log}.log"
    with path.open("w") as kept:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            env=env,
            cwd=cwd,
        )
        for line in process.stdout or ():
            kept.write(line)
            on_line(line.rstrip())
        code = process.wait()
    if code:
        raise Problem(f"{problem} (what it said is in {path}).")
