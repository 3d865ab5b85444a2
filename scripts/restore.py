"""`make restore FROM=…`: puts a backup into an empty database. Runs inside the virtual environment."""

import getpass
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from equality_tracker.security_log import tell
from scripts import archive
from scripts.backup import count_rows, this_server
from scripts.postgres.clients import find_pg_restore
from scripts.prepare import open_database
from scripts.problems import Problem


def restore(source: Path) -> dict[str, Any]:
    """Restore the backup at `source`; return its list. Everything is examined before anything is changed."""
    evidence = Path(settings.EVIDENCE_DIR)
    refuse_full_database()
    refuse_full_folder(evidence)
    evidence.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=evidence.parent, prefix=".restore-") as folder:
        listed = archive.unpack(source, Path(folder))
        refuse_newer_version(listed)
        load(Path(folder) / archive.DATABASE, listed)
        move_evidence(Path(folder) / archive.EVIDENCE, evidence)
    call_command("migrate", verbosity=0, interactive=False)
    return listed


def refuse_full_database() -> None:
    """Raise a Problem where the database has tables: a restore replaces nothing."""
    with connection.cursor() as cursor:
        if connection.introspection.table_names(cursor):
            raise Problem(
                "The database is not empty: a restore goes into an empty one. Name a new one in DATABASE_URL, "
                "or take the demonstration away with: make reset"
            )


def refuse_full_folder(evidence: Path) -> None:
    """Raise a Problem where evidence files lie already."""
    if evidence.is_dir() and any(evidence.iterdir()):
        raise Problem(
            f"The folder {evidence} is not empty: move it away, or name another in EVIDENCE_DIR."
        )


def refuse_newer_version(listed: dict[str, Any]) -> None:
    """Raise a Problem where the backup has migrations that this version does not know."""
    known = {f"{app}.{name}" for app, name in MigrationLoader(None).disk_migrations}
    unknown = sorted(set(listed["migrations"]) - known)
    if unknown:
        raise Problem(
            f"This backup was made by a newer version of Equality Tracker (it has {unknown[0]}): restore it with "
            "that version; nothing was changed."
        )


def load(dump: Path, listed: dict[str, Any]) -> None:
    """Load the dump as a whole or not at all, and compare the number of rows of each table with the list."""
    server = this_server()
    program = find_pg_restore(server, listed["dumped_by"])
    connection.close()
    database = server.environment["PGDATABASE"]
    server.run(
        program,
        *("--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges"),
        f"--dbname={database}",
        str(dump),
    )
    if count_rows() != listed["rows"]:
        raise Problem(
            "The restored tables do not have the rows that the backup lists: use another backup."
        )


def move_evidence(unpacked: Path, evidence: Path) -> None:
    """Put the evidence files in their place."""
    unpacked.mkdir(exist_ok=True)
    if evidence.is_dir():
        evidence.rmdir()
    shutil.move(unpacked, evidence)


def main(words: list[str]) -> int:
    """Run the command; say how it ended."""
    open_database()
    source = Path(words[0]).resolve()
    listed = restore(source)
    tell("backup restored", who=getpass.getuser(), file=source.name)
    files = len(listed["members"]) - 1
    print(
        f"Restored what was backed up at {listed['made_at']}: {sum(listed['rows'].values())} rows and {files} files."
    )
    return 0


if __name__ == "__main__":
    from scripts.commands import say_problems

    sys.exit(say_problems(lambda: main(sys.argv[1:])))
