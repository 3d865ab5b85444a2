"""What is due soon: in the next 30, 60 and 90 days, and week by week."""

import datetime
from dataclasses import dataclass

from .figures import Figure

HORIZONS = (30, 60, 90)
WEEKS = 13


@dataclass(frozen=True)
class Week:
    """Seven days from `first`; the thirteen weeks together are the ninety days and today."""

    first: datetime.date
    last: datetime.date
    figure: Figure


@dataclass(frozen=True)
class Due:
    """The numbers within each horizon, each holding the one before, and the weeks, which add up to the furthest."""

    horizons: list
    weeks: list


def due_of(scope, counts):
    """Return what is due: `counts` are the open actions of each date from the day of `scope` on."""
    days = {(date - scope.on).days: count for date, count in counts.items()}
    horizons = [_horizon(scope, days, horizon) for horizon in HORIZONS]
    return Due(horizons, [_week(scope, days, place) for place in range(WEEKS)])


def _horizon(scope, days, horizon):
    until = scope.on + datetime.timedelta(days=horizon)
    count = sum(n for day, n in days.items() if day <= horizon)
    return _figure(scope, f"in the next {horizon} days", count, scope.on, until)


def _week(scope, days, place):
    first = scope.on + datetime.timedelta(days=7 * place)
    last = first + datetime.timedelta(days=6)
    count = sum(n for day, n in days.items() if day // 7 == place)
    return Week(
        first, last, _figure(scope, f"{first.day} {first:%B}", count, first, last)
    )


def _figure(scope, label, count, first, last):
    between = {"due_from": first.isoformat(), "due_to": last.isoformat()}
    return scope.figure(label, count, open="true", **between)
