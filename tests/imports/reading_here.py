"""Files read in the test's own process, each once: starting two processes costs more than reading a small plan.

What is read is what the reading process would answer, and all that comes after it is the product's own. A test about the process
itself (its limits, its end, how far it is, a hostile file) is marked `reading_process`, or asks for `slow`, and has it.
"""

import io
import json
import os
import platform
import threading
from contextlib import redirect_stderr
from pathlib import Path

import pytest

from equality_tracker.imports import reading
from equality_tracker.workbooks import child, detached, runner
from equality_tracker.workbooks.supervisor import ANSWER, PROGRESS

begin_process = detached.begin
read_already = {}


@pytest.fixture
def read_here(request, monkeypatch):
    """No reading process is started, unless the test is marked `reading_process`."""
    if not request.node.get_closest_marker("reading_process"):
        monkeypatch.setattr(detached, "begin", begin_here)
        monkeypatch.setattr(reading, "read_in_child", read_tables_here)


def read_tables_here(path, progress=None):
    """Give back, or raise, what `runner.read_in_child` does."""
    answer, said = answer_to(Path(path))
    for line in said:
        runner.tell(progress, line)
    return runner.understand(0, answer)


def begin_here(path, folder):
    """Leave in `folder` what a reading leaves that is over; return a thread that is over too."""
    detached.end(folder)
    folder.mkdir(mode=0o700, parents=True)
    (folder / ANSWER).write_bytes(answer_to(path)[0])
    lines = f"at {os.getpid()} {platform.node()}\nreading\nprogress 1.00\nended 0\n"
    (folder / PROGRESS).write_text(lines)
    over = threading.Thread(target=lambda: None)
    over.start()
    return over


def answer_to(path):
    """Return what the reading process answers to the file at `path`, and the lines in which it tells how far it is."""
    key = path.read_bytes(), path.suffix
    if key not in read_already:
        said = io.StringIO()
        with redirect_stderr(said):
            found = child.answer(os.fspath(path))
        text = json.dumps(found, ensure_ascii=False, separators=(",", ":"))
        lines = said.getvalue().encode().splitlines(keepends=True)
        read_already[key] = text.encode("utf-8", "replace"), lines
    return read_already[key]
