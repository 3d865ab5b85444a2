"""`make reset`: takes the demonstration away, so that the next `make run` starts afresh."""

import shutil
import subprocess
import sys
from urllib.parse import urlsplit

from scripts.database import DEMONSTRATION, given_url
from scripts.environment import for_site, is_ci
from scripts.places import EVIDENCE, PYTHON, ROOT
from scripts.postgres.cluster import Cluster
from scripts.problems import Problem
from scripts.site import only_run
from scripts.steps import say

EMPTY = (
    "import django; django.setup(); from django.db import connection; "
    "connection.cursor().execute('DROP SCHEMA public CASCADE; CREATE SCHEMA public')"
)


def reset(sure: bool) -> int:
    """Remove the demonstration's database and files; a database of yours only after its name is typed."""
    with only_run():
        if given_url():
            empty_given_database(given_url())
        else:
            remove_private_database(sure or is_ci())
    say("All gone. `make run` starts afresh.")
    return 0


def remove_private_database(sure: bool) -> None:
    """Remove the private server with its data, and the evidence files that belong to it."""
    question = "This removes the demonstration and all that was entered in it. Type yes to go on: "
    if not sure and ask(question) != "yes":
        raise Problem("Nothing was removed.")
    Cluster(DEMONSTRATION).destroy()
    shutil.rmtree(EVIDENCE, ignore_errors=True)


def empty_given_database(url: str) -> None:
    """Empty the database that DATABASE_URL names, once somebody has typed its name."""
    name = urlsplit(url).path.strip("/")
    question = f"This removes everything in the database {name} that DATABASE_URL names. Type its name to go on: "
    if not name or ask(question) != name:
        raise Problem("Nothing was removed.")
    environment = {
        "DJANGO_SETTINGS_MODULE": "equality_tracker.settings",
        **for_site(url),
    }
    done = subprocess.run(
        [str(PYTHON), "-c", EMPTY], cwd=ROOT, check=False, env=environment
    )
    if done.returncode:
        raise Problem(f"The database {name} was not emptied, for the reason above.")


def ask(question: str) -> str:
    """Return what the person types; "" where nobody is there to answer."""
    if not sys.stdin.isatty():
        say(question)
        return ""
    return input(question).strip()
