"""The entry script under a Python that is too old, and under one that lacks what a virtual environment needs."""

import ast
import importlib.util
import subprocess
import sys

import pytest

from scripts import packages
from scripts.places import ROOT
from scripts.problems import Problem

PRETEND_OLD = (
    "import runpy, sys; sys.version_info = (3, 8, 10); "
    "sys.argv = ['scripts', 'run']; runpy.run_module('scripts', run_name='__main__')"
)


def test_old_python_is_told_in_one_sentence_what_to_install(tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", PRETEND_OLD],
        cwd=ROOT,
        env={"PATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 1
    assert "needs Python 3.11 or newer" in done.stderr
    assert "Traceback" not in done.stderr


def test_old_python_hands_over_to_a_newer_one_on_the_path(tmp_path):
    newer = tmp_path / "python3.13"
    newer.write_text('#!/bin/sh\necho "newer got: $*"\n')
    newer.chmod(0o755)

    done = subprocess.run(
        [sys.executable, "-c", PRETEND_OLD],
        cwd=ROOT,
        env={"PATH": f"{tmp_path}:/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.stdout == "newer got: -m scripts run\n"


@pytest.mark.parametrize("name", ["__init__.py", "__main__.py"])
def test_entry_script_is_readable_by_any_python_3(name):
    source = (ROOT / "scripts" / name).read_text()

    assert ast.parse(source, feature_version=(3, 4)).body


@pytest.mark.parametrize("missing", ["venv", "ensurepip"])
def test_missing_venv_module_names_the_package_to_install(
    monkeypatch, tmp_path, missing
):
    known = importlib.util.find_spec
    monkeypatch.setattr(packages, "PYTHON", tmp_path / "none")
    monkeypatch.setattr(packages, "is_done", lambda name, mark: False)
    monkeypatch.setattr(
        packages.importlib.util,
        "find_spec",
        lambda name: None if name == missing else known(name),
    )

    with pytest.raises(Problem, match="apt-get install python3-venv"):
        packages.ensure_packages({}, for_tests=False)
