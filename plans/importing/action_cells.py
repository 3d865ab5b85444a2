"""One row of an action table to an action: each cell read by its column's field."""

import re

from equality_tracker.workbooks.cells import DATE, NUMBER
from equality_tracker.workbooks.finding import Table
from equality_tracker.workbooks.marks import KEY_FIELD
from equality_tracker.workbooks.sheets import Row, Sheet
from plans.importing import banners, broken, problems
from plans.importing.broken import is_error, words_of
from plans.importing.status_cells import Colours, note, read_status

_EVIDENCE = re.compile(r"(?:^|\n)[ \t]*(?:evidence|evidenced by)\s*[–—:-]+\s*", re.I)
SINGLE = (
    "reference", "title", "outcome", "lead", "directorate", "timescale", "start", "completed",
    "characteristics", "resources", "previous_status",
)  # fmt: skip
# A tall merge over several actions says this of each of them.
SPREAD = (
    "outcome", "directorate", "reference", "lead", "timescale", "start", "aims",
    "characteristics",
)  # fmt: skip
JOINED = (
    "outcome",
    "lead",
    "progress",
    "evidence",
    "timescale",
    "characteristics",
    "resources",
)


def read_fields(table: Table, sheet: Sheet, row: Row) -> dict[str, str]:
    """The row's words by field; several columns of one field stand on lines of their own."""
    found: dict[str, str] = {}
    for column, name in table.fields.items():
        cell = row.cells.get(column)
        if cell is None or not cell.text or is_error(cell):
            continue
        found[name] = f"{found[name]}\n{cell.text}" if name in found else cell.text
    for name in SPREAD:
        if name not in found and (column := table.column(name)):
            said = sheet.said_for(row.number, column)
            if said:
                found[name] = said
    return found


def new_action(table: Table, sheet: Sheet, row: Row, colours: Colours) -> dict:
    """The action that a row begins, with the address of each cell it came from."""
    fields = read_fields(table, sheet, row)
    title, steps = split_title(fields.get("title", ""))
    progress, evidence = split_evidence(fields.get("progress", ""))
    action = {
        "sheet": sheet.name,
        "row": row.number,
        "reference": fields.get("reference", ""),
        "title": title,
        "outcome": fields.get("outcome", ""),
        "measures": measures(table, row),
        "lead": fields.get("lead", ""),
        "leads": [],
        "directorate": fields.get("directorate", ""),
        "timescale": {"text": fields.get("timescale", "")},
        "rag_status": None,
        "status_from": None,
        "priority_monitoring": False,
        "progress": progress,
        "evidence": join(evidence, strip_evidence(fields.get("evidence", ""))),
        "aims": items(fields.get("aims", "")),
        "characteristics": items(fields.get("characteristics", "")),
        "steps": steps + banners.bullets(fields.get("steps", "")),
        "start": fields.get("start", ""),
        "completed": fields.get("completed", ""),
        "other": other_cells(table, row),
        "row_key": fields.get(KEY_FIELD, ""),
        "colour": "",
        "cells": {
            name: row.address(column) for column, name in reversed(table.fields.items())
        },
    }
    read_status(action, table, row, colours)
    leave_date_out(action, table, row, colours)
    broken.report(sheet, row, colours.problems)
    return action


def leave_date_out(action: dict, table: Table, row: Row, colours: Colours) -> None:
    """A spreadsheet makes "1-10" a date: such a reference is lost, and said to be."""
    column = table.column("reference")
    cell = row.cells.get(column)
    if cell is not None and cell.kind == DATE and cell.text == action["reference"]:
        action["reference"] = ""
        message = problems.DATE_FOR_REFERENCE.format(text=cell.text)
        note(action, row.address(column), problems.WARNING, message, colours)


def restore_reference(action: dict, before: str, row: Row, table: Table) -> bool:
    """Give a reference stored as a number its nought back: 1.1 after 1.9 is 1.10."""
    cell = row.cells.get(table.column("reference"))
    head, _dot, tail = before.rpartition(".")
    if cell is None or cell.kind != NUMBER or not head or not tail.isdecimal():
        return False
    following = f"{head}.{int(tail) + 1}"
    if following == action["reference"] or following.rstrip("0") != action["reference"]:
        return False
    action["reference"] = following
    return True


def split_title(text: str) -> tuple[str, list[str]]:
    """An action and its steps, where bullets follow the words of the action itself."""
    if banners.is_bulleted(text):
        return text, []
    found = banners.bullets(text)
    return " ".join(found[0].split("\n")) if found else "", found[1:]


def measures(table: Table, row: Row) -> list[str]:
    """Each measure of the row: each bullet, each column."""
    return [
        item
        for column in table.columns("measures")
        if (text := words_of(row, column))
        for item in banners.bullets(text)
    ]


def other_cells(table: Table, row: Row) -> dict[str, str]:
    """What stands under headings that mean no field, by heading."""
    return {
        heading: words_of(row, column)
        for column, heading in table.headings.items()
        if (
            column not in table.fields
            or table.fields[column] in ("resources", "previous_status")
        )
        and row.text(column)
    }


def split_evidence(text: str) -> tuple[str, str]:
    """Progress, and what follows "Evidence –" without those words."""
    match = _EVIDENCE.search(text)
    if not match:
        return text, ""
    return text[: match.start()].strip(), text[match.end() :].strip()


def strip_evidence(text: str) -> str:
    return _EVIDENCE.sub("\n", text).strip()


def items(text: str) -> list[str]:
    """A short list in a cell: by line, bullet, semicolon or comma."""
    pieces = re.split(r"[\n;,]", text)
    cleaned = [piece.strip(" •·-–*") for piece in pieces]
    return [piece for piece in cleaned if piece]


def join(first: str, second: str) -> str:
    """Both on lines of their own; once where the second says nothing new."""
    if second in first.split("\n"):
        return first
    return f"{first}\n{second}" if first and second else first or second


def continue_action(
    action: dict, table: Table, sheet: Sheet, row: Row, colours: Colours
) -> None:
    """Join a row that goes on with the action above it: evidence, a measure, another lead."""
    fields = {
        name: words_of(row, column)
        for column, name in table.fields.items()
        if words_of(row, column) and (row.number, column) not in sheet.covered
    }
    progress, evidence = split_evidence(fields.get("progress", ""))
    action["progress"] = join(action["progress"], progress)
    action["evidence"] = join(action["evidence"], evidence)
    action["evidence"] = join(
        action["evidence"], strip_evidence(fields.get("evidence", ""))
    )
    known = set(action["measures"])
    action["measures"] += [one for one in measures(table, row) if one not in known]
    action["outcome"] = join(action["outcome"], fields.get("outcome", ""))
    action["lead"] = join(action["lead"], fields.get("lead", ""))
    text = join(action["timescale"]["text"], fields.get("timescale", ""))
    action["timescale"]["text"] = text
    if action["rag_status"] is None and not action["priority_monitoring"]:
        read_status(action, table, row, colours)
    action.setdefault("more_rows", []).append(row.number)
    broken.report(sheet, row, colours.problems)
