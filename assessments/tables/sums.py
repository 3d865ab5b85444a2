"""A saving as its column says it, in pounds where the heading counts in thousands or millions."""

import re
from decimal import Decimal

_HEAD = re.compile(r"(?:£|\b)\s*(?:(?P<thousand>['’]?0{3}s?|k|thousands?)|(?P<million>m|millions?))\b", re.I)  # fmt: skip
_SUM = re.compile(r"£?\s*(-?\d{1,3}(?:,\d{3})+|-?\d+)(\.\d+)?")


def in_pounds(text: str, heading: str) -> str:
    """The sum in pounds where it stands bare below a heading such as "Saving (£000)"; else the words as they are."""
    found, times = _SUM.fullmatch(text.strip()), _times(heading)
    if found is None or times == 1:
        return text
    pounds = Decimal(found[1].replace(",", "") + (found[2] or "")) * times
    return f"{pounds.normalize():f}"


def _times(heading):
    found = _HEAD.search(heading) if "£" in heading or "000" in heading else None
    if found is None:
        return 1
    return 1_000 if found["thousand"] else 1_000_000
