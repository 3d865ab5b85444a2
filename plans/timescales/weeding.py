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
_MOVED_FROM = re.compile(
    r"\b(?:moved|extended|revised|changed|deferred|delayed|postponed|pushed|put|brought|amended)\b[^.;]{1,60}\bfrom\s*$",
    re.I,
)
# Words that may stand just before or after a year that is a date; any other makes it a name's.
_BEFORE_YEAR_WORDS = """about achieve achieved adopt adopted after agree agreed and annual annually approval approve
    approved approx approximately around at audit beginning before beyond build by calendar circa
    commence commences commencing commission complete completed completion consult consultation date
    deadline deferred deliver delivered delivery design develop draft due during early end est
    established estimated evaluate evaluation expected extended financial finish following for from
    fy implement implementation implemented in late latest launch launched level likely mid moved
    next now of ongoing or pilot plus post probably programme publish published recruit report
    review reviewed revised rollout roll-out scope scoping since start starting survey target tbc
    test than the then throughout till timescale to train training until within year years yr"""
_BEFORE_YEAR = frozenset(_BEFORE_YEAR_WORDS.split())
_AFTER_YEAR_WORDS = """and annual annually at by circa financial following for if in is latest monthly of on ongoing
    onward onwards or provided quarterly start subject then thereafter till to until when with
    year years"""
_AFTER_YEAR = frozenset(_AFTER_YEAR_WORDS.split())
_LAST_WORD = re.compile(r"([^\W\d_][\w’'-]*)[\s‘’']*$")
_FIRST_WORD = re.compile(r"\s+([^\W\d_][\w’'-]*)")
_CLAUSE = re.compile(r"[.;,:()\n–—]")
_SURE_BEFORE_WORDS = "by in during until before from to since for and calendar"
_SURE_BEFORE = frozenset(_SURE_BEFORE_WORDS.split())
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
    before = reading.text[: reading.found[index].start]
    return bool(_WAS.search(reading.before(index)) or _MOVED_FROM.search(before))


def is_of_name(reading: Wording, index: int) -> bool:
    """ "Vision 2030", "the 2030/31 budget", "in line with the 2031 census", "xx/xx/2031"."""
    one = reading.found[index]
    if not is_whole_year(one):
        return False
    before, after = reading.before(index), reading.text[one.end :]
    if before[-1:] in ("/", ".") or _LINKED.search(before):
        return True
    last, following = _LAST_WORD.search(before), _FIRST_WORD.match(after)
    word = last[1].casefold() if last else ""
    vague = word in ("early", "mid", "late") and not one.is_bare_year
    if vague or (word and word not in _BEFORE_YEAR):
        return True
    if following and following[1].casefold() not in _AFTER_YEAR:
        return True
    clause = _CLAUSE.split(before)[-1]
    return word not in _SURE_BEFORE and any(mark.isdigit() for mark in clause)


def is_whole_year(one: Found) -> bool:
    """A year, a financial year or a year of the plan, with no month or quarter of it named."""
    if one.plan_years:
        return not one.quarter and one.plan_years[0] > 0
    if one.stretch is None or one.month or one.quarter:
        return False
    return one.stretch.precision in ("year", "financial year", "academic year")


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
