"""A plan's words about time are read as a person would read them."""

from datetime import date

import pytest

from plans import timescales

START, END = date(2029, 4, 1), date(2032, 3, 31)


def read(text: str) -> timescales.Timescale:
    return timescales.read(text, START, END)


@pytest.mark.parametrize(
    ("text", "due", "precision"),
    [
        ("March 2030", "2030-03-31", "month"),
        ("Sept. 2030", "2030-09-30", "month"),
        ("Feb2032", "2032-02-29", "month"),
        ("by end of June 2030", "2030-06-30", "day"),
        ("1st April 2030", "2030-04-01", "day"),
        ("31/03/2031", "2031-03-31", "day"),
        ("2030-05-17", "2030-05-17", "day"),
        ("before May 2030", "2030-04-30", "day"),
        ("05/2031", "2031-05-31", "month"),
        ("2030/31", "2031-03-31", "financial year"),
        ("End of financial year 2030/31", "2031-03-31", "financial year"),
        ("Q3 2030/31", "2030-12-31", "quarter"),
        ("Quarter 4 of 2030/31", "2031-03-31", "quarter"),
        ("second quarter of 2030/31", "2030-09-30", "quarter"),
        ("Autumn 2030", "2030-11-30", "season"),
        ("Winter 2030", "2031-02-28", "season"),
        ("summer term 2031", "2031-07-31", "term"),
        ("H1 2030/31", "2030-09-30", "half year"),
        ("second half of 2030", "2030-12-31", "half year"),
        ("academic year 2030/31", "2031-08-31", "academic year"),
        ("early 2031", "2031-03-31", "part of a year"),
        ("mid-2031", "2031-06-30", "part of a year"),
        ("end of 2031", "2031-12-31", "part of a year"),
        ("by 2031", "2031-12-31", "year"),
        ("March ‘31", "2031-03-31", "month"),
    ],
)
def test_one_date_is_due_on_the_last_day_it_names(text, due, precision):
    timescale = read(text)

    assert timescale.kind == "date"
    assert timescale.due.isoformat() == due
    assert timescale.precision == precision


@pytest.mark.parametrize(
    ("text", "start", "due"),
    [
        ("April 2030 – June 2030", "2030-04-01", "2030-06-30"),
        ("from May to July 2030", "2030-05-01", "2030-07-31"),
        ("November – February 2031", "2030-11-01", "2031-02-28"),
        ("between 1 May 2030 and 3 June 2030", "2030-05-01", "2030-06-03"),
        ("5–9 July 2030", "2030-07-05", "2030-07-09"),
        ("Q1-Q3 2030/31", "2030-04-01", "2030-12-31"),
    ],
)
def test_two_dates_with_a_stretch_between_are_a_range(text, start, due):
    timescale = read(text)

    assert timescale.kind == "range"
    assert (timescale.start.isoformat(), timescale.due.isoformat()) == (start, due)


@pytest.mark.parametrize(
    ("text", "recurrence", "first", "until"),
    [
        ("monthly", "monthly", None, None),
        ("Every quarter", "quarterly", None, None),
        ("six-monthly", "half-yearly", None, None),
        ("bi-monthly", "every two months", None, None),
        ("every June until 2031", "annual", date(2029, 6, 30), date(2031, 6, 30)),
        ("Each October from 2030", "annual", date(2030, 10, 31), None),
        ("Jan 2030, then quarterly", "quarterly", date(2030, 1, 31), None),
        ("June 2029, 2030 and 2031", "annual", date(2029, 6, 30), date(2031, 6, 30)),
        ("31 March each year", "annual", date(2030, 3, 31), None),
    ],
)
def test_what_comes_round_says_how_often_and_from_when(text, recurrence, first, until):
    timescale = read(text)

    assert timescale.kind == "recurring"
    assert timescale.recurrence == recurrence
    assert timescale.recurrence_first == first
    assert timescale.recurrence_until == until


@pytest.mark.parametrize(
    "text",
    [
        "", "-", "tbc", "TBC", "To be confirmed", "ASAP", "n/a", "31 September 2030",
        "30 February 2031", "Quarter 2", "June", "Year 9", "Complete", "by the end of the month",
        "may be later", "we march on", "24/7", "FY 2031", "Start of academic year 2030", "99/99/9999",
    ],
)  # fmt: skip
def test_no_date_is_invented(text):
    timescale = read(text)

    assert timescale.due is None
    assert timescale.start is None
    assert timescale.milestones == ()
    assert timescale.kind == "unknown"


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("03/04/30", "ambiguous day and month"),
        ("31 September 2030", "impossible date"),
        ("March 2028", "before the plan starts"),
        ("May 2032", "after the plan ends"),
        ("April 2029", "in the plan's first month"),
        ("Quarter 2", "no year"),
        ("Mar 30", "ambiguous day or year"),
    ],
)
def test_what_a_person_should_check_is_flagged(text, flag):
    assert flag in read(text).flags


@pytest.mark.parametrize(
    "text", ["Ongoing", "on-going", "Continuous", "throughout the plan"]
)
def test_ongoing_has_no_date(text):
    timescale = read(text)

    assert timescale.kind == "ongoing"
    assert timescale.ongoing
    assert timescale.due is None


@pytest.mark.parametrize(
    "text",
    [
        "Following the inquiry",
        "Within six months of the launch",
        "Once funding is agreed",
        "After the vote in May 2030",
    ],
)
def test_event_is_kept_in_its_words(text):
    timescale = read(text)

    assert timescale.kind == "event"
    assert timescale.event == text
    assert timescale.due is None


def test_steps_keep_their_labels_before_or_after_their_dates():
    timescale = read("Draft in May 2030. June 2030 – consult. Launch by 2031.")

    steps = [
        (step.label, step.due.isoformat(), step.precision)
        for step in timescale.milestones
    ]
    assert steps == [
        ("Draft", "2030-05-31", "month"),
        ("consult", "2030-06-30", "month"),
        ("Launch", "2031-12-31", "year"),
    ]
    assert timescale.due == date(2031, 12, 31)


def test_steps_on_lines_of_their_own_are_steps():
    timescale = read("May 2030: draft\nJune 2030: consult")

    assert [step.label for step in timescale.milestones] == ["draft", "consult"]


def test_open_end_has_a_start_and_no_date():
    timescale = read("May 2030 onwards")

    assert (timescale.start, timescale.due) == (date(2030, 5, 1), None)


def test_date_and_then_ongoing_is_when_it_begins():
    timescale = read("September 2030 and ongoing")

    assert (timescale.start, timescale.due) == (date(2030, 9, 1), None)


def test_month_without_year_takes_the_only_year_the_plan_allows():
    timescale = timescales.read("June", date(2029, 4, 1), date(2030, 3, 31))

    assert timescale.due == date(2029, 6, 30)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("June 2030, then every year", "due 30 June 2030, then every year"),
        ("May 2030 – June 2030", "from 1 May 2030, due 30 June 2030"),
        ("Ongoing", "ongoing"),
        ("Following the inquiry", "waits for: Following the inquiry"),
        ("some day", "not understood"),
        ("", ""),
        ("every June until 2031", "every year from 30 June 2029 to 30 June 2031"),
    ],
)
def test_reading_is_said_in_words(text, said):
    assert timescales.describe(read(text)) == said


def test_reading_as_plain_json_keeps_the_words():
    plain = read("May 2030. ").as_dict()

    assert plain["text"] == "May 2030. "
    assert plain["due"] == "2030-05-31"
    assert plain["start"] is None
    assert plain["milestones"] == []
