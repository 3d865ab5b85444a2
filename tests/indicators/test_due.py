"""When an indicator waits for a result."""

from datetime import date

import pytest

from indicators.due import is_late, next_end
from indicators.models import PeriodKind


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
    ("latest", "kind", "target", "on", "late"),
    [
        # By the rhythm of the results: from the day after the next time ended.
        ("2030-03-31", "financial_year", "", "2031-03-31", False),
        ("2030-03-31", "financial_year", "", "2031-04-01", True),
        ("2030-03-31", "quarter", "", "2030-06-30", False),
        ("2030-03-31", "quarter", "", "2030-07-01", True),
        ("2030-03-31", "survey", "", "2039-01-01", False),
        # By a target: from the day after its time ended.
        ("", "", "2030-03-31", "2030-03-31", False),
        ("", "", "2030-03-31", "2030-04-01", True),
        ("2028-05-01", "survey", "2030-03-31", "2030-04-01", True),
        ("2030-03-31", "survey", "2030-03-31", "2030-04-01", False),
        ("2030-05-01", "date", "2030-03-31", "2030-06-01", False),
        # Nothing promised and nothing ever entered: nothing is late.
        ("", "", "", "2030-04-01", False),
    ],
)
def test_a_result_is_late_once_the_time_that_asks_for_one_has_ended(
    latest, kind, target, on, late
):
    assert is_late(day(latest), kind, day(target), day(on)) is late


def test_every_kind_of_time_either_has_a_rhythm_or_none():
    ends = {kind: next_end(date(2030, 3, 31), kind) for kind in PeriodKind.values}

    assert {kind for kind, end in ends.items() if end is None} == {"survey", "date"}


@pytest.mark.parametrize(
    ("frequency", "on", "late"),
    [
        ("Every two years", "2032-03-31", False),
        ("Every two years", "2032-04-01", True),
        ("Annual", "2031-04-01", True),
    ],
)
def test_what_is_measured_every_second_year_is_not_late_after_one(frequency, on, late):
    assert is_late(day("2030-03-31"), "financial_year", None, day(on), frequency) is late  # fmt: skip


def test_a_month_is_not_waited_for_years():
    assert next_end(date(2030, 1, 31), "month", 2) == date(2030, 2, 28)
