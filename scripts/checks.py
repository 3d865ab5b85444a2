"""`make check` and `make test`: the checks, then every test, on a database that no one else uses."""

import os
import subprocess
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from scripts.browser import NONE_FOUND, find_chromium
from scripts.database import TESTS, given_url, passing_database
from scripts.environment import for_production, for_site, for_tests
from scripts.frontend import ensure_frontend
from scripts.packages import ensure_packages
from scripts.places import PYTHON, ROOT, VENV
from scripts.postgres.cluster import NAME
from scripts.problems import Problem
from scripts.steps import say

BIN = VENV / "bin"
MANAGE = [str(PYTHON), str(ROOT / "manage.py")]


@dataclass(frozen=True)
class Check:
    """One thing that must hold before a change is finished."""

    title: str
    command: list[str]
    remedy: str
    in_production: bool = False


CHECKS = (
    Check(
        "Python layout", [str(BIN / "ruff"), "format", "--check", "."], "ruff format ."
    ),
    Check("Python rules", [str(BIN / "ruff"), "check", "."], "ruff check --fix ."),
    Check(
        "Templates",
        [str(BIN / "djlint"), "--lint", "--quiet", "templates"],
        "mend the lines named",
    ),
    Check("Imports one way", [str(BIN / "lint-imports")], "mend the import named"),
    Check(
        "Migrations",
        [*MANAGE, "makemigrations", "--check", "--dry-run"],
        "manage.py makemigrations",
    ),
    Check(
        "Django's checks",
        [*MANAGE, "check", "--fail-level", "WARNING"],
        "mend what it names",
    ),
    Check(
        "Production settings",
        [*MANAGE, "check", "--deploy", "--fail-level", "WARNING"],
        "mend equality_tracker/settings.py",
        in_production=True,
    ),
)


def check() -> int:
    """Set up what is missing, run every check and return 0 where all hold."""
    ensure_packages(os.environ, for_tests=True)
    ensure_frontend(os.environ)
    with passing_database(TESTS) as url:
        return run_checks(for_site(url))


def test(arguments: list[str]) -> int:
    """Run every check and every test; `arguments` go to pytest. Return 0 where nothing failed."""
    ensure_packages(os.environ, for_tests=True)
    ensure_frontend(os.environ)
    with passing_database(TESTS) as url, ThreadPoolExecutor(1) as aside:
        migrated = aside.submit(migrated_template, for_tests(url))
        checked = run_checks(for_site(url))
        tested = run_pytest({**for_tests(url), **migrated.result()}, arguments)
    return tested or checked


def run_checks(env: Mapping[str, str]) -> int:
    """Run all checks, name those that failed with their remedy, and return 1, or 0 where all hold."""
    failed = [each for each in CHECKS if not holds(each, env)]
    for each in failed:
        say(f"FAILED: {each.title}: {each.remedy}")
    if not failed:
        say(f"All {len(CHECKS)} checks hold.")
    return 1 if failed else 0


def holds(check: Check, env: Mapping[str, str]) -> bool:
    """Run one check; show what it says only where it fails."""
    given = for_production() if check.in_production else env
    try:
        done = subprocess.run(
            check.command,
            env=given,
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
    except FileNotFoundError:
        raise Problem(
            f"{check.command[0]} is missing: remove the folder .venv and try again."
        ) from None
    say(f"{'ok    ' if done.returncode == 0 else 'FAILED'} {check.title}")
    if done.returncode:
        say(done.stdout + done.stderr)
    return done.returncode == 0


def run_pytest(env: Mapping[str, str], arguments: list[str]) -> int:
    """Run the tests on all cores with fresh databases; pytest's own closing line comes last."""
    if not find_chromium():
        say(f"BROWSER TESTS WILL NOT RUN: {NONE_FOUND}")
    options = ["--create-db", "-n", "auto", "-rs", *arguments]
    command = [str(PYTHON), "-m", "pytest", *options]
    return subprocess.run(command, env=env, cwd=ROOT, check=False).returncode


def migrated_template(env: Mapping[str, str]) -> dict[str, str]:
    """Migrate the private database, for each process of the tests to copy; a database of yours is never touched."""
    if given_url():
        return {}
    say("Migrating a database for the tests to begin with, while the checks run")
    command = [*MANAGE, "migrate", "--verbosity=0"]
    done = subprocess.run(command, env={**env, "DEBUG": "true"}, cwd=ROOT, check=False)
    if done.returncode:
        raise Problem("The tests were not run: the migrations fail, as above.")
    return {"TEST_TEMPLATE": NAME}
