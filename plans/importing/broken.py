"""Cells that hold no words though something stands in them: errors, formulas never calculated."""

from equality_tracker.workbooks.cells import ERROR, UNCALCULATED, Cell
from equality_tracker.workbooks.sheets import Row, Sheet
from plans.importing import problems

# A text table keeps an error as the words that a spreadsheet shows for it.
ERRORS = frozenset(
    [
        "#REF!",
        "#N/A",
        "#VALUE!",
        "#DIV/0!",
        "#NAME?",
        "#NUM!",
        "#NULL!",
        "#SPILL!",
        "#CALC!",
    ]
)
BROKEN = frozenset({ERROR, UNCALCULATED})


def is_error(cell: Cell) -> bool:
    """Whether a cell holds an error of the spreadsheet; a text table keeps it as words."""
    return cell.kind == ERROR or cell.text in ERRORS


def words_of(row: Row, column: int) -> str:
    """A cell's words, "" where it is an error."""
    cell = row.cells.get(column)
    return cell.text if cell and not is_error(cell) else ""


def report(sheet: Sheet, row: Row, found: list[dict]) -> None:
    """Flag errors of the spreadsheet and formulas that were never calculated."""
    for column, cell in row.cells.items():
        if cell.kind in BROKEN or is_error(cell):
            message = problems.UNCALCULATED
            if is_error(cell):
                message = problems.ERROR_CELL.format(text=cell.text)
            place = row.address(column)
            found.append(problems.problem(sheet.name, place, problems.ERROR, message))
