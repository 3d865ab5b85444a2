"""Reading many tables as they stood at one moment, while others go on writing."""

from contextlib import contextmanager

from django.db import connection, transaction

# Compiling a page's query, or starting helpers for it, takes the database many times as long as answering it. With little memory it
# looks the few rows of a page up one by one, where it would else read all leads there ever were into a table of its own. For the same reason
# a page from anywhere costs it little more than the next one: what a page asks for is in memory, and PostgreSQL reckons with a turning disk.
SNAPSHOT = (
    "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY; "
    "SET LOCAL jit = off; SET LOCAL max_parallel_workers_per_gather = 0; "
    "SET LOCAL work_mem = '256kB'; SET LOCAL random_page_cost = 1.1"
)


@contextmanager
def one_moment():
    """Run the block in one read-only transaction that sees the database as it stood when it began; nobody waits for it.

    Within an outer transaction (as in most tests) the block runs in that one.
    """
    if connection.in_atomic_block:
        yield
        return
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute(SNAPSHOT)
        yield
