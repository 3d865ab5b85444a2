"""Every page of the site in a real browser: with a thing of each kind, with nothing, with long words, with errors."""

import pytest

from tests.addresses import all_addresses
from tests.factories import (
    ActionFactory,
    AwardFactory,
    CriterionFactory,
    DirectorateFactory,
    IndicatorFactory,
    LeadFactory,
    TargetFactory,
)
from tests.things import Things, path_of

from .accessibility import assert_accessible

PAGES = [
    address
    for address in all_addresses()
    if not address.name.startswith(("admin:", "/admin/"))
]
WIDTHS = PHONE, DESK = (320, 1280)
LONG = "Work with every community group in the borough on " * 6
UNBROKEN = "Interpretation-and-translation-" * 8
EMPTY = """form => {
  form.noValidate = true
  for (const field of form.querySelectorAll('input, textarea')) {
    if (!['hidden', 'checkbox', 'radio', 'submit'].includes(field.type)) field.value = ''
  }
}"""
FORM_WITHOUT_A_BUTTON = (
    "main form:has(input:not([type=hidden]), textarea, select):not(:has(button))"
)
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
    things.award = AwardFactory(
        framework=things.criterion.area.framework, body=LONG[:200], words=UNBROKEN
    )
    return things


def show(page, path):
    """Open `path` in the browser; return False where it is no page (a download, a redirect to one, a door for POST only)."""
    answer = page.request.get(path)
    if not answer.ok or "text/html" not in answer.headers["content-type"]:
        return False
    page.goto(path)
    return True


def assert_well_made(page, widths=WIDTHS):
    """A page fits a phone and a desk, has one main heading and a title of its own, and is accessible at `widths`."""
    assert page.locator("h1").count() == 1
    assert not page.title().startswith("Equality Tracker –")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width, width
        if width in widths:
            assert_accessible(page)


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


@pytest.mark.parametrize(
    "address",
    [page for page in PAGES if not page.takes_arguments],
    ids=lambda each: each.name,
)
def test_page_with_nothing_to_show_is_well_made(address, look_as, admin):
    page = look_as(admin)

    if show(page, path_of(address, None)):
        assert_well_made(page, [PHONE])


@pytest.mark.parametrize("address", PAGES, ids=lambda each: each.name)
def test_page_shows_its_heading_and_buttons_without_javascript(
    address, look_as, admin, things
):
    page = look_as(admin, javascript=False)
    if not show(page, path_of(address, things)):
        return

    assert page.locator("h1").is_visible()
    assert not page.locator(FORM_WITHOUT_A_BUTTON).count()
