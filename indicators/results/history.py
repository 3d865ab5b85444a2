"""What became of an indicator's results: entered, corrected, made final, taken back; by whom, when and why."""

import datetime
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from django.contrib.auth import get_user_model
from django.core.paginator import Paginator
from django.utils import timezone
from pghistory.core import event_models

from indicators.models import Result
from indicators.performance.bounds import plain, show
from indicators.performance.measures import Measure, in_per_cent
from indicators.published import words_without_people
from indicators.words.reasons import Reason

CHANGES_A_PAGE = 25
PROVISIONAL = {True: "Provisional", False: "Final", None: ""}


@dataclass(frozen=True)
class ResultChange:
    """One change of one result: `fields` are (label, before, after) in words, "" where there was nothing; `why` "" where none was given."""

    when: datetime.datetime
    who: str
    what: str
    period: str
    why: str
    fields: list


def of_result(result):
    """Return what became of one result, newest first: two queries."""
    return _changes(_events().filter(pgh_obj_id=result.pk))


def of_indicator(indicator, *, people=True):
    """Return what became of all results of an indicator, also of those taken back, newest first: two queries.

    Without `people` it says no words and numbers from which a small group could be worked out: only the figures as they are read.
    """
    return _changes(_events().filter(indicator_id=indicator.pk), indicator, people)


def page_of(changes, number):
    """Return one page of changes."""
    return Paginator(changes, CHANGES_A_PAGE).get_page(number)


def _events():
    return event_models(tracks_model=Result)[0].objects.order_by("pgh_obj_id", "pgh_id")


def _changes(events, indicator=None, people=True):
    steps = []
    for _result, rows in groupby(events, key=lambda row: row.pgh_obj_id):
        before = None
        for row in rows:
            steps.append((before, row))
            before = row
    acting = get_user_model().objects.filter(pk__in={_by(row) for _, row in steps})
    names = {person.pk: str(person) for person in acting}
    words = _in_words if people else partial(_as_read, unit=indicator.unit)
    found = (_change(before, row, names, words) for before, row in _newest_first(steps))
    return [one for one in found if one.fields]


def _newest_first(steps):
    return sorted(steps, key=lambda step: (step[1].pgh_created_at, step[1].pgh_id), reverse=True)  # fmt: skip


def _change(before, row, names, words):
    ends = row.pgh_label == "delete"
    return ResultChange(
        when=timezone.localtime(row.pgh_created_at),
        who=names.get(_by(row)) or f"database role {row.pgh_database_role}",
        what=_what(before, row),
        period=row.period,
        why=(row.pgh_context or {}).get("reason") or "",
        fields=list(
            _differing(words(row if ends else before), words(None if ends else row))
        ),
    )


def _by(row):
    return (row.pgh_context or {}).get("user")


def _what(before, row):
    """Return what was done, in a word or two."""
    if row.pgh_label == "insert":
        return "Entered"
    if row.pgh_label == "delete":
        return "Taken back"
    if before and before.provisional and row.provisional is False and before.value == row.value:  # fmt: skip
        return "Made final"
    return "Corrected" if (row.pgh_context or {}).get("reason") else "Changed"


def _differing(then, now):
    """Yield each field that differs between two states in words; of one that begins or ends, not the period, which names it."""
    for label in then | now:
        if label == "Period" and not (then and now):
            continue
        if then.get(label, "") != now.get(label, ""):
            yield label, then.get(label, ""), now.get(label, "")


def _in_words(row):
    """Return {label: words} of a result's state."""
    if row is None:
        return {}
    share = ""
    if row.numerator is not None and row.denominator is not None:
        share = f"{plain(row.numerator)} of {plain(row.denominator)}"
    return {
        "Figure": row.text,
        "Why there is none": str(Reason(row.reason).label) if row.reason else "",
        "Period": row.period,
        "How many of how many": share,
        "Provisional or final": PROVISIONAL[row.provisional],
        "Where it comes from": row.source,
        "Remark": row.remark,
    }


def _as_read(row, unit):
    """Return what `_in_words` does without words and numbers that speak of people: the figure is its number."""
    said = _in_words(row)
    for label in ("How many of how many", "Remark"):
        said.pop(label, None)
    if said and row.value is None:
        said["Figure"] = words_without_people(row.text, Measure(reason=row.reason))
    if said and row.value is not None:
        said["Figure"] = show(in_per_cent(Measure(row.value, row.unit or unit, row.operator, row.value_max)))  # fmt: skip
    return said
