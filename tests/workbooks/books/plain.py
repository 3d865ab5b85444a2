"""Workbooks as an equality lead keeps them, before anything is wrong with them."""

from openpyxl import Workbook
from openpyxl.styles import PatternFill

HEADINGS = ["Ref", "Action", "Outcome", "Lead", "Timescale", "RAG", "Progress"]
GREEN, AMBER, RED, BLUE = "FF00B050", "FFFFC000", "FFFF0000", "FF8DB4E2"


def row(number: int, **cells) -> list:
    """One row under `HEADINGS`; what is not given is filled in."""
    given = {
        "Ref": f"1.{number}",
        "Action": f"Ask residents about step {number}",
        "Outcome": f"Residents are heard {number}",
        "Lead": "Community Officer",
        "Timescale": "March 2030",
        "RAG": "On target",
        "Progress": f"Meeting {number} held",
    } | cells
    return [given[heading] for heading in HEADINGS]


def fill(cell, colour: str) -> None:
    cell.fill = PatternFill("solid", fgColor=colour)


def workbook(rows: list[list], title: str = "Plan") -> Workbook:
    """A workbook of one sheet with these rows."""
    book = Workbook()
    book.active.title = title
    for cells in rows:
        book.active.append(cells)
    return book


def plan(path, rows: int = 3):
    """A plan without any fault: headings in the first row."""
    workbook([HEADINGS, *(row(number) for number in range(1, rows + 1))]).save(path)
    return path


def with_key(path):
    """Statuses by colour alone, with a key beneath, a flag and a colour that is no status."""
    book = workbook([HEADINGS, *(row(number, RAG=None) for number in range(1, 7))])
    sheet = book.active
    for number, colour in enumerate((GREEN, AMBER, RED, BLUE, "FF123456"), start=2):
        fill(sheet.cell(number, 6), colour)
    sheet.append([])
    sheet.append(["Colour key for the RAG column"])
    sheet.append(["Achieved", "Some slippage", "Slipped", "Priority monitoring areas"])
    for column, colour in enumerate((GREEN, AMBER, RED, BLUE), start=1):
        fill(sheet.cell(10, column), colour)
    book.save(path)
    return path


def repeated_headers(path):
    """Two pages of one objective, headings repeated, then a second objective."""
    page = [HEADINGS, row(1), row(2)]
    rows = [
        ["Northmere Equality Action Plan 2029/31"],
        [],
        ["Objective 1: Listen to people"],
        *page,
        [],
        HEADINGS,
        row(3),
        ["Objective 2: Open our doors"],
        HEADINGS,
        row(4),
    ]
    workbook(rows).save(path)
    return path


def evidence_rows(path):
    """Evidence on a row of its own, the other cells merged over both."""
    rows = [HEADINGS, row(1, Progress=None), [None] * 6 + ["Evidence – minutes of May"]]
    book = workbook([*rows, row(2)])
    for column in range(1, 7):
        book.active.merge_cells(
            start_row=2, end_row=3, start_column=column, end_column=column
        )
    book.save(path)
    return path


def messy(path):
    """Header not in the first row or column, hidden rows, columns and sheets, totals, banners."""
    headings = [None, *HEADINGS]
    rows = [
        [None, "Northmere Equality Plan 2029-2032"],
        [],
        headings,
        [None, "Housing and Neighbourhoods Directorate"],
        [None, *row(1, Ref="1.10", Action="Visit\xa0each “hall”")],
        [],
        [None, *row(2)],
        [None, *row(3)],
        [None, "Total", None, None, None, None, 3],
        [],
        [None, "Note: figures are provisional."],
    ]
    book = workbook(rows)
    sheet = book.active
    sheet.merge_cells("B4:H4")
    sheet.row_dimensions[8].hidden = True
    sheet.column_dimensions["D"].hidden = True
    hidden = book.create_sheet("Old plan")
    hidden.append(HEADINGS)
    hidden.append(row(9))
    hidden.sheet_state = "veryHidden"
    book.save(path)
    return path
