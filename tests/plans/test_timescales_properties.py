"""Whatever the words, reading them neither raises nor takes long, nor makes up a year."""

import re
import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plans import timescales

WORDS = st.sampled_from(
    [
        "by",
        "end",
        "of",
        "early",
        "until",
        "from",
        "to",
        "every",
        "and",
        "–",
        "/",
        ".",
        ",",
        "(",
        ")",
        "then",
        "annually",
        "March",
        "may",
        "Q3",
        "2030",
        "2030/31",
        "31",
        "3",
        "99",
        "quarter",
        "spring",
        "ongoing",
        "tbc",
        "within",
        "months",
        "each",
        "03/04/30",
        "1st",
        "half",
        "was",
        "revised from",
        "Year 2",
        "years 1-3",
        "end of the plan",
        "Christmas",
        "Easter",
        "Black History Month",
        "week",
        "Summer",
        "term",
        "'30",
        "05/30",
        "Septmber",
        "quaterly",
        "ongoing – review",
        "start of",
        "not before",
    ]
)
PHRASES = st.lists(WORDS, max_size=25).map(" ".join)
PERIODS = st.sampled_from([(None, None), (date(2029, 4, 1), date(2032, 3, 31))])


@given(text=st.text(max_size=300) | PHRASES, period=PERIODS)
@settings(max_examples=300, deadline=1000)
def test_no_words_make_it_raise(text, period):
    timescale = timescales.read(text, *period)

    assert timescale.text == text
    assert timescales.describe(timescale) is not None
    assert timescale.as_dict()["text"] == text


@given(text=PHRASES)
@settings(max_examples=300, deadline=1000)
def test_without_a_plan_each_year_read_stands_in_the_words(text):
    timescale = timescales.read(text)

    found = [
        timescale.start,
        timescale.due,
        *(step.due for step in timescale.milestones),
    ]
    years = {int(year) for year in re.findall(r"\d{4}", text)}
    years |= {2000 + int(year) for year in re.findall(r"\d{2}", text)}
    near = years | {year + 1 for year in years} | {year - 1 for year in years}
    assert {day.year for day in found if day} <= near


@given(text=PHRASES)
@settings(max_examples=300, deadline=1000)
def test_each_year_read_stands_in_the_words_or_in_the_plans_period(text):
    start, end = date(2029, 4, 1), date(2032, 3, 31)
    timescale = timescales.read(text, start, end)

    found = [
        timescale.start,
        timescale.due,
        timescale.recurrence_first,
        timescale.recurrence_until,
        *(step.due for step in timescale.milestones),
    ]
    years = {int(year) for year in re.findall(r"\d{4}", text)}
    years |= {2000 + int(year) for year in re.findall(r"\d{2}", text)}
    near = years | {year + 1 for year in years} | {year - 1 for year in years}
    near |= set(range(start.year, end.year + 1))
    assert {day.year for day in found if day} <= near


@pytest.mark.parametrize(
    "unit",
    [
        "1",
        " ",
        "(",
        "12 ",
        "and ",
        "1/2/",
        "Jan ",
        "every ",
        "\n",
        "was ",
        "year 1, ",
        "a) ",
        "within ",
        "2030/31 ",
    ],
)
@pytest.mark.parametrize("length", [1_900, 65_536])
def test_long_words_take_no_time(unit, length):
    text = (unit * length)[:length]
    started = time.process_time()

    timescales.read(text)

    assert time.process_time() - started < 0.1
