"""Faults that only show when a row meets the rules of a plan, each named by its sheet and cell."""

import re
from collections import defaultdict

from .words import bare

LONGEST_REFERENCE = 40
_ROW = re.compile(r"[A-Z]+([0-9]+)")


def find(rows):
    """Return the problems of `rows` among themselves: references used twice, titles and references that do not fit."""
    return [*_repeated_references(rows), *_misfits(rows)]


def mark(rows, problems, *, leave_out):
    """Give each row the errors that name one of its cells; with `leave_out` such rows are not imported."""
    by_row = defaultdict(list)
    for problem in problems:
        found = _ROW.match(problem.get("cell") or "")
        if problem["severity"] == "error" and found:
            by_row[problem["sheet"], int(found[1])].append(problem["message"])
    for row in rows:
        row.errors = by_row.get((row.said["sheet"], row.said["row"]), [])
        row.left_out = row.left_out or (bool(row.errors) and leave_out)


def taken_references(rows, actions, *, leave_out):
    """Return a problem for each row whose reference belongs to another action, whatever gave it that reference."""
    giving_up = {row.action.pk for row in rows if row.action and _is_renamed(row)}
    owners = {
        bare(one.reference): one.pk
        for one in actions
        if one.reference and one.pk not in giving_up
    }
    problems = []
    for row in rows:
        reference = row.said.get("reference") or ""
        owner = owners.get(bare(reference)) if reference else None
        if row.left_out or owner in (None, row.action and row.action.pk):
            continue
        if row.left and not _is_renamed(row):
            continue
        message = f"The reference “{reference}” belongs to another action of the plan."
        row.errors.append(message)
        row.left_out = leave_out
        problems.append(_problem(row, message))
    return problems


def _is_renamed(row):
    """Whether the file gives the row's action another reference than it had."""
    reference = bare(row.said.get("reference") or "")
    before = row.left.said.get("reference") if row.left else row.action.reference
    return bool(reference) and not row.left_out and reference != bare(before or "")


def unclear_statuses(problems):
    """Return the rows, as `Row.key` has them, whose status was there and could not be read."""
    found = set()
    for problem in problems:
        cell = _ROW.match(problem.get("cell") or "")
        asks = (
            problem["severity"] == "warning" and "status" in problem["message"].lower()
        )
        if cell and asks:
            found.add(f"{problem['sheet']}!{cell[1]}")
    return found


def _repeated_references(rows):
    first = {}
    for row in rows:
        if row.left_out:
            continue
        reference = row.said.get("reference") or ""
        key = bare(reference)
        if key and key in first:
            place = first[key].said
            if _is_the_same(row, first[key]):
                continue
            yield _problem(
                row,
                f"The reference “{reference}” is used more than once in the file: first on sheet “{place['sheet']}” in row "
                f"{place['row']}. Give each action its own.",
            )
        elif key:
            first[key] = row


def _is_the_same(row, other):
    """Whether two rows left as one action: what each says of it is taken together."""
    return bool(row.left and other.left) and row.left.action == other.left.action


def _misfits(rows):
    for row in rows:
        if row.left_out:
            continue
        if not (row.said.get("title") or "").strip():
            yield _problem(row, "This row says nothing of what will be done.")
        if len(row.said.get("reference") or "") > LONGEST_REFERENCE:
            yield _problem(
                row,
                f"The reference is longer than {LONGEST_REFERENCE} characters.",
            )


def _problem(row, message):
    return {
        "sheet": row.said["sheet"],
        "cell": row.said.get("cell") or f"A{row.said['row']}",
        "severity": "error",
        "message": message,
    }
