"""The period that each indicator's next result is for: one question to the database."""

from functools import lru_cache
from typing import NamedTuple

from django.db.models import OuterRef, Subquery
from django.db.models.functions import JSONObject
from django.utils.dateparse import parse_date

from indicators.models import Result
from indicators.words import rhythms
from indicators.words.periods import Period
from indicators.words.rhythms import Rhythm


class Next(NamedTuple):
    """An indicator's key, the period whose result comes next, how often it is measured, and the period of its last result."""

    indicator: int
    period: Period
    rhythm: Rhythm
    last: Period | None


def next_of(indicators, on):
    """Return {key: Next} for each of `indicators` on the day `on`: one query. No period ends before its indicator was introduced."""
    rows = indicators.order_by().annotate(newest=_newest())
    found = rows.values_list("pk", "frequency", "introduced", "newest")
    return {row[0]: _next(on, *row) for row in found}


def kinds_of(indicators):
    """Return {key: kind of time by which it is measured} for each of `indicators`, in their order: one query."""
    kind = Result.objects.filter(indicator=OuterRef("pk")).newest_first()
    rows = indicators.annotate(last_kind=Subquery(kind.values("period_kind")[:1]))
    found = rows.values_list("pk", "frequency", "last_kind")
    return {pk: _kind(frequency, last or "") for pk, frequency, last in found}


@lru_cache(maxsize=256)
def _kind(frequency, last_kind):
    return rhythms.read(frequency, last_kind).kind


def _newest():
    """The period of an indicator's last result, as JSON."""
    results = Result.objects.filter(indicator=OuterRef("pk")).newest_first()
    fields = JSONObject(kind="period_kind", name="period", start="start", end="end")
    return Subquery(results.values(newest=fields)[:1])


def _next(on, pk, frequency, introduced, newest):
    last = newest and Period(
        newest["kind"],
        newest["name"],
        newest["start"] and parse_date(newest["start"]),
        parse_date(newest["end"]),
    )
    rhythm = rhythms.read(frequency, last.kind if last else "")
    period = rhythm.due(on, last)
    if introduced and period.end < introduced:
        period = rhythm.due(on, period)
    return Next(pk, period, rhythm, last)
