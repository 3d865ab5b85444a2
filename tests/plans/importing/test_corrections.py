"""What a person corrected, put on what was understood and taken off again; no database."""

from copy import deepcopy

import pytest

from plans.importing import corrections


def action(row, **said):
    return {
        "sheet": "Plan",
        "row": row,
        "lead": "Equalities and Libraries",
        "leads": ["Equalities", "Libraries"],
        "rag_status": None,
        "timescale": {"text": "Spring 2027", "due": "2027-05-31", "precision": "season"},
        "cells": {"timescale": f"E{row}", "lead": f"D{row}", "progress": f"F{row}"},
    } | said  # fmt: skip


def problem(cell, message, severity="warning"):
    return {"sheet": "Plan", "cell": cell, "severity": severity, "message": message}


@pytest.fixture
def understood():
    return {
        "priorities": [
            {"actions": [action(4), action(5), action(6, lead="Housing")]},
        ],
        "problems": [
            problem("E4", "The date can be read in two ways. Check it."),
            problem("F4", "The status in words and the colour disagree."),
            problem("F4", "The cell is very long."),
            problem("E4", "The cell holds an error.", "error"),
        ],
    }


def rows(understood):
    return understood["priorities"][0]["actions"]


def test_a_status_is_corrected_for_its_row_alone(understood):
    corrections.put_on(understood, {"rows": {"Plan!4": {"status": "slipped"}}})

    assert [one["rag_status"] for one in rows(understood)] == ["slipped", None, None]
    assert rows(understood)[0]["corrected"].keys() == {"status"}


def test_a_reading_for_the_words_holds_for_each_row_that_says_them(understood):
    reading = {"due": "2027-03-31", "precision": "day"}

    corrections.put_on(understood, {"words": {"spring 2027": {"reading": reading}}})

    assert {one["timescale"]["due"] for one in rows(understood)} == {"2027-03-31"}
    assert {one["timescale"]["text"] for one in rows(understood)} == {"Spring 2027"}


def test_a_reading_for_one_row_wins_over_that_for_its_words(understood):
    corrections.put_on(
        understood,
        {
            "words": {"spring 2027": {"reading": {"due": "2027-03-31"}}},
            "rows": {"Plan!5": {"reading": {"due": "2027-04-30"}}},
        },
    )

    dues = [one["timescale"]["due"] for one in rows(understood)]
    assert dues == ["2027-03-31", "2027-04-30", "2027-03-31"]


def test_leads_are_corrected_wherever_the_same_words_stand(understood):
    whole = {"names": ["Equalities and Libraries"], "by": "Ada"}

    corrections.put_on(understood, {"leads": {"equalities and libraries": whole}})

    assert [len(one["leads"]) for one in rows(understood)] == [1, 1, 2]
    assert rows(understood)[0]["corrected"]["leads"]["by"] == "Ada"


def test_problems_that_a_correction_answers_are_not_shown_but_errors_are(understood):
    corrections.put_on(
        understood,
        {"rows": {"Plan!4": {"status": "slipped", "reading": {"due": "2027-03-31"}}}},
    )

    left = [one["message"] for one in understood["problems"]]
    assert left == ["The cell is very long.", "The cell holds an error."]


def test_corrections_taken_back_leave_everything_as_it_was_read(understood):
    as_read = deepcopy(understood)
    corrections.put_on(
        understood,
        {
            "rows": {"Plan!4": {"status": "slipped", "reading": {"due": None}}},
            "leads": {"equalities and libraries": {"names": ["One"]}},
        },
    )

    corrections.put_on(understood, {})

    assert understood.pop("answered") == []
    assert sorted(map(str, understood["problems"])) == sorted(
        map(str, as_read["problems"])
    )
    assert understood["priorities"] == as_read["priorities"]


def test_put_on_twice_is_put_on_once(understood):
    said = {"rows": {"Plan!4": {"status": "slipped"}}}
    corrections.put_on(understood, said)
    once = deepcopy(understood)

    corrections.put_on(understood, said)

    assert understood["priorities"] == once["priorities"]
    assert len(understood["problems"]) == len(once["problems"])


def test_cells_that_were_split_are_named_once_with_their_rows(understood):
    found = corrections.splits(rows(understood))

    assert {words: one["rows"] for words, one in found.items()} == {
        "equalities and libraries": 2,
        "housing": 1,
    }
    assert found["equalities and libraries"]["key"] == "Plan!4"
