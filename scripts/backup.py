"""`make backup TO=…`: the database and the evidence files of one moment, in one file. Runs inside the virtual environment."""

import getpass
import hashlib
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import connection, models, transaction

from equality_tracker.security_log import tell
from scripts import archive
from scripts.postgres.clients import Server, find_pg_dump
from scripts.prepare import open_database
from scripts.problems import Problem

ERASED = "{}: the file was erased while the backup was made"


def backup(target: Path) -> list[str]:
    """Write a backup to `target`, a new file; return what was found wrong with the evidence files, a sentence each."""
    if target.exists():
        raise Problem(
            f"{target} is there already: choose another name, so that no backup is lost."
        )
    if not target.parent.is_dir():
        raise Problem(f"There is no folder {target.parent}: make it first.")
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".backup-") as folder:
        return _backup_through(Path(folder), target)


def _backup_through(folder: Path, target: Path) -> list[str]:
    """Dump and count in one snapshot, so that dump, counts and evidence are of the same moment."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        cursor.execute("SELECT pg_export_snapshot()")
        dumped_by = dump(folder / archive.DATABASE, cursor.fetchone()[0])
        facts = {
            "made_at": datetime.now(UTC).isoformat(timespec="seconds"),
            "dumped_by": dumped_by,
            "migrations": applied_migrations(),
            "rows": count_rows(),
        }
        evidence, faults = check_evidence()
    files = {archive.DATABASE: folder / archive.DATABASE, **evidence}
    return faults + write(target, facts, files)


def write(target: Path, facts: dict[str, Any], files: dict[str, Path]) -> list[str]:
    """Write the archive, without what is erased meanwhile; return a sentence for each such file.

    The file of an import goes when it is cancelled or discarded, which may be at any moment.
    """
    faults: list[str] = []
    while True:
        try:
            archive.write(target, facts, files)
        except FileNotFoundError:
            gone = [name for name, path in files.items() if not path.is_file()]
            if not gone or archive.DATABASE in gone:
                raise
            files = {name: path for name, path in files.items() if name not in gone}
            faults += [
                ERASED.format(name.removeprefix(archive.EVIDENCE)) for name in gone
            ]
        else:
            return faults


def this_server() -> Server:
    """Return how PostgreSQL's programs reach the site's database."""
    return Server.of(connection.settings_dict, connection.pg_version // 10000)


def dump(path: Path, snapshot: str) -> int:
    """Write the database as `snapshot` shows it to `path`; return the major version of the pg_dump that did."""
    server = this_server()
    program, version = find_pg_dump(server)
    server.run(program, "--format=custom", f"--snapshot={snapshot}", f"--file={path}")
    return version


def applied_migrations() -> list[str]:
    """Return the names of the migrations that the database has."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT app || '.' || name FROM django_migrations ORDER BY 1")
        return [name for (name,) in cursor.fetchall()]


def count_rows() -> dict[str, int]:
    """Return the number of rows of each table."""
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        return {table: _count(cursor, table) for table in sorted(tables)}


def _count(cursor, table: str) -> int:
    cursor.execute(f"SELECT count(*) FROM {connection.ops.quote_name(table)}")
    return cursor.fetchone()[0]


def check_evidence() -> tuple[dict[str, Path], list[str]]:
    """Return the stored files by their names in the archive, and a sentence for each that is gone or altered."""
    folder = Path(settings.EVIDENCE_DIR)
    files, faults = {}, []
    for name, sha256 in stored_files():
        path = folder / name
        try:
            found = _hash(path)
        except (FileNotFoundError, IsADirectoryError):
            faults.append(f"{name}: the file is gone")
            continue
        files[f"{archive.EVIDENCE}{name}"] = path
        if sha256 and found != sha256:
            faults.append(f"{name}: the file has been altered")
    return files, faults


def stored_files() -> Iterator[tuple[str, str]]:
    """Yield the name and, where it is known, the SHA-256 of each file that a row of any table speaks of."""
    for model in apps.get_models():
        for field in model._meta.fields:
            if isinstance(field, models.FileField):
                yield from _files_of(model, field)


def _files_of(
    model: type[models.Model], field: models.FileField
) -> Iterator[tuple[str, str]]:
    hashed = any(other.name == "sha256" for other in model._meta.fields)
    columns = [field.name, "sha256"] if hashed else [field.name]
    rows = model._default_manager.exclude(**{field.name: ""}).values_list(*columns)
    for name, *sha256 in rows:
        yield name, sha256[0] if sha256 else ""


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def main(words: list[str]) -> int:
    """Run the command; say how it ended."""
    open_database()
    target = Path(words[0]).resolve()
    faults = backup(target)
    for fault in faults:
        print(fault, file=sys.stderr)
    tell("backup made", who=getpass.getuser(), file=target.name)
    print(f"Written: {target} ({target.stat().st_size / 1e6:.1f} MB)")
    if faults:
        print(
            f"Not all is well: {len(faults)} evidence files are named above.",
            file=sys.stderr,
        )
    return 1 if faults else 0


if __name__ == "__main__":
    from scripts.commands import say_problems

    sys.exit(say_problems(lambda: main(sys.argv[1:])))
