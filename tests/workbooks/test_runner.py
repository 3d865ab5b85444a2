"""What becomes of the reading process is a sentence, whatever happens in it."""

import sys
import time

import pytest

from equality_tracker.workbooks import Refused
from equality_tracker.workbooks.runner import ENVIRONMENT, read_in_child
from tests.workbooks.books import plain


def child(code: str) -> list[str]:
    return [sys.executable, "-c", code]


def test_reader_that_dies_is_a_sentence(tmp_path):
    with pytest.raises(Refused, match="brought the reader down"):
        read_in_child(tmp_path, command=child("import os; os.abort()"))


def test_reader_that_says_nonsense_is_a_sentence(tmp_path):
    with pytest.raises(Refused, match="brought the reader down"):
        read_in_child(tmp_path, command=child("print('{')"))


def test_reader_that_hangs_is_ended_in_time(tmp_path):
    started = time.monotonic()

    with pytest.raises(Refused, match="takes longer than 30 seconds"):
        read_in_child(
            tmp_path, command=child("import time; time.sleep(60)"), seconds=0.5
        )

    assert time.monotonic() - started < 5


def test_reader_that_eats_memory_is_a_sentence(tmp_path):
    code = (
        "import equality_tracker.workbooks.child as child, equality_tracker.workbooks.formats as f\n"
        "child.set_limits()\n"
        "f.read = lambda *_: bytearray(4 * 1024**3)\n"
        "import sys; sys.argv = ['x', 'y']; child.main()"
    )

    with pytest.raises(Refused, match="more memory"):
        read_in_child(tmp_path, command=child(code))


def test_any_other_fault_in_the_reader_is_a_sentence(tmp_path):
    code = (
        "import equality_tracker.workbooks.child as child, equality_tracker.workbooks.formats as f\n"
        "f.read = lambda *_: 1 / 0\n"
        "import sys; sys.argv = ['x', 'y']; child.main()"
    )

    with pytest.raises(Refused, match="cannot be read as a workbook"):
        read_in_child(tmp_path, command=child(code))


def test_progress_reaches_the_end(tmp_path):
    shares = []

    read_in_child(plain.plan(tmp_path / "plan.xlsx"), shares.append)

    assert shares[-1] == 1.0


def test_reader_is_told_no_secret(tmp_path, monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "canary")
    code = "import os, json; print(json.dumps({'read': dict(os.environ)}))"

    environment = read_in_child(tmp_path, command=child(code))

    assert "canary" not in environment.values()
    assert ENVIRONMENT.items() <= environment.items()
