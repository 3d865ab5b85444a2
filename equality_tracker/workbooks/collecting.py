"""Many objects made at once: the collector would walk over all of them again and again, and find nothing to take away."""

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_lock = threading.Lock()
_inside = 0
_was_on = True
_is_due = False


@contextmanager
def uncollected() -> Iterator[None]:
    """Hold Python's cycle collector back until the block, and each other thread's, has ended.

    What is counted by references is freed as ever; what stands in rings waits for `collect`.
    """
    _enter()
    try:
        yield
    finally:
        _leave()


def collect(**_signal) -> None:
    """Collect once what was left uncollected, if anything was: when a page has been sent, nobody waits for it."""
    global _is_due
    with _lock:
        due = _is_due and _inside == 0
        _is_due = _is_due and not due
    if due:
        gc.collect()


def _enter() -> None:
    global _inside, _was_on
    with _lock:
        if _inside == 0:
            _was_on = gc.isenabled()
            gc.disable()
        _inside += 1


def _leave() -> None:
    global _inside, _is_due
    with _lock:
        _inside -= 1
        _is_due = True
        if _inside == 0 and _was_on:
            gc.enable()
