"""One row of an action table to an action: each cell read by its column's field."""

import re
from dataclasses import dataclass, field

from equality_tracker.workbooks.cells import ERROR as ERROR_KIND
from equality_tracker.workbooks.cells import NUMBER
from equality_tracker.workbooks.cells import UNCALCULATED as UNCALCULATED_KIND
from equality_tracker.workbooks.finding import Table
from equality_tracker.workbooks.marks import KEY_FIELD
from equality_tracker.workbooks.sheets import Row, Sheet
from plans.importing import banners, marks, problems, statuses
from plans.importing.statuses import StatusReading, StatusWords

_EVIDENCE = re.compile(r"(?:^|\n)[ \t]*(?:evidence|evidenced by)\s*[–—:-]+\s*", re.I)
BROKEN = frozenset({ERROR_KIND, UNCALCULATED_KIND})
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


@dataclass
class Colours:
    """What colours mean: the sheet's own key, and what a person chose for a table."""

    key: dict[str, str]
    words: StatusWords
    problems: list[dict] = field(default_factory=list)


def read_fields(table: Table, sheet: Sheet, row: Row) -> dict[str, str]:
    """The row's words by field; several columns of one field stand on lines of their own."""
    found: dict[str, str] = {}
    for column, name in table.fields.items():
        cell = row.cells.get(column)
        if cell is None or not cell.text or cell.kind == ERROR_KIND:
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
    report_broken(sheet, row, colours)
    return action


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
        if (text := row.text(column))
        for item in banners.bullets(text)
    ]


def other_cells(table: Table, row: Row) -> dict[str, str]:
    """What stands under headings that mean no field, by heading."""
    return {
        heading: row.text(column)
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


def read_status(action: dict, table: Table, row: Row, colours: Colours) -> None:
    """Set the status from the row's status words and the colour that counts."""
    column = table.column("rag_status")
    cell = row.cells.get(column) if column else None
    text = cell.text if cell and cell.kind != ERROR_KIND else ""
    place, fill = find_colour(table, row, colours.key)
    if fill and fill not in colours.key:
        fill = take_near_colour(action, row.address(place), fill, text, colours)
    read = marks.read_answer(text, table.headings.get(column, ""), colours.words)
    if read is None:
        read = statuses.read(text, fill, colours.key, colours.words)
    if table.column(marks.FIELD) and not text:
        column, read = weigh_marks(table, row, read, colours)
    action["rag_status"], action["status_from"] = read.status, read.source
    action["priority_monitoring"] = read.monitoring
    action["colour"] = fill
    if read.problem:
        note(
            action,
            row.address(column or place),
            problems.WARNING,
            read.problem,
            colours,
        )


def weigh_marks(
    table: Table, row: Row, read: StatusReading, colours: Colours
) -> tuple[int, StatusReading]:
    """The status that is ticked; what a colour says stands where nothing is."""
    column, ticked = marks.read(table, row, colours.words)
    if read.status and ticked.status and read.status != ticked.status:
        return column, StatusReading(problem=statuses.DISAGREE)
    return column, ticked if ticked.status or ticked.problem else read


def find_colour(table: Table, row: Row, key: dict[str, str]) -> tuple[int, str]:
    """The fill that may be a status: of the status cell, the progress cell, else one of the key's."""
    title = row.cells.get(table.column("title"))
    striped = title.fill if title else ""
    for name in ("rag_status", "progress"):
        column = table.column(name)
        cell = row.cells.get(column)
        counts = name == "rag_status" or key
        if cell and cell.fill and counts and (cell.fill != striped or cell.fill in key):
            return column, cell.fill
    if not key or table.column("rag_status"):
        return 0, ""
    fills = {
        cell.fill: column for column, cell in row.cells.items() if cell.fill in key
    }
    if len(fills) == 1:
        fill, column = fills.popitem()
        return column, fill
    return 0, ""


def take_near_colour(
    action: dict, address: str, fill: str, text: str, colours: Colours
) -> str:
    """The key's colour that a fill nearly is, said; a note where the key has none like it.

    Beside words that are a status only a colour that contradicts them counts.
    """
    near = statuses.near(fill, colours.key)
    said = colours.words.meaning(text) or statuses.letter(text) if text else ""
    if said and (not near or colours.key[near] in (said, "")):
        return fill
    message = problems.NEAR_COLOUR if near else problems.UNKNOWN_COLOUR
    note(action, address, problems.NOTE, message, colours)
    return near or fill


def note(
    action: dict, address: str, severity: str, message: str, colours: Colours
) -> None:
    colours.problems.append(
        problems.problem(action["sheet"], address, severity, message)
    )


def report_broken(sheet: Sheet, row: Row, colours: Colours) -> None:
    """Flag errors of the spreadsheet and formulas that were never calculated."""
    for column, cell in row.cells.items():
        if cell.kind in BROKEN:
            message = problems.UNCALCULATED
            if cell.kind == ERROR_KIND:
                message = problems.ERROR_CELL.format(text=cell.text)
            found = problems.problem(
                sheet.name, row.address(column), problems.ERROR, message
            )
            colours.problems.append(found)


def continue_action(
    action: dict, table: Table, sheet: Sheet, row: Row, colours: Colours
) -> None:
    """Join a row that goes on with the action above it: evidence, a measure, another lead."""
    fields = {
        name: row.text(column)
        for column, name in table.fields.items()
        if row.text(column) and (row.number, column) not in sheet.covered
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
    report_broken(sheet, row, colours)
