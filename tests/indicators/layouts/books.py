"""Workbooks of invented councils, made by openpyxl and read by the stages of an import, without a process."""

import datetime
import tempfile

import openpyxl

from equality_tracker.imports.reading import interpret
from equality_tracker.workbooks import xlsx

# The end of the year that most of these workbooks are about.
YEAR = "2031-03-31"


def workbook(**sheets):
    """A workbook with the rows of each sheet; a row is a list of cells, None a blank one. `merged` holds areas by sheet."""
    merged = sheets.pop("merged", {})
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name.replace("_", " "))
        for row in rows:
            sheet.append(row)
        for row in sheet.iter_rows():
            for cell in row:
                style(cell)
        for area in merged.get(name, ()):
            sheet.merge_cells(area)
    return book


def style(cell):
    """Percentages, dates and numbers as people format them: a pair is a value and its format."""
    if isinstance(cell.value, datetime.date):
        cell.number_format = "mmm-yy"
    elif isinstance(cell.value, float) and 0 < cell.value < 1:
        cell.number_format = "0.0%"


def understand(book, name="measures.xlsx"):
    """All that is understood of a workbook."""
    with tempfile.NamedTemporaryFile(suffix=".xlsx") as file:
        book.save(file.name)
        tables = {"file": name, **xlsx.read(file.name, lambda share: None)}
    return interpret(tables)


def named(understood):
    """{code or title: entry}; no two share one."""
    found = {}
    for one in understood["indicators"]:
        key = one["key"] or one["title"]
        assert key not in found, key
        found[key] = one
    return found


def said(figure):
    """A figure's number, else its reason."""
    return figure["value"] if figure["reason"] is None else figure["reason"]


def figures(entry, name):
    """{last day of its time, else its words: number or reason} of an entry's targets or results."""
    return {one.get("end") or one["period"]: said(one) for one in entry[name]}


def groups(entry):
    """{(last day, characteristic, group): (number or reason, count, base)} of an entry, with or without a result of the whole."""
    return {
        (time.get("end"), one["characteristic"], one["group"]): (
            said(one), one.get("count"), one.get("base"),
        )
        for time in (*entry["results"], *entry.get("groups", ()))
        for one in time.get("breakdowns", ())
    }  # fmt: skip


def numbers(entry):
    """`groups` without counts and bases."""
    return {key: value for key, (value, _count, _base) in groups(entry).items()}
