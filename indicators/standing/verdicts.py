"""The verdict on the newest result of each indicator, and from when the next one is late: kept so that many can be counted and filtered by it.

`comparing` alone chooses what is compared, `performance` alone decides. What it decided is kept with the indicator, and the database forgets it whenever anything that it was decided
from changes (`models/kept_verdict.py`); `keep_up` judges what is not kept. A release that judges otherwise keeps nothing of the one before.
"""

import hashlib
import json
from datetime import date
from decimal import Decimal
from functools import cache, cached_property
from pathlib import Path
from typing import NamedTuple

from django.db import connection, transaction

from indicators import performance
from indicators.models import Indicator
from indicators.performance import (
    Verdict,
    bounds,
    comparing,
    due,
    judging,
    measures,
    progress,
)
from indicators.performance.measures import Tolerance
from indicators.standing.drawn import Drawn
from indicators.words import rhythms

FIGURE = ("value", "unit", "operator", "value_max", "second", "reason")
AT_ONCE = 2000

# By hand: each part reads a few rows of an index, however many years an indicator has.
# All figures of the newest result's day are told; which of them are compared is chosen by `comparing`, as on every page.
NEWEST_ROWS = """
    FROM indicators_indicator indicator
    LEFT JOIN LATERAL (
        SELECT "end" FROM indicators_result WHERE indicator_id = indicator.id ORDER BY "end" DESC, id DESC LIMIT 1
    ) newest ON true
"""
OF_RESULT = ("id", "period_kind", "period", "text", "provisional", "numerator", *FIGURE)
OF_TARGET = ("id", "period_kind", "period", "text", "plan_id", "change", "change_in", *FIGURE)  # fmt: skip
OF_BASELINE = ("id", "period_kind", "plan_id", *FIGURE)
# The last number before it, for the same kind of time.
BEFORE = """(
    SELECT json_build_array({fields}) FROM indicators_result earlier
    WHERE earlier.indicator_id = figure.indicator_id AND earlier.period_kind = figure.period_kind
        AND earlier."end" < figure."end" AND earlier.value IS NOT NULL
    ORDER BY earlier."end" DESC LIMIT 1
)"""


def _columns(table, names):
    return ", ".join(f"{table}.{name}" for name in names)


def _told(table, fields, rest=""):
    return f"""(SELECT json_agg(json_build_array({fields})) FROM indicators_{table} figure {rest})"""


OF_THE_DAY = (
    """WHERE figure.indicator_id = indicator.id AND figure."end" = newest."end" """
)
RESULTS = _told(
    "result", f"{_columns('figure', OF_RESULT)}, {BEFORE.format(fields=_columns('earlier', FIGURE))}", OF_THE_DAY,
)  # fmt: skip
TARGETS = _told(
    "target", f"{_columns('figure', OF_TARGET)}, plan.state", f"LEFT JOIN plans_plan plan ON plan.id = figure.plan_id {OF_THE_DAY}",
)  # fmt: skip
BASELINES = _told("baseline", _columns("figure", OF_BASELINE), "WHERE figure.indicator_id = indicator.id")  # fmt: skip
# What a Told is made of, in its order. A result is late from the last day of the first time with a target after the newest result.
JUDGED = f"""
    newest."end", (
        SELECT MIN("end") FROM indicators_target
        WHERE indicator_id = indicator.id AND "end" > COALESCE(newest."end", DATE '0001-01-01')
    ),
    {_columns("indicator", ("frequency", "direction", "tolerance", "tolerance_is_percent", "unit"))},
    {RESULTS}, {TARGETS}, {BASELINES}
"""
_SQL = f"""
    SELECT json_build_array(indicator.id, {JUDGED})::text {NEWEST_ROWS} WHERE indicator.id = ANY(%s)
"""
KEEP = """
    UPDATE indicators_indicator SET verdict = judged.verdict, judged_by = %s, short_by = judged.short_by,
        measured_until = judged.measured_until, late_from = judged.late_from,
        newest_value = judged.newest_value, aim_value = judged.aim_value, change_value = judged.change_value
    FROM unnest(%s::integer[], %s::text[], %s::numeric[], %s::date[], %s::date[], %s::numeric[], %s::numeric[], %s::numeric[])
        judged (id, verdict, short_by, measured_until, late_from, newest_value, aim_value, change_value)
    WHERE indicators_indicator.id = judged.id
"""


class Kept(NamedTuple):
    """What is kept of one indicator: the verdict and how far short it is, until when it is measured, from when a result is late, and what a list
    sorts by: the numbers of the newest result and of its target, and the change."""

    verdict: str
    short_by: object
    measured_until: object
    late_from: object
    newest_value: object
    aim_value: object
    change_value: object


