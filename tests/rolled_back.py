"""Rows that many tests look at and none keeps."""

from contextlib import contextmanager

from django.db import transaction


@contextmanager
def rolled_back():
    """A transaction that is taken away again, and in which the product may insist on one of its own."""
    whole = transaction.atomic()
    whole._from_testcase = True
    with whole:
        yield
        transaction.set_rollback(True)
