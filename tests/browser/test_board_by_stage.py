"""The register by stage in a browser: on a phone and on a wide screen, by keyboard, without scripts, with the longest words."""

import datetime

import pytest

from tests.factories import AssessmentFactory, DirectorateFactory, LeadFactory

from .accessibility import assert_accessible
from .keyboard import follow

URL = "/assessments/board/"
LONG = ("Work with every community group in the borough on " * 6)[:300]
UNBROKEN = "Interpretation-and-translation-" * 6
SIDE_BY_SIDE = """() => new Set(
    [...document.querySelectorAll('.eia-column')].map(one => Math.round(one.getBoundingClientRect().left))
).size"""


@pytest.fixture
def long_board(db):
    body = DirectorateFactory(name=f"{UNBROKEN[:100]} and Housing", short_name="")
    lead = LeadFactory(name=LONG[:200], directorate=body)
    said = {"directorate": body, "lead": lead, "due": datetime.date(2026, 1, 5)}
    for title in (LONG, UNBROKEN):
        AssessmentFactory(title=title, **said)
    AssessmentFactory(title=LONG, stage="sign_off", **said)
    AssessmentFactory(title=LONG, stage="approved", **said)


def test_the_columns_fit_every_width_and_are_read_in_their_order(
    look_as, reader, long_board
):
    page = look_as(reader)
    page.goto(URL)

    for width, columns in ((320, 1), (1280, 5), (1920, 5)):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.evaluate(SIDE_BY_SIDE) >= columns
        if columns == 1:
            assert page.evaluate(SIDE_BY_SIDE) == 1
            assert_accessible(page)
    names = page.locator(".eia-column__name").all_inner_texts()
    assert [one.split()[0] for one in names] == [
        "Planned", "Screening", "Full", "Consultation", "Sign-off",
        "Approved", "Published", "Reviewed", "Screened",
    ]  # fmt: skip
    assert_accessible(page)


@pytest.mark.parametrize("javascript", [True, False])
def test_a_long_column_leads_by_keyboard_to_all_of_it(
    browse_as, reader, db, javascript
):
    for number in range(11):
        AssessmentFactory(title=f"Number {number}")
    page = browse_as(reader, javascript=javascript)
    page.goto(URL)

    follow(page, ".eia-column__rest a")

    assert page.url.endswith("/assessments/?stage=planned")
    assert page.get_by_role("heading", name="11 assessments").is_visible()
