"""Which tests one process of a run takes together, and which come first.

A file's tests go to one process, so that what they share is made once. Large files whose tests share little are given out in parts, and
the demonstration's by the day that it is loaded for. What takes longest begins first: no process is then left with it at the end,
while the others have nothing to do.

The mark `xdist_group` is of no use: under pytest 9.2 it is passed over without a word.
"""

import re
from zlib import crc32

import pytest

PARTS = 12
# Thousands of requests, or a browser's pages: each test stands for itself.
IN_PARTS = (
    "tests/browser/test_every_page.py",
    "tests/test_permissions.py",
    "tests/admin_site/test_every_table.py",
)
BY_DAY = "tests/demonstration/test_demonstration.py"
DAY = re.compile(r"\[(\d{4}-\d\d-\d\d)\b")
LONGEST = (
    "tests/bench/",
    "tests/browser/test_import",
    "tests/imports/test_all_or_nothing.py",
    BY_DAY,
    "tests/browser/",
    "tests/setup/",
    "tests/test_permissions.py",
    "tests/imports/",
)


def unit_of(test):
    """Return the name of what the test of this id is given out with."""
    path = test.partition("::")[0]
    if path in IN_PARTS:
        return f"{path} {crc32(test.encode()) % PARTS}"
    day = DAY.search(test) if path == BY_DAY else None
    return f"{path} {day[1]}" if day else path


def place_of(unit):
    """Return a number by which units come: the smaller, the earlier."""
    for place, beginning in enumerate(LONGEST):
        if unit.startswith(beginning):
            return place
    return len(LONGEST)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items):
    """Put the units that take longest first; each keeps its tests in the order that chance gave them."""
    items.sort(key=lambda item: place_of(unit_of(item.nodeid)))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    """Give out units, in the order in which their first tests stand."""
    from xdist.scheduler import LoadScopeScheduling

    class Units(LoadScopeScheduling):
        def _split_scope(self, nodeid):
            return unit_of(nodeid)

    config.option.loadscopereorder = False
    return Units(config, log)
