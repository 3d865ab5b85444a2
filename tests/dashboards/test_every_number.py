"""Every number of a dashboard leads to exactly the rows that it counts."""

import pytest
from django.db import transaction
from django.http import QueryDict
from django.utils import timezone
from hypothesis import HealthCheck, example, given, settings

from plans.selection import ActionSelection

from .numbers import Numbers, rows_on
from .random_council import TELLING, build, councils
from .random_indicators import TELLING_MEASURES, measure, measures

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate


def figures_of(board):
    """Every figure of a board, those that count nothing too."""
    lines = [board.standing, *board.by_plan, board.matrix.total, *board.matrix.lines]
    lines += [line for table in board.by_priority for line in table.lines]
    for line in lines:
        yield line.total
        yield from (part.figure for part in line.parts)
    yield from board.needs.figures
    yield from board.due.horizons
    yield from (week.figure for week in board.due.weeks)


def parts_add_up(board):
    for line in (board.standing, board.standing_then, board.matrix.total):
        assert sum(part.count for part in line.parts) == line.total.count
    assert sum(line.total.count for line in board.matrix.lines) == len(board.rows)
    assert sum(line.total.count for line in board.by_plan) == len(board.rows)
    assert (
        sum(figure.count for figure in board.changes.figures) == board.changes.all.count
    )
    by_verdict = sum(figure.count for figure in board.indicators.verdicts)
    by_directorate = sum(line.total.count for line in board.indicators.lines)
    assert by_verdict == by_directorate == board.indicators.total.count
    assert (
        sum(week.figure.count for week in board.due.weeks)
        == board.due.horizons[-1].count
    )


@settings(
    max_examples=3,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@example(council=TELLING, measured=TELLING_MEASURES)
@given(council=councils, measured=measures)
def test_every_number_leads_to_exactly_the_rows_it_counts(
    admin_client, admin, council, measured
):
    with transaction.atomic():
        bodies = build(*council, on=TODAY())
        _old, heir, partner = bodies
        measure(measured, bodies, on=TODAY())
        for path in (
            "/dashboards/",
            heir.get_absolute_url(),
            partner.get_absolute_url(),
        ):
            answer = admin_client.get(path)
            assert wrong_numbers(admin_client, answer) == []
            assert wrong_nothings(admin_client, admin, answer.context["board"]) == []
            if answer.context["board"].scope.directorate is None:
                parts_add_up(answer.context["board"])
        transaction.set_rollback(True)


def wrong_numbers(client, answer):
    """Return (address, number) of each number on the page whose address lists another number of rows."""
    numbers = set(Numbers(answer.content.decode()).found)
    return [each for each in numbers if rows_on(client, each[0]) != each[1]]


def wrong_nothings(client, user, board):
    """Return each figure that counts nothing, is no link therefore, and whose address would list rows."""
    of_actions = figures_of(board) if board.scope.directorate is None else ()
    of_indicators = (*board.indicators.needs, *board.indicators.verdicts)
    return [
        *(one for one in of_actions if not one.count and _selected(one.url, user)),
        *(one for one in of_indicators if not one.count and rows_on(client, one.url)),
    ]


def _selected(address, user):
    query = QueryDict(address.partition("?")[2])
    selection = ActionSelection(query, user=user, on=TODAY())
    assert not selection.problems
    return selection.actions.exists()


def test_a_chosen_plan_and_day_are_carried_into_every_number(admin_client, admin):
    with transaction.atomic():
        build([], False, TODAY())
    plan = _plan_with_actions()

    answer = admin_client.get(
        "/dashboards/", {"plan": plan.reference, "since": "2026-01-05"}
    )

    numbers = Numbers(answer.content.decode()).found
    assert numbers
    assert all(f"plan={plan.reference}" in address for address, _ in numbers)
    for address, number in set(numbers):
        assert rows_on(admin_client, address) == number, address


def _plan_with_actions():
    from tests.factories import ActionFactory, PriorityFactory

    priority = PriorityFactory()
    ActionFactory.create_batch(28, priority=priority, rag_status="slipped")
    ActionFactory.create_batch(2, rag_status="slipped")
    return priority.plan
