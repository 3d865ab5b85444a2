"""What a process keeps of a plan is what it would count: whoever wrote, in whatever order, and whether it was committed or not."""

import re
from concurrent.futures import ThreadPoolExecutor

import psycopg2
import pytest
from django.db import connection, transaction
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from equality_tracker.dashboards import kept, tally
from equality_tracker.dashboards.board import board_of
from equality_tracker.dashboards.kept import KEEPER, NO_MOMENT
from equality_tracker.dashboards.plan_tally import PlanTally
from equality_tracker.dashboards.snapshot import one_page
from equality_tracker.organisation.models import Directorate
from plans.models import Action
from tests.factories import ActionFactory, AwardFactory

from .random_council import TELLING, build
from .writes import (
    DAY,
    WRITES,
    add,
    by_sql,
    date_by_hand,
    drop_lead,
    hand_over,
    join,
    leave,
    move_by_hand,
    name_lead,
    name_priority,
    ours,
    rename_lead,
    report,
    restructure,
    take_back,
    turn_plan,
    turn_round,
)

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def nothing_kept():
    KEEPER.forget()
    yield
    KEEPER.forget()


@pytest.fixture
def council():
    """Three plans, one of them closed, with actions of every kind."""
    build(*TELLING, on=timezone.localdate())
    for priority in {action.priority for action in Action.objects.all()}:
        ActionFactory.create_batch(2, priority=priority, due=timezone.localdate())


class Elsewhere:
    """Somebody else's connection, with a transaction that stays open as long as they like."""

    def __init__(self):
        at = connection.get_connection_params()
        at.pop("cursor_factory", None)
        self._connection = psycopg2.connect(**at)

    def write(self, sql, params=()):
        with self._connection.cursor() as cursor:
            cursor.execute(sql, params)

    def commit(self):
        self._connection.commit()

    def rollback(self):
        self._connection.rollback()

    def close(self):
        self._connection.close()


@pytest.fixture
def elsewhere():
    other = Elsewhere()
    yield other
    other.close()


def in_a_thread(work):
    """Do `work` on a connection of its own; return what it returns, and raise what it raises."""

    def run():
        try:
            return work()
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as threads:
        return threads.submit(run).result()


def said(board):
    """All that a page takes from its counts."""
    tally = board.tally
    numbers = {name: value for name, value in vars(tally).items() if name != "plan_of"}
    return numbers, tally.then, board.worst, board.first_changes, board.matrix.lines


def boards(on, moment):
    for directorate in (None, *Directorate.objects.order_by("pk")):
        yield board_of(QueryDict(""), on=on, directorate=directorate, moment=moment)


def differences(on):
    """Return what is kept beside what is counted in the same snapshot, of each dashboard where they are not the same."""
    with one_page() as moment:
        assert moment.may_keep
        found = [said(board) for board in boards(on, moment)]
        counted = [said(board) for board in boards(on, NO_MOMENT)]
    return [pair for pair in zip(found, counted, strict=True) if pair[0] != pair[1]]


BEGUN, COMMITTED, ROLLED_BACK = "begun", "committed", "rolled back"
steps = st.lists(
    st.one_of(
        st.tuples(st.sampled_from(WRITES), st.integers(0, 40)),
        st.tuples(st.sampled_from([BEGUN, COMMITTED, ROLLED_BACK]), st.integers(0, 40)),
    ),
    min_size=4,
    max_size=14,
)


def _elsewhere(other, what, number):
    """Somebody else writes on an action of theirs, and commits or not, now or after others have."""
    if what == COMMITTED:
        other.commit()
    elif what == ROLLED_BACK:
        other.rollback()
    else:
        theirs = [pk for pk in _pks_of_live() if pk % 2 == 0] or [0]
        due = timezone.localdate() + (number - 20) * DAY
        pk = theirs[number % len(theirs)]
        other.write("UPDATE plans_action SET due = %s WHERE id = %s", [due, pk])


def _pks_of_live():
    return list(Action.objects.live().order_by("pk").values_list("pk", flat=True))


