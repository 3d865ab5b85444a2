"""The limits of a document, told in its own terms: it has tables and no sheets."""

from equality_tracker.workbooks.limits import (
    CELL_CHARACTERS,
    CELLS,
    COLUMNS,
    ROWS,
)
from equality_tracker.workbooks.refused import Refused

AGAIN = "Save a copy with only the tables that hold the plan and try again."
DEEPEST = 20
TOO_DEEP = (
    f"The document has tables inside tables, more than {DEEPEST} deep, so it was not read. Copy "
    "the plan's table into a new document, save it and try again."
)
TOO_MANY = f"The document has more than {CELLS:,} cells. {AGAIN}"
TOO_LONG = (
    f"A paragraph of the document holds more than {CELL_CHARACTERS:,} characters. Shorten it, "
    "save the file and try again."
)


class DocumentMeter:
    """Counts the cells and rows of a document and refuses at the first limit passed."""

    def __init__(self) -> None:
        self.cells = self.rows = 0

    def check_cell(self, place: str, column: int, length: int) -> None:
        """Count one cell with words in it; `place` is where it stands, in words."""
        self.cells += 1
        if column > COLUMNS:
            raise Refused(
                f"The document has a table of more than {COLUMNS} columns ({place}), which is "
                f"more than can be read. {AGAIN}"
            )
        if length > CELL_CHARACTERS:
            raise Refused(
                f"The document holds more than {CELL_CHARACTERS:,} characters in one place "
                f"({place}). Shorten it, save the file and try again."
            )
        if self.cells > CELLS:
            raise Refused(TOO_MANY)

    def check_row(self) -> None:
        self.rows += 1
        if self.rows > ROWS:
            raise Refused(
                f"The document has more than {ROWS:,} rows and lines. {AGAIN}"
            )
