"""Indicators of a random council: what the property tests of the dashboards ask every question of."""

import datetime
from typing import NamedTuple

from hypothesis import strategies as st

from plans.models import Priority
from tests.factories import IndicatorFactory, ResultFactory, TargetFactory

from .random_council import HEIR, OLD, OTHER


class Measured(NamedTuple):
    """One indicator to make: the place of its directorate, its figures, and days from today."""

    directorate: int | None
    result: int | None
    ended: int = -10
    target: int | None = 50
    better: str = "higher"
    tolerance: int | None = None
    change: str = ""
    priority: int | None = None
    withdrawn: int | None = None
    begins: int | None = None
    part_of: int | None = None


# What a few random ones may miss: each verdict, each directorate, each edge of a day.
TELLING_MEASURES = [
    Measured(HEIR, 40),
    Measured(HEIR, 50),
    Measured(HEIR, 45, tolerance=5),
    Measured(HEIR, 40, better=""),
    Measured(HEIR, 40, target=None),
    Measured(HEIR, 40, change="+"),
    Measured(HEIR, None),
    Measured(OLD, 40, priority=0),
    Measured(OTHER, 40, priority=1),
    Measured(None, 40),
    Measured(HEIR, 40, ended=-366),
    Measured(HEIR, 40, ended=-365),
    Measured(OTHER, 60, ended=-800),
    Measured(HEIR, 40, withdrawn=0),
    Measured(HEIR, 40, withdrawn=1),
    Measured(HEIR, 40, begins=0),
    Measured(HEIR, 40, begins=1),
    Measured(HEIR, None, target=None, better=""),
    Measured(HEIR, 40, part_of=17),
    Measured(OTHER, 60, part_of=7),
]

measured = st.builds(
    Measured,
    directorate=st.sampled_from([None, OLD, HEIR, OTHER]),
    result=st.sampled_from([None, 0, 40, 45, 50, 60]),
    ended=st.sampled_from([-800, -366, -10, -1, 0]),
    target=st.sampled_from([None, 50, 50, 45]),
    better=st.sampled_from(["", "higher", "lower"]),
    tolerance=st.sampled_from([None, None, 5]),
    change=st.sampled_from(["", "", "+"]),
    priority=st.sampled_from([None, 0, 1]),
    withdrawn=st.sampled_from([None, None, 0, 1]),
    begins=st.sampled_from([None, None, 0, 1]),
    part_of=st.sampled_from([None, None, 0, 1]),
)
measures = st.lists(measured, max_size=6)


def measure(wanted, bodies, on):
    """Make the indicators in their order."""
    made = []
    for one in wanted:
        made.append(_make(one, bodies, made, on))


def _make(one, bodies, made, on):
    def day(offset):
        return None if offset is None else on + datetime.timedelta(days=offset)

    indicator = IndicatorFactory(
        directorate=None if one.directorate is None else bodies[one.directorate],
        better=one.better,
        tolerance=one.tolerance,
        introduced=day(one.begins),
        parent=_above(one, made),
    )
    time = {"period": "Then", "start": None, "end": day(one.ended)}
    if one.result is not None:
        ResultFactory(indicator=indicator, value=one.result, **time)
    if one.target is not None:
        TargetFactory(indicator=indicator, value=one.target, change=one.change, **time)
    if one.priority is not None:
        priority = Priority.objects.order_by("pk")[one.priority]
        indicator.indicator_priorities.create(priority=priority)
    if one.withdrawn is not None and (one.begins or 0) <= one.withdrawn:
        indicator.withdraw(on=day(one.withdrawn), why="No longer collected.")
    return indicator


def _above(one, made):
    return made[one.part_of] if one.part_of is not None and one.part_of < len(made) else None  # fmt: skip
