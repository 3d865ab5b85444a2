"""Finds the dates in a wording: each with where it stands, what it covers and what is odd.

A date may be incomplete (a month without its year); `reading` completes it from its
neighbours or the plan's period, or leaves it unread. Pure.
"""

import re

from plans.timescales import days, named, years
from plans.timescales.found import Found

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_GAP = r"[ \t,.\-–—/'’‘]{0,3}"
_YEAR = r"(?:(?:19|20)\d\d)"
_PAIR = r"(?P<a>(?:19|20)\d\d|\d\d)\s?[/\-–—]\s?(?P<b>(?:19|20)\d\d|\d{1,2})(?![\d/])"
_TAIL = rf"(?:{_PAIR}|(?P<y>{_YEAR})(?!\s?/\s?\d))"
_TH = r"(?:st|nd|rd|th)"
# After a short year: what would make it a day.
_NO_DAY = rf"(?!\d|:|{_TH}|\s?(?:of\s+)?{_MONTH}|[/.]\d)"
_ORDINAL = r"first|second|third|fourth|1st|2nd|3rd|4th"
_SEASON = r"spring|summer|autumn|fall|winter"
_Q = r"(?:Q\.?\s?|qu?a?rte?r\s?|qtr\.?\s?)"
_OF = r"[ ,:(\-–/]{0,3}(?:of\s+|FY\s*){0,2}"
_AY = r"(?:academic|school)\s+years?|AY"
_FY = r"(?:financial|fiscal)\s+years?|FY"


def _pattern(text: str) -> re.Pattern:
    return re.compile(rf"(?<![\w]){text}", re.IGNORECASE)


