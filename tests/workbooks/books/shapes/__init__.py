"""Workbooks of many shapes, each with what it says: one builder a shape, named for it.

A builder takes nothing and gives back `(workbook, Expected)`. All councils are invented.
"""

from inspect import getmembers, isfunction

from tests.workbooks.books.shapes import (
    councils,
    departments,
    desks,
    districts,
    headers,
    offices,
    registers,
    rows,
    sheets,
    templates,
    trackers,
    trays,
)

MODULES = (
    councils,
    desks,
    offices,
    templates,
    trackers,
    headers,
    sheets,
    rows,
    registers,
    departments,
    districts,
    trays,
)
ASIDE = {
    "groups",
    "found",
    "measured",
    "quartered",
    "renamed",
    "made",
    "one_group",
    "plain_groups",
    "with_plan",
    "book_fill",
}


def builders() -> dict:
    """Every builder by its name."""
    return {
        f"{module.__name__.rpartition('.')[2]}.{name}": build
        for module in MODULES
        for name, build in getmembers(module, isfunction)
        if build.__module__ == module.__name__ and name not in ASIDE
    }
