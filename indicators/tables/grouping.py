"""Which group a column is about, by its heading, and which of its figures: the result, a count or its base. Pure."""

import re
from typing import NamedTuple

from equality_tracker.workbooks.vocabulary import normal
from indicators.words import characteristics, times
from indicators.words.characteristics import Group

RESULT, COUNT, BASE, OTHER = "result", "count", "base", "other"
_WHICH = {
    **dict.fromkeys(("number", "no", "count", "headcount", "n", "num", "people", "total number"), COUNT),
    **dict.fromkeys(("%", "percentage", "per cent", "percent", "rate", "share", "result", "actual", "value", "figure", "outturn"), RESULT),
    **dict.fromkeys(("base", "out of", "sample", "sample size", "denominator", "responses", "respondents"), BASE),
    **dict.fromkeys(("target", "targets", "baseline", "gap", "difference", "change", "direction of travel", "rag", "status"), OTHER),
}  # fmt: skip
_JOINTS = re.compile(r"\s*[:()\n\[\]]\s*|\s+[-–—]\s+|\s+(?=%)|(?<=%)\s+")


class GroupHeading(NamedTuple):
    """A column's group and what it holds of it; `said` are the heading's own words for the characteristic, "" where the group implied it."""

    group: Group
    said: str
    which: str


def read_heading(text: str) -> GroupHeading | None:
    """ "Ethnicity: BME" → the group BME of Race; None where the words name no group, or one that may be of several characteristics."""
    which, said, names = RESULT, "", []
    for part in _JOINTS.split(times.without(text)):
        words = normal(part)
        if words in _WHICH:
            which = _WHICH[words]
        elif characteristics.of_heading(part) and not said:
            said = characteristics.tidy(part)
        elif words:
            names.append(part)
    if len(names) != 1 or characteristics.is_whole(names[0]):
        return None
    group = group_of(names[0], said)
    return GroupHeading(group, said, which) if group else None


def group_of(text: str, said: str) -> Group | None:
    """The group for words under a characteristic's own, or on their own where they imply it."""
    if said:
        return Group(characteristics.named(said), characteristics.tidy(text))
    return characteristics.of_group(text)


def which_of(text: str) -> str:
    """What a column for everybody holds: "Total: Number" a count, "All" a result."""
    parts = [normal(part) for part in _JOINTS.split(times.without(text))]
    return next((_WHICH[part] for part in parts if part in _WHICH), RESULT)
