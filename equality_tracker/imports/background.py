"""A file is kept the moment it arrives, and read by a process that nobody has to wait for.

The process knows no database: whoever next looks at the run takes in what it read. A run whose reading died, with the server or
alone, is told so by the lock that its process no longer holds, and is read again from the file that was kept.
"""

import logging
from pathlib import Path

import pghistory
from django.db import transaction
from django.utils import timezone

from equality_tracker.audit.models import FormKey
from equality_tracker.imports import starting
from equality_tracker.imports.models import ImportRun
from equality_tracker.imports.reading import checked
from equality_tracker.workbooks import detached

# Seconds that a page waits for the reading of a file: most are read in less, and their person goes straight on.
PATIENCE = 1.5
READING = ImportRun.State.READING
NOT_UNDERSTOOD = (
    "The tables of the file could not be made sense of, which is a fault of this site and has been logged. Save a copy with "
    "only the sheet that holds the plan and try again."
)
logger = logging.getLogger(__name__)


def begin(chunks, *, name, form_key=None, **said):
    """Keep a file as an ImportRun and begin to read it; return the run as it stands a moment later.

    `said` is what `starting.run_of` takes. Raises AlreadySent where `form_key` was used before.
    """
    arrived = starting.receive(chunks, name)
    run = starting.run_of(arrived, **said)
    run.state, run.reading_since = READING, timezone.now()
    with arrived.content, transaction.atomic():
        key = FormKey.spend(form_key, by=run.started_by) if form_key else None
        starting.keep_file(run, arrived)
        run.save()
        if key:
            key.ends_at(run.get_absolute_url())
    _read(run).join(PATIENCE)
    return settle(run)


def look(run):
    """Return how the reading of `run` stands, as detached.Look."""
    return detached.look(folder_of(run)) if run.file else detached.Look()


def settle(run):
    """Take in what was read of `run`, if it has been; return the run as it stands."""
    if run.state != READING or not look(run).is_done:
        return run
    with (
        transaction.atomic(),
        pghistory.context(user=run.started_by_id, file=run.name),
    ):
        run = ImportRun.objects.select_for_update(of=("self",)).get(pk=run.pk)
        if run.state == READING:
            _take_in(run)
    return run


def read_again(run):
    """Read the file of `run` once more, where its reading died; return the run as it stands a moment later."""
    with transaction.atomic():
        run = ImportRun.objects.select_for_update(of=("self",)).get(pk=run.pk)
        if not run.file or run.state != READING or not look(run).is_lost:
            return run
        run.reading_since = timezone.now()
        run.save(update_fields=["reading_since"])
        reading = _read(run)
    reading.join(PATIENCE)
    return settle(run)


def cancel(run, *, by):
    """Cancel the reading of `run` in the name of `by`; return whether it was still being read."""
    return _end(run, ImportRun.State.CANCELLED, [READING], by)


def discard(run, *, by):
    """Discard what was read of `run` in the name of `by`; return whether it was still waiting to be imported."""
    return _end(run, ImportRun.State.DISCARDED, ImportRun.WAITING, by)


@transaction.atomic
def _end(run, state, states, by):
    """The file goes, and all that was read and chosen; the line that says who brought it and who ended it stays."""
    runs = ImportRun.objects.select_for_update(of=("self",))
    run = runs.defer("tables", "understood").get(pk=run.pk)
    if run.state not in states:
        return False
    run.state, run.ended_by, run.ended_at = state, by, timezone.now()
    run.tables, run.understood, run.choices, run.decisions = {}, {}, {}, {}
    _let_go(run)
    run.save()
    return True


def folder_of(run):
    """Where what is known of the reading stands, beside the file."""
    return Path(f"{run.file.path}.reading")


def _read(run):
    return detached.begin(Path(run.file.path), folder_of(run))


def _take_in(run):
    folder = folder_of(run)
    try:
        starting.take_in(run, lambda: checked(detached.collect(folder), run.name))
    except Exception:
        # Whatever a stranger's file holds, its page must open: it can still be sent in another shape.
        logger.exception("The sheets of import %s could not be understood", run.pk)
        run.state, run.error, run.tables = ImportRun.State.REFUSED, NOT_UNDERSTOOD, {}
    if run.state == ImportRun.State.REFUSED:
        _let_go(run)
    else:
        transaction.on_commit(lambda: detached.end(folder))
    run.save()


def _let_go(run):
    """Take the file away, and whatever reads it, once the run is saved without it."""
    if not run.file:
        return
    storage, name, folder = run.file.storage, run.file.name, folder_of(run)
    run.file = ""

    def erase():
        detached.end(folder)
        storage.delete(name)

    transaction.on_commit(erase)
