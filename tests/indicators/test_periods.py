"""Periods as people write them, and how they follow each other."""

import datetime

import pytest

from indicators.words import periods

ON = datetime.date(2026, 11, 23)


@pytest.mark.parametrize(
    ("words", "kind", "name", "first", "last"),
    [
        ("2025/26", "", "2025/26", "2025-04-01", "2026-03-31"),
        ("2025-26", "financial_year", "2025/26", "2025-04-01", "2026-03-31"),
        ("2025/26", "academic_year", "Academic year 2025/26", "2025-09-01", "2026-08-31"),
        ("q2 2026/27", "quarter", "Q2 2026/27", "2026-07-01", "2026-09-30"),
        ("Q2 2026", "quarter", "Q2 2026", "2026-04-01", "2026-06-30"),
        ("oct 2026", "", "October 2026", "2026-10-01", "2026-10-31"),
        ("2026", "", "2026", "2026-01-01", "2026-12-31"),
        ("Residents survey 2026", "", "Residents survey 2026", "2026-01-01", "2026-12-31"),
        ("31/3/2026", "", "31 March 2026", "2026-03-31", "2026-03-31"),
        ("March 2026", "date", "31 March 2026", "2026-03-31", "2026-03-31"),
    ],
)  # fmt: skip
def test_a_period_is_read_as_people_write_it(words, kind, name, first, last):
    found = periods.read(words, kind)

    assert (found.name, str(found.start), str(found.end)) == (name, first, last)


@pytest.mark.parametrize(
    ("words", "kind"),
    [("", ""), ("soon", ""), ("2025/26", "month"), ("2025/28", ""), ("Q2", "quarter"), ("31/2/2026", "")],
)  # fmt: skip
def test_what_names_no_such_period_is_none(words, kind):
    assert periods.read(words, kind) is None


@pytest.mark.parametrize(
    ("kind", "before", "newest", "following"),
    [
        ("financial_year", "2024/25", "2025/26", "2026/27"),
        ("academic_year", "Academic year 2024/25", "Academic year 2025/26", "Academic year 2026/27"),
        ("year", "2024", "2025", "2026"),
        ("quarter", "Q1 2026/27", "Q2 2026/27", "Q3 2026/27"),
        ("month", "September 2026", "October 2026", "November 2026"),
        ("survey", "Survey 2024", "Survey 2025", "Survey 2026"),
        ("date", "23 November 2025", "23 November 2026", "23 November 2027"),
    ],
)  # fmt: skip
def test_periods_follow_each_other(kind, before, newest, following):
    found = periods.last_ended(kind, ON)

    assert found.name == newest
    assert periods.after(found).name == following
    assert periods.before(found).name == before
    assert periods.before(periods.after(found)) == found
    # The address of a sheet names its period without saying of what kind it is.
    assert periods.read(found.name, kind) == periods.read(found.name) == found


def test_a_survey_moves_on_with_its_name():
    survey = periods.read("Residents survey 2025/26")

    found = periods.after(survey, years=2)

    assert found.name == "Residents survey 2027/28"
    assert found.in_words == "1 April 2027 to 31 March 2028"


def test_the_last_day_of_february_is_found_in_every_year():
    leap = periods.read("29/2/2024")

    assert periods.after(leap).end == datetime.date(2025, 2, 28)
