"""Addresses of pages without making each anew: a page names dozens, and `reverse` takes as long for one as drawing its row."""

from functools import lru_cache

from django.conf import settings
from django.urls import get_script_prefix, reverse

# Stand for numbers in an address until they are known.
MARK = 10**12


def address(route, *args):
    """Return what `reverse` returns for `route` and `args`, numbers or words."""
    site = settings.ROOT_URLCONF, get_script_prefix()
    if args and all(type(one) is int for one in args):
        return _pattern(site, route, len(args)) % args
    return _made(site, route, args)


# All that an address hangs on is among the arguments.
@lru_cache(maxsize=1024)
def _made(_site, route, args):
    return reverse(route, args=args)


@lru_cache(maxsize=256)
def _pattern(_site, route, count):
    marks = [MARK + place for place in range(count)]
    found = reverse(route, args=marks).replace("%", "%%")
    for mark in marks:
        found = found.replace(str(mark), "%d")
    return found
