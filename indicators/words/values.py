"""A cell of an indicator table, read: a number with its unit, or a stated reason for none.

`read(text)` keeps the words as published and says beside them what they mean. It makes up no
number: what it does not understand is "in words", with a doubt. Pure: no model, no database.
"""

import re
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from indicators.words import changes, figures, plain_numbers, reasons, remarks, times
from indicators.words.figures import Figure
from indicators.words.readings import (
    BLANK,
    CHANGE_OR_FIGURE,
    LOOKS_LIKE_A_YEAR,
    NONE,
    NOT_UNDERSTOOD,
    POINTS_OR_PER_CENT,
    RANGE,
    RELATIVE,
    SEVERAL,
    VALUE,
    Reading,
)
from indicators.words.reasons import Reason

MOST_CHARACTERS = 1000

_DASHES = str.maketrans("–—−‐‑\xa0\u2009\u202f", "-----   ")
_LABEL = re.compile(
    r"(?P<word>baseline|target|result|actual|outturn|provisional|final|performance|figure|value|year end)s?"
    r"(?: figure| result)?(?: of| is| was)? ?[:\-]? +(?=[^a-z]|at |up |no |c\.)", re.I,
)  # fmt: skip
_ITEM = re.compile(
    r"^(?:\(?[a-h][).:]|[ivx]+[).]|[•·*-]|[A-Za-z][A-Za-z ]{0,30}:)\s*", re.I
)
_BEFORE = (
    (">=", r"at least|minimum(?: of)?|min\.?|no(?:t)? less than|no(?:t)? fewer than|>=|≥|above or equal to"),
    ("<=", r"at most|no(?:t)? more than|maximum(?: of)?|max\.?|up to|<=|≤|no(?:t)? higher than"),
    (">", r"more than|over|above|greater than|in excess of|>"),
    ("<", r"less than|fewer than|under|below|<"),
    ("±", r"±|\+ ?/ ?-"),
    ("~", r"approximately|approx\.?|about|around|circa|ca\.?|c\.|c|~|roughly|nearly|almost|estimated|est\.?"),
)  # fmt: skip
_BEFORE = [
    (sign, re.compile(rf"(?:{words})(?<![a-z])\s*|(?:{words})\s+", re.I))
    for sign, words in _BEFORE
]
_AFTER = (
    (">=", re.compile(r"\s*(?:\+(?![0-9 ])|or (?:more|above|over|better|higher|greater)\b|(?:minimum|and above)\b)", re.I)),
    ("<=", re.compile(r"\s*(?:or (?:less|fewer|below|under|lower)\b|maximum\b)", re.I)),
)  # fmt: skip
_MARKS = re.compile(r"\s*[*†‡§¹²³⁴⁵⁶⁷⁸⁹#]+")
_MAINTAIN = re.compile(
    r"(?:maintain(?:ed)?|remain(?:s|ed)?|keep|sustain(?:ed)?)(?: at)?\s+(?=[^a-z]|at |above |below )",
    re.I,
)
_TO = re.compile(r"\s*(?:-|to|and)\s*", re.I)
_BETWEEN = re.compile(r"(?P<word>between|from)\s+", re.I)
_NIL = re.compile(r"(?:nil|zero)(?: return| returns)?", re.I)
_LEVEL = re.compile(
    r"(?:level|grade|stage|band|tier|rank(?:ed)?|category|phase|step|top|bottom|upper|lower|best|"
    r"class|quartile|decile)\b.*|[0-9]{1,3}(?:st|nd|rd|th)\b.*", re.I,
)  # fmt: skip


@lru_cache(maxsize=4096)
def read(text: str) -> Reading:
    """Read one cell; never raises."""
    text = str(text or "").strip()
    plain_number = plain_numbers.read(text)
    if plain_number:
        return plain_number
    words = tidy(text)
    if not words:
        return Reading(text, BLANK)
    if len(words) > MOST_CHARACTERS:
        return in_words(text)
    found = read_several(text, words) or read_one(words)
    return replace(found, text=text)


