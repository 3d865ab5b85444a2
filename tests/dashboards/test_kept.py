"""What a process keeps of a plan is what it would count: whoever wrote, in whatever order, and whether it was committed or not."""

import datetime
import threading

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
from equality_tracker.dashboards.snapshot import one_page
from equality_tracker.organisation.models import Directorate, Lead, Succession
from plans.models import Action, ActionLead, ActionUpdate, Contribution, Plan, Round
from tests.factories import (
    ActionFactory,
    DirectorateFactory,
    LeadFactory,
    UserFactory,
)

from .random_council import TELLING, build

pytestmark = pytest.mark.django_db(transaction=True)
DAY = datetime.timedelta(days=1)


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
    """Do `work` on a connection of its own, and raise what it raises."""
    faults = []

    def run():
        try:
            work()
        except BaseException as fault:  # noqa: BLE001
            faults.append(fault)
        finally:
            connection.close()

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    for fault in faults:
        raise fault


def said(board):
    """All that a page takes from its counts."""
    tally = board.tally
    numbers = {name: value for name, value in vars(tally).items() if name != "plan_of"}
    return numbers, tally.then, board.worst, board.first_changes, board.matrix.lines


def boards(on, moment):
    for directorate in (None, *Directorate.objects.order_by("pk")):
        yield board_of(QueryDict(""), on=on, directorate=directorate, moment=moment)


def check(on):
    """What is kept and what is counted in the same snapshot are the same on every dashboard."""
    with one_page() as moment:
        assert moment.may_keep
        found = [said(board) for board in boards(on, moment)]
        counted = [said(board) for board in boards(on, NO_MOMENT)]
    assert found == counted


# What people do, each as a function of a number that chooses the row.


def _one_of(rows, number):
    found = list(rows.order_by("pk"))
    return found[number % len(found)] if found else None


def _ours(number):
    """An action that nobody else is writing on: theirs have even ids."""
    return _one_of(Action.objects.live().filter(pk__in=_odd(Action)), number)


def _odd(model):
    return [pk for pk in model.objects.values_list("pk", flat=True) if pk % 2]


def _by():
    return UserFactory()


def report(number):
    action, on = _ours(number), timezone.localdate()
    status = ("slipped", "achieved", "on_target", None)[number % 4]
    new_due = on + number * DAY if number % 3 == 0 else None
    action.record_update(
        by=_by(),
        on=on - number % 5 * DAY,
        rag_status=status,
        progress="Said so.",
        reason="Late.",
        new_due=new_due,
        due_reason="Because." if new_due else "",
    )


def take_back(number):
    update = _one_of(
        ActionUpdate.objects.filter(
            retracted_at=None,
            action__in=_odd(Action),
            action__plan__state="live",
            pk__in=Action.objects.values("latest_update"),
        ),
        number,
    )
    if update:
        update.action.retract_update(update, by=_by(), why="Wrong.")


def report_undone(number):
    try:
        with transaction.atomic():
            report(number)
            raise ZeroDivisionError
    except ZeroDivisionError:
        pass


def name_lead(number):
    action = _ours(number)
    lead = _one_of(Lead.objects.all(), number) or LeadFactory()
    if not action.leads.filter(pk=lead.pk).exists():
        action.leads.add(lead)


def drop_lead(number):
    part = _one_of(ActionLead.objects.filter(action__in=_odd(Action)), number)
    if part:
        part.delete()


def rename_lead(number):
    lead = _one_of(Lead.objects.all(), number)
    lead.name = f"Renamed {number} {lead.pk}"
    lead.save()


def join(number):
    action = _ours(number)
    body = _one_of(Directorate.objects.all(), number)
    Contribution.objects.get_or_create(action=action, directorate=body)


def leave(number):
    part = _one_of(Contribution.objects.filter(action__in=_odd(Action)), number)
    if part:
        part.delete()


def hand_over(number):
    body = _one_of(Directorate.objects.all(), number)
    Action.objects.filter(pk=_ours(number).pk).update(directorate=body)


def add(number):
    action = _ours(number)
    ActionFactory(priority=action.priority, directorate=action.directorate)


def move_by_hand(number):
    """An action passes to a priority of another plan by SQL alone."""
    action = _ours(number)
    other = _one_of(
        Action.objects.live().exclude(plan=action.plan).select_related("priority"), 0
    )
    if other:
        _sql(
            "UPDATE plans_action SET plan_id = %s, priority_id = %s WHERE id = %s",
            [other.plan_id, other.priority_id, action.pk],
        )


def date_by_hand(number):
    _sql(
        "UPDATE plans_action SET due = %s WHERE id = %s",
        [timezone.localdate() + (number - 5) * DAY, _ours(number).pk],
    )


def _sql(sql, params):
    with connection.cursor() as cursor:
        cursor.execute(sql, params)


