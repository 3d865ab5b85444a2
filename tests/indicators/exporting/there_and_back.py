"""A council's delivery plan with indicators: brought in, sent out, written in by others, brought back."""

import io

import openpyxl

from equality_tracker.imports import stages
from tests.plans.exporting import there_and_back

AIMS = (
    ["Indicator", "Baseline 2028/29", "Target March 2030", "Result 2029/30", "Target March 2032"],
    ["EQ1 - People who feel safe after dark", "61%", "65%", "63.40%", "increase of 5% on baseline"],
    ["EQ2 - Hate incidents reported", "Baseline to be set", "No target - baseline year", "112", "TBC"],
    ["NI 195 - Clean streets"],
    ["a) Litter", "10%", "7%", "8%", "6%"],
    ["b) Paint", "4%", "5%", "No survey", "100% (75% good or better)"],
)  # fmt: skip
WORK = (
    ["Indicator", "Baseline 2028/29", "Target March 2030", "Result 2029/30", "Target March 2032"],
    ["EQ7 - Staff who are disabled (%)", "4.1", "5", "4.6", "at least 6"],
)  # fmt: skip
ACTIONS = (
    ["Ref", "Action", "Lead", "Timescale", "Progress"],
    ["{n}.1", "Open {n} late", "Head of Libraries", "March 2031", "Begun"],
    ["{n}.2", "Train {n} staff", "Head of People", "June 2031", ""],
)


def delivery_plan():
    """A workbook with a sheet for each priority: its indicators stand over its actions."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for number, (title, table) in enumerate([("Safe streets", AIMS), ("Fair work", WORK)], 1):  # fmt: skip
        sheet = book.create_sheet(title)
        sheet.append([f"Priority {number}: {title}"])
        sheet.append([])
        for row in table:
            sheet.append(row)
        sheet.append([])
        for row in ACTIONS:
            sheet.append([text.format(n=number) for text in row])
    return saved(book)


def saved(book):
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def opened(content):
    return openpyxl.load_workbook(io.BytesIO(bytes(content)))


def cell_of(book, words):
    """The first cell of a workbook that says exactly `words`."""
    cells = (cell for sheet in book for row in sheet.iter_rows() for cell in row)
    return next(cell for cell in cells if cell.value == words)


def bring_back(content, plan, **said):
    """Compare a file that came back; return (the plan's Difference, the indicators' Difference)."""
    run, found = there_and_back.bring_back(content, plan, **said)
    return found, stages.compare_indicators(run, found)


def is_unchanged(found):
    """Whether nothing of the indicators would be written, nothing asked and nothing left out; says what would."""
    assert found.counts["rows"], "no indicator came back"
    rows = [(row.title, row.values) for row in found.rows if row.outcome != "unchanged"]
    figures = [
        (one.outcome, str(one.existing), one.said["text"], one.values, one.left_out_because)
        for _row, one in found.weighed
        if one.outcome != "unchanged"
    ]  # fmt: skip
    assert (rows, figures, found.problems) == ([], [], [])
    return True