def keep_up():
    """Judge each indicator whose verdict is not kept: one query where there is none. It writes, so not inside a snapshot that only reads.

    Those that somebody is changing at the moment stay as they are: who only looks does not wait for who writes, nor they in a ring.
    """
    unjudged = Indicator.objects.not_judged(by=rule()).order_by("pk")
    while waiting := list(unjudged.values_list("pk", flat=True)[:AT_ONCE]):
        if not _judge_and_keep(waiting):
            break


@transaction.atomic
def _judge_and_keep(ids):
    """Judge those of `ids` that nobody holds, and return how many. Their rows are held, so that nobody changes a figure between its being judged and
    the verdict's being kept."""
    rows = Indicator.objects.filter(pk__in=ids).order_by("pk")
    free = rows.select_for_update(no_key=True, skip_locked=True)
    found = judged_now(free.values_list("pk", flat=True))
    if not found:
        return 0
    with connection.cursor() as cursor:
        cursor.execute(
            KEEP, [rule(), list(found), *map(list, zip(*found.values(), strict=True))]
        )
    return len(found)


def verdicts(ids):
    """Return {indicator's id: Verdict} of the newest result of each of `ids`, judged now: one query."""
    return {pk: Verdict(kept.verdict) for pk, kept in judged_now(ids).items()}


def judged_now(ids):
    """Return {indicator's id: Kept} of each of `ids`, as it is now whatever was kept: one query."""
    with connection.cursor() as cursor:
        cursor.execute(_SQL, [list(ids)])
        rows = [parsed(row) for (row,) in cursor]
    return {pk: Told(*figures).kept for pk, *figures in rows}


def parsed(words):
    """What the database said as JSON: figures are exact numbers, as it has them."""
    return json.loads(words, parse_float=Decimal) if words else []


@cache
def rule():
    """What the verdicts of this release are kept under: it changes with the code that judges."""
    judges = (comparing, judging, progress, bounds, measures, due, rhythms)
    code = b"".join(Path(one.__file__).read_bytes() for one in judges)
    return hashlib.sha256(code + _SQL.encode()).hexdigest()[:12]


class Told:
    """What the figures of an indicator's newest day say: made of the values of `JUDGED`."""

    def __init__(
        self, end, promised, frequency, direction, tolerance, is_percent, unit, results, targets, baselines
    ):  # fmt: skip
        self.end, self.promised = _day(end), _day(promised)
        self.frequency, self.direction, self.unit = frequency, direction, unit
        self._tolerance = Tolerance(tolerance, is_percent) if tolerance else None
        self._results = self._figures(results, (*OF_RESULT, "previous"))
        self._targets = self._figures(targets, (*OF_TARGET, "plan_state"))
        self._baselines = self._figures(baselines, OF_BASELINE)

    def _figures(self, rows, names):
        found = [Drawn(self, dict(zip(names, row, strict=True))) for row in rows or ()]
        for one in found:
            one.pk, one.end = one.id, self.end
        return found

    def judge(self, result, target, baseline=None):
        """As `Indicator.judge`."""
        return performance.judge(
            result and result.as_measure(), target and target.as_measure(), baseline=baseline and baseline.as_measure(),
            direction=self.direction, tolerance=self._tolerance,
        )  # fmt: skip

    @cached_property
    def compared(self):
        """The newest result beside its target: a `comparing.Comparison`."""
        newest = max(self._results, key=comparing.by_time(self.frequency), default=None)
        return comparing.compare(
            newest, self._targets, self._baselines, judge=self.judge, direction=self.direction
        )  # fmt: skip

    @property
    def change(self):
        """What changed since the last number for the same kind of time: the amount, None where it cannot be said."""
        result = self.compared.result
        if result is None or not result.previous:
            return None
        last = Drawn(self, dict(zip(FIGURE, result.previous, strict=True)))
        return performance.change_since(last.as_measure(), result.as_measure()).amount

    @cached_property
    def kept(self):
        """The Kept of these figures."""
        result, target, _baseline, judged = self.compared
        kind = result.period_kind if result else ""
        short = judged.short_by
        return Kept(
            str(judged.verdict), short and round(short, 8), self.end,
            due.late_from(self.end, kind, self.frequency, self.promised),
            result and result.value, target and target.value, self.change,
        )  # fmt: skip


def _day(said):
    return date.fromisoformat(said) if isinstance(said, str) else said