def tidy(text: str) -> str:
    """The words with one kind of dash and space, lines kept."""
    lines = text.translate(_DASHES).replace("\r", "\n").split("\n")
    cleaned = [re.sub(r"[ \t]+", " ", line).strip() for line in lines]
    return "\n".join(line for line in cleaned if line)


def in_words(text: str) -> Reading:
    """Words without a number that can be relied on; a doubt where there are digits in them."""
    doubtful = re.search("[0-9]", times.without(text)) or text.casefold() == "none"
    return Reading(
        text, NONE, reason=Reason.IN_WORDS, doubt=NOT_UNDERSTOOD if doubtful else ""
    )


def read_several(text: str, words: str) -> Reading | None:
    """One reading a line, where each line is a figure of its own."""
    lines = words.split("\n")
    if len(lines) < 2:
        return None
    found = []
    for line, written in zip(lines, text.splitlines(), strict=False):
        one = read_one(_ITEM.sub("", line, count=1))
        if one.kind not in (VALUE, RANGE) or line.startswith("("):
            return None
        found.append(replace(one, text=written.strip()))
    return Reading(text, SEVERAL, several=tuple(found))


def read_one(words: str) -> Reading:
    """One cell's worth: a reason that is an abbreviation, a figure with its remarks, or words."""
    reason = reasons.whole(words)
    if reason:
        return Reading(words, NONE, reason=reason)
    body, notes = remarks.take_brackets(words)
    found = read_body(" ".join(body.split())) if body else None
    if found is None:
        return in_words(words)
    if found.kind == NONE:
        return replace(found, text=words)
    return with_notes(found, notes)


def with_notes(found: Reading, notes: list[str]) -> Reading:
    """The reading with what stands in brackets after it."""
    for note in notes:
        said = {
            name: value
            for name, value in remarks.read_note(note).items()
            if name == "remark" or getattr(found, name) in (None, "")
        }
        if found.remark and said.get("remark"):
            said["remark"] = f"{found.remark}; {said['remark']}"
        found = replace(found, **said)
    return found


def read_body(body: str) -> Reading:
    """What stands outside brackets, without the label before it and the time around it."""
    body, label = take_label(body)
    if _LEVEL.fullmatch(body):
        return Reading(body, NONE, reason=Reason.IN_WORDS)
    bare, period = remarks.take_period(body)
    found = read_figures(bare) or read_figures(body)
    if found is None:
        return read_reason(body)
    if found.period == "" and period and bare != body:
        found = replace(found, period=period)
    if label in ("provisional", "final"):
        found = replace(found, provisional=label == "provisional")
    return found


def take_label(body: str) -> tuple[str, str]:
    """The words after "Target:" or "Provisional –", and that label in small letters."""
    match = _LABEL.match(body)
    if (
        not match
        or match["word"].lower() == "baseline"
        and body[match.end() :][:1] in "+-"
    ):
        return body, ""
    return body[match.end() :], match["word"].lower()


def read_figures(body: str) -> Reading | None:
    """A body that is a figure, a range, a share or a change, with plain words after it; else None."""
    if _NIL.fullmatch(body):
        return Reading(body, VALUE, Decimal(0))
    return (
        read_change(body)
        or read_range(body)
        or read_share(body)
        or read_figure(_MAINTAIN.sub("", body, count=1))
    )


def read_change(body: str) -> Reading | None:
    """An increase or a reduction by so much; a figure where it is "to" so much."""
    change = changes.read(body)
    if change is None or change.is_contradicted:
        return in_words(body) if change else None
    figure = change.figure
    if change.direction == "":
        return Reading(
            body,
            VALUE,
            figure.value,
            figure.unit,
            decimals=figure.decimals,
            remark=change.remark,
        )
    doubt = ""
    if figure.unit == figures.PERCENT:
        doubt = POINTS_OR_PER_CENT
    elif figure.signed and figure.unit != figures.POINTS:
        doubt = CHANGE_OR_FIGURE
    unit = (
        figures.POINTS if change.points and doubt == POINTS_OR_PER_CENT else figure.unit
    )
    return Reading(
        body, RELATIVE, abs(figure.value), unit, operator=change.direction,
        against=change.against, decimals=figure.decimals, doubt=doubt,
    )  # fmt: skip


