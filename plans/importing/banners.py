"""Lines of their own between tables: what a line of words on its own stands for."""

import re
from dataclasses import dataclass

from equality_tracker.workbooks.date_words import is_date_word
from equality_tracker.workbooks.vocabulary import normal
from plans import timescales
from plans.importing.line_words import (
    DEADLINE_WORDS,
    DOCUMENT_WORDS,
    DUE_WORDS,
    LEAD_LABELS,
    LEVELS,
    OUTCOME_LISTS,
    PART_LABELS,
    SIGNPOSTS,
    TIME_LABELS,
    TOTALS,
)

_NUMBERS = """
one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
sixteen seventeen eighteen nineteen twenty
"""
NUMBERS = _NUMBERS.split()
_ROMAN = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"]
_LEVEL = re.compile(
    rf"(?:(?:key|our|equality|strategic|corporate|service|priority)\s+){{0,2}}"
    rf"(?P<level>{'|'.join(sorted(map(re.escape, LEVELS), key=len, reverse=True))})s?(?:\s+area)?"
    rf"(?:\s*(?:no\.?|number|#)?\s*\(?(?P<number>\d{{1,3}}(?:\.\d{{1,3}})*|[a-z]|[ivx]{{1,4}}|{'|'.join(NUMBERS)})(?![\w])\)?(?:\s*\([^()]{{1,40}}\))?)?"
    r"(?P<mark>\s*[:.)–—|-]+\s*|\s+(?=[A-Z“\"'‘])|\s*$)(?P<title>.*)",
    re.I | re.S,
)  # fmt: skip
_NUMBERED = re.compile(
    r"(?:(?P<number>(?:\d{1,3}|[A-Z]{1,3}\s?\d{1,2})(?:\.\d{1,3})*)(?:[.):]|\s[–—|-])?(?=\s+[^a-z])"
    r"|(?P<letter>[A-H])[.):])\s+(?P<title>\S.*)",
    re.S,
)
_BULLET = re.compile(
    r"^\s*(?:[•·▪◦●○■□‣⁃∙➢➤►▶▸❖◆✓✔✦§»→\uf0a7\uf0b7\uf0d8\uf0fc\uf076]|[-–—*>](?=\s)|o\s(?=[A-Z]))\s*"
)
_LETTER_O = re.compile(r"^\s*o\s+")
# Lists that count: each line one on from the last.
_COUNTED = re.compile(r"^\s*\(?(?P<sign>\d{1,2}|[ivx]{1,4}|[a-z])[.)]\s+", re.I)
_DIRECTORATE = re.compile(
    r"\b(?:directorate|department|division|services|service|group)\b", re.I
)
LONGEST_BANNER = 250


@dataclass(frozen=True)
class Banner:
    """A level of the plan as a line names it: its number (may be ""), its title."""

    number: str
    title: str


_COUNT = re.compile(r"\s*\(\d+\s+(?:actions?|items?|measures?)\)$", re.I)
_OTHER_LANGUAGE = re.compile(r"^[^:]{1,40}\s/\s+")


def read_level(text: str) -> Banner | None:
    """ "Objective 2: …", "Priority One – …", "Theme: …"; None for any other line."""
    text = _COUNT.sub("", text.strip())
    match = _LEVEL.fullmatch(text) or _LEVEL.fullmatch(_OTHER_LANGUAGE.sub("", text))
    if not match or len(text) > LONGEST_BANNER * 4:
        return None
    number, title = match["number"] or "", match["title"].strip()
    marked = bool(re.search(r"[:–—|-]", match["mark"]))
    if not number and not (marked and title):
        return None
    if not number and is_plural(text, match["level"]):
        return None
    if number and not marked and not title and len(number) == 1 and number.isalpha():
        return None
    return Banner(
        as_number(number), flat(title) or f"{match['level'].capitalize()} {number}"
    )


