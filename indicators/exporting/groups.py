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
    for _result, group in groupby(found, lambda one: one.result):
        ones = list(group)
        indicator = known[ones[0].result.indicator_id]
        hidden = {} if indicator.pk in open_to else hidden_of(ones, indicator)
        lines += [_row(one, indicator, hidden.get(one.pk)) for one in ones]
    return lines


def hidden_of(ones, indicator):
    """Return {id: the words that stand in its place} of the groups of one result that are too small to be shown."""
    for one in ones:
        one.result.indicator = indicator
    shown = gaps.by_characteristic(ones[0].result, ones)
    every = [gap for _characteristic, found in shown for gap in found]
    return {
        one.pk: gap.figure
        for one, gap in zip(ones, every, strict=True)
        if gap.is_masked
    }


def _row(one, indicator, hidden):
    parent, result = indicator.parent, one.result
    said = (
        [hidden, "", ""]
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
