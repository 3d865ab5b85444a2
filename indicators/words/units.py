"""The unit of an indicator as a whole: from its own column, its title or its figures. Pure."""

import re
from collections import Counter
from decimal import Decimal

from indicators.words import figures

COUNT = "count"
NONE = "none"
_NONE = frozenset({NONE, "no unit", "-", "–", "n/a"})
_SAME = {
    "%": "%", "percent": "%", "per cent": "%", "percentage": "%", "pc": "%", "% age": "%",
    "number": COUNT, "no": COUNT, "no.": COUNT, "num": COUNT, "#": COUNT, "count": COUNT, "numeric": COUNT,
    "£": "GBP", "gbp": "GBP", "pounds": "GBP", "currency": "GBP", "points": figures.POINTS,
}  # fmt: skip
_RATE = re.compile(
    r"\bper (?P<base>[0-9][0-9,]*[0-9])(?P<of> (?:population|residents|people|households|children))?",
    re.I,
)
_PERCENT = re.compile(
    r"(?:the )?(?:%|percentage\b|per cent\b|percent\b|proportion\b)|.*(?:\(%\)|\b% of\b|\bpercentage of\b)",
    re.I | re.S,
)
_COUNT = re.compile(r"(?:the )?(?:total )?(?:number|no\.?) (?:of|and)\b|#", re.I)
# A unit with one of these words measures; any other noun is what is counted: "young people", "homes", "hate crimes".
_MEASURES = re.compile(
    r"[%£$€]|\b(?:percentage|percent|per|gbp|eur|usd|pounds?|pence|rates?|ratios?|index|indices|scores?|points?|percentiles?|ranks?|ranking|"
    r"stars?|grades?|levels?|averages?|mean|median|seconds?|minutes?|hours?|days?|weeks?|months?|years?|"
    r"miles?|metres?|kilometres?|km|hectares?|kg|kilograms?|tonnes?|litres?|degrees?|out of)\b",
    re.I,
)
_IN_BRACKETS = re.compile(r"\((?P<unit>[^()]{1,20})\)\s*\.?$")


def tidy(text: str) -> str:
    """A unit as it is kept: "percentage" → "%", "Number" → "count"; others as written."""
    return _SAME.get(text.strip().casefold(), text.strip())


def is_none(text: str) -> bool:
    """Whether a cell says that there is no unit, which is more than saying nothing."""
    return text.strip().casefold() in _NONE


def of_title(title: str) -> str:
    """The unit that an indicator's title names, "" where it names none."""
    rate = _RATE.search(title)
    if rate:
        base = int(rate["base"].replace(",", ""))
        return f"per {base:,}{(rate['of'] or '').lower()}"
    bracket = _IN_BRACKETS.search(title)
    if bracket and bracket["unit"].casefold() in _SAME:
        return tidy(bracket["unit"])
    if bracket and bracket["unit"].casefold() in figures.UNITS:
        return bracket["unit"].lower()
    if _PERCENT.match(title):
        return figures.PERCENT
    return COUNT if _COUNT.match(title) else ""


def most_common(found: list[str]) -> str:
    """The unit that most figures of a row carry, "" where none does."""
    counted = Counter(unit for unit in found if unit)
    return counted.most_common(1)[0][0] if counted else ""


def counts_people(unit: str) -> bool:
    """Whether a figure in a unit is itself a number of people or of things that are theirs, as is one without a unit."""
    return not _MEASURES.search(unit)


def per_of(unit: str) -> Decimal | None:
    """Of how many people a unit speaks: 100 of a percentage, 1,000 of "per 1,000 residents"; None where it speaks of no share."""
    first, _space, rest = unit.partition(" ")
    number = rest.partition(" ")[0].replace(",", "")
    if unit == figures.PERCENT:
        return Decimal(100)
    return (
        Decimal(number) if first == "per" and number.isdigit() and int(number) else None
    )
