"""The marks by which a spreadsheet that went out is known when it comes back.

The workbook carries its export's token as a property, and each row a key of that token and its number, in a hidden last column: the
key goes with its row through sorting, copying to another sheet and saving by other programs. Both are only hints: they count where
the export is one of the plan's own. A row of the register of assessments carries a word that says all of it by itself.
"""

import re

PROPERTY = "EqualityTrackerExport"
KEY_FIELD = "row_key"
KEY_HEADING = "Row key (leave as it is)"
REGISTER_KEY = "EQR-"
_REGISTER_KEY = re.compile(rf"{REGISTER_KEY}[0-9A-Za-z_-]{{60,400}}")
_KEY = re.compile(r"EQ-([0-9a-z]{12})-([0-9]{1,6})")
_TOKEN = re.compile(r"[0-9a-z]{12}")


def key_of(token, number):
    """Return the key of a row: its export's token and its number there."""
    return f"EQ-{token}-{number}"


def read_key(text):
    """Return (token, number) of a key, or None where `text` is none."""
    found = _KEY.fullmatch((text or "").strip())
    return (found[1], int(found[2])) if found else None


def tokens_in(tables):
    """Return every export's token in plain tables, the workbook's own first: of its property, and of each row's key."""
    named = tables.get("export", "")
    found = dict.fromkeys([named] if _TOKEN.fullmatch(named) else [])
    for sheet in tables.get("sheets", ()):
        for _number, cells in sheet["rows"]:
            for cell in cells:
                if len(cell) > 1 and cell[1].startswith("EQ-"):
                    key = read_key(cell[1])
                    if key:
                        found[key[0]] = None
    return list(found)


def is_key(text):
    """Whether the words of a cell are the key of a row, of a plan or of the register."""
    if text.startswith(REGISTER_KEY):
        return _REGISTER_KEY.fullmatch(text) is not None
    return text.startswith("EQ-") and read_key(text) is not None


def is_mark(text):
    """Whether the words of a hidden cell are a key, or the heading over the keys."""
    return text == KEY_HEADING or is_key(text)
