"""How often an indicator is measured, and which period is due: from its frequency's words and its last result. Pure."""

import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from indicators.words import periods
from indicators.words.periods import Period

# The kind of period that a frequency names outright; the first that is there decides.
_KINDS = (
    (periods.MONTH, re.compile(r"\b(?:monthly|(?:each|every|per) month)\b", re.I)),
    (periods.QUARTER, re.compile(r"\b(?:quarterly|(?:each|every|per) quarter|every (?:3|three) months)\b", re.I)),
    (periods.ACADEMIC_YEAR, re.compile(r"\b(?:academic|school) year", re.I)),
    (periods.YEAR, re.compile(r"\bcalendar year", re.I)),
)  # fmt: skip
_EVERY = re.compile(r"\b(?:every|each) (?P<number>[2-9]|two|three|four|five|other|second|third) years?\b", re.I)  # fmt: skip
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "other": 2, "second": 2, "third": 3}  # fmt: skip
_NAMED = ((2, re.compile(r"\bbiennial", re.I)), (3, re.compile(r"\btriennial", re.I)))


class Rhythm(NamedTuple):
    """The kind of period that an indicator is measured by; `years` is every how many, where a period is a year."""

    kind: str
    years: int = 1

    def due(self, on: date, last: Period | None = None) -> Period:
        """The period whose result comes next: the one after `last`, or else the newest that is over on the day `on`."""
        if last is None:
            return periods.last_ended(self.kind, on)
        if last.kind == self.kind:
            return periods.after(last, self.years)
        following = periods.containing(self.kind, last.end)
        return following if following.end > last.end else periods.after(following)


@lru_cache(maxsize=1024)
def read(frequency: str, last_kind: str = "") -> Rhythm:
    """The rhythm of an indicator: what its frequency names, else as its last result, else by the financial year."""
    kind = kind_named(frequency) or last_kind or periods.FINANCIAL_YEAR
    return Rhythm(kind, years_of(frequency))


@lru_cache(maxsize=1024)
def kind_named(frequency: str) -> str:
    """The kind of period that a frequency names outright; "" where it names none."""
    return next((kind for kind, pattern in _KINDS if pattern.search(frequency)), "")


def years_of(frequency: str) -> int:
    """ "Every two years" → 2; 1 where no number of years is named."""
    every = _EVERY.search(frequency)
    if every:
        number = every["number"].lower()
        return _NUMBERS.get(number) or int(number)
    return next((years for years, word in _NAMED if word.search(frequency)), 1)
