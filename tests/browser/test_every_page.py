"""Every page of the site in a real browser: with long words, and with errors."""

import pytest

from tests.factories import (
    ActionFactory,
    CriterionFactory,
    DirectorateFactory,
    IndicatorFactory,
    LeadFactory,
    TargetFactory,
)
from tests.pages import PAGES
from tests.things import Things, path_of

from .looking import DESK, PHONE, WIDTHS, assert_well_made, show

LONG = "Work with every community group in the borough on " * 6
UNBROKEN = "Interpretation-and-translation-" * 8
EMPTY = """form => {
  form.noValidate = true
  for (const field of form.querySelectorAll('input, textarea')) {
    if (!['hidden', 'checkbox', 'radio', 'submit'].includes(field.type)) field.value = ''
  }
}"""
SEND = "form => form.requestSubmit(form.querySelector('button, [type=submit]'))"


@pytest.fixture
def things(housing, officer, admin, leaver):
    return Things(housing, officer, admin, leaver)


@pytest.fixture
def long_things(things):
    things.housing = DirectorateFactory(name=f"{UNBROKEN[:100]} and Housing")
    things.lead = LeadFactory(name=LONG[:200], directorate=things.housing)
    things.action = ActionFactory(
        title=LONG[:300],
        outcome=UNBROKEN,
        measures=f"{LONG}\n{UNBROKEN}",
        timescale=UNBROKEN[:80],
        directorate=things.housing,
        leads=[things.lead],
        rag_status="slipped",
        progress=f"{LONG} {UNBROKEN}",
        priority__title=LONG[:300],
        priority__plan__title=LONG[:300],
    )
    things.indicator = IndicatorFactory(
        code="EQ-2030/LONG 12a",
        title=LONG[:300],
        definition=UNBROKEN,
        source=LONG[:300],
        directorate=things.housing,
        lead=things.lead,
    )
    things.target = TargetFactory(indicator=things.indicator, text=LONG, value=45)
    things.criterion = CriterionFactory(
        title=LONG[:300],
        asks=UNBROKEN,
        narrative=f"{LONG} {UNBROKEN}",
        area__title=LONG[:300],
        area__lead=things.lead,
        area__framework__name=LONG[:200],
        wanted=3,
    )
    things.award.body, things.award.words = LONG[:200], UNBROKEN
    things.award.save()
    return things


def form_of(page):
    return page.locator("main form[method=post]").first


def send_empty(page):
    """Send the page's first form with nothing in it; return False where it has none."""
    form = form_of(page)
    if not form.count():
        return False
    form.evaluate(EMPTY)
    with page.expect_navigation():
        form.evaluate(SEND)
    return True


@pytest.mark.parametrize("address", PAGES, ids=lambda each: each.name)
def test_page_with_long_words_is_well_made_and_so_are_its_errors(
    address, look_as, admin, long_things
):
    page = look_as(admin)
    if not show(page, path_of(address, long_things)):
        return

    assert_well_made(page, [DESK] if form_of(page).count() else WIDTHS)
    if send_empty(page):
        assert_well_made(page, [PHONE])
