"""A file arrives: it is hostile until the reader, in a process of its own, has made plain tables of it."""

import hashlib
import tempfile
from dataclasses import dataclass

from django.core.files.base import File

from equality_tracker import security_log
from equality_tracker.imports.models import ImportRun
from equality_tracker.imports.reading import read_tables
from equality_tracker.imports.remembering import remembered_choices
from equality_tracker.imports.stages import reading_of, understand
from equality_tracker.workbooks import Refused

LONGEST_NAME = 200


@dataclass
class Arrived:
    """A file in a private place for as long as it is read."""

    content: object
    name: str
    size: int
    sha256: str


def receive(chunks, name):
    """Copy `chunks` into a temporary file that ends with its reading; return it as Arrived."""
    content = tempfile.NamedTemporaryFile()  # noqa: SIM115
    digest, size = hashlib.sha256(), 0
    for chunk in chunks:
        content.write(chunk)
        digest.update(chunk)
        size += len(chunk)
    content.flush()
    return Arrived(content, name[-LONGEST_NAME:], size, digest.hexdigest())


def start(chunks, *, name, progress=None, **said):
    """Read a file while the caller waits, and keep it as an ImportRun of what is `said` (see `run_of`); return the run.

    A file that cannot be read leaves a run in the state REFUSED with the sentence that says why, and nothing else.
    """
    arrived = receive(chunks, name)
    run = run_of(arrived, **said)
    with arrived.content:
        take_in(
            run,
            lambda: read_tables(
                arrived.content.name, name=arrived.name, progress=progress
            ),
        )
        if run.state != ImportRun.State.REFUSED:
            keep_file(run, arrived)
        run.save()
    return run


def run_of(arrived, *, as_at, by, plan=None, new_plan=False):
    """Return the run, not yet saved, of a file that has arrived and goes into `plan`, or into a `new_plan`.

    Where neither is said, it goes back into the plan that its marks name, else into a new one.
    """
    return ImportRun(
        name=arrived.name,
        size=arrived.size,
        sha256=arrived.sha256,
        as_at=as_at,
        plan=plan,
        new_plan=new_plan,
        started_by=by,
    )


def keep_file(run, arrived):
    arrived.content.seek(0)
    run.file.save(arrived.name, File(arrived.content), save=False)


def take_in(run, read):
    """Set on `run` what `read()` gives back and what it means; the caller saves it.

    Where it raises Refused, the run is refused with its sentence.
    """
    try:
        run.tables = read()
        reading = reading_of(run)
        run.choices = remembered_choices(reading.columns())
        understand(run, reading)
        run.state = ImportRun.State.UPLOADED
    except Refused as refused:
        run.state, run.error = ImportRun.State.REFUSED, str(refused)
        run.tables = {}
        about = {"who": run.started_by_id, "file": run.name, "why": run.error}
        security_log.tell("file for import refused", refused=True, **about)
