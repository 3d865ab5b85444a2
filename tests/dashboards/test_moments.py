"""Which of two snapshots is the older, as PostgreSQL writes them: "first running:next:running,running"."""

import pytest

from equality_tracker.dashboards.kept import EVERY_PLAN, Ledger, Moment, number_of


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
    plans = {int(plan.removeprefix("plan_")): n for plan, n in touched.items()}
    return Moment(Ledger(), number, True, plans)


def test_what_was_counted_before_a_touch_does_not_stand():
    assert not moment(9, plan_4=7).holds(4, 6)
    assert moment(9, plan_4=7).holds(4, 7)
    assert moment(9, plan_4=7).holds(5, 6)


def test_what_was_counted_in_a_newer_snapshot_is_not_taken():
    assert not moment(9).holds(4, 10)


def test_a_touch_of_every_plan_is_one_of_each():
    assert EVERY_PLAN == 0
    assert not moment(9, plan_0=7).holds(4, 6)


def test_of_two_sightings_of_a_touch_the_later_counts():
    ledger = Ledger()

    ledger.see(20, "20:21:", [4])
    known = ledger.see(15, "15:16:", [4])

    assert known[4] == 20
    assert ledger.snapshot == "20:21:"


def test_an_older_count_does_not_replace_a_newer_one():
    ledger = Ledger()
    own = ledger.of_scope("all")

    ledger.keep(own, 20, {4: "new"})
    ledger.keep(own, 15, {4: "old"})

    assert own[4] == (20, "new")
