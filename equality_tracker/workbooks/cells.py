"""Plain cells and sheets: what every format becomes, and how they travel as JSON.

A cell travels as a short list, `[column, text, fill, kind, value]`, its empty tail left out;
a row as `[number, [cells]]`. Columns and rows count from 1, as the sheet shows them.
"""

import re
from functools import cache
from typing import NamedTuple

NUMBER = "n"
DATE = "d"
BOOLEAN = "b"
ERROR = "e"
UNCALCULATED = "f"

_UNWANTED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\u200b-\u200f\u202a-\u202e\u2060\ufeff]"
)
# Letters of Symbol and Wingdings that were pasted without their font: bullets, ticks and crosses.
_DRAWN = re.compile("[\uf020-\uf0ff]")
_DRAWN_AS = {
    "\uf0b7": "•",
    "\uf0a7": "•",
    "\uf0d8": "•",
    "\uf076": "•",
    "\uf0fc": "✓",
    "\uf0fb": "✗",
}
_SPACES = re.compile("[ \t\xa0\u2002-\u200a\u202f\u3000]+")


class Cell(NamedTuple):
    """One cell: its words as the sheet shows them, and the value behind them if it has one."""

    column: int
    text: str = ""
    fill: str = ""
    kind: str = ""
    value: float | str | None = None


def clean(text: str) -> str:
    """Take out what cannot be seen or stored: control marks, odd spaces, Windows line ends."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0b", "\n")
    if _DRAWN.search(text):
        text = _DRAWN.sub(lambda match: _DRAWN_AS.get(match[0], ""), text)
    text = _SPACES.sub(" ", _UNWANTED.sub("", text))
    return "\n".join(line.strip() for line in text.split("\n")).strip()


def pack(cell: Cell) -> list:
    """The cell as a list without its empty tail."""
    packed = list(cell)
    while packed[-1] in ("", None):
        packed.pop()
    return packed


@cache
def letter(column: int) -> str:
    """27 → "AA"."""
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def address(column: int, row: int) -> str:
    """(6, 52) → "F52"."""
    return f"{letter(column)}{row}"


@cache
def column_of(letters: str) -> int:
    """ "AA" → 27; 0 where the letters are no column's."""
    if not 1 <= len(letters) <= 3 or not letters.isascii() or not letters.isalpha():
        return 0
    column = 0
    for character in letters.upper():
        column = column * 26 + ord(character) - 64
    return column


_ADDRESS = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")


def place(reference: str) -> tuple[int, int]:
    """ "F52" → (6, 52), column first; (0, 0) where it is no address."""
    match = _ADDRESS.fullmatch(reference)
    if not match:
        return 0, 0
    return column_of(match[1]), int(match[2])
