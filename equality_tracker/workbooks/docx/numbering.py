"""Lists: which bullet or number Word shows before a paragraph though nobody typed it."""

from typing import NamedTuple

from equality_tracker.workbooks.docx.names import PREFIXES, whole
from equality_tracker.workbooks.elements import walk

BULLET = "•"
LEVELS = 9
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


class Level(NamedTuple):
    """One level of a list: how it counts, "%1.%2" as it writes it, and where it begins."""

    form: str = "decimal"
    text: str = ""
    start: int = 1


def roman(number: int) -> str:
    letters = ""
    for value, letter in _ROMAN:
        while number >= value and len(letters) < 20:
            letters += letter
            number -= value
    return letters


def spelled(number: int, form: str) -> str:
    """A list's number in its form: 3 → "3", "c", "III"."""
    if form in ("lowerLetter", "upperLetter"):
        letter = chr(97 + (number - 1) % 26) * min(1 + (number - 1) // 26, 9)
        return letter if form == "lowerLetter" else letter.upper()
    if form in ("lowerRoman", "upperRoman"):
        return roman(number) if form == "lowerRoman" else roman(number).upper()
    if form == "decimalZero":
        return f"{number:02}"
    return str(number)


class Numbering:
    """The lists of a document and how far each has been counted."""

    def __init__(self) -> None:
        self.levels: dict[str, dict[int, Level]] = {}
        self.lists: dict[str, str] = {}
        self.starts: dict[tuple[str, int], int] = {}
        self.begun: set[str] = set()
        self.counts: dict[str, list[int]] = {}

    def mark(self, number: str, depth: int) -> str:
        """What stands before the next paragraph of a list: "•", "2.1", "" where nothing is shown."""
        abstract = self.lists.get(number)
        level = self.levels.get(abstract, {}).get(depth)
        if abstract is None or level is None or depth >= LEVELS:
            return ""
        if level.form == "bullet":
            return BULLET
        counts = self.count(abstract, number, depth)
        if level.form == "none":
            return ""
        return self.written(abstract, level, counts)

    def count(self, abstract: str, number: str, depth: int) -> list[int]:
        """Count one on, and begin the levels beneath anew."""
        counts = self.counts.setdefault(abstract, [0] * LEVELS)
        if number not in self.begun:
            self.begun.add(number)
            for (one, level), start in self.starts.items():
                if one == number and level < LEVELS:
                    counts[level] = start - 1
        if not counts[depth]:
            counts[depth] = self.start_of(abstract, depth) - 1
        counts[depth] += 1
        counts[depth + 1 :] = [0] * (LEVELS - depth - 1)
        return counts

    def start_of(self, abstract: str, depth: int) -> int:
        return self.levels[abstract].get(depth, Level()).start

    def written(self, abstract: str, level: Level, counts: list[int]) -> str:
        text = level.text
        for depth in range(LEVELS):
            if f"%{depth + 1}" in text:
                form = self.levels[abstract].get(depth, Level()).form
                value = counts[depth] or self.start_of(abstract, depth)
                text = text.replace(f"%{depth + 1}", spelled(value, form))
        return text.strip()


class _Reader:
    """Collects the definitions; the handler is called by the XML parser."""

    def __init__(self) -> None:
        self.found = Numbering()
        self.abstract = self.number = ""
        self.depth = 0
        self.overrides = False

    def start(self, name: str, attributes: dict) -> None:
        value = attributes.get("w:val", "")
        if name == "w:abstractNum":
            self.abstract = attributes.get("w:abstractNumId", "")
            self.found.levels[self.abstract] = {}
        elif name == "w:num":
            self.number = attributes.get("w:numId", "")
        elif name == "w:abstractNumId" and self.number:
            self.found.lists[self.number] = value
        elif name in ("w:lvl", "w:lvlOverride"):
            self.depth = min(whole(attributes, "w:ilvl"), LEVELS)
            self.overrides = name == "w:lvlOverride" or self.overrides
        elif name == "w:startOverride" and self.number:
            self.found.starts[self.number, self.depth] = whole(attributes)
        elif name in ("w:start", "w:numFmt", "w:lvlText") and not self.overrides:
            self.describe(name, attributes, value)

    def describe(self, name: str, attributes: dict, value: str) -> None:
        levels = self.found.levels.setdefault(self.abstract, {})
        level = levels.get(self.depth, Level())
        if name == "w:start":
            level = level._replace(start=whole(attributes))
        elif name == "w:numFmt":
            level = level._replace(form=value)
        else:
            level = level._replace(text=value[:40])
        levels[self.depth] = level

    def end(self, name: str) -> None:
        if name == "w:num":
            self.number, self.overrides = "", False


def read_numbering(package, part: str) -> Numbering:
    """The lists that a document defines."""
    reader = _Reader()
    walk(package, part, PREFIXES, reader.start, reader.end)
    return reader.found
