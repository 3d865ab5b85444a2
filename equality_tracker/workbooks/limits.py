"""How large a file may be: a plan is far below each, a trap is above one of them."""

from equality_tracker.workbooks.refused import Refused

FILE_BYTES = 20 * 1024 * 1024
UNZIPPED_BYTES = 200 * 1024 * 1024
PARTS = 5_000
SHEETS = 50
ROWS = 20_000
COLUMNS = 200
CELLS = 400_000
CELL_CHARACTERS = 32_767
MERGES = 50_000
SECONDS = 30
# How many files are read at once, each in MEMORY_BYTES at most; the others wait for their turn.
READERS = 3
MEMORY_BYTES = 700 * 1024 * 1024
TOO_MANY_CELLS = (
    f"The file has more than {CELLS:,} cells. Save a copy with only the sheets that hold the "
    "plan and try again."
)


class Meter:
    """Counts the cells of a whole file and refuses at the first limit passed, naming the sheet, or `what` it is where it has none."""

    def __init__(self, what: str = "") -> None:
        self.what = what
        self.cells = 0

    def check_cell(self, sheet: str, place: str, column: int, length: int) -> None:
        """Count one cell with words in it; `place` is its address, `column` from 1."""
        self.cells += 1
        if column > COLUMNS:
            raise Refused(
                f"{self.name(sheet)} has something in cell {place}, which is past the {COLUMNS} "
                "columns that can be read. Clear that cell, save the file and try again."
            )
        if length > CELL_CHARACTERS:
            raise Refused(
                f"{self.name(sheet)} has a cell, {place}, that holds more than {CELL_CHARACTERS:,} "
                "characters. Shorten it, save the file and try again."
            )
        if self.cells > CELLS:
            raise Refused(TOO_MANY_CELLS)

    def name(self, sheet: str) -> str:
        return self.what or f"Sheet “{sheet}”"

    def add_cells(self, count: int) -> None:
        """Count cells with words that repeat others of the file."""
        self.cells += count
        if self.cells > CELLS:
            raise Refused(TOO_MANY_CELLS)

    def check_row(self, sheet: str, rows: int) -> None:
        """`rows` is how many rows with words the sheet has had so far."""
        if rows > ROWS:
            raise Refused(
                f"{self.name(sheet)} has more than {ROWS:,} rows. Save a copy with only the "
                "rows of the plan and try again."
            )


def check_sheets(count: int) -> None:
    """Refuse a file with more sheets than a plan has."""
    if count > SHEETS:
        raise Refused(
            f"The file has {count} sheets and at most {SHEETS} can be read. Save a copy "
            "with only the sheets that hold the plan and try again."
        )
