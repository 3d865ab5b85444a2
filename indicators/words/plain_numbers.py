"""A number and nothing else, which most cells of a table are: read without looking for words. Pure."""

import re
from decimal import Decimal

from indicators.words.figures import PERCENT
from indicators.words.readings import VALUE, Reading

_PLAIN = re.compile(
    r"(?P<digits>-?(?:[0-9]{1,15}|[0-9]{1,3}(?:,[0-9]{3}){1,4}))(?:\.(?P<rest>[0-9]{1,9}))?(?P<percent> ?%)?"
)
_YEAR = re.compile("(?:19|20)[0-9]{2}")


def read(text: str) -> Reading | None:
    """The reading of a plain number, with or without a per cent sign; None for anything else, and for what may be a year."""
    match = _PLAIN.fullmatch(text)
    if not match or _YEAR.fullmatch(text):
        return None
    rest = match["rest"] or ""
    value = Decimal(match["digits"].replace(",", "") + (f".{rest}" if rest else ""))
    unit = PERCENT if match["percent"] else ""
    return Reading(text, VALUE, value, unit, decimals=len(rest))
