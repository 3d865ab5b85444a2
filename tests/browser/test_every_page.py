"""Every page of the site in a real browser: with long words, and with errors."""

import pytest

from tests.committed_database import restore_database
from tests.factories import (
    ActionFactory,
    CriterionFactory,
    DirectorateFactory,
    IndicatorFactory,
    LeadFactory,
    TargetFactory,
)
from tests.pages import PAGES, things_and_people
from tests.things import path_of

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


@pytest.fixture(scope="module")
def db(django_db_setup, django_db_blocker):
    """One database for tests that only look; `things` puts it back after one that sent something."""
    with django_db_blocker.unblock():
        yield
        restore_database()


@pytest.fixture(scope="module")
def kept():
    """Things that no test has sent a form about: at most one of them."""
    return []


@pytest.fixture
def things(db, kept):
    """Things with long words. They cost more than the page that shows them, and most pages leave them as they are."""
    if not kept:
        restore_database()
        kept.append(with_long_words(things_and_people()))
    return kept[0]


def with_long_words(things):
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
    """Send the page's first form with nothing in it."""
    form = form_of(page)
    form.evaluate(EMPTY)
    with page.expect_navigation():
        form.evaluate(SEND)


@pytest.mark.parametrize("address", PAGES, ids=lambda each: each.name)
def test_page_with_long_words_is_well_made_and_so_are_its_errors(
    address, things, kept, look_as
):
    page = look_as(things.admin)
    if not show(page, path_of(address, things)):
        return

    has_form = form_of(page).count() > 0
    assert_well_made(page, [DESK] if has_form else WIDTHS)
    if has_form:
        kept.clear()
        send_empty(page)
        assert_well_made(page, [PHONE])
