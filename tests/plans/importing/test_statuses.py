"""A status is read by word, letter or the sheet's key; never by a colour alone."""

import csv
from pathlib import Path

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


def wordings() -> list[dict]:
    """Invented status cells: a status, "none" where they say there is none, else "asked"."""
    path = Path(__file__).with_name("wordings_of_statuses.csv")
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("row", wordings(), ids=lambda row: row["cell"])
def test_invented_status_is_read_or_asked_about_and_never_guessed(row):
    found = read(row["cell"])

    assert (found.status or ("asked" if found.problem else "none")) == row["status"]


def test_tint_of_a_keys_colour_is_near_where_no_other_has_its_hue():
    assert statuses.near("FFD966", KEY) == "FFC000"
    assert statuses.near("FFD966", {**KEY, "FFE699": "on_target"}) == ""
    assert statuses.near("92D050", KEY) == ""
