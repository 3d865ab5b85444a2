"""What the Makefile can ask for, and how a command that cannot go on says so."""

import argparse
import os
import signal
import subprocess
import sys
from collections.abc import Callable

from scripts import checks, reset, site
from scripts.database import BENCH, DEMONSTRATION, running_database
from scripts.environment import for_site
from scripts.frontend import ensure_frontend
from scripts.packages import ensure_packages
from scripts.places import PYTHON, ROOT
from scripts.problems import Problem

INTERRUPTED = 130


def main(words: list[str]) -> int:
    """Run the command that `words` name; return its exit code."""
    for how in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(how, site.interrupt)
    return say_problems(lambda: run_command(words))


def say_problems(command: Callable[[], int]) -> int:
    """Run `command`; where it cannot go on, say why in one sentence and return an exit code that is not 0."""
    try:
        return command()
    except Problem as problem:
        print(problem, file=sys.stderr)
    except PermissionError as error:
        print(
            f"{error.filename} is not yours to write: run this as the user who made it.",
            file=sys.stderr,
        )
    except OSError as error:
        place = f" ({error.filename})" if error.filename else ""
        print(
            f"This machine refused: {error.strerror or error}{place}.", file=sys.stderr
        )
    except KeyboardInterrupt:
        return INTERRUPTED
    return 1


def run_command(words: list[str]) -> int:
    """Read the words and do what they say."""
    command, rest = read_words(words)
    if command.name == "run":
        return site.run(command.port)
    if command.name == "reset":
        return reset.reset(command.yes)
    if command.name == "check":
        return checks.check()
    if command.name == "test":
        return checks.test(rest)
    if command.name == "frontend":
        return fetch_frontend()
    if command.name in {"backup", "restore"}:
        return keep(command.name, command.archive)
    name = BENCH if command.name == "bench" else DEMONSTRATION
    return manage(name, ["bench", *rest] if command.name == "bench" else rest)


def read_words(words: list[str]) -> tuple[argparse.Namespace, list[str]]:
    """Return the command with its options, and the words meant for the program that it starts."""
    parser = argparse.ArgumentParser(prog="python3 -m scripts")
    commands = parser.add_subparsers(dest="name", required=True)
    commands.add_parser("run").add_argument("--port", type=port, default=8000)
    commands.add_parser("reset").add_argument("--yes", action="store_true")
    for name in ("backup", "restore"):
        commands.add_parser(name).add_argument("archive")
    for name in ("check", "test", "frontend", "bench", "manage"):
        commands.add_parser(name, add_help=False)
    return parser.parse_known_args(words)


def port(word: str) -> int:
    """Return the number of a port that `word` names; argparse says what else is wrong."""
    number = int(word) if word.isdigit() else 0
    if not 1 <= number <= 65535:
        raise argparse.ArgumentTypeError(f"{word} is not a port: choose 1 to 65535")
    return number


def fetch_frontend() -> int:
    """Fetch the front-end files alone."""
    ensure_packages(os.environ, for_tests=False)
    ensure_frontend(os.environ)
    return 0


def keep(command: str, archive: str) -> int:
    """Back up to the file `archive`, or restore from it."""
    ensure_packages(os.environ, for_tests=False)
    with running_database(DEMONSTRATION) as url:
        words = [str(PYTHON), "-m", f"scripts.{command}", os.path.abspath(archive)]
        return subprocess.run(
            words, env=for_site(url), cwd=ROOT, check=False
        ).returncode


def manage(database: str, words: list[str]) -> int:
    """Run `manage.py` with `words` on one of the private databases, or on the one that DATABASE_URL names."""
    ensure_packages(os.environ, for_tests=False)
    with running_database(database) as url:
        command = [str(PYTHON), str(ROOT / "manage.py"), *words]
        return subprocess.run(command, env=for_site(url), check=False).returncode
