"""The codes of indicators: where a title begins with one, and when two are the same. Pure."""

import re
from typing import NamedTuple

_CODE = (
    r"[A-Z]{1,8}(?:[-/ ][A-Z]{1,6})?[-/ ]?[0-9]{1,4}(?:\.[0-9]{1,3})*(?:[a-z](?![a-z]))?"
    r"(?: ?\((?:[a-z]|[ivx]{1,4})\))?"
)
_BEFORE_MARK = re.compile(rf"(?P<code>{_CODE})\s*(?:[-–—:|]+\s*(?=\D)|\n+\s*|\t\s*)")
# Sets whose codes are so well known that no mark need follow them.
_KNOWN = re.compile(
    rf"(?=(?:NI|BV|BVPI|LPI|LKI|KPI|PI|LAA|LI)[-/ 0-9])(?P<code>{_CODE})\s+(?=[A-Z%‘“\"'(])"
)
_LOOSE = re.compile(rf"(?P<code>{_CODE})\s+(?=[A-Z%‘“\"'(])")
LEAST_LOOSE = 3
_ALONE = re.compile(_CODE)
_NATIONAL = re.compile(r"NI[ -]?0*([0-9]{1,3})(?: ?\(?([a-z])\)?)?", re.I)
_PART = re.compile(
    r"\(?(?P<letter>[a-z]|i{1,3}|iv|vi{0,3})[).:]\s+(?P<title>\S.*)", re.S
)
_LETTERED = re.compile(r"(?P<parent>.*[0-9])(?P<letter>[a-z])")


class Named(NamedTuple):
    """An indicator's code, "" where it has none, and its title without it."""

    code: str
    title: str


def split(text: str, *, loose: bool = False) -> Named:
    """ "NI1 - People who volunteer" → ("NI 1", "People who volunteer").

    `loose` takes "EQ1 Satisfaction" for a code and a title too: see `begin_with_codes`.
    """
    match = _BEFORE_MARK.match(text) or _KNOWN.match(text)
    match = match or (_LOOSE.match(text) if loose else None)
    if match and text[match.end() :].strip():
        return Named(tidy(match["code"]), text[match.end() :].strip())
    return Named("", text.strip())


def begin_with_codes(titles: list[str]) -> bool:
    """Whether most of a table's titles begin with a code, so that no mark need follow it."""
    found = [bool(split(title, loose=True).code) for title in titles]
    return sum(found) >= LEAST_LOOSE and sum(found) * 2 > len(found)


def tidy(code: str) -> str:
    """A code as its set writes it: "NI1" → "NI 1"; others as they stand."""
    code = " ".join(code.split())
    national = _NATIONAL.fullmatch(code)
    if national:
        return f"NI {int(national[1])}{(national[2] or '').lower()}"
    return code


def is_code(text: str) -> bool:
    """Whether a text is a code and nothing else."""
    return bool(_ALONE.fullmatch(text.strip()))


def key(code: str) -> str:
    """What two ways of writing one code have in common: "BP 07" and "bp7"."""
    bare = re.sub(r"[^a-z0-9.]", "", code.casefold())
    return re.sub(r"(?<![0-9.])0+(?=[0-9])", "", bare)


def part(title: str) -> str:
    """The letter that a part's title begins with: "a) Litter" → "a"; "" where there is none."""
    match = _PART.fullmatch(title)
    return match["letter"] if match else ""


def parent_of(code: str) -> str:
    """The code without its letter: "NI 195a" → "NI 195"; "" where it has none."""
    match = _LETTERED.fullmatch(code)
    return match["parent"] if match else ""
