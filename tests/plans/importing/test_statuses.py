"""A status is read by word, letter or the sheet's key; never by a colour alone."""

import pytest

from plans.importing import statuses
from plans.importing.statuses import StatusWords

WORDS = StatusWords()
KEY = {"00B050": "achieved", "FFC000": "some_slippage", "8DB4E2": "priority_monitoring"}


def read(text: str = "", colour: str = "", key=None) -> statuses.StatusReading:
    return statuses.read(text, colour, KEY if key is None else key, WORDS)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Achieved", "achieved"),
        ("  ON  TARGET ", "on_target"),
        ("some slippage", "some_slippage"),
        ("Slipped", "slipped"),
        ("Not started", "not_started"),
        ("Withdrawn", "withdrawn"),
        ("Complete – March", "achieved"),
        ("Not achieved", "slipped"),
        ("Green (on plan)", "on_target"),
        ("✓", "achieved"),
    ],
)
def test_word_is_a_status_however_it_is_written(text, status):
    assert read(text) == statuses.StatusReading(status, "word")


@pytest.mark.parametrize(
    "text", ["Partly achieved", "Achieved nothing yet", "soon", "x", "50%"]
)
def test_other_words_are_no_status_and_are_said(text):
    found = read(text)

    assert found.status is None
    assert "not one that is known" in found.problem


@pytest.mark.parametrize(
    ("text", "status"), [("R", "slipped"), ("a", "some_slippage"), ("G", "on_target")]
)
def test_letter_is_a_status_in_a_status_column(text, status):
    assert read(text) == statuses.StatusReading(status, "letter")


def test_colour_is_a_status_through_the_key():
    assert read(colour="00B050") == statuses.StatusReading("achieved", "key")


def test_colour_without_a_key_is_no_status():
    assert read(colour="00B050", key={}) == statuses.StatusReading()


def test_monitoring_is_a_flag_and_no_status():
    assert read(colour="8DB4E2") == statuses.StatusReading(None, None, True)
    assert read("Achieved", "8DB4E2") == statuses.StatusReading(
        "achieved", "word", True
    )


def test_word_and_colour_that_disagree_are_shown_and_not_guessed():
    found = read("Slipped", "00B050")

    assert found.status is None
    assert "disagree" in found.problem


def test_councils_own_words_stand_beside_the_shipped_ones():
    words = StatusWords({"on_target": ["Sailing well"]})

    assert words.meaning("sailing well") == "on_target"
    assert words.meaning("Achieved") == "achieved"


def test_hardly_different_colour_is_near():
    assert statuses.near("02B255", KEY) == "00B050"
    assert statuses.near("000000", KEY) == ""