def read_range(body: str) -> Reading | None:
    """From one figure to another, the lower first."""
    between = _BETWEEN.match(body)
    start = between.end() if between else 0
    first = figures.at_start(body[start:])
    joint = first and _TO.match(body, start + first.end)
    second = figures.at_start(body[joint.end() :]) if joint else None
    if not second or ("and" in joint[0] and not between):
        return None
    if not rest_is_plain(body[joint.end() + second.end :]):
        return None
    unit = second.unit or first.unit
    low = scaled_like(first, second, body)
    if (first.unit or unit) != unit or low >= second.value:
        return None
    decimals = max(first.decimals, second.decimals)
    return Reading(body, RANGE, low, unit, value_max=second.value, decimals=decimals)


def scaled_like(first: Figure, second: Figure, body: str) -> Decimal:
    """The lower figure, in millions where only the upper says so: "£4-5m"."""
    size = re.search(r"[0-9 ](m|k|bn|million|thousand|billion)\b", body, re.I)
    if (
        first.value < 1000 <= second.value
        and size
        and body.casefold().count(size[1].casefold()) == 1
    ):
        return first.value.scaleb(figures.SIZES[size[1].lower()])
    return first.value


def read_share(body: str) -> Reading | None:
    """So many out of so many: "1 in 5", "12 out of 15", "12/15"."""
    share = remarks.share_at_start(body)
    if not share or not rest_is_plain(body[share.end :]):
        return None
    return Reading(
        body, VALUE, share.numerator, f"{share.words} {share.denominator:,}",
        numerator=share.numerator, denominator=share.denominator,
    )  # fmt: skip


def read_figure(body: str) -> Reading | None:
    """A figure, "at least" or "about" before it or "or more" behind, and plain words after."""
    operator, rest = take_sign(body)
    figure = figures.at_start(rest)
    if figure is None:
        return None
    tail = rest[figure.end :]
    for sign, pattern in _AFTER:
        match = pattern.match(tail)
        if match and not operator:
            operator, tail = sign, tail[match.end() :]
    marks = _MARKS.match(tail)
    tail = tail[marks.end() :] if marks else tail
    remark, provisional = remarks.provisional(tail.strip(" ,;:-."))
    if not rest_is_plain(tail):
        return None
    if re.fullmatch("(?:19|20)[0-9]{2}", rest) and not operator:
        return Reading(body, VALUE, figure.value, doubt=LOOKS_LIKE_A_YEAR)
    if re.match("(?:19|20)[0-9]{2} [a-z]", rest) and not figure.unit:
        return None
    return Reading(
        body, VALUE, figure.value, figure.unit, operator=operator, remark=remark,
        provisional=provisional, decimals=figure.decimals,
    )  # fmt: skip


def take_sign(body: str) -> tuple[str, str]:
    """ "at least 5" → (">=", "5")."""
    for sign, pattern in _BEFORE:
        match = pattern.match(body)
        if match and match.end() < len(body):
            return sign, body[match.end() :]
    return "", body


def rest_is_plain(rest: str) -> bool:
    """Whether what follows a figure leaves it as it is: nothing, or words without another figure."""
    if rest and (rest[0].isalnum() or rest[0] in "/:"):
        return False
    return not re.search("[0-9]", times.without(rest))


def read_reason(body: str) -> Reading:
    """A stated reason, where no figure is left beside it; else words."""
    reason = reasons.within(body)
    if reason and not re.search("[0-9]", times.without(body)):
        return Reading(body, NONE, reason=reason)
    return in_words(body)
