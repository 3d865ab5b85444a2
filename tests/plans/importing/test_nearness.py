"""Rows that are nearly an action of the plan, among many."""

import time
from types import SimpleNamespace

import pytest

from plans.importing import matching
from plans.importing.matching import match_near
from plans.importing.nearness import Titles
from plans.importing.outcome import PriorityRow, Row

from .files import row as said


def action(pk, title, priority_id=1):
    return SimpleNamespace(pk=pk, title=title, priority_id=priority_id)


def rows_of(*titles, priority_id=1):
    here = SimpleNamespace(pk=priority_id)
    return [
        Row(said(number, title), PriorityRow({}, here))
        for number, title in enumerate(titles, start=2)
    ]


def report(number, word="services"):
    return f"Publish the annual report number {number} about {word} for residents"


def test_a_reworded_row_is_asked_about_however_large_the_plan():
    actions = [action(n, report(n)) for n in range(2000)]
    rows = rows_of(*[report(n, "service") for n in range(0, 2000, 5)])
    began = time.process_time()

    problems = match_near(rows, actions, {})

    assert [row.near.pk for row in rows] == list(range(0, 2000, 5))
    assert not problems
    assert time.process_time() - began < 6


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("Open the desk", "Open the new desk"),
        ("Training staff", "Traning staffs"),
        ("Publish the gap in pay", "Publish the gaps in pay"),
        ("Review the policy on grievances", "Review of the policy on grievance"),
    ],
)
def test_a_few_letters_apart_is_near(here, there):
    others = [action(n, f"Something else entirely {n}") for n in range(2, 50)]

    near = Titles([action(1, here), *others]).nearest(there, 1)

    assert near.pk == 1


@pytest.mark.parametrize("there", ["Close the road", "", "X", "Desk"])
def test_other_words_are_not(there):
    assert Titles([action(1, "Open the desk")]).nearest(there, 1) is None


def test_of_the_same_words_that_of_the_same_priority_is_asked_about():
    actions = [action(n, "Report to the committee", n) for n in range(1, 60)]

    near = Titles(actions).nearest("Reports to the committee", 41)

    assert near.pk == 41


def test_an_action_that_a_row_was_said_to_be_is_not_offered_again():
    rows = rows_of("Open the desks", "Open the desk now")

    match_near(rows, [action(1, "Open the desk")], {"Plan!2": {"take": "1"}})

    assert rows[0].action.pk == 1
    assert rows[1].near is None


def test_rows_past_the_most_that_are_compared_are_told_of(monkeypatch):
    monkeypatch.setattr(matching, "MOST_COMPARED", 2)
    rows = rows_of("Open the desks", "Train the staff", "Answer the calls", "Run")

    problems = match_near(rows, [action(1, "Open the desk")], {})

    assert rows[0].near is not None
    assert [one["severity"] for one in problems] == ["warning"]
    assert problems[0]["cell"] == "A4"
    assert "2 new rows were not compared" in problems[0]["message"]


def test_an_answer_for_another_action_is_no_answer():
    rows = rows_of("Open the desks")

    match_near(rows, [action(1, "Open the desk")], {"Plan!2": {"take": "7"}})

    assert rows[0].near.pk == 1
    assert rows[0].action is None
    assert not rows[0].is_near_said
