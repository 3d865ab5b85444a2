"""Gives stored files out: as downloads only, and only as they were stored."""

import hashlib
import logging

from django.http import FileResponse
from django.shortcuts import render

logger = logging.getLogger(__name__)


class NotAsStored(Exception):
    """The file on disk is gone, or is not the one that was stored."""


def download(stored):
    """Return the answer that gives `stored` out; raise NotAsStored where its content is not what its SHA-256 says."""
    file = _open(stored)
    answer = FileResponse(
        file,
        as_attachment=True,
        filename=stored.name,
        content_type=stored.content_type,
    )
    # Whatever a browser makes of it, it may do nothing there.
    answer["Content-Security-Policy"] = "sandbox; default-src 'none'"
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cross-Origin-Resource-Policy"] = "same-origin"
    return answer


def download_or_say_why_not(request, stored):
    """Return the download, or a page that says that the file is not as it was stored."""
    try:
        return download(stored)
    except NotAsStored as fault:
        logger.error("Evidence file %s (%s): %s", stored.pk, stored.file.name, fault)
        return render(
            request, "evidence/not_as_stored.html", {"stored": stored}, status=410
        )


def is_as_stored(stored):
    """Return "" where the file is there and unchanged, else what is wrong with it in words."""
    try:
        _open(stored).close()
    except NotAsStored as fault:
        return str(fault)
    return ""


def _open(stored):
    """Open the file at its start, once all of it has been compared with its SHA-256."""
    try:
        file = stored.file.open("rb")
    except OSError as fault:
        raise NotAsStored("the file is gone") from fault
    if hashlib.file_digest(file, "sha256").hexdigest() != stored.sha256:
        file.close()
        raise NotAsStored("the file has been altered")
    file.seek(0)
    return file
