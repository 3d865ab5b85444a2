"""A result's words without how many of how many: the one place that says them. Pure.

A council writes "77% (7 of 9 staff)". Where groups of so few people are hidden, the words would give them away, so wherever
people are not shown the reading stands in their place. The indicator's own page decides by `gaps.hidden_among` whether
they are shown; pages and files that do not look at the groups never show them.
"""

import re
from decimal import Decimal, InvalidOperation

from indicators.performance.bounds import show
from indicators.performance.measures import Measure, in_per_cent
from indicators.words.reasons import Reason

# What is a number and yet counts nobody: a year, a date, a rate's thousand.
_OF_TIME = re.compile(
    r"\b(?:19|20)\d\d\s*[/–-]\s*\d{2,4}\b|\b(?:\d{1,2} )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? (?:19|20)\d\d\b"
    r"|\bper [\d,]+|\bq[1-4]\b",
    re.I,
)  # fmt: skip
_NUMBER = re.compile(r"(?P<number>\d[\d,]*(?:\.\d+)?)(?P<percent>\s*(?:%|per ?cent\b))?", re.I)  # fmt: skip
_SPELT = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|"
    r"(?:twen|thir|for|fif|six|seven|eigh|nine)ty|nobody|everybody|everyone|both|none|neither|no one|half|third|quarter)s?\b", re.I,
)  # fmt: skip
_SHARE = re.compile(r"(\d[\d,]*)\s*(?:/|(?:out\s+)?of(?:\s+(?:the|all|a total of))?)\s*(\d[\d,]*)", re.I)  # fmt: skip
_SAMPLE = re.compile(r"\bn\s*=\s*(\d[\d,]*)", re.I)


def without_people(result) -> str:
    """Return the words of a result (or of what answers as one); its reading, or its reason, where they may tell of how many people."""
    return words_without_people(result.text, result.as_measure())


def words_without_people(text: str, measure: Measure | None) -> str:
    """As `without_people`, of plain values."""
    if measure is None or not tells_people(text, measure):
        return text
    return as_read(measure)


def as_read(measure: Measure) -> str:
    """A figure by its numbers alone: a share of people as its percentage, a reason by its name."""
    if measure.value is None:
        return str(Reason(measure.reason).label) if measure.reason else ""
    return show(in_per_cent(measure))


def tells_people(text: str, measure: Measure) -> bool:
    """Whether words hold a number besides the figure's own that is no percentage and no time: it may count people."""
    text = _OF_TIME.sub(" ", text)
    found = list(_NUMBER.finditer(text))
    plain = [_number(one["number"]) for one in found if not one["percent"]]
    if measure.value is None:
        spelt = _SPELT.findall(text)
        return bool(plain) or len(spelt) > 1
    if measure.value_max is not None:
        plain = [one for one in plain if one not in (measure.value, measure.value_max)]
    own = 0 if len(plain) < len(found) else 1
    return len(plain) > own or bool(_SPELT.search(text))


def share_said(result) -> tuple[Decimal | None, Decimal | None]:
    """Of how many people a result speaks, (how many, of how many): as kept, else as its words say it."""
    kept = result.numerator, result.denominator
    if kept != (None, None):
        return kept
    share, sample = _SHARE.search(result.text), _SAMPLE.search(result.text)
    if share:
        return _number(share[1]), _number(share[2])
    return None, _number(sample[1]) if sample else None


def _number(text: str) -> Decimal | None:
    try:
        return Decimal(text.replace(",", ""))
    except InvalidOperation:
        return None