def is_plural(text: str, level: str) -> bool:
    """ "Equality outcomes: …" speaks of many, and so of none."""
    return bool(re.match(rf".{{0,40}}?\b{re.escape(level)}s\b", text, re.I | re.S))


_LEVEL_WORD = re.compile(rf"\b(?:{'|'.join(LEVELS)})(?:s|ies)?\b|\bpriorities\b", re.I)


def says_level(text: str) -> bool:
    """Whether a label speaks of a level: "Corporate Improvement Priority 2009/12"."""
    return bool(_LEVEL_WORD.search(text))


def read_banner(text: str) -> Banner:
    """A line that is known to be a banner: its level, its number, else all its words."""
    level = read_level(text)
    if level:
        return level
    match = _NUMBERED.fullmatch(text.strip())
    if match:
        return Banner(match["number"] or match["letter"], flat(match["title"]))
    return Banner("", flat(text))


def is_numbered(text: str) -> bool:
    """ "1. Fair work", "EO1 – Fair work": a number set off from a title."""
    match = _NUMBERED.fullmatch(text.strip())
    return bool(match) and bool(
        re.match(
            r"[.):]|\s[–—|-]", text.strip()[len(match["number"] or match["letter"]) :]
        )
    )


def as_number(word: str) -> str:
    """ "One" → "1", "iv" → "4"; digits and letters stay."""
    lower = word.lower()
    if lower in NUMBERS:
        return str(NUMBERS.index(lower) + 1)
    if lower in _ROMAN:
        return str(_ROMAN.index(lower) + 1)
    return word.upper()


def flat(text: str) -> str:
    """One line: "Improving by\\n• this\\n• that" → "Improving by: this; that"."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    if len(lines) < 2:
        return _BULLET.sub("", text).strip()
    bulleted = [bool(_BULLET.match(line)) for line in lines]
    pieces = [_BULLET.sub("", line).strip() for line in lines]
    if not any(bulleted):
        return " ".join(pieces)
    if bulleted[0]:
        return "; ".join(pieces)
    return f"{pieces[0].rstrip(':')}: {'; '.join(pieces[1:])}"


def bullets(text: str) -> list[str]:
    """A cell's items: one for each bullet, the words before the first as an item; else whole."""
    if not text:
        return []
    lines = text.split("\n")
    mark = mark_of(lines)
    items: list[str] = []
    marked = False
    for line in lines:
        starts = bool(mark.match(line))
        marked = marked or starts
        piece = mark.sub("", line).strip()
        if starts or not items:
            items.append(piece)
        elif piece:
            items[-1] = f"{items[-1]} {piece}"
    return [item for item in items if item] if marked else [text]


def mark_of(lines: list[str]) -> re.Pattern:
    """How a list's items begin: with a bullet, with the letter o for one, or counted 1, 2 or a, b."""
    if len(lines) < 2 or any(_BULLET.match(line) for line in lines):
        return _BULLET
    filled = [line for line in lines if line.strip()]
    if len(filled) > 1 and all(_LETTER_O.match(line) for line in filled):
        return _LETTER_O
    signs = [
        match["sign"].casefold() for line in filled if (match := _COUNTED.match(line))
    ]
    counted = [str(number) for number in range(1, len(signs) + 1)]
    lettered = [chr(97 + number) for number in range(len(signs))]
    in_order = signs in (counted, lettered, _ROMAN[: len(signs)])
    return (
        _COUNTED
        if len(signs) > 1 and in_order and _COUNTED.match(filled[0])
        else _BULLET
    )


def is_bulleted(text: str) -> bool:
    """Whether a cell is nothing but a list."""
    starts = bool(mark_of(text.split("\n")).match(text))
    return starts and len(bullets(text)) > 1


