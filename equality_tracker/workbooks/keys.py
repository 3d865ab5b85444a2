"""Keys: cells that say which colour, or which letter, stands for which word.

A key is found by the words it holds, which the caller's `meaning` understands. A colour
means nothing anywhere else: it is read only through a key or a person's choice.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from equality_tracker.workbooks.cells import Cell
from equality_tracker.workbooks.sheets import Row, Sheet
from equality_tracker.workbooks.vocabulary import normal

TITLES = ("key", "legend", "colour code", "colour codes", "colour coding", "rag rating")
LONGEST_TITLE = 80
# "R = Slipped", "Green – on track": the sign before the mark of equality stands for what follows it.
_EQUATION = re.compile(
    r"\(?(?P<sign>[A-Za-z]{1,2}|red|amber|yellow|green|blue|gr[ea]y|purple|white|black|orange)\)?"
    r"\s*(?:=|:|[-–—](?!\w))\s*(?P<said>\S.*)",
    re.I | re.S,
)
_SIGN = re.compile(r"\(?([A-Za-z]{1,2})\)?")


@dataclass
class Key:
    """One key as it stands: its first row, and each colour with the word beside it."""

    row: int
    entries: list[tuple[str, str, str]] = field(default_factory=list)
    last: int = 0

    @property
    def has_colours(self) -> bool:
        return any(colour for colour, _word, _meaning in self.entries)

    @property
    def signs(self) -> dict[str, str]:
        """What the key's letters and words of colours mean: "r" → slipped."""
        found = {}
        for _colour, word, meaning in self.entries:
            match = _EQUATION.fullmatch(word)
            if match and meaning:
                found[match["sign"].casefold()] = meaning
        return found


def equated(meaning: Callable[[str], str]) -> Callable[[str], str]:
    """The meaning of a text, where "Green = complete" says what follows the sign."""

    def read(text: str) -> str:
        match = _EQUATION.fullmatch(text) if len(text) <= LONGEST_TITLE else None
        return (match and meaning(match["said"])) or meaning(text)

    return read


def is_title(text: str) -> bool:
    """Whether a line announces a key."""
    if len(text) > LONGEST_TITLE:
        return False
    words = f" {normal(text)} "
    return any(f" {title} " in words for title in TITLES)


def take_keys(sheet: Sheet, meaning: Callable[[str], str]) -> list[Key]:
    """Find the keys of a sheet and take their cells out of its rows."""
    meaning = equated(meaning)
    keys = take_lines(sheet, meaning) + take_columns(sheet, meaning)
    keys += take_equations(sheet, meaning)
    sheet.rows = [row for row in sheet.rows if row.filled]
    return sorted(keys, key=lambda key: key.row)


def take_lines(sheet: Sheet, meaning: Callable[[str], str]) -> list[Key]:
    """Keys written along one row."""
    keys: list[Key] = []
    kept: list[Row] = []
    for row in sheet.rows:
        entries = read_line(row, meaning)
        if not entries:
            kept.append(row)
            continue
        keys.append(Key(row.number, entries))
        if kept and row.number - kept[-1].number <= 2 and is_lone_title(kept[-1]):
            kept.pop()
    sheet.rows = kept
    return keys


def take_equations(sheet: Sheet, meaning: Callable[[str], str]) -> list[Key]:
    """Keys without colours, a line for each sign: "R = Slipped" above "A = Some slippage"."""
    keys: list[Key] = []
    kept: list[Row] = []
    for row in sheet.rows:
        word = equation(row, meaning)
        if not word:
            kept.append(row)
        elif keys and keys[-1].last == row.number - 1:
            keys[-1].entries.append(("", word, meaning(word)))
            keys[-1].last = row.number
        else:
            if kept and row.number - kept[-1].number <= 2 and is_lone_title(kept[-1]):
                kept.pop()
            keys.append(Key(row.number, [("", word, meaning(word))], row.number))
    sheet.rows = kept
    return keys


def equation(row: Row, meaning: Callable[[str], str]) -> str:
    """The one entry of a key that a row is, in one cell or in two; "" for any other row."""
    filled = row.filled
    if not 1 <= len(filled) <= 2 or len(filled[-1].text) > LONGEST_TITLE:
        return ""
    if len(filled) == 1:
        text = filled[0].text
        return text if _EQUATION.fullmatch(text) and meaning(text) else ""
    sign, said = filled[0].text, filled[1].text
    beside = filled[1].column == filled[0].column + 1
    if not beside or not _SIGN.fullmatch(sign) or not meaning(said):
        return ""
    return f"{sign.strip('()')} = {said}"


def is_lone_title(row: Row) -> bool:
    filled = row.filled
    return len(filled) == 1 and is_title(filled[0].text)


def read_line(row: Row, meaning: Callable[[str], str]) -> list[tuple[str, str, str]]:
    """The entries of a row that holds a key and nothing else, or []."""
    if len(row.cells) > 20:
        return []
    filled = row.filled
    if filled and is_title(filled[0].text):
        filled = filled[1:]
    if len(filled) < 2 or any(len(cell.text) > LONGEST_TITLE for cell in filled):
        return []
    if not any(meaning(cell.text) for cell in filled[:2]):
        return []
    entries = [(swatch(row, cell), cell.text, meaning(cell.text)) for cell in filled]
    known = sum(1 for _colour, _word, status in entries if status)
    coloured = sum(1 for colour, _word, _status in entries if colour)
    if len({word for _colour, word, _status in entries}) < len(entries):
        return []
    if known >= 3 and known == len(entries):
        return entries
    if known >= 2 and coloured == len(entries) and known * 3 >= len(entries) * 2:
        return entries
    return []


def swatch(row: Row, cell: Cell) -> str:
    """A cell's own colour, else that of the wordless cell just before it."""
    before = row.cells.get(cell.column - 1)
    if not cell.fill and before and not before.text:
        return before.fill
    return cell.fill


def take_columns(sheet: Sheet, meaning: Callable[[str], str]) -> list[Key]:
    """Keys written down a column, beside a table or on their own."""
    runs: dict[int, list[tuple[Row, str, str, str]]] = {}
    keys: list[Key] = []
    for row in sheet.rows:
        for entry in column_entries(row, meaning):
            column, colour, word, status = entry
            run = runs.setdefault(column, [])
            if run and run[-1][0].number != row.number - 1:
                keys += close(run, column)
            run.append((row, colour, word, status))
    for column, run in runs.items():
        keys += close(run, column)
    return keys


def column_entries(row: Row, meaning: Callable[[str], str]):
    """The coloured cells of a row that may be one entry of a key: nothing stands just before."""
    for column, cell in row.cells.items():
        if not cell.fill or len(cell.text) > LONGEST_TITLE or row.text(column - 1):
            continue
        word = cell.text or row.text(column + 1)
        status = meaning(word) or meaning(row.text(column + 1))
        if status:
            yield column, cell.fill, word, status


def close(run: list[tuple[Row, str, str, str]], column: int) -> list[Key]:
    """The key that a run of entries makes, its cells taken out; none where it is a table's column."""
    found = list(run)
    run.clear()
    colours = {colour for _row, colour, _word, _status in found}
    words = {word for _row, _colour, word, _status in found}
    if len(found) < 3 or len(colours) < len(found) or len(words) < len(found):
        return []
    for row, _colour, _word, _status in found:
        for beside in (column, column + 1):
            row.drop(beside)
    entries = [(colour, word, status) for _row, colour, word, status in found]
    return [Key(found[0][0].number, entries)]
