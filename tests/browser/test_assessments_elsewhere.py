"""The pages that name assessments beside their own: dashboards, a person's page, a plan's and an action's, with every kind of them."""

import pytest
from django.utils import timezone

from assessments.models import Mitigation
from tests.dashboards.assessed_council import assess
from tests.factories import AssessmentFactory

from .accessibility import assert_accessible

LONG = ("Work with every community group in the borough on " * 6)[:300]


@pytest.fixture
def assessed(housing, manager):
    """Housing's assessments, all with the longest title; return an action that stands for a mitigation."""
    assess(housing, timezone.localdate(), title=LONG, author=manager)
    AssessmentFactory(title=LONG, directorate=housing, stage="sign_off", signer=manager)
    return Mitigation.objects.get().action


def test_pages_that_name_assessments_are_well_made(look_as, manager, housing, assessed):
    page = look_as(manager)
    paths = (
        "/dashboards/",
        housing.get_absolute_url(),
        "/your-actions/",
        assessed.get_absolute_url(),
        assessed.plan.get_absolute_url(),
    )
    for path in paths:
        page.goto(path)
        assert LONG[:60] in page.locator("main").inner_text()
        for width in (320, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            overflow = page.evaluate("document.documentElement.scrollWidth")
            assert overflow <= width, (path, width)
            assert_accessible(page)
