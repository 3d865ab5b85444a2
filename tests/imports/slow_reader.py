"""A reader that is half way at once and then sleeps: what a large file looks like, without its seconds of work."""

import sys

import pytest

from equality_tracker.imports import background
from equality_tracker.imports.models import ImportRun
from equality_tracker.workbooks import detached

from .reading_here import begin_process

SLOW = "import sys, time; print('progress 0.5', file=sys.stderr, flush=True); time.sleep(60)"
READER = """
import runpy, sys
from equality_tracker.workbooks import runner
runner.COMMAND = [sys.executable, "-c", {child!r}]
sys.argv = ["supervisor", *sys.argv[1:]]
runpy.run_module("equality_tracker.workbooks.supervisor", run_name="__main__")
"""


def reader_with(child):
    return [sys.executable, "-c", READER.format(child=child)]


@pytest.fixture
def slow(monkeypatch):
    """The file's reader takes a minute; pages wait for none of it."""
    monkeypatch.setattr(detached, "begin", begin_process)
    monkeypatch.setattr(detached, "COMMAND", reader_with(SLOW))
    monkeypatch.setattr(background, "PATIENCE", 0)
    yield
    for run in ImportRun.objects.exclude(file=""):
        detached.end(background.folder_of(run))
