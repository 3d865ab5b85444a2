"""For which time a figure of a file is taken, where its heading alone does not say it."""

import pytest

from indicators.models import Indicator, Target
from indicators.standing import Standing

from .bringing import bring

pytestmark = pytest.mark.django_db


def test_a_target_for_a_month_is_to_be_reached_by_its_end_where_results_are_for_years(
    admin,
):
    bring(
        ("EQ 1 - Fair service", "50%", "45%"), headings=("Indicator", "Target March 2031", "Result 2030/31"), by=admin,
    )  # fmt: skip
    Indicator.objects.get().confirm_direction("higher", by=admin)

    standing = Standing(Indicator.objects.with_figures().get())

    assert standing.latest_target.period == "March 2031"
    assert standing.judgement.verdict == "missed"


def test_a_target_for_a_month_is_that_months_where_results_are_for_months(admin):
    bring(
        ("EQ 1 - Fair service", "50%", "45%", "44%"), by=admin,
        headings=("Indicator", "Target March 2031", "Result 2030/31", "Result March 2031"),
    )  # fmt: skip

    assert Target.objects.get().period_kind == "month"


def test_a_target_that_stands_here_for_the_month_is_known_again(admin):
    row = ("EQ 1 - Fair service", "50%", "45%")
    headings = ("Indicator", "Target March 2031", "Result 2030/31")
    bring(row, headings=headings, by=admin)
    march = {"period_kind": "month", "period": "March 2031", "start": "2031-03-01"}
    Target.objects.update(**march)

    again = bring(row, headings=headings, by=admin)

    assert again.changes == []
    assert Target.objects.count() == 1
