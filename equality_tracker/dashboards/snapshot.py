"""One page, one moment: whatever is written meanwhile, the numbers of a page agree with each other."""

from contextlib import contextmanager, suppress
from functools import wraps

from django.db import DatabaseError, connection

from equality_tracker.snapshot import SNAPSHOT

from .kept import KEEPER, NO_MOMENT


def one_snapshot(view):
    """Run `view` in one read-only transaction that sees the database as it stood when it began; `request.moment` is its Moment.

    Within an outer transaction (as in most tests) the view runs in that one, and its moment keeps nothing.
    """

    @wraps(view)
    def inner(request, *args, **kwargs):
        with one_page() as request.moment:
            return view(request, *args, **kwargs)

    return inner


@contextmanager
def one_page():
    """Run the block in that transaction, and give it the Moment. Begun by hand: the beginning, how to read and what was touched are one
    question to the database and not three."""
    if connection.in_atomic_block:
        yield NO_MOMENT
        return
    try:
        yield KEEPER.moment(_begin)
    except BaseException:
        with suppress(DatabaseError):
            _end("ROLLBACK")
        raise
    _end("COMMIT")


def _begin(sql, params):
    with connection.cursor() as cursor:
        cursor.execute(f"BEGIN; {SNAPSHOT}; {sql}", params)
        return cursor.fetchone()


def _end(how):
    with connection.cursor() as cursor:
        cursor.execute(how)
