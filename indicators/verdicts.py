"""The verdict on the newest result of each indicator, and from when the next one is late: kept so that many can be counted and filtered by it.

`performance` alone decides. What it decided is kept with the indicator, and the database forgets it whenever anything that it was decided
from changes (`models/kept_verdict.py`); `keep_up` judges what is not kept. A release that judges otherwise keeps nothing of the one before.
"""

import hashlib
from functools import cache
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from django.db import connection, transaction

from indicators import bounds, due, measures, performance, rhythms
from indicators.measures import Measure, Tolerance
from indicators.models import Indicator
from indicators.performance import Verdict, judging

FIGURE = ("value", "unit", "operator", "value_max", "second", "reason")
CHANGE = ("change", "change_in")
AT_ONCE = 2000

# By hand: a lateral join reads one row an indicator from an index, however many years it has.
# Which rows they are is said in `standing.Standing`; a test compares the two.
NEWEST_ROWS = """
    FROM indicators_indicator indicator
    LEFT JOIN LATERAL (
        SELECT * FROM indicators_result WHERE indicator_id = indicator.id
        ORDER BY "end" DESC, id DESC LIMIT 1
    ) result ON true
    LEFT JOIN LATERAL (
        SELECT * FROM indicators_target
        WHERE indicator_id = indicator.id AND "end" = result."end"
        ORDER BY period_kind <> result.period_kind, value IS NULL, id LIMIT 1
    ) target ON true
    LEFT JOIN LATERAL (
        SELECT * FROM indicators_baseline
        WHERE indicator_id = indicator.id AND target.change <> ''
        ORDER BY plan_id IS NOT NULL, id LIMIT 1
    ) baseline ON true
"""
NEWEST = """
    SELECT indicator.id, {dated}, {judged} {rows} WHERE indicator.id = ANY(%s)
"""
# From when a result is late: the last day of the first time with a target after the newest result is the last of these.
DATED = """
    result."end", result.period_kind, indicator.frequency, (
        SELECT MIN("end") FROM indicators_target
        WHERE indicator_id = indicator.id AND "end" > COALESCE(result."end", DATE '0001-01-01')
    )
"""
KEEP = """
    UPDATE indicators_indicator SET verdict = judged.verdict, judged_by = %s,
        short_by = judged.short_by, measured_until = judged.measured_until, late_from = judged.late_from
    FROM unnest(%s::integer[], %s::text[], %s::numeric[], %s::date[], %s::date[])
        judged (id, verdict, short_by, measured_until, late_from)
    WHERE indicators_indicator.id = judged.id
"""


class Kept(NamedTuple):
    """What is kept of one indicator: the verdict and how far short it is, until when it is measured, and from when a result is late."""

    verdict: str
    short_by: object
    measured_until: object
    late_from: object


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
        return {pk: kept_of(*told) for pk, *told in cursor}


def kept_of(end, kind, frequency, promised, *figures):
    """Return the Kept of plain values, those of `DATED` and then of `JUDGED`."""
    late = due.late_from(end, kind or "", frequency, promised)
    decided = decide(*figures)
    short = decided.short_by
    return Kept(str(decided.verdict), short and round(short, 8), end, late)


@cache
def rule():
    """What the verdicts of this release are kept under: it changes with the code that judges."""
    judges = (judging, bounds, measures, due, rhythms)
    code = b"".join(Path(one.__file__).read_bytes() for one in judges)
    return hashlib.sha256(code + _SQL.encode()).hexdigest()[:12]


def _columns(table, names):
    return ", ".join(f"{table}.{name}" for name in names)


# What `decide` takes, in its order.
JUDGED = ", ".join(
    [
        _columns("indicator", ("direction", "tolerance", "tolerance_is_percent", "unit")),
        _columns("result", FIGURE),
        _columns("target", (*FIGURE, *CHANGE)),
        _columns("baseline", FIGURE),
    ]
)  # fmt: skip
_SQL = NEWEST.format(dated=DATED, judged=JUDGED, rows=NEWEST_ROWS)


def decide(direction, tolerance, is_percent, unit, *figures):
    """Return the Judgement of plain values, those of `JUDGED`: the result, the target with its change, and the baseline."""
    rest = iter(figures)
    result = _measure(unit, islice(rest, len(FIGURE)))
    target = _measure(unit, islice(rest, len(FIGURE) + len(CHANGE)))
    baseline = _measure(unit, rest)
    return performance.judge(
        result, target, baseline=baseline, direction=direction,
        tolerance=Tolerance(tolerance, is_percent) if tolerance else None,
    )  # fmt: skip


def _measure(unit, values):
    """The Measure of a row, in the indicator's `unit` where it has none of its own; None where there is no row."""
    told = dict(zip((*FIGURE, *CHANGE), values, strict=False))
    if told["reason"] is None:
        return None
    return Measure(**{**told, "unit": told["unit"] or unit})
