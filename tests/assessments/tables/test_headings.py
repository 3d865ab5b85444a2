"""What councils write over a column of their registers, and for a stage: each means what it says, and what says nothing is left to a person."""

import csv
from pathlib import Path

import pytest

from assessments.columns import REGISTER
from assessments.tables.stages import read_stage

HERE = Path(__file__).parent
# Columns that are known and left out, whichever of them a heading is taken for.
LEFT_OUT = {"", "comment", "checked", "impact", "characteristics", "reviewed", "since"}


def pairs(name):
    with (HERE / name).open(newline="") as file:
        rows = [tuple(row.values()) for row in csv.DictReader(file)]
    return [(said, meant) for meant, words in rows for said in words.split("|")]


def field_of(heading):
    found = REGISTER.match(heading)
    return found[0][1] if found else ""


@pytest.mark.parametrize(("heading", "field"), pairs("headings.csv"))
def test_heading_is_the_field_that_it_says(heading, field):
    found = field_of(heading)

    assert found == field or {found, field} <= LEFT_OUT


@pytest.mark.parametrize(("words", "stage"), pairs("stages.csv"))
def test_words_for_a_stage_are_read_or_left_to_a_person(words, stage):
    assert (read_stage(words) or "") == stage