def is_deadline(text: str, above_table: bool = False) -> bool:
    """ "By April 2011:", "Actions for 2026/27": a date that holds for what follows.

    Just above a table a date alone is one too, and "Ongoing".
    """
    if len(text) > 80 or not (above_table or any(mark.isdigit() for mark in text)):
        return False
    words = re.findall("[a-z]+", text.casefold())
    if not all(word in DEADLINE_WORDS or is_date_word(word) for word in words):
        return False
    if not above_table and DUE_WORDS.isdisjoint(words) and not is_short_date(text):
        return False
    read = timescales.read(text.rstrip(": "))
    return bool(read.due) or (above_table and read.ongoing)


def is_short_date(text: str) -> bool:
    """ "March 2012:", a date with the mark of what follows."""
    return text.rstrip().endswith(":") and len(text.split()) <= 3


def is_outcome_list(text: str) -> bool:
    return len(text) <= 60 and normal(text) in OUTCOME_LISTS


def is_signpost(text: str) -> bool:
    return len(text) <= 60 and normal(text) in SIGNPOSTS


def says_something(text: str) -> bool:
    """Whether a line is a level, a deadline, a list's heading or a signpost."""
    return (
        read_level(text) is not None
        or is_deadline(text)
        or is_signpost(text)
        or is_outcome_list(text)
    )


def is_total(text: str) -> bool:
    return len(text) <= 30 and normal(text) in TOTALS


_LABELS = {
    **dict.fromkeys(PART_LABELS, "directorate"),
    **dict.fromkeys(LEAD_LABELS, "lead"),
    **dict.fromkeys(TIME_LABELS, "time"),
}


def read_label(text: str) -> tuple[str, str]:
    """ "Directorate: Housing" → ("directorate", "Housing"); ("", "") for any other line."""
    label, colon, value = text.partition(":")
    name = _LABELS.get(normal(label), "") if colon and len(label) <= 40 else ""
    return (name, flat(value.strip())) if name and value.strip() else ("", "")


def is_outcome(text: str) -> bool:
    """Whether a line's level is an outcome: "Outcome: people are heard"."""
    match = _LEVEL.fullmatch(text.strip())
    return bool(match) and "outcome" in match["level"].casefold()


def level_word(text: str) -> str:
    """The word that a line uses for its level, "" where it names none."""
    match = _LEVEL.fullmatch(text.strip()) if read_level(text) else None
    return match["level"].casefold() if match else ""


def is_bare_level(text: str) -> bool:
    """Whether a cell holds a level and its number, and no title: "Objective 1"."""
    match = _LEVEL.fullmatch(text.strip())
    return bool(match) and not match["title"].strip()


_FOOT = re.compile(
    r"\W*(?:page\s+\d|notes?\b|n\.?b\.?\b|source\b|version\b|(?:last\s+)?updated\b|printed\b|signed\b"
    r"|prepared\b|approved\b|as\s+at\b|footnote|produced\b|reviewed\b|for\s+further\b|contact\b|\*|†)",
    re.I,
)


def is_foot(text: str) -> bool:
    """Whether a line is a page number, a note or a signature: no banner, wherever it stands."""
    return bool(_FOOT.match(text))


_MORE = re.compile(
    r"(?P<name>evidence|evidenced by|progress|update|progress update|comments?)\s*[:–—-]\s*(?P<said>\S.*)",
    re.I | re.S,
)


def read_more(text: str) -> tuple[str, str]:
    """ "Evidence: minutes" beneath an action → ("evidence", "minutes"); ("", "") for any other line."""
    match = _MORE.fullmatch(text)
    if not match:
        return "", ""
    kind = "evidence" if match["name"].casefold().startswith("evidence") else "progress"
    return kind, match["said"]


def is_of_the_document(text: str) -> bool:
    """Whether a line speaks of the document: its version, its date, whose it is."""
    words = f" {normal(text)} "
    return any(f" {word} " in words for word in DOCUMENT_WORDS)


def names_directorate(text: str, known: set[str]) -> bool:
    """Whether a banner names a part of the council: a known one, or by its own word."""
    if normal(text) in known:
        return True
    return len(text) <= 80 and bool(_DIRECTORATE.search(text)) and not read_level(text)
