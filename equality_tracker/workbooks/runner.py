"""Runs the reading process and turns whatever becomes of it into sheets or a sentence."""

import json
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path

from equality_tracker.workbooks import limits
from equality_tracker.workbooks.collecting import uncollected
from equality_tracker.workbooks.refused import Refused

ROOT = Path(__file__).resolve().parents[2]
COMMAND = [sys.executable, "-m", "equality_tracker.workbooks.child"]
ENVIRONMENT = {"PYTHONIOENCODING": "utf-8", "OPENPYXL_LXML": "False"}
KEPT = ("PATH", "LANG", "LC_ALL", "SYSTEMROOT", "TMPDIR")
TOO_SLOW = (
    f"The file takes longer than {limits.SECONDS} seconds to read. Save a copy with only the "
    "sheets that hold the plan and try again."
)
DIED = (
    "The file could not be read: it brought the reader down, and nothing was imported. Open "
    "it in Excel, save it again as .xlsx with only the sheets that hold the plan, and try again."
)


def read_in_child(
    path,
    progress: Callable[[float], None] | None = None,
    *,
    command: list[str] | None = None,
    seconds: float = limits.SECONDS,
) -> dict:
    """Read a file in a process of its own; raises Refused where it fails, dies or hangs."""
    with tempfile.TemporaryFile() as output:
        code = run(
            [*(command or COMMAND), os.fspath(Path(path).resolve())],
            output,
            progress,
            seconds,
        )
        output.seek(0)
        return understand(code, output.read())


def environment() -> dict[str, str]:
    """What a reading process is told of the site's surroundings: no setting, no password."""
    kept = {name: os.environ[name] for name in KEPT if name in os.environ}
    return kept | ENVIRONMENT


def run(arguments, output, progress, seconds: float) -> int:
    """Start, listen, and end it by its time; gives back its exit code."""
    process = subprocess.Popen(
        arguments,
        cwd=ROOT,
        env=environment(),
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    timer = threading.Timer(seconds, process.kill)
    timer.start()
    try:
        with process.stderr as lines:
            for line in lines:
                tell(progress, line)
        process.wait()
        return process.returncode if timer.is_alive() else TIMED_OUT
    finally:
        timer.cancel()
        process.kill()
        process.wait()


TIMED_OUT = -1000
OUT_OF_TIME = (-24, TIMED_OUT)


def tell(progress: Callable[[float], None] | None, line: bytes) -> None:
    """Pass a progress line on."""
    word, _, share = line.partition(b" ")
    if progress and word == b"progress":
        progress(float(share))


def understand(code: int, output: bytes) -> dict:
    """The sheets of a good answer; a sentence for everything else."""
    if code in OUT_OF_TIME:
        raise Refused(TOO_SLOW)
    try:
        with uncollected():
            answer = json.loads(output) if code == 0 else {"refused": DIED}
    except ValueError:
        answer = {"refused": DIED}
    if "refused" in answer:
        raise Refused(answer["refused"])
    return answer["read"]
