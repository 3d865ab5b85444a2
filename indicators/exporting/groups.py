"""The list of groups: a row for each group of each result, with its figure as published and how many stand behind it."""

from itertools import groupby

from indicators import gaps
from indicators.exporting import naming
from indicators.exporting.contents import time_of
from indicators.models import Indicator

HEADINGS = (
    ("Code", 12), ("Indicator", 44), ("Part of", 12), ("Period", 18), ("Characteristic", 20), ("Group", 28),
    ("Result", 16), ("Count", 10), ("Base", 10),
)  # fmt: skip


def rows(found, indicators, *, on, by):
    """Return the rows for the breakdowns `found`: small numbers are words for whoever may not edit the indicator on the day `on`."""
    known = {one.pk: one for one in indicators}
    open_to = set(Indicator.objects.editable_by(by, on).values_list("pk", flat=True))
    lines = []
    for pk, group in groupby(found, lambda one: one.result.indicator_id):
        ones = list(group)
        hidden = set() if pk in open_to else hidden_of(ones, known[pk])
        lines += [_row(one, known[pk], one.pk in hidden) for one in ones]
    return lines


def hidden_of(ones, indicator):
    """Return the ids of an indicator's groups that are not shown to everybody."""
    for one in ones:
        one.result.indicator = indicator
    return gaps.hidden_among(ones).groups


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
