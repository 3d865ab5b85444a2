"""A run of the tests leaves no folder behind, however it ends."""

import os
import subprocess
import sys

from django.conf import settings

from scripts.places import ROOT
from tests.waiting import Process, wait_until

MAKE = """
import os, sys
from tests.passing_folder import passing_folder
folder = passing_folder("kept", sys.argv[1])
(folder / "a.txt").write_text("stored")
{then}
"""


def make(base, then):
    code = MAKE.format(then=then)
    return subprocess.Popen([sys.executable, "-c", code, base], cwd=ROOT)


def folders(base):
    return [each.name for each in base.iterdir()]


def test_it_goes_when_its_process_ends(tmp_path):
    process = make(tmp_path, "assert folder.is_dir()")

    assert process.wait() == 0
    assert folders(tmp_path) == []


def test_a_copy_of_the_process_leaves_it(tmp_path):
    process = make(
        tmp_path, "os.fork() or sys.exit()\nos.wait()\nassert folder.is_dir()"
    )

    assert process.wait() == 0
    assert folders(tmp_path) == []


def test_what_a_killed_process_left_goes_with_the_next(tmp_path):
    killed = make(tmp_path, "import signal; signal.pause()")
    wait_until(lambda: list(tmp_path.glob("*/a.txt")), Process(killed.pid))
    killed.kill()
    killed.wait()
    assert folders(tmp_path)

    assert make(tmp_path, "").wait() == 0

    assert folders(tmp_path) == []


def test_what_another_run_uses_stays(tmp_path):
    other = make(tmp_path, "import signal; signal.pause()")
    wait_until(lambda: list(tmp_path.glob("*/a.txt")), Process(other.pid))
    theirs = folders(tmp_path)

    assert make(tmp_path, "").wait() == 0

    assert folders(tmp_path) == theirs
    other.kill()
    other.wait()


def test_what_a_test_stores_lies_in_a_folder_that_the_run_takes_away():
    assert settings.EVIDENCE_DIR.is_dir()
    assert str(settings.EVIDENCE_DIR) == os.environ["EVIDENCE_DIR"]
