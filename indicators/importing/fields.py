"""What a row of a file says of its indicator besides figures: which of it is news."""

import re

from indicators import national
from indicators.models import IndicatorSet
from indicators.performance.measures import Direction
from indicators.words import codes
from plans.importing.readings import cut
from plans.importing.words import same

from .matching import sets_of

LONGEST = {"title": 500, "unit": 60, "source": 300, "frequency": 100}
LONGEST_CODE = 40
LABELS = {
    "code": "Code",
    "title": "Title",
    "unit": "Unit",
    "source": "Source",
    "frequency": "Frequency",
    "directorate_id": "Directorate",
    "lead_id": "Lead",
    "suggested_direction": "Better, as the file says",
    "parent": "Part of",
    "definition": "Definition",
    "decimals": "Decimals",
}
# Where a field's words stand under another name in what was read.
COLUMNS = {
    "code": "key",
    "suggested_direction": "direction_said",
    "directorate_id": "directorate",
    "lead_id": "lead",
}
LONG_CODE = "The code is longer than 40 letters and was left out."
UNKNOWN_DIRECTION = "It is not clear which way is better by “{words}”. A person says so after the import."
_HIGHER = re.compile(
    r"\b(?:higher|high|up|upwards?|increas\w*|more|bigger|maximi[sz]e|rise|rising|positive)\b|[↑▲]|^\+$",
    re.I,
)
_LOWER = re.compile(
    r"\b(?:lower|low|down|downwards?|decreas\w*|reduc\w*|less|fewer|smaller|minimi[sz]e|fall|falling|negative)\b|[↓▼]|^-$",
    re.I,
)


def suggestion(words: str) -> str:
    """Which way is better by a file's own words: "Higher is better" → "higher"; "" where they say neither or both."""
    up, down = bool(_HIGHER.search(words)), bool(_LOWER.search(words))
    if up == down:
        return ""
    return Direction.HIGHER.value if up else Direction.LOWER.value


def read(row, names) -> tuple[dict, list[str]]:
    """What `row` says, by the indicator's own fields, blank where it says nothing; and what a person should look at."""
    said, asked = row.said, []
    code = row.code if len(row.code) <= LONGEST_CODE else ""
    if row.code and not code:
        asked.append(LONG_CODE)
    better = said.get("direction_said") or ""
    if better and not suggestion(better):
        asked.append(UNKNOWN_DIRECTION.format(words=better[:60]))
    title = cut(row.title, LONGEST["title"])
    whole = row.title if len(row.title) > LONGEST["title"] else ""
    lead, directorate = _lead(said, names), _directorate(said, names)
    return {
        "code": code,
        "title": title,
        "definition": (said.get("definition") or whole).strip(),
        "unit": cut(said.get("unit") or "", LONGEST["unit"]),
        "decimals": _decimals(said),
        "source": cut(said.get("source") or "", LONGEST["source"]),
        "frequency": cut(said.get("frequency") or "", LONGEST["frequency"]),
        "suggested_direction": suggestion(better),
        "lead_id": lead and lead.pk,
        "directorate_id": directorate and directorate.pk,
    }, asked


def _lead(said, names):
    return names.lead(said["lead"]) if said.get("lead") else None


def _directorate(said, names):
    """The one that is named, as directorate or in the column of leads; else that of the lead."""
    for name in ("directorate", "lead"):
        found = names.directorate(said[name]) if said.get(name) else None
        if found:
            return found
    lead = _lead(said, names)
    return lead.directorate if lead else None


def _decimals(said):
    words = str(said.get("decimals") or "").strip()
    return int(words) if words.isdecimal() and int(words) <= 6 else None


def values_of_new(row, read, answering) -> dict:
    """All that a new indicator starts with; nobody has confirmed which way is better."""
    belongs_to = sets_of(row)[0]
    values = read | {"belongs_to": belongs_to.value}
    values["directorate_id"] = read["directorate_id"] or answering
    if belongs_to == IndicatorSet.NATIONAL:
        values["title_confirmed"] = False
        suggested = read["suggested_direction"] or _of_the_set(row.code)
        values["suggested_direction"] = suggested
    return values


def _of_the_set(code):
    return national.suggestions().get(codes.key(code), "")


def what_differs(row, read, has_figures) -> dict:
    """What would be written over what stands in the row's indicator: blank cells leave it as it is.

    A national indicator keeps the set's title, and every indicator the code and the unit that it has: its earlier figures are in it.
    """
    indicator = row.indicator
    values = {
        name: value
        for name, value in read.items()
        if value not in ("", None) and not same(getattr(indicator, name), value)
    }
    if indicator.belongs_to == IndicatorSet.NATIONAL:
        values.pop("title", None)
    if indicator.code:
        values.pop("code", None)
    if not row.said.get("definition"):
        values.pop("definition", None)
    if indicator.unit or has_figures:
        values.pop("unit", None)
    if indicator.direction:
        values.pop("suggested_direction", None)
    if not row.said.get("directorate") and indicator.directorate_id:
        values.pop("directorate_id", None)
    if row.left is not None:
        return {n: v for n, v in values.items() if not _is_as_it_left(row, n)}
    return values


def _is_as_it_left(row, name):
    """Whether the file went out from here saying the same of this field."""
    column = COLUMNS.get(name, name)
    return row.left.is_unchanged(column, row.said)
