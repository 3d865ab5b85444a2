"""Addresses of pages, each made once: a dashboard names dozens, and most of them each time it is drawn."""

from functools import lru_cache

from django.conf import settings
from django.urls import get_script_prefix, reverse


def address(route, *args):
    """Return what `reverse` returns for `route` and `args`."""
    return _made(settings.ROOT_URLCONF, get_script_prefix(), route, args)


# All that an address hangs on is among the arguments.
@lru_cache(maxsize=4096)
def _made(_urlconf, _prefix, route, args):
    return reverse(route, args=args)