_PATTERNS = [
    (_pattern(r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?)?(?!\d)"), days.iso),
    (_pattern(r"(?P<y>(?:19|20)\d\d)(?P<mark>[./])(?P<m>\d\d?)(?P=mark)(?P<d>\d\d?)(?!\d)"), days.iso),
    (_pattern(r"(?P<d>\d{1,2})\s?(?P<mark>[/.\-–])\s?(?P<m>\d{1,2})\s?(?P=mark)\s?(?P<y>\d{4}|\d\d)(?!\d)"), days.numbers),
    (_pattern(rf"(?:municipal|council|civic|mayoral|calendar)\s+years?\s+{_PAIR}"), years.unsure_financial),
    (_pattern(rf"(?:{_AY})\s*(?:of\s+)?{_PAIR}"), years.academic),
    (_pattern(rf"{_PAIR}\s+(?:{_AY})\b"), years.academic),
    (_pattern(rf"{_TAIL}[ ,:(\-–/]{{0,3}}{_Q}(?P<n>[1-4]|one|two|three|four)(?!\w)(?!{_OF}(?:{_YEAR}|\d\d/))"), years.quarter),
    (_pattern(rf"{_Q}(?P<n>[1-4]|one|two|three|four)(?!\w)(?:{_OF}{_TAIL})?"), years.quarter),
    (_pattern(rf"(?P<n>{_ORDINAL}|last|final)\s+(?:quarter|qtr)\b\.?(?:{_OF}{_TAIL})?"), years.quarter),
    (_pattern(rf"(?P<n>first|second|1st|2nd)\s+half\s+(?:of\s+)?{_TAIL}"), years.half),
    (_pattern(rf"H(?P<n>[12])\s*(?:of\s+)?{_TAIL}"), years.half),
    (_pattern(rf"(?P<d>\d{{1,2}}){_TH}?\s?(?:-|–|to|and|&)\s?(?P<e>\d{{1,2}}){_TH}?\s(?P<m>{_MONTH}),?\s(?P<y>{_YEAR})(?!\d)"), days.days_month),
    (_pattern(rf"(?P<d>\d{{1,2}}){_TH}?(?:\s+of)?(?:\s{{0,2}}|[\-/.–])(?P<m>{_MONTH})(?![a-z])(?:{_GAP}(?P<y>\d{{4}}(?!\d)|\d\d{_NO_DAY}))?"), days.day_month),
    (_pattern(rf"(?P<m>{_MONTH})\.?\s(?P<d>\d{{1,2}})(?P<th>{_TH})?(?![\d/\w])(?:,?\s+(?P<y>{_YEAR})(?!\d))?"), days.month_day),
    (_pattern(rf"(?P<m>{_MONTH}){_GAP}(?:of\s)?(?P<y>{_YEAR}(?!\d)|\d\d{_NO_DAY})"), days.month_year),
    (_pattern(rf"(?P<y>{_YEAR})[ ,\-–/(]{{1,3}}(?P<m>{_MONTH})(?![a-z])(?!{_GAP}\d)"), days.month_year),
    (_pattern(rf"(?P<m>0?[1-9]|1[0-2])\s?[/.\-]\s?(?P<y>{_YEAR})(?![\d/])"), days.number_year),
    (_pattern(rf"(?:{_FY}|{_AY})\s+(?:to|ending|ended)\s+(?:march\s+)?(?P<y>{_YEAR})(?!\s?[/\-–—]?\s?\d)"), years.year_ending),
    (_pattern(rf"(?:{_FY}|{_AY})\s?(?:of\s+)?(?P<y>{_YEAR}|\d\d)(?!\s?[/\-–—]?\s?\d)"), years.unsure_financial),
    (_pattern(rf"{_YEAR}\s+(?:{_FY}|{_AY})\b"), years.unsure_financial),
    (_pattern(rf"(?P<s>{_SEASON})\s?(?:/|-|–|to|and|&|or)\s?(?P<t>{_SEASON}),?\s+(?:of\s+)?(?P<y>{_YEAR})(?!\s?[/\d])"), years.seasons),
    (_pattern(rf"(?P<s>{_SEASON})(?P<kind>\s+(?:term|holidays?|break|recess|season|period))?,?\s+(?:of\s+)?(?:{_PAIR}|(?P<y>{_YEAR}(?!\s?/\s?\d)|[‘’']?\d\d(?![\d/]|{_TH})))(?P<late>\s+term)?(?!\d)"), years.season),
    (_pattern(rf"(?:(?:{_FY})\s*(?:of\s+)?)?{_PAIR}(?:\s+(?:{_FY})\b)?"), years.financial),
    (_pattern(rf"(?P<y>{_YEAR})\s?[/\-]\s?(?P<m>0[1-9]|1[0-2])(?![\d/\-])"), days.number_year),
    (_pattern(r"(?P<m>0?[1-9]|1[0-2])/(?P<y>[1-4]\d)(?![\d/])"), days.number_short_year),
    (_pattern(rf"(?P<p>early|beginning\s+of|start\s+of|mid(?:dle\s+of)?|late|end\s+of)[ \-](?:in\s+|part\s+of\s+)?(?P<y>{_YEAR})(?!\d|/\d)"), years.part_of_year),
    (_pattern(r"(?:by\s+)?(?:the\s+)?end\s+of\s+(?:the\s+)?(?:current\s+)?(?:action\s+)?plan(?:\s+period)?\b(?!\s+(?:year|\d))"), years.plan_end),
    (_pattern(r"(?:years?|yrs?|Y)\s?(?P<n>[1-9]|one|two|three|four|five)(?!\w)(?!\s*,\s*\d)(?:\s?(?:-|–|to|and|&|/)\s?(?:(?:year|yr|Y)\s?)?(?P<m>[1-9]|two|three|four|five)(?!\w))?"), years.plan_year),
    (_pattern(r"(?P<n>first|second|third|fourth)\s+(?:plan\s+)?year(?P<m>)\b(?=\s+of\s+(?:(?:the|this)\s+)?(?:action\s+)?(?:plan|scheme|strategy|programme)|\s*$)"), years.plan_year),
    (_pattern(rf"{_YEAR}(?!\d)(?!\s?/\s?\d)"), years.year),
    (_pattern(rf"{_MONTH}(?![a-z])"), days.bare_month),
]  # fmt: skip
_SERIAL = re.compile(r"(?P<n>\d{5})(?:\.0+)?")


def find(text: str) -> list[Found]:
    """Every date in the text in order, none inside another; the more telling form wins."""
    alone = _SERIAL.fullmatch(text)
    if alone:
        serial = days.serial(alone)
        return [serial] if serial else []
    patterns = _PATTERNS
    if named.HINT.search(text):
        patterns = named.PATTERNS + _PATTERNS
    taken: list[Found] = []
    for pattern, build in patterns:
        for match in pattern.finditer(text):
            if not is_taken(match, taken) and (one := build(match)):
                taken.append(one)
    return sorted(taken, key=lambda one: one.start)


def is_taken(match: re.Match, taken: list[Found]) -> bool:
    return any(match.start() < one.end and one.start < match.end() for one in taken)
