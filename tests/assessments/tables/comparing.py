"""Reads a laid register in this process, and says cell by cell what was read of it: right, wrong, or left unread."""

import json
from collections import Counter
from itertools import zip_longest

from assessments.tables.standing import standing
from equality_tracker.imports.reading import interpret
from equality_tracker.workbooks import formats

WORDS = (
    "reference", "title", "kind", "directorate", "service", "lead", "sponsor", "stage", "outcome", "decision", "meeting", "address",
    "reason", "budget_year", "saving",
)  # fmt: skip
DAYS = ("due", "begun", "approved", "published", "review", "decided")
COUNTS = ("directorate", "year", "target", "completed", "printed")


def read(path) -> dict:
    """The reading of a file, without the child process that the product uses."""
    tables = json.loads(json.dumps(formats.read(path)))
    return interpret({"file": path.name, **tables})


def register_of(found: dict, as_at) -> list[dict]:
    """Each assessment that was read, its words and days by their names, "" where there are none."""
    rows = []
    for row in found["assessments"]:
        said = {name: row[name] or "" for name in WORDS if name != "stage"}
        days = {name: (row["days"].get(name) or {}).get("date") or "" for name in DAYS}
        rows.append(said | days | {"stage": standing(row, as_at).stage or ""})
    return rows


def programme_of(found: dict) -> list[dict]:
    return [{name: _count(row[name]) for name in COUNTS} for row in found["programme"]]


def _count(value):
    return "" if value is None else str(value)


def differences(found: dict, laid) -> tuple[Counter, list[str]]:
    """How many cells are right, wrong and unread, and a line for each that is not right."""
    tally, lines = Counter(), []
    pairs = [
        (register_of(found, laid.as_at), laid.reads, (*WORDS, *DAYS)),
        (programme_of(found), laid.programme, COUNTS),
    ]
    for rows, wanted, names in pairs:
        for got, want in zip_longest(*aligned(rows, wanted), fillvalue={}):
            for name in names:
                _weigh(tally, lines, got.get(name, ""), want.get(name, ""), want, name)
    said = told(found, laid.as_at)
    lines += [f"nothing says {w!r}" for w in laid.notes if w.casefold() not in said]
    return tally, lines


def _weigh(tally, lines, got, wanted, row, name):
    if got == wanted:
        tally["right"] += bool(wanted)
        return
    verdict = "wrong" if got else "unread"
    tally[verdict] += 1
    about = row.get("title") or row.get("directorate")
    lines.append(f"{verdict}: {about}: {name} {got!r}, not {wanted!r}")


def aligned(rows, wanted):
    """Both lists with an empty row where one has a row that the other lacks, by what each is about."""

    def key(row):
        return row.get("title", row.get("directorate"))

    if len(rows) == len(wanted):
        return rows, wanted
    left, right, rest = [], [], list(rows)
    for want in wanted:
        same = next((row for row in rest if key(row) == key(want)), None)
        if same is not None:
            rest.remove(same)
        left.append(same or {})
        right.append(want)
    return left + rest, right + [{}] * len(rest)


def told(found: dict, as_at) -> str:
    """All that a person is told or asked of the file, in small letters."""
    asked = [standing(row, as_at).asks for row in found["assessments"]]
    return " ".join([*(one["message"] for one in found["problems"]), *asked]).casefold()