def name_priority(number):
    priority = _ours(number).priority
    priority.title = f"Named {number} {priority.pk}"
    priority.save()


def turn_plan(number):
    """A live plan is closed, a closed one opened, as long as two stay live."""
    plan = _one_of(Plan.objects.all(), number)
    if plan.state != "live" or Plan.objects.filter(state="live").count() > 1:
        plan.state = "live" if plan.state != "live" else "closed"
        plan.save()


def turn_round(number):
    running = _one_of(Round.objects.running(), number)
    if running:
        running.close()
    else:
        on = timezone.localdate()
        plans = list(Plan.objects.filter(state="live"))
        Round.open_for(
            plans, title=f"Round {number}", opens=on - DAY, closes=on + DAY, by=_by()
        )


def restructure(number):
    body = _one_of(Directorate.objects.all(), number)
    if number % 2:
        body.name = f"Body {number} {body.pk}"
        body.save()
    elif not Succession.objects.filter(predecessor=body).exists():
        heir = DirectorateFactory()
        Succession.objects.create(
            predecessor=body, successor=heir, on=timezone.localdate()
        )


WRITES = [
    report,
    take_back,
    report_undone,
    name_lead,
    drop_lead,
    rename_lead,
    join,
    leave,
    hand_over,
    add,
    move_by_hand,
    date_by_hand,
    name_priority,
    turn_plan,
    turn_round,
    restructure,
]
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
        theirs = [pk for pk in _pks_of_live() if pk % 2 == 0]
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
    check(on)
    for what, number in done:
        if callable(what):
            what(number)
        else:
            _elsewhere(elsewhere, what, number)
        check(on)
    check(on + DAY)
    elsewhere.rollback()


def test_each_kind_of_write_is_noticed(council):
    on = timezone.localdate()
    check(on)

    for write in WRITES:
        write(7)
        check(on)


def test_a_write_that_leaves_no_touch_would_be_missed(council):
    """So it is the touches that the tests above rely on, and what is kept is what a page uses."""
    on = timezone.localdate()
    check(on)
    _sql("ALTER TABLE plans_action DISABLE TRIGGER touch_update", [])

    date_by_hand(9)

    with pytest.raises(AssertionError):
        check(on)
    _sql("ALTER TABLE plans_action ENABLE TRIGGER touch_update", [])


def test_a_page_does_not_see_what_is_committed_while_it_is_made(council, elsewhere):
    on = timezone.localdate()
    with one_page() as moment:
        before = said(board_of(QueryDict(""), on=on, moment=moment))
        _elsewhere(elsewhere, BEGUN, 25)
        elsewhere.commit()
        again = said(board_of(QueryDict(""), on=on, moment=moment))

    assert again == before
    check(on)


def test_an_older_page_takes_nothing_that_a_newer_one_has_kept(council, elsewhere):
    on = timezone.localdate()
    with one_page() as moment:
        before = said(board_of(QueryDict(""), on=on, moment=NO_MOMENT))
        _elsewhere(elsewhere, BEGUN, 25)
        elsewhere.commit()
        in_a_thread(lambda: check(on))

        assert said(board_of(QueryDict(""), on=on, moment=moment)) == before


def test_a_second_page_asks_nothing_of_plans_that_nobody_touched(council, admin_client):
    admin_client.get("/dashboards/")
    with CaptureQueriesContext(connection) as asked:
        admin_client.get("/dashboards/")

    assert not [one for one in asked if "plans_actionevent" in one["sql"]]


def test_only_the_plan_that_was_touched_is_counted_again(council, monkeypatch):
    on, counted = timezone.localdate(), []
    monkeypatch.setattr(tally, "plan_tallies", _noting(counted, tally.plan_tallies))
    check(on)
    counted.clear()

    date_by_hand(9)
    with one_page() as moment:
        said(board_of(QueryDict(""), on=on, moment=moment))

    assert counted == [[_ours(9).plan_id]]


def _noting(counted, count):
    def inner(scope, plans):
        counted.append(list(plans))
        return count(scope, plans)

    return inner


def test_in_a_transaction_that_writes_nothing_is_kept(council):
    on = timezone.localdate()
    with transaction.atomic():
        date_by_hand(9)
        with one_page() as moment:
            said(board_of(QueryDict(""), on=on, moment=moment))
            assert not moment.may_keep
        transaction.set_rollback(True)

    check(on)


def test_after_ten_minutes_all_is_counted_anew(council, monkeypatch):
    on = timezone.localdate()
    check(on)
    _sql("ALTER TABLE plans_action DISABLE TRIGGER touch_update", [])
    date_by_hand(9)
    _sql("ALTER TABLE plans_action ENABLE TRIGGER touch_update", [])

    monkeypatch.setattr(kept, "SECONDS", -1)

    check(on)
