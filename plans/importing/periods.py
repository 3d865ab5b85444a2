"""A plan's title and period, from the lines above its tables and on its cover."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from plans.timescales import calendar

LONGEST = 150
_PAIR = re.compile(
    r"(?<!\d)((?:19|20)\d\d)\s*(?:/|-|–|—|to)\s*((?:19|20)\d\d|\d\d)(?!\d)"
)
_MONTHS = re.compile(
    r"(?<!\w)([a-z]{3,9})\s+((?:19|20)\d\d)\s*(?:-|–|—|to|until)\s*([a-z]{3,9})\s+((?:19|20)\d\d)",
    re.I,
)
_YEAR = re.compile(r"(?<![\d/])((?:19|20)\d\d)(?![\d/])")
_WORDS = (
    (re.compile(r"\b(?:action|delivery|improvement|implementation)\s+plan\b", re.I), 3),
    (re.compile(r"\b(?:plan|scheme|strategy|programme|tracker)\b", re.I), 2),
    (re.compile(r"\b(?:equality|equalities|diversity|cohesion|inclusion)\b", re.I), 1),
)


@dataclass(frozen=True)
class Period:
    """A plan's first and last day, None where the file does not say."""

    start: date | None = None
    end: date | None = None


def read_period(text: str) -> Period:
    """ "2009/12", "2010 - 2011", "April 2010 to March 2013": years of a council run from April."""
    months = _MONTHS.search(text)
    if months and (found := month_period(*months.groups())):
        return found
    pair = _PAIR.search(text)
    if pair:
        first = int(pair[1])
        last = int(pair[2]) if len(pair[2]) == 4 else first // 100 * 100 + int(pair[2])
        if first < last <= first + 25:
            return Period(date(first, 4, 1), date(last, 3, 31))
    years = _YEAR.findall(text)
    if len(set(years)) == 1 and re.search(r"\bplan\b|\bprogramme\b", text, re.I):
        return Period(date(int(years[0]), 1, 1), date(int(years[0]), 12, 31))
    return Period()


def month_period(
    first: str, first_year: str, last: str, last_year: str
) -> Period | None:
    """From the first day of one month to the last day of another."""
    numbers = [calendar.MONTHS.get(name[:3].lower()) for name in (first, last)]
    if not all(numbers):
        return None
    start = calendar.month(int(first_year), numbers[0]).first
    end = calendar.month(int(last_year), numbers[1]).last
    return Period(start, end) if start < end else None


def choose_title(lines: Iterable[str]) -> str:
    """The line that most looks like the plan's title; "" where none does."""
    best, most = "", 0
    for line in lines:
        score = title_score(line)
        if score > most:
            best, most = line, score
    return best


def title_score(line: str) -> int:
    """How much a line looks like a title: the words of one, a period, no sentence."""
    if len(line) > LONGEST or line.endswith((":", ".", "?")) or line.count("\n") > 1:
        return 0
    score = max(
        (points for pattern, points in _WORDS[:2] if pattern.search(line)), default=0
    )
    if not score:
        return 0
    score += bool(_WORDS[2][0].search(line)) + bool(read_period(line).start)
    return score


def choose_period(title: str, lines: Iterable[str]) -> Period:
    """The period in the title, else in a short line near it, else none."""
    for line in (title, *(line for line in lines if len(line) <= 60)):
        period = read_period(line)
        if period.start:
            return period
    return Period()
