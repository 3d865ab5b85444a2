"""Takes out dates that are not when something is due, before the rest are weighed. Pure.

An earlier date that was moved, a year that belongs to a name ("Census 2031"), and the wider of
two that say the same ("Q4 2030/31 (March 2031)").
"""

import re

from plans.timescales.found import NOT_DUE, Found
from plans.timescales.wording import Wording

EARLIER = "an earlier date is named"
_WAS = re.compile(
    r"(?:\bwas|\bwere|\bpreviously|\boriginal(?:ly)?|\bformerly|\binitial(?:ly)?|\borig\b\.?|\bold|\bearlier|\brather\s+than|\binstead\s+of"
    r"|\b(?:extended|moved|revised|changed|slipped|deferred|delayed|carried\s+(?:forward|over)|rolled\s+(?:forward|over)|brought\s+forward|postponed|amended|rescheduled|put\s+back)\s+from)"
    r"(?:\s+(?:date|deadline|target|timescale|due|set|planned|agreed|expected|completion|for|by|in|to|be|the|end|of|at|is|was|early|mid|late))*\s*[:\-–(]*\s*$",
    re.I,
)
_NAME_BEFORE = re.compile(
    r"\b(?:act|agenda|vision|strategy|strategies|plans?|scheme|budget|census|elections?|framework|regulations?|policy|week|half[\s-]term|holidays?|review\s+of|phase|version|v|ramadan|eid|diwali|vaisakhi|hanukkah|passover|lent|lunar\s+new\s+year|days?|weeks?|months?|fortnight|festival|games|olympics|cup|pride)\s+(?:\(|for\s+)?$",
    re.I,
)
# A word with a capital in the middle of a clause, and the year at once: "by Refugee Week 2030".
_CAPITAL = re.compile(
    r"[^\W\d_]+\s+(?!(?:Of|By|In|Date|Year|End|Before|Until|Calendar|Target|Deadline|Completion|During|Late|Early|Mid|From|To|Due|Start|Review|Commission|Launch|Level)\b)[A-Z][a-z]+\s+$"
)
_NAME_AFTER = re.compile(
    r"\s+(?:act|agenda|vision|strategy|plans?|scheme|budgets?|census|(?:local\s+)?elections?|framework|regulations?|policy|intake|cohort|settlement|corporate|service|business|council\s+tax)\b(?!\s+(?:will|to)\b)",
    re.I,
)
_LINKED = re.compile(
    r"\b(?:in\s+line\s+with|linked\s+to|aligned?\s+(?:to|with)|as\s+part\s+of|to\s+coincide\s+with|to\s+inform|to\s+feed\s+into|in\s+time\s+for|as\s+per|in\s+accordance\s+with)\b[^.;\n]*$",
    re.I,
)
_BRACKET = re.compile(
    r"\s*(?:[(\[:,=]|[-–—]|i\.?e\.?,?|e\.?g\.?,?)\s*(?:i\.?e\.?,?\s*)?(?:by|to|in|end\s+of|end)?\s*(?:the\s+)?(?:end\s+of\s+|end\s+)?",
    re.I,
)


def weed(reading: Wording) -> tuple[str, ...]:
    """Take those dates out of `reading`; gives back what to flag."""
    flags = [
        *drop(reading, is_earlier, EARLIER),
        *drop(reading, is_of_name, NOT_DUE),
    ]
    return tuple(flags)


def drop_doubles(reading: Wording) -> None:
    """Of two that say the same, keep the more exact."""
    for index in reversed(range(len(reading.found))):
        if is_said_again(reading, index):
            del reading.found[index]


def drop(reading: Wording, unwanted, flag: str) -> list[str]:
    """Take out each date that is unwanted; the flag once if there was any."""
    gone = [index for index in range(len(reading.found)) if unwanted(reading, index)]
    reading.found = [
        one for index, one in enumerate(reading.found) if index not in gone
    ]
    return [flag] if gone else []


def is_earlier(reading: Wording, index: int) -> bool:
    """ "(was March 2030)", "extended from March 2030"."""
    return bool(_WAS.search(reading.before(index)))


def is_of_name(reading: Wording, index: int) -> bool:
    """ "Vision 2030", "the 2030/31 budget", "in line with the 2031 census"."""
    one = reading.found[index]
    if one.stretch is None or "year" not in one.stretch.precision or one.month:
        return False
    if one.stretch.precision == "part of a year":
        return False
    before = reading.text[: one.start]
    named = _NAME_BEFORE.search(before) or _NAME_AFTER.match(reading.text[one.end :])
    if one.is_bare_year and not before.isupper():
        named = named or _CAPITAL.search(before)
    return bool(named or _LINKED.search(reading.before(index)))


def is_said_again(reading: Wording, index: int) -> bool:
    """Whether a date in brackets says the same at least as exactly: "Q4 2030/31 (March 2031)"."""
    return says_less_than(reading, index, index + 1) or says_less_than(
        reading, index, index - 1
    )


def says_less_than(reading: Wording, index: int, other: int) -> bool:
    """Whether the date beside this one lies within it, and a bracket or the like ties them."""
    if not 0 <= other < len(reading.found):
        return False
    one, beside = reading.found[index], reading.found[other]
    gap = reading.before(max(index, other))
    if not _BRACKET.fullmatch(gap) or (other < index and "(" not in gap):
        return False
    if one.stretch is None:
        return bool(one.quarter and "(" in gap and beside.stretch)
    return is_within(beside, one)


def is_within(one: Found, wider: Found) -> bool:
    if one.stretch is None:
        return False
    first, last = wider.stretch.first, wider.stretch.last
    return first <= one.stretch.first and one.stretch.last <= last
