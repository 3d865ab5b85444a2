"""Many objects made at once: the collector would walk over all of them again and again, and find nothing to take away."""

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_lock = threading.Lock()
_inside = 0
_was_on = True


@contextmanager
def uncollected() -> Iterator[None]:
    """Hold Python's cycle collector back until the block, and each other thread's, has ended; memory counted by references is freed as ever."""
    _enter()
    try:
        yield
    finally:
        _leave()


def _enter() -> None:
    global _inside, _was_on
    with _lock:
        if _inside == 0:
            _was_on = gc.isenabled()
            gc.disable()
        _inside += 1


def _leave() -> None:
    global _inside
    with _lock:
        _inside -= 1
        if _inside == 0 and _was_on:
            gc.enable()
