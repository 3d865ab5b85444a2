"""Gives stored files out: as downloads only, and only as they were stored."""

import hashlib
import logging

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header

logger = logging.getLogger(__name__)


class NotAsStored(Exception):
    """The file on disk is gone, or is not the one that was stored."""


def download(stored):
    """Return the answer that gives `stored` out; raise NotAsStored where its content is not what its SHA-256 says.

    The very bytes that were compared are sent: an evidence file is small enough to be held whole.
    """
    answer = HttpResponse(_content(stored), content_type=stored.content_type)
    answer["Content-Disposition"] = content_disposition_header(True, stored.name)
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


def fault_of(stored):
    """Return "" where the file is there and unchanged, else what is wrong with it in words."""
    try:
        _content(stored)
    except NotAsStored as fault:
        return str(fault)
    return ""


def _content(stored):
    try:
        with stored.file.open("rb") as file:
            content = file.read()
    except OSError as fault:
        raise NotAsStored("the file is gone") from fault
    if hashlib.sha256(content).hexdigest() != stored.sha256:
        raise NotAsStored("the file has been altered")
    return content
