"""A real delivery plan's indicators out in its own headings, and back without change."""

import pytest

from tests import real_plans
from tests.indicators.exporting.there_and_back import bring_back, is_unchanged
from tests.plans.exporting.there_and_back import bring_in, send_out

pytestmark = [pytest.mark.real_plans, pytest.mark.django_db]


def test_a_real_delivery_plan_comes_back_as_it_went(admin):
    content = (real_plans.folder() / "books" / "leeds.xlsx").read_bytes()
    plan = bring_in(content, admin).plan

    found, indicators = bring_back(send_out(plan).workbook, plan)

    assert indicators.counts["rows"] == 37
    assert is_unchanged(indicators)
    assert (found.counts["new"], found.counts["changed"]) == (0, 0)
