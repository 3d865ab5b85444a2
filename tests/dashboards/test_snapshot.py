"""One page, one moment: what is written while a page is made does not set its numbers against each other."""

import threading

import pytest
from django.db import connection, transaction
from django.test import RequestFactory
from django.utils import timezone

from equality_tracker.dashboards.board import board_of
from equality_tracker.dashboards.snapshot import one_snapshot
from plans.models import Action
from tests.factories import ActionFactory, DirectorateFactory

pytestmark = pytest.mark.django_db(transaction=True)


def elsewhere(work):
    """Do `work` on a connection of its own, and wait for it."""

    def run():
        try:
            work()
        finally:
            connection.close()

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()


def counts_around_a_write(view_of):
    """How many actions a page counts before and after somebody adds one while it is made."""
    found = []

    def view(request):
        found.append(Action.objects.count())
        elsewhere(ActionFactory)
        found.append(Action.objects.count())

    view_of(view)(RequestFactory().get("/"))
    return found


def test_a_page_sees_one_moment():
    before, after = counts_around_a_write(one_snapshot)

    assert before == after


def test_without_it_a_page_would_see_two():
    before, after = counts_around_a_write(lambda view: view)

    assert after == before + 1


def test_a_page_made_in_it_writes_nothing():
    def view(request):
        DirectorateFactory()

    with pytest.raises(Exception, match="read-only"):
        one_snapshot(view)(RequestFactory().get("/"))


def test_parts_and_totals_agree_though_an_action_is_added_between_them():
    action = ActionFactory()

    def view(request):
        board = board_of(request.GET, on=timezone.localdate())
        total = board.standing.total.count
        elsewhere(
            lambda: ActionFactory(
                directorate=DirectorateFactory(), priority=action.priority
            )
        )
        return total, [line.total.count for line in board.matrix.lines]

    total, lines = one_snapshot(view)(RequestFactory().get("/"))

    assert total == sum(lines) == 1


def test_inside_another_transaction_the_page_runs_in_that_one():
    with transaction.atomic():
        request = RequestFactory().get("/")

        assert one_snapshot(lambda request: Action.objects.count())(request) == 0
