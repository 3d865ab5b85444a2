"""The lines of the security log: facts as `key="value"`, so that no text that somebody typed can look like a line of its own."""

import json
import logging
import time
from contextvars import ContextVar
from functools import partial

from django.db import transaction

logger = logging.getLogger("equality_tracker.security")
NOBODY = "nobody"
# Where what no request asked for is done: a command, or a file read after its sender has left.
SERVER = "server"
LONGEST = 200
# Who asks and from where, as (person's number or NOBODY, address), while a request is answered: a function, for few requests need it.
asking = ContextVar("asking", default=lambda: (NOBODY, SERVER))


class UtcFormatter(logging.Formatter):
    """Writes each moment by UTC, as 2026-11-23T08:42:49Z: clocks that change and servers elsewhere tell one story."""

    converter = staticmethod(time.gmtime)
    default_time_format = "%Y-%m-%dT%H:%M:%SZ"
    default_msec_format = None


def tell(event, *, who=None, refused=False, **facts):
    """Write the line of `event`, once it is committed: in words, with who did it, from where, and `facts`, each cut to 200 characters.

    `who` is a person's number, where it is not whoever is signed in. `refused` says that it was tried and did not take place:
    such a line is a warning, and is written at once.
    """
    signed_in, where = asking.get()()
    told = {"event": event, "who": who or signed_in, "where": where, **facts}
    words = " ".join(f"{key}={_plain(value)}" for key, value in told.items())
    if refused:
        logger.warning(words)
    else:
        transaction.on_commit(partial(logger.info, words))


def _plain(value):
    if isinstance(value, int):
        return str(value)
    return json.dumps(str(value)[:LONGEST])
