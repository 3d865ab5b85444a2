"""One page, one moment: whatever is written meanwhile, the numbers of a page agree with each other."""

from functools import wraps

from equality_tracker.snapshot import one_moment


def one_snapshot(view):
    """Run `view` in one read-only transaction that sees the database as it stood when it began.

    Within an outer transaction (as in most tests) the view runs in that one.
    """

    @wraps(view)
    def inner(request, *args, **kwargs):
        with one_moment():
            return view(request, *args, **kwargs)

    return inner
