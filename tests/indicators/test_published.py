"""What a result's words are where it is not shown how many people it speaks of."""

import pytest

from indicators.performance.measures import Measure
from indicators.published import words_without_people
from indicators.words import units, values


def without(words, unit=""):
    read = values.read(words)
    measure = Measure(
        read.value, read.unit or unit, read.operator, read.value_max, read.second, str(read.reason)
    )  # fmt: skip
    return words_without_people(words, measure)


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("77% (7 of 9 staff)", "77%"),
        ("77% (7 of the 9)", "77%"),
        ("77% (7/9)", "77%"),
        ("77% (n=9)", "77%"),
        ("100% (all nine staff)", "100%"),
        ("65% to 70% (7 staff)", "65% to 70%"),
        ("7 of 9", "78%"),
        ("7/9", "78%"),
        ("7 of 9 (77%)", "78%"),
        ("77%: 7 of 9 staff", "In words"),
        ("seven of nine", "In words"),
    ],
)
def test_words_that_tell_of_people_give_way_to_the_reading(words, shown):
    assert without(words) == shown


@pytest.mark.parametrize(
    "words",
    [
        "34.40%", "1,204", "£4.2m", "45 to 50%", "at least 81%", "163 per 100,000", "100% (65% fair or better)",
        "34.4% in 2024/25", "34.4 (March 2025)", "34.4% (provisional)", "TBC", "Baseline year 2024/25",
    ],
)  # fmt: skip
def test_other_words_stay_as_published(words):
    assert without(words) == words


@pytest.mark.parametrize(
    "unit", ["", "count", "people", "young people", "looked after children", "homes", "hate crimes"]
)  # fmt: skip
def test_a_unit_that_is_a_noun_counts(unit):
    assert units.counts_people(unit)


@pytest.mark.parametrize(
    "unit", ["%", "GBP", "GBP per head", "per 1,000 residents", "points", "average score", "working days", "years", "index", "out of 9"]
)  # fmt: skip
def test_a_unit_that_measures_does_not_count(unit):
    assert not units.counts_people(unit)
