"""Whatever stands in a cell, reading it never raises, takes no time, and makes up no number."""

import re
import time

from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.words import times, values
from indicators.words.reasons import Reason

PIECES = st.sampled_from([
    "at least", "up to", "between", "and", "from", "to", "-", "–", "+", "±", "<", ">", "≥", "%", "per cent",
    "pp", "percentage points", "£", "€", "k", "m", "million", "p", "(", ")", "[", "]", "/", ".", ",", ":",
    ";", "n=", "1", "5", "12", "12.5", "1,204", "7, 625", "100", "2030", "2030/31", "30/31", "March", "31",
    "Q3", "in 5", "out of", "of", "baseline", "target", "no", "not", "reported", "applicable", "survey",
    "increase", "reduce", "by", "on", "above", "TBC", "N/A", "new", "withdrawn", "provisional", "level",
    "top", "days", "people", "per 1,000", "*", "¹", "\n", " ", "maintain", "(75% good)", "²", "١", "½",
])  # fmt: skip
SENTENCES = st.lists(PIECES, max_size=12).map(" ".join)
JOINED = st.lists(PIECES, max_size=12).map("".join)
ANYTHING = st.one_of(SENTENCES, JOINED, st.text(max_size=200))


def numbers_of(reading) -> list:
    """Each number that a reading gives, also those of its parts."""
    own = [
        reading.value,
        reading.value_max,
        reading.second,
        reading.numerator,
        reading.denominator,
    ]
    return [n for n in own if n is not None] + [
        n for one in reading.several for n in numbers_of(one)
    ]


@settings(max_examples=600, deadline=None)
@given(ANYTHING)
def test_every_number_given_stands_in_the_cell(text):
    reading = values.read(text)

    digits = re.sub("[^0-9]", "", text)
    for number in numbers_of(reading):
        significant = re.sub("[^0-9]", "", f"{abs(number):f}").strip("0")
        assert significant in digits
        assert number == 0 or digits


@settings(max_examples=300, deadline=None)
@given(ANYTHING)
def test_a_cell_has_a_number_or_a_reason_unless_it_is_blank(text):
    reading = values.read(text)

    stated = reading.value is not None or bool(reading.several)
    assert reading.text == text.strip()
    assert (stated, bool(reading.reason), reading.kind == values.BLANK).count(True) == 1
    assert not reading.reason or reading.reason in Reason


@settings(max_examples=200, deadline=None)
@given(ANYTHING)
def test_a_heading_names_a_time_or_none(text):
    found = times.read(text)

    assert found is None or (found.start or found.end or found.text)


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 10**12), st.sampled_from(["", "%", " days", " per 1,000"]))
def test_a_plain_number_is_itself_with_or_without_thousands_commas(number, unit):
    assert values.read(f"{number:,}{unit}").value == number
    assert values.read(f"{number}{unit}").value == number


def test_a_long_cell_is_read_at_once():
    started = time.process_time()

    for piece in (
        "1",
        "1,",
        " ",
        "(",
        "a 1 ",
        "12/13 ",
        "up to ",
        "increase by ",
        "\n5%",
    ):
        values.read(piece * 4000)

    assert time.process_time() - started < 1
