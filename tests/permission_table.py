"""The verdicts of `permissions.csv`, a file written by hand; `test_permissions.py` says what its words mean."""

import csv
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path

TABLE = Path(__file__).parent / "permissions.csv"
ACTORS = [
    "nobody",
    "leaver",
    "reader",
    "officer",
    "officer of another directorate",
    "manager",
    "manager of another directorate",
    "admin",
]


@cache
def read_table():
    """Return {(name, method): {actor: verdict}}; a row's method cell may name several."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return {
            (row["url name"], method): {actor: row[actor] for actor in ACTORS}
            for row in csv.DictReader(file)
            for method in row["method"].split()
        }


def row_for(table, name, method):
    """Return the row of `table` that speaks for an address: its own, or the longest pattern that fits; None for none."""
    if (name, method) in table:
        return name, method
    fitting = [
        each
        for each in table
        if each[1] == method and "*" in each[0] and fnmatchcase(name, each[0])
    ]
    return max(fitting, key=lambda each: len(each[0]), default=None)
