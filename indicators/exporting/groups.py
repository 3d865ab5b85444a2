"""The list of groups: a row for each group of each result, with its figure as published and how many stand behind it."""

from itertools import groupby
from typing import NamedTuple

from indicators import gaps
from indicators.exporting import naming
from indicators.exporting.contents import time_of
from indicators.models import Breakdown, Indicator

HEADINGS = (
    ("Code", 12), ("Indicator", 44), ("Part of", 12), ("Period", 18), ("Characteristic", 20), ("Group", 28),
    ("Result", 16), ("Count", 10), ("Base", 10),
)  # fmt: skip


class Groups(NamedTuple):
    """The rows of the list, and the ids of the results whose numerator and denominator stay here as they would give a group away."""

    rows: list
    hidden_wholes: set


def of(indicators, *, on, by):
    """Return the Groups of `indicators`: small numbers are words for whoever may not edit the indicator on the day `on`."""
    known = {one.pk: one for one in indicators}
    open_to = set(Indicator.objects.editable_by(by, on).values_list("pk", flat=True))
    found = Groups([], set())
    for pk, group in groupby(groups_of(indicators), lambda o: o.result.indicator_id):
        ones = list(group)
        hidden = set()
        if pk not in open_to:
            hidden, wholes = hidden_of(ones, known[pk])
            found.hidden_wholes.update(wholes)
        found.rows.extend(_row(one, known[pk], one.pk in hidden) for one in ones)
    return found


def groups_of(indicators):
    """Return every group's figure of the results of `indicators`, in their order, in one query with what they belong to."""
    places = {one.pk: place for place, one in enumerate(indicators)}
    found = Breakdown.objects.filter(result__indicator__in=list(places))
    found = found.select_related("characteristic", "result").order_by(
        "result__end", "result", "characteristic", "position", "pk"
    )
    return sorted(found, key=lambda one: places[one.result.indicator_id])


def hidden_of(ones, indicator):
    """Return the ids of an indicator's groups, and of its results, that are not shown to everybody."""
    for one in ones:
        one.result.indicator = indicator
    hidden = gaps.hidden_among(ones)
    return hidden.groups, hidden.wholes


def _row(one, indicator, hidden):
    parent, result = indicator.parent, one.result
    said = (
        [gaps.MASKED, "", ""]
        if hidden
        else [one.text, _number(one.count), _number(one.base)]
    )
    return [
        indicator.code,
        indicator.title,
        (parent.code or parent.title) if parent else "",
        naming.period(*time_of(result), [result.period]),
        one.characteristic.name,
        one.group,
        *said,
    ]


def _number(count):
    return "" if count is None else str(count)
