"""One page, one moment: whatever is written meanwhile, the numbers of a page agree with each other."""

from functools import wraps

from django.db import connection, transaction

# Compiling a page's query, or starting helpers for it, takes the database many times as long as answering it. With little memory it
# looks the few rows of a page up one by one, where it would else read all leads there ever were into a table of its own.
SNAPSHOT = (
    "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY; "
    "SET LOCAL jit = off; SET LOCAL max_parallel_workers_per_gather = 0; "
    "SET LOCAL work_mem = '256kB'"
)


def one_snapshot(view):
    """Run `view` in one read-only transaction that sees the database as it stood when it began.

    Within an outer transaction (as in most tests) the view runs in that one.
    """

    @wraps(view)
    def inner(request, *args, **kwargs):
        if connection.in_atomic_block:
            return view(request, *args, **kwargs)
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute(SNAPSHOT)
            return view(request, *args, **kwargs)

    return inner
