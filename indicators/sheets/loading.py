"""The rows of a sheet, read from the database and from what was sent."""

import re

from django.db.models import Case, When

from indicators.forms.result_fields import on_one_line
from indicators.models import Indicator, Result, Target
from indicators.performance import comparing
from indicators.words.reasons import Reason

from .choosing import AT_MOST, in_families
from .rows import FIELDS, Row, Sent, read_stamp

_NAME = re.compile(r"r([0-9]{1,17})-was")


class TooMany(Exception):
    """More rows were sent than a sheet has."""


def hold(keys, user, on):
    """Have whoever else saves figures of the indicators with these keys wait, and this sheet for them; return the keys of those whose figures
    `user` may enter on the day `on`: one query. Raises Indicator.DoesNotExist where one is not there."""
    # In one order for everybody, so that two sheets wait for each other rather than lock each other out.
    asked = Indicator.objects.filter(pk__in=keys).order_by("pk")
    held = asked.with_may_edit(user, on).select_for_update(of=("self",), no_key=True)
    found = dict(held.values_list("pk", "may_edit"))
    if len(found) < len(keys):
        raise Indicator.DoesNotExist
    return {key for key, may_edit in found.items() if may_edit}


def rows_of(keys, period, *, lock=False):
    """Return the rows of the indicators with these keys, the parts of each beneath it: four queries. `lock` holds their results."""
    indicators = list(in_families(Indicator.objects.filter(pk__in=keys)))
    results = _results(keys, period, lock)
    lasts, targets = _last_figures(keys, period), _targets(keys, period)
    rows = []
    for indicator in indicators:
        key = indicator.pk
        row = Row(indicator, *(_of(found.get(key), indicator) for found in (results, lasts, targets)))  # fmt: skip
        rows.append(row)
    _mark_families(rows)
    return rows


def _of(figure, indicator):
    """The figure with its indicator at hand, whose unit it takes."""
    if figure is not None:
        figure.indicator = indicator
    return figure


def _results(keys, period, lock):
    found = Result.objects.filter(
        indicator__in=keys, period_kind=period.kind, end=period.end
    ).select_related("entered_by")
    if lock:
        found = found.select_for_update(of=("self",), no_key=True).order_by("pk")
    return {one.indicator_id: one for one in found}


def _last_figures(keys, period):
    """The last figure of each before the period ended: a number before words, and the same kind of period before any other."""
    earlier = Result.objects.filter(indicator__in=keys, end__lt=period.end)
    numbers_first = Case(When(value=None, then=1), default=0)
    same_first = Case(When(period_kind=period.kind, then=0), default=1)
    newest = earlier.order_by("indicator", numbers_first, same_first, "-end", "-pk")
    return {one.indicator_id: one for one in newest.distinct("indicator")}


def _targets(keys, period):
    """The target that a result of each for the period is judged by first."""
    rows = Target.objects.filter(indicator__in=keys, end=period.end)
    found = [
        one for one in rows.select_related("plan")
        if comparing.fit(period.kind, one.period_kind) is not None
    ]  # fmt: skip
    found.sort(key=lambda one: (comparing.precedence(period.kind, one), one.pk), reverse=True)  # fmt: skip
    return {one.indicator_id: one for one in found}


def _mark_families(rows):
    """A part whose parent stands on no row before it begins a family with its parent's name."""
    there, named = {row.indicator.pk for row in rows}, set()
    for row in rows:
        parent = row.indicator.parent_id
        row.starts_family = bool(parent and parent not in there | named)
        named.add(parent)


def read_sent(data):
    """Return {key: Sent} of a sheet that was sent; raises TooMany."""
    keys = [int(found[1]) for name in data if (found := _NAME.fullmatch(name))]
    if len(keys) > AT_MOST:
        raise TooMany
    return {key: _sent(data, f"r{key}") for key in keys}


def _sent(data, name):
    version, was = read_stamp(data.get(f"{name}-was", ""))
    typed = {each: on_one_line(data.get(f"{name}-{each}", "")) for each in FIELDS}
    if typed["reason"] not in Reason.values:
        typed["reason"] = ""
    return Sent(typed, was, version, data.get(f"{name}-sure", ""), f"{name}-keep" in data)  # fmt: skip
