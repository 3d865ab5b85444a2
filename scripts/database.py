"""Which database a command uses: the one DATABASE_URL names, else a private one that it starts and stops."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from scripts.places import LOCAL, ROOT
from scripts.postgres.cluster import Cluster
from scripts.problems import Problem
from scripts.steps import say

DEMONSTRATION = "demonstration"
TESTS = "tests"
BENCH = "bench"
MEMORY = Path("/dev/shm")
ENOUGH_BYTES = 3 * 1024**3
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
def running_database(name: str) -> Iterator[str]:
    """Yield the address of the database for the purpose `name`, started for as long as it is needed."""
    if given_url():
        yield given_url()
        return
    cluster = Cluster(name)
    if not (cluster.control / "made").is_file():
        say(f"Making a private PostgreSQL in {cluster.home}")
    with cluster.running() as url:
        yield url


@contextmanager
def passing_database(name: str) -> Iterator[str]:
    """Yield the address of a database that is gone afterwards: quick, and in memory where there is enough of it."""
    if given_url():
        yield given_url()
        return
    cluster = Cluster(name, base=memory_folder() or LOCAL, quick=True)
    say(f"Starting a PostgreSQL for this run in {cluster.home}")
    ours = False
    try:
        with cluster.running(alone=True) as url:
            ours = True
            yield url
    finally:
        if ours:
            cluster.destroy()


def memory_folder() -> Path | None:
    """Return this checkout's folder in memory, None where the machine has no room for a database there."""
    if not os.access(MEMORY, os.W_OK):
        return None
    room = os.statvfs(MEMORY)
    if room.f_bavail * room.f_frsize < ENOUGH_BYTES:
        return None
    key = sha256(str(ROOT).encode()).hexdigest()[:12]
    return MEMORY / f"equality-tracker-{os.getuid()}-{key}"
