"""Days and months that go by a name: Christmas, Black History Month, Holocaust Memorial Day.

Data: each name as a pattern with its month, and its day where it is one. Pure.
"""

import re

from plans.timescales import calendar
from plans.timescales.found import Found, dated, found

DAYS = {
    r"christmas(?:\s+(?:day|break|holidays?))?|xmas": (12, 25),
    r"new\s+year'?s\s+day": (1, 1),
    r"new\s+year'?s\s+eve": (12, 31),
    r"holocaust\s+memorial\s+day|hmd": (1, 27),
    r"(?:international\s+)?women'?s\s+day|iwd": (3, 8),
    r"idaho(?:b|bi|bit|t)?": (5, 17),
    r"windrush\s+day": (6, 22),
    r"world\s+mental\s+health\s+day": (10, 10),
    r"(?:international\s+)?men'?s\s+day": (11, 19),
    r"trans(?:gender)?\s+day\s+of\s+remembrance|tdor": (11, 20),
    r"white\s+ribbon\s+day": (11, 25),
    r"world\s+aids\s+day": (12, 1),
    r"(?:international\s+)?day\s+of\s+(?:disabled\s+people|people\s+with\s+disabilities|persons\s+with\s+disabilities)|idpd": (12, 3),
    r"human\s+rights\s+day": (12, 10),
}  # fmt: skip
MONTHS = {
    r"lgbt\w*\+?\s+history\s+month": 2,
    r"pride\s+month": 6,
    r"(?:gypsy,?\s+roma,?\s+(?:and|&)\s+traveller|grt)\s+history\s+month": 6,
    r"black\s+history\s+month|bhm": 10,
    r"islamophobia\s+awareness\s+month": 11,
}
_YEAR = r"(?:,?\s+(?:in\s+|of\s+)?(?P<y>(?:19|20)\d\d)(?!\s?[/\d]))?"


def _reader(month: int, day: int | None):
    def build(match: re.Match) -> Found:
        if not match["y"]:
            return found(match, None, month=month, day=day)
        year = int(match["y"])
        if day:
            return dated(match, year, month, day)
        return found(match, calendar.month(year, month), year=year, month=month)

    return build


def _easter(match: re.Match) -> Found | None:
    if not match["y"]:
        return None
    day = calendar.easter(int(match["y"]))
    return dated(match, day.year, day.month, day.day)


def _pattern(names: str) -> re.Pattern:
    return re.compile(rf"(?<!\w)(?:{names})(?!\w){_YEAR}", re.I)


PATTERNS = [
    *((_pattern(names), _reader(*day)) for names, day in DAYS.items()),
    *((_pattern(names), _reader(month, None)) for names, month in MONTHS.items()),
    (_pattern(r"easter(?:\s+sunday)?"), _easter),
]
# A wording without any of these has no day that goes by a name.
HINT = re.compile(
    r"christmas|xmas|new\s+year|\bday\b|history|pride|awareness|easter|\b(?:hmd|iwd|idaho\w*|tdor|idpd|bhm)\b",
    re.I,
)
