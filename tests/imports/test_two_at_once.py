"""Two imports that come at once, on real connections: one after the other, and nothing twice."""

import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.test import Client

from equality_tracker.imports.models import ImportRun
from equality_tracker.organisation.models import Lead
from indicators.models import Indicator, Result
from plans.models import Action, Plan
from tests.factories import UserFactory
from tests.imports.stopping import (
    POINTS,
    press,
    previewed,
    stopping_at,
    waiting,
)
from tests.waiting import Database, Thread, wait_until

from .conftest import fields_of
from .workbooks import ROWS, with_indicators, workbook

pytestmark = pytest.mark.django_db(transaction=True)


def both(one, other, point):
    """Press two previews' buttons: the second while the first stands in the middle of its import; return both answers."""
    with ThreadPoolExecutor(2) as threads:
        with stopping_at(*POINTS[point]):
            first = threads.submit(press, *one)
            wait_until(waiting, Thread(first.done), Database())
            second = threads.submit(press, *other)
            time.sleep(0.3)
            assert not second.done()
        return first.result(), second.result()


def test_two_admins_who_import_one_file_at_once_import_it_once(admin):
    mine = previewed(admin, content=with_indicators())
    other = Client()
    other.force_login(UserFactory(role="admin"))
    theirs = other, mine[1], mine[2]

    answers = both(mine, theirs, "the actions made")

    assert (Plan.objects.count(), Action.objects.count()) == (1, 3)
    assert (Indicator.objects.count(), Result.objects.count()) == (2, 2)
    assert ImportRun.objects.get().applied_by == admin
    assert [one.status_code for one in answers] == [200, 200]
    assert not any("Server Error" in one.content.decode() for one in answers)


def test_two_admins_with_two_files_for_one_plan_write_one_after_the_other(admin):
    client, path, sent = previewed(admin)
    client.post(path, sent)
    plan = Plan.objects.get()
    rows = [[*row] for row in ROWS]
    rows[0][2] = "Nobody waits"
    mine = previewed(admin, plan, workbook(rows))
    rows[0][2], rows[1][2] = "Nobody queues", "All are heard"
    theirs = previewed(UserFactory(role="admin"), plan, workbook(rows))

    answers = both(mine, theirs, "what can be undone kept")

    assert (
        "The plan has changed since this page was shown" in answers[1].content.decode()
    )
    outcomes = list(Action.objects.values_list("outcome", flat=True))[:2]
    assert outcomes == ["Nobody waits", "Everybody is heard"]
    assert ImportRun.objects.get(plan=plan, state="previewed")
    sent = fields_of(theirs[0].get(theirs[1]).content.decode()) | {"apply": "1"}
    theirs[0].post(theirs[1], sent)
    outcomes = list(Action.objects.values_list("outcome", flat=True))[:2]
    assert outcomes == ["Nobody queues", "All are heard"]


def test_two_new_leads_of_one_name_from_two_files_are_made_once(admin):
    """The second import finds the name taken: it says so, and leaves nothing."""

    def with_ticked(row, by):
        client, path, sent = previewed(by, content=workbook([row]))
        page = client.get(path).content.decode()
        place = page.index("Create “Language Team")
        start = page.rindex('name="lead-', 0, place) + 6
        name = page[start : page.index('"', start)]
        return client, path, sent | {name: "on", "plan-reference": f"P-{by.pk}"}

    mine = with_ticked(ROWS[2], admin)
    theirs = with_ticked(ROWS[2], UserFactory(role="admin"))

    _first, second = both(mine, theirs, "what can be undone kept")

    assert "A lead of this name is there already" in second.content.decode()
    assert Lead.objects.count() == 1
    assert Plan.objects.count() == 1
