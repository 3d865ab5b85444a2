"""What stands around a figure: notes in brackets, a time, "provisional", so many out of so many. Pure."""

import re
from decimal import Decimal
from typing import NamedTuple

from indicators.words import figures, times

_BRACKETS = re.compile(r"\s*\(([^()]*)\)|\s*\[([^\[\]]*)\]")
_PROVISIONAL = re.compile(
    r"\b(?:provisional|prov|draft|unaudited|interim|estimated?|unvalidated)\b|^p$", re.I
)
_FINAL = re.compile(r"\b(?:final|audited|validated|confirmed)\b", re.I)
_BASE = re.compile(
    r"(?:n|base|sample|responses|respondents)(?: size| of)? ?[=:]? ?(?=[0-9])", re.I
)
_LINKS = r"(?:for|in|at|by|as at|as of|during|on|to|from|since|end of|end|year to|year ending)"
_LEADING = re.compile(rf"(?:{_LINKS} )*", re.I)
_TRAILING = re.compile(rf"[\s,;:-]+(?:{_LINKS} )*$", re.I)
_SHARE = re.compile(
    r"(?P<first>[0-9][0-9,]*) ?(?P<words>in|out of|of|/) ?(?P<second>[0-9][0-9,]*)(?![0-9.%/-]| ?%)",
    re.I,
)
LONGEST_PERIOD_NOTE = 4


class Share(NamedTuple):
    """So many out of so many, and where it ends."""

    numerator: Decimal
    denominator: Decimal
    words: str
    end: int


def take_brackets(text: str) -> tuple[str, list[str]]:
    """The text without what stands in brackets, and that; the lines after the first are kept too."""
    notes = [(a or b).strip() for a, b in _BRACKETS.findall(text)]
    body = _BRACKETS.sub(" ", text).strip()
    return body, [note for note in notes if note]


def take_period(body: str) -> tuple[str, str]:
    """The text without the time that it begins or ends with, and that time's words."""
    match = times.find(body)
    if not match or match.span() == (0, len(body)):
        return body, ""
    lead = _LEADING.match(body).end()
    if match.start() == lead:
        rest = re.sub(r"^\s*[:,;-]?\s*", "", body[match.end() :])
        return rest, match[0].strip()
    last = match
    while following := times.find(body, last.end()):
        last = following
    if last.end() == len(body):
        return _TRAILING.sub("", body[: last.start()]), last[0].strip()
    return body, ""


def provisional(text: str) -> tuple[str, bool | None]:
    """A remark, and whether it says that the figure is provisional or final; None where neither."""
    if _PROVISIONAL.search(text):
        return ("" if _PROVISIONAL.fullmatch(text) else text), True
    if _FINAL.search(text):
        return ("" if _FINAL.fullmatch(text) else text), False
    return text, None


def share_at_start(text: str) -> Share | None:
    """ "12 out of 15"; None where the first is more than the second, or both are years."""
    match = _SHARE.match(text)
    if not match or times.find(match[0]):
        return None
    first, second = (
        Decimal(match[name].replace(",", "")) for name in ("first", "second")
    )
    if not 0 <= first <= second or second < 2:
        return None
    words = "in" if match["words"].lower() == "in" else "out of"
    return Share(first, second, words, match.end())


def read_note(note: str) -> dict:
    """What a note in brackets adds: a base, a share, a time, a second figure, a remark."""
    base = _BASE.match(note)
    figure = figures.at_start(note[base.end() :]) if base else None
    if figure:
        return {"denominator": figure.value}
    share = share_at_start(note)
    if share and share.end == len(note):
        return {"numerator": share.numerator, "denominator": share.denominator}
    remark, said = provisional(note)
    found = {} if said is None else {"provisional": said}
    time = times.find(note)
    if time and len(note.split()) <= LONGEST_PERIOD_NOTE:
        found["period"] = time[0].strip()
        remark = "" if len(_LEADING.sub("", note, count=1)) == len(time[0]) else remark
    elif second := second_figure(note):
        found["second"] = second
    return {**found, "remark": remark} if remark else found


def second_figure(note: str) -> Decimal | None:
    """The figure that a note begins with, or names as the target."""
    figure = figures.at_start(
        re.sub(r"^(?:target|baseline)[: ]+", "", note, flags=re.I)
    )
    return figure.value if figure else None