@settings(
    max_examples=4,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(done=steps)
def test_what_is_kept_is_what_would_be_counted(council, elsewhere, done):
    on = timezone.localdate()
    assert differences(on) == []
    for what, number in done:
        if not callable(what):
            _elsewhere(elsewhere, what, number)
        elif ours(number):
            what(number)
        if number % 3:
            # Else more is written before the next page.
            assert differences(on) == []
    assert differences(on) == []
    assert differences(on + DAY) == []
    elsewhere.rollback()


def test_each_kind_of_write_is_noticed(council):
    on = timezone.localdate()
    assert differences(on) == []

    for write in WRITES:
        write(7)
        assert differences(on) == []


def test_a_write_that_leaves_no_touch_would_be_missed(council):
    """So it is the touches that the tests above rely on, and what is kept is what a page uses."""
    on = timezone.localdate()
    assert differences(on) == []
    by_sql("ALTER TABLE plans_action DISABLE TRIGGER touch_update", [])

    date_by_hand(9)

    assert differences(on)
    by_sql("ALTER TABLE plans_action ENABLE TRIGGER touch_update", [])


def test_a_page_does_not_see_what_is_committed_while_it_is_made(council, elsewhere):
    on = timezone.localdate()
    with one_page() as moment:
        before = said(board_of(QueryDict(""), on=on, moment=moment))
        _elsewhere(elsewhere, BEGUN, 25)
        elsewhere.commit()
        again = said(board_of(QueryDict(""), on=on, moment=moment))

    assert again == before
    assert differences(on) == []


def test_an_older_page_takes_nothing_that_a_newer_one_has_kept(council, elsewhere):
    on = timezone.localdate()
    with one_page() as moment:
        before = said(board_of(QueryDict(""), on=on, moment=NO_MOMENT))
        _elsewhere(elsewhere, BEGUN, 25)
        elsewhere.commit()
        assert in_a_thread(lambda: differences(on)) == []

        assert said(board_of(QueryDict(""), on=on, moment=moment)) == before


def test_a_second_page_asks_nothing_of_plans_that_nobody_touched(council, admin_client):
    admin_client.get("/dashboards/")
    with CaptureQueriesContext(connection) as asked:
        admin_client.get("/dashboards/")

    of_actions = re.compile(r"plans_actionevent|some_actions_of")
    assert not [one for one in asked if of_actions.search(one["sql"])]


OF_FEW = [
    report,
    take_back,
    drop_lead,
    name_lead,
    join,
    leave,
    hand_over,
    add,
    move_by_hand,
    date_by_hand,
]
OF_PLANS = [rename_lead, name_priority, turn_plan, turn_round, restructure]


@pytest.fixture
def read(council, monkeypatch):
    """What a page reads that follows another: ("whole", plans) and ("few", {plan: ids of its actions})."""
    found = []

    def noting(what, ask):
        def inner(scope, asked):
            found.append((what, asked))
            return ask(scope, asked)

        return inner

    for what, name in (("whole", "plan_tallies"), ("few", "mended_tallies")):
        monkeypatch.setattr(tally, name, noting(what, getattr(tally, name)))
    look()
    found.clear()
    return found


def look(asked=""):
    with one_page() as moment:
        return said(board_of(QueryDict(asked), on=timezone.localdate(), moment=moment))


def rows_kept():
    """How many actions are kept row by row, of all days compared with."""
    ledgers = KEEPER._ledgers.values()
    scopes = [scope for ledger in ledgers for scope in ledger.scopes.values()]
    parts = [part for scope in scopes for _number, part in scope.values()]
    return sum(len(part.rows) for part in parts if isinstance(part, PlanTally))


def test_days_that_readers_choose_keep_no_actions(council):
    look()
    kept_of_one_day = rows_kept()

    for days in range(200, 210):
        look(f"since={timezone.localdate() - days * DAY}")

    assert kept_of_one_day
    assert rows_kept() == kept_of_one_day


def test_what_is_written_is_noticed_on_a_page_of_a_chosen_day_too(council):
    chosen = f"since={timezone.localdate() - 200 * DAY}"
    before = look(chosen)

    date_by_hand(9)

    after = look(chosen)
    KEEPER.forget()
    assert after != before
    assert after == look(chosen)


def test_only_the_actions_that_were_written_are_read_again(read):
    action = ours(9)

    date_by_hand(9)
    look()

    [(what, written)] = read
    assert what == "few"
    assert {plan: ids for plan, (_tally, ids) in written.items()} == {
        action.plan_id: {action.pk}
    }


def what_is_read_after(read, write):
    read.clear()
    write(7)
    look()
    return [what for what, _asked in read]


def test_what_is_written_of_actions_makes_no_plan_be_counted_again(read):
    ours(7).leads.clear()
    look()

    found = {write: what_is_read_after(read, write) for write in OF_FEW}

    assert found == dict.fromkeys(OF_FEW, ["few"])


def test_what_is_written_of_plans_makes_them_be_counted_again(read):
    found = {write: what_is_read_after(read, write) for write in OF_PLANS}

    assert found == dict.fromkeys(OF_PLANS, ["whole"])


def test_a_plan_of_which_many_actions_are_written_at_once_is_counted_again(read):
    plan = ours(9).plan_id
    ActionFactory.create_batch(kept.FEW, priority=ours(9).priority)
    look()
    read.clear()

    by_sql("UPDATE plans_action SET due = due WHERE plan_id = %s", [plan])
    look()

    assert read == [("whole", [plan])]


def test_of_a_plan_written_action_by_action_not_all_is_remembered(read, monkeypatch):
    monkeypatch.setattr(kept, "MOST_ACTIONS", 1)

    date_by_hand(9)
    by_sql("UPDATE plans_action SET due = due WHERE plan_id = %s", [ours(9).plan_id])
    look()

    assert read == [("whole", [ours(9).plan_id])]
    assert differences(timezone.localdate()) == []


def test_in_a_transaction_that_writes_nothing_is_kept(council):
    on = timezone.localdate()
    with transaction.atomic():
        date_by_hand(9)
        with one_page() as moment:
            said(board_of(QueryDict(""), on=on, moment=moment))
            assert not moment.may_keep
        transaction.set_rollback(True)

    assert differences(on) == []


def test_after_ten_minutes_all_is_counted_anew(council, monkeypatch):
    on = timezone.localdate()
    assert differences(on) == []
    by_sql("ALTER TABLE plans_action DISABLE TRIGGER touch_update", [])
    date_by_hand(9)
    by_sql("ALTER TABLE plans_action ENABLE TRIGGER touch_update", [])

    monkeypatch.setattr(kept, "SECONDS", -1)

    assert differences(on) == []


def test_an_award_that_lapses_is_told_of_once_it_is_written(council, admin_client):
    before = admin_client.get("/dashboards/").content.decode()
    on = timezone.localdate()
    award = AwardFactory(on=on - 30 * DAY, lapses_on=on + 30 * DAY)

    after = admin_client.get("/dashboards/").content.decode()

    told = award.framework.get_absolute_url()
    assert told not in before
    assert told in after
