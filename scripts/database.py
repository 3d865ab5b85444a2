"""Which database a command uses: the one DATABASE_URL names, else a private one that it starts and stops."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from scripts.postgres.cluster import Cluster
from scripts.problems import Problem
from scripts.steps import say

DEMONSTRATION = "demonstration"
TESTS = "tests"
BENCH = "bench"
NOT_AN_ADDRESS = (
    "DATABASE_URL does not name a PostgreSQL database: write it as postgres://user:password@host:5432/name, "
    "or unset it to have a private one."
)


def given_url() -> str:
    """Return DATABASE_URL, or "" where this command is to use a database of its own."""
    url = os.environ.get("DATABASE_URL", "").strip()
    if url and not url.startswith(("postgres://", "postgresql://")):
        raise Problem(NOT_AN_ADDRESS)
    return url


@contextmanager
def running_database(name: str, quick: bool = False) -> Iterator[str]:
    """Yield the address of the database for the purpose `name`, started for as long as it is needed."""
    if given_url():
        yield given_url()
        return
    cluster = Cluster(name, quick=quick)
    if not (cluster.control / "made").is_file():
        say(f"Making a private PostgreSQL in {cluster.home}")
    with cluster.running() as url:
        yield url
