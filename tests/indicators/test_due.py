"""When an indicator waits for a result."""

from datetime import date

import pytest

from indicators.models import PeriodKind
from indicators.performance.due import late_from, next_end


def day(text):
    return date.fromisoformat(text) if text else None


@pytest.mark.parametrize(
    ("end", "kind", "following"),
    [
        ("2030-03-31", "financial_year", "2031-03-31"),
        ("2030-08-31", "academic_year", "2031-08-31"),
        ("2030-12-31", "year", "2031-12-31"),
        ("2030-12-31", "quarter", "2031-03-31"),
        ("2030-03-31", "quarter", "2030-06-30"),
        ("2031-11-30", "quarter", "2032-02-29"),
        ("2030-01-31", "month", "2030-02-28"),
        ("2030-02-28", "month", "2030-03-31"),
        ("2030-12-15", "month", "2031-01-15"),
        ("2030-05-01", "survey", ""),
        ("2030-05-01", "date", ""),
    ],
)
def test_the_time_that_follows_another(end, kind, following):
    assert next_end(day(end), kind) == day(following)


@pytest.mark.parametrize(
    ("latest", "kind", "promised", "late"),
    [
        # By the rhythm of the results: from the day after the next time ended.
        ("2030-03-31", "financial_year", "", "2031-04-01"),
        ("2030-03-31", "quarter", "", "2030-07-01"),
        ("2030-03-31", "survey", "", ""),
        # By a target: from the day after its time ended.
        ("", "", "2030-03-31", "2030-04-01"),
        ("2028-05-01", "survey", "2030-03-31", "2030-04-01"),
        # By whichever comes first.
        ("2030-03-31", "financial_year", "2030-09-30", "2030-10-01"),
        ("2030-03-31", "quarter", "2031-03-31", "2030-07-01"),
        # Nothing promised and nothing ever entered: nothing is late.
        ("", "", "", ""),
    ],
)
def test_a_result_is_late_once_the_time_that_asks_for_one_is_over(
    latest, kind, promised, late
):
    assert late_from(day(latest), kind, "", day(promised)) == day(late)


def test_every_kind_of_time_either_has_a_rhythm_or_none():
    ends = {kind: next_end(date(2030, 3, 31), kind) for kind in PeriodKind.values}

    assert {kind for kind, end in ends.items() if end is None} == {"survey", "date"}


@pytest.mark.parametrize(
    ("frequency", "late"), [("Every two years", "2032-04-01"), ("Annual", "2031-04-01")]
)
def test_what_is_measured_every_second_year_is_not_late_after_one(frequency, late):
    assert late_from(day("2030-03-31"), "financial_year", frequency, None) == day(late)


def test_a_month_is_not_waited_for_years():
    assert next_end(date(2030, 1, 31), "month", 2) == date(2030, 2, 28)
