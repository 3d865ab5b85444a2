"""Registers of many shapes, each with what it says: one builder a shape, named for it. All councils are invented.

A builder takes nothing and gives back `(workbook or the bytes of a text table, Expected)`.
"""

from inspect import getmembers, isfunction

from tests.assessments.importing.registers import (
    boroughs,
    later,
    offices,
    others,
    visits,
)


def builders() -> dict:
    """Every builder by its name."""
    return {
        name: build
        for module in (boroughs, offices, others, later, visits)
        for name, build in getmembers(module, isfunction)
        if build.__module__ == module.__name__
    }
