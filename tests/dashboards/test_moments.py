"""Which of two snapshots is the older, as PostgreSQL writes them: "first running:next:running,running"."""

import pytest

from equality_tracker.dashboards.kept import (
    EVERY_PLAN,
    MOST_ACTIONS,
    WHOLE,
    Ledger,
    Moment,
    number_of,
)


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("10:10:", "10:12:10"),
        ("10:12:10", "10:12:"),
        ("10:15:10,12", "10:15:12"),
        ("10:15:10,12", "12:20:12,16,17,18"),
    ],
)
def test_snapshots_stand_in_a_row(earlier, later):
    assert number_of(earlier) < number_of(later)


def test_a_snapshot_asked_about_twice_is_the_same():
    assert number_of("10:15:10,12") == number_of("10:15:10,12")


def moment(number, **touched):
    """One whose snapshot has that number; `plan_4={11: 7}`: a touch of action 11 of plan 4 was first seen by number 7."""
    plans = {int(plan.removeprefix("plan_")): seen for plan, seen in touched.items()}
    return Moment(Ledger(), number, True, plans)


def test_what_was_counted_before_a_touch_does_not_stand():
    assert moment(9, plan_4={WHOLE: 7}).written(4, 6) == {WHOLE}
    assert moment(9, plan_4={WHOLE: 7}).written(4, 7) == set()
    assert moment(9, plan_4={WHOLE: 7}).written(5, 6) == set()


def test_of_a_plan_only_the_actions_touched_since_are_named():
    touched = moment(9, plan_4={11: 7, 12: 5, 13: 6})

    assert touched.written(4, 5) == {11, 13}


def test_what_was_counted_in_a_newer_snapshot_or_never_is_not_taken():
    assert moment(9).written(4, 10) == {WHOLE}
    assert moment(9).written(4, -1) == {WHOLE}


def test_a_touch_of_every_plan_is_one_of_each():
    assert EVERY_PLAN == 0
    assert WHOLE in moment(9, plan_0={WHOLE: 7}, plan_4={11: 8}).written(4, 6)


def test_of_two_sightings_of_a_touch_the_later_counts():
    ledger = Ledger()

    ledger.see(20, "20:21:", [(4, 11)])
    known = ledger.see(15, "15:16:", [(4, 11)])

    assert known[4] == {11: 20}
    assert ledger.snapshot == "20:21:"


def test_of_a_plan_touched_action_by_action_the_latest_is_remembered_of_the_whole():
    ledger = Ledger()
    actions = range(1, MOST_ACTIONS + 2)

    known = ledger.see(20, "20:21:", [(4, action) for action in actions])

    assert known[4] == {WHOLE: 20}


def test_an_older_count_does_not_replace_a_newer_one():
    ledger = Ledger()
    own = ledger.of_scope("all")

    ledger.keep(own, 20, {4: "new"})
    ledger.keep(own, 15, {4: "old"})

    assert own[4] == (20, "new")
