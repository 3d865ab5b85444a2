"""A cell that names a meeting with its day, "Cabinet, 14 January 2027": the one and the other."""

import re

from assessments.tables.days import Said

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_DAY = re.compile(
    r"\b(?:(?:mon|tues?|wed(?:nes)?|thurs?|fri|sat(?:ur)?|sun)(?:day)?\s+)?(?:\d{4}-\d\d-\d\d|\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d\d)"
    rf"|(?:\d{{1,2}}(?:st|nd|rd|th)?[\s-]+(?:of\s+)?)?{_MONTH}[\s,-]*(?:\d{{4}}|['’]?\d\d)\b|\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH})\b",
    re.I,
)
_LOOSE = re.compile(r"^[\s,;:()\[\]–—-]+|[\s,;:()\[\]–—-]+$|\s+(?:on|of)$|^(?:on)\s+", re.I)  # fmt: skip


def without_day(text: str, said: Said) -> str:
    """The words of a cell that holds a day, without it; as they are where none or several days stand in them."""
    found = _DAY.findall(text)
    if said.day is None or len(found) != 1:
        return text
    rest, before = _DAY.sub(" ", text), None
    while rest != before:
        before, rest = rest, _LOOSE.sub("", rest)
    return " ".join(rest.split())
