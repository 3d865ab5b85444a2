"""Which database a command uses: the one DATABASE_URL names, else a private one that it starts and stops."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from scripts.postgres.cluster import Cluster
from scripts.steps import say

DEMONSTRATION = "demonstration"
TESTS = "tests"
BENCH = "bench"


def given_url() -> str:
    """Return DATABASE_URL, or "" where this command is to use a database of its own."""
    return os.environ.get("DATABASE_URL", "").strip()


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
