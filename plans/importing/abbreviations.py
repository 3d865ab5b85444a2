"""Abbreviations that a file defines: "Race Relations Officer (RRO)" lets "RRO" stand alone."""

import re
from collections.abc import Iterable

_DEFINED = re.compile(r"\(\s?([A-Z][A-Za-z&/]{0,8}[A-Z]|[A-Z]{2})\s?\)")
_WORD = re.compile(r"[\w’'&]+")
_SMALL = {"and", "of", "for", "the", "in", "to", "with", "&"}
MOST_WORDS = 10


def find(texts: Iterable[str]) -> dict[str, str]:
    """Each abbreviation in the texts with the name that it shortens."""
    found: dict[str, str] = {}
    for text in texts:
        if "(" not in text:
            continue
        for match in _DEFINED.finditer(text):
            name = name_before(text[: match.start()], match[1])
            if name:
                found.setdefault(match[1], name)
    return found


def name_before(text: str, abbreviation: str) -> str:
    """The words just before a bracket whose first letters make the abbreviation, or ""."""
    matches = list(_WORD.finditer(text[-200:]))[-MOST_WORDS:]
    if not matches or text.rstrip()[-1:] in ";,/.":
        return ""
    wanted = re.sub("[^A-Z]", "", abbreviation.upper())
    for count in range(2, len(matches) + 1):
        chosen = [match[0] for match in matches[-count:]]
        initials = "".join(word[0] for word in chosen if word.casefold() not in _SMALL)
        if initials.upper() == wanted and chosen[0].casefold() not in _SMALL:
            return text[-200:][matches[-count].start() :].strip()
    return ""
