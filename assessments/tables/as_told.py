"""What a row of a register says that no field takes as it stands, in its own words; and all its cells, where it left from here before.

Pure: no database.
"""

from datetime import date

from assessments.tables import days
from equality_tracker.workbooks.headings import Table
from equality_tracker.workbooks.marks import KEY_FIELD
from equality_tracker.workbooks.sheets import Row
from equality_tracker.workbooks.vocabulary import normal

# Nobody assessed here what these columns say: their words are kept with the register's.
TOLD = ("impact", "characteristics", "characteristic", "comment")
HIDDEN = frozenset(["confidential", "exempt", "restricted", "private", "embargoed", "sensitive", "not for publication", "part 2", "part ii"])  # fmt: skip
OPEN = frozenset(["public", "open", "not confidential", "not exempt", "not restricted", "unrestricted", "part 1", "part i"])  # fmt: skip
DAYS = frozenset(["decided", "due", "since", "approved", "published", "review", "confidential"])  # fmt: skip


def read(table: Table, row: Row) -> dict:
    """What the row tells beside its fields: `told` in words, whether it is `confidential`, and what it `wrote` where it has a key."""
    key = row.text(table.column(KEY_FIELD)) if table.column(KEY_FIELD) else ""
    return {
        "told": _told(table, row),
        "confidential": _confidential(row, table.column("confidential")),
        "row_key": key,
        "wrote": _wrote(table, row) if key else {},
    }


def _told(table, row):
    """[[heading, words]] of each column of impacts, characteristics and comments that says something, from the left."""
    columns = (column for column, name in sorted(table.fields.items()) if name in TOLD)
    said = ([table.headings[column], row.text(column)] for column in columns)
    return [[heading, text] for heading, text in said if normal(text)]


def _confidential(row, column):
    """Whether the row is kept confidential (None: not said, or not understood), until which day, and its words."""
    said = days.read(row.cells.get(column)) if column else days.Said()
    words = normal(said.text)
    answer = True if said.day or words in HIDDEN else False if words in OPEN else said.answer  # fmt: skip
    until = said.day.isoformat() if said.day and said.precision == "day" else None
    return {"text": said.text, "is": answer, "until": until}


def _wrote(table, row):
    """{field: what stands in its cell}, days in figures: the same before and after another program has saved the file."""
    found = {}
    for column, name in table.fields.items():
        day = days.read(row.cells.get(column)).day if name in DAYS else None
        found.setdefault(name, day.isoformat() if isinstance(day, date) else row.text(column))  # fmt: skip
    return found
