"""Keeps files so that a row never stands without its file, nor a file without its row."""

import datetime
import hashlib
import os
import uuid
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction
from django.utils import timezone

from .checking import check_file
from .models import StoredFile
from .names import clean_name

DAY = datetime.timedelta(days=1)


@contextmanager
def storing(by):
    """Open a transaction and give a function `store(uploaded)` that keeps a file in it and returns its StoredFile.

    Where the transaction fails, its files go with its rows. `store` raises ValidationError where a file may not be kept
    (its kind, its size, or too many in a day) and OSError where the disk refuses. It cannot stand inside another transaction:
    the files are on disk, safe from a power cut, before it commits.
    """
    written = []
    try:
        with transaction.atomic(durable=True):
            yield lambda uploaded: _store(uploaded, by, written)
    except BaseException:
        for path in written:
            _take_away(path)
        raise


def _store(uploaded, by, written):
    content_type = check_file(uploaded)
    _check_allowance(by)
    name = timezone.now().strftime("%Y/%m/") + uuid.uuid4().hex
    path = Path(settings.EVIDENCE_DIR) / name
    written.append(path)
    digest = _write(uploaded, path)
    return StoredFile.objects.create(
        file=name,
        name=clean_name(uploaded.name),
        content_type=content_type,
        size=uploaded.size,
        sha256=digest,
        stored_by=by,
    )


def _check_allowance(by):
    """Nobody fills the disk: the person's row is locked so that uploads side by side are counted too."""
    get_user_model().objects.select_for_update(no_key=True).get(pk=by.pk)
    today = StoredFile.objects.filter(
        stored_by=by, stored_at__gt=timezone.now() - DAY
    ).count()
    if today >= settings.EVIDENCE_FILES_A_DAY:
        raise ValidationError(
            f"You have added {today} files since this time yesterday, which is the most that one person may. "
            "Give a link instead, or wait."
        )


def _write(uploaded, path):
    """Write the file and wait until the disk has it, its folder too; return its SHA-256."""
    _make_folder(path.parent)
    digest = hashlib.sha256()
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        for piece in uploaded.chunks():
            digest.update(piece)
            file.write(piece)
        file.flush()
        os.fsync(file.fileno())
    _sync_folder(path.parent)
    return digest.hexdigest()


def _make_folder(folder):
    if folder.is_dir():
        return
    _make_folder(folder.parent)
    folder.mkdir(mode=0o700, exist_ok=True)
    _sync_folder(folder.parent)


def _sync_folder(folder):
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _take_away(path):
    """Remove a file whose row is not there. Where the database cannot say, the file stays: `check_evidence` lists it."""
    name = path.relative_to(settings.EVIDENCE_DIR).as_posix()
    try:
        kept = StoredFile.objects.filter(file=name).exists()
    except DatabaseError:
        return
    if not kept:
        path.unlink(missing_ok=True)
