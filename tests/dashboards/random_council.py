"""A council with random plans: what the property tests ask every question of."""

import datetime
from typing import NamedTuple

from django.utils import timezone
from hypothesis import strategies as st

from equality_tracker.organisation.models import Succession
from plans.models import RagStatus, Round
from tests.factories import (
    ActionFactory,
    DirectorateFactory,
    LeadFactory,
    PlanFactory,
    PriorityFactory,
    UserFactory,
)

OLD, HEIR, OTHER = range(3)


class Planned(NamedTuple):
    """One action to make: places in the council's lists, and days from today."""

    answering: int | None
    contributing: int | None
    contributing_all: bool
    priority: int
    lead: bool
    due: int | None
    made: int
    reports: list


# Days from today at which a number begins or ends to count: overdue, today, a week, each horizon.
EDGES = (-1, 0, 1, 6, 7, 30, 31, 60, 61, 90, 91)


def _well(due):
    """An action of the heir that goes well."""
    reports = [("on_target", -1, None, False)]
    return Planned(HEIR, None, False, 0, True, due, -90, reports)


# What a few random councils may miss: a date on each edge, all reasons at once, what is done, what was taken back, what was moved.
TELLING = (
    [
        *map(_well, EDGES),
        Planned(OLD, HEIR, False, 0, False, -40, -90, [("slipped", -80, None, False)]),
        Planned(
            HEIR, OTHER, True, 1, False, -40, -90, [("achieved", -30, None, False)]
        ),
        Planned(None, OTHER, False, 1, False, None, -90, []),
        Planned(
            OTHER,
            HEIR,
            False,
            0,
            True,
            30,
            -90,
            [("on_target", -80, None, False), ("slipped", -75, None, True)],
        ),
        Planned(HEIR, None, False, 1, True, -5, -90, [("slipped", -3, 40, False)]),
    ],
    True,
)

reports = st.tuples(
    st.sampled_from([*RagStatus.values, None]),
    st.integers(-60, 0),
    st.one_of(st.none(), st.none(), st.integers(-20, 100)),
    st.booleans(),
)
planned = st.builds(
    Planned,
    answering=st.sampled_from([None, OLD, HEIR, OTHER]),
    contributing=st.sampled_from([None, None, OLD, HEIR, OTHER]),
    contributing_all=st.sampled_from([False, False, False, True]),
    priority=st.integers(0, 2),
    lead=st.booleans(),
    due=st.one_of(st.none(), st.sampled_from(EDGES), st.integers(-100, 120)),
    made=st.integers(-90, 0),
    reports=st.lists(reports, max_size=3),
)
councils = st.tuples(st.lists(planned, max_size=9), st.booleans())


def build(actions, has_round, on):
    """Make the council; return its three directorates. The first passed wholly into the second in a restructure."""
    bodies = [
        DirectorateFactory(),
        DirectorateFactory(),
        DirectorateFactory(kind="partner"),
    ]
    Succession.objects.create(predecessor=bodies[OLD], successor=bodies[HEIR], on=on)
    plans = [PlanFactory(), PlanFactory(), PlanFactory(state="closed")]
    priorities = [PriorityFactory(plan=plan) for plan in plans]
    by = UserFactory()
    if has_round:
        opens = on - datetime.timedelta(days=20)
        Round.open_for(plans[:1], title="Q3", opens=opens, closes=on, by=by)
    lead = LeadFactory()
    for place, one in enumerate(actions):
        _make(one, place, bodies, priorities[one.priority], lead, by, on)
    return bodies


def _make(one, place, bodies, priority, lead, by, on):
    is_closed = priority.plan.state == "closed"
    priority.plan.state = "live"
    priority.plan.save(update_fields=["state"])
    action = ActionFactory(
        priority=priority,
        reference=f"{priority.number}.{place}",
        directorate=None if one.answering is None else bodies[one.answering],
        contributing_all=one.contributing_all,
        due=None if one.due is None else on + datetime.timedelta(days=one.due),
        leads=[lead] if one.lead else [],
        created_at=timezone.now() + datetime.timedelta(days=one.made),
    )
    if one.contributing is not None:
        action.contributing.add(bodies[one.contributing])
    for report in one.reports:
        _report(action, *report, by, on)
    if is_closed:
        priority.plan.state = "closed"
        priority.plan.save(update_fields=["state"])


def _report(action, status, day, new_due, is_retracted, by, on):
    moment = timezone.now() + datetime.timedelta(days=day)
    update = action.record_update(
        by=by,
        on=on + datetime.timedelta(days=day),
        rag_status=status,
        progress="Said so.",
        reason="Late.",
        new_due=None if new_due is None else on + datetime.timedelta(days=new_due),
        due_reason="The contractor.",
        made_at=moment,
    )
    if is_retracted:
        action.retract_update(update, by=by, why="Wrong action.")
