"""The indicators of the bench: ten years of quarters each, as a council's performance system would hold them."""

import datetime

from django.db import connection, transaction

from indicators.models import (
    Baseline,
    Comment,
    Indicator,
    IndicatorAction,
    IndicatorPriority,
    Result,
    Target,
)
from indicators.standing import verdicts

from .copying import copy_rows
from .council import ADMIN, directorate_of
from .filling import fill, without_triggers
from .words import GROUPS, MEASURES, PROGRESS, one

SMALL, LARGE = 500, 5_000
ACTIONS, PERIODS, AHEAD = 1_000, 40, 2
# So many stand under the priorities of the first live plan, and are moved by its first actions.
IN_A_PLAN = 40
REASONS = ("not_reported", "no_survey", "to_be_confirmed")


def fill_council_with_indicators(count, today):
    """Write a council of a thousand actions that measures `count` indicators."""
    fill(ACTIONS, today)
    fill_indicators(count, today)


def fill_indicators(count, today):
    """Write `count` indicators beside the actions that are there, all of them judged."""
    with transaction.atomic(), without_triggers(["indicators"]):
        numbers = range(1, count + 1)
        copy_rows(Indicator, map(_indicator, numbers))
        copy_rows(Baseline, map(_baseline, numbers))
        copy_rows(Result, _results(numbers, today))
        copy_rows(Target, _targets(numbers, today))
        copy_rows(Comment, map(_comment, numbers[::3]))
        few = numbers[:IN_A_PLAN]
        copy_rows(IndicatorPriority, ({"id": n, "indicator_id": n, "priority_id": n % 6 + 1, "position": n} for n in few))  # fmt: skip
        copy_rows(IndicatorAction, ({"id": n, "indicator_id": n, "action_id": n} for n in few))  # fmt: skip
    verdicts.keep_up()
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


def _indicator(number):
    """One in ten is a part of the one before, two in ten have no direction yet."""
    direction = one(["higher", "lower", "higher", "", "higher"], number)
    confirmed = datetime.datetime(2020, 5, 1, tzinfo=datetime.UTC)
    return {
        "id": number,
        "code": f"EQ {number}",
        "title": f"{one(MEASURES, number)}: {one(GROUPS, number // 3)} ({number})",
        "unit": one(["%", "%", "count", "days"], number),
        "frequency": "Quarterly",
        "direction": direction,
        "direction_confirmed_by_id": ADMIN if direction else None,
        "direction_confirmed_at": confirmed if direction else None,
        "tolerance": one([None, 2, None], number),
        "directorate_id": directorate_of(number),
        "parent_id": number - 1 if number % 10 == 0 else None,
    }


def _baseline(number):
    return {"id": number, "indicator_id": number, "text": "40", "value": 40}


def _results(numbers, today):
    """Each indicator's, the oldest first; one in thirteen is a reason for none."""
    times = _times(today)[:-AHEAD]
    for number in numbers:
        for place, time in enumerate(times):
            value = 40 + (number * 7 + place * 3) % 25
            missing = (number + place) % 13 == 0
            told = _figure(None if missing else value, one(REASONS, number))
            yield {"id": (number - 1) * PERIODS + place + 1, "indicator_id": number, **told, **time}  # fmt: skip


def _targets(numbers, today):
    times = _times(today)
    for number in numbers:
        for place, time in enumerate(times):
            change = {"change": "+"} if (number + place) % 50 == 0 else {}
            told = _figure(45 + place // 4, "")
            yield {"id": (number - 1) * PERIODS + place + 1, "indicator_id": number, **told, **time, **change}  # fmt: skip


def _figure(value, reason):
    if value is None:
        return {"text": "No figure", "reason": reason}
    return {"text": str(value), "value": value}


def _times(today):
    """The quarters of ten years, the last two of which are still to come."""
    first = today.year * 4 + (today.month - 1) // 3 + AHEAD - PERIODS
    return [_quarter(first + place) for place in range(PERIODS)]


def _quarter(number):
    year, quarter = divmod(number, 4)
    start = datetime.date(year, quarter * 3 + 1, 1)
    after = datetime.date(year + (quarter == 3), (quarter * 3 + 3) % 12 + 1, 1)
    return {
        "period_kind": "quarter",
        "period": f"{start:%b} to {after - datetime.timedelta(1):%b %Y}",
        "start": start,
        "end": after - datetime.timedelta(1),
    }


def _comment(number):
    return {"id": number, "indicator_id": number, "text": one(PROGRESS, number), "made_by_id": ADMIN}  # fmt: skip
