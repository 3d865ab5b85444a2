"""Every page of the site in a real browser: with a thing of each kind, with nothing, with long words, with errors."""

import pytest

from tests.addresses import all_addresses
from tests.factories import ActionFactory, DirectorateFactory, LeadFactory
from tests.things import Things, path_of

from .accessibility import assert_accessible

PAGES = [
    address
    for address in all_addresses()
    if not address.name.startswith(("admin:", "/admin/"))
]
LONG = "Work with every community group in the borough on " * 6
UNBROKEN = "Interpretation-and-translation-" * 8


@pytest.fixture
def things(housing, officer, admin, leaver):
    return Things(housing, officer, admin, leaver)


def show(page, path):
    """Open `path` in the browser; return False where it is no page (a download, a redirect to one, a door for POST only)."""
    answer = page.request.get(path)
    if not answer.ok or "text/html" not in answer.headers["content-type"]:
        return False
    page.goto(path)
    return True


def assert_well_made(page):
    """A page fits a phone and a desk, has one main heading and a title of its own, and is accessible at both widths."""
    assert page.locator("h1").count() == 1
    assert not page.title().startswith("Equality Tracker –")
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width, width
        assert_accessible(page)


@pytest.mark.parametrize("address", PAGES, ids=lambda each: each.name)
def test_page_is_well_made(address, browse_as, admin, things):
    path = path_of(address, things)
    page = browse_as(admin)

    if show(page, path):
        assert_well_made(page)


@pytest.mark.parametrize(
    "address",
    [page for page in PAGES if not page.takes_arguments],
    ids=lambda each: each.name,
)
def test_page_with_nothing_to_show_is_well_made(address, browse_as, admin):
    page = browse_as(admin)

    if show(page, path_of(address, None)):
        assert_well_made(page)


@pytest.mark.parametrize("address", PAGES, ids=lambda each: each.name)
def test_page_with_long_words_is_well_made(address, browse_as, admin, things):
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
    page = browse_as(admin)

    if show(page, path_of(address, things)):
        assert_well_made(page)


@pytest.mark.parametrize("address", PAGES, ids=lambda each: each.name)
def test_form_sent_empty_comes_back_well_made(address, browse_as, admin, things):
    page = browse_as(admin)
    if not show(page, path_of(address, things)):
        return
    form = page.locator("main form[method=post]").first
    if not form.count():
        return

    form.evaluate(
        "form => { form.noValidate = true; "
        "form.querySelectorAll('input:not([type=hidden]):not([type=checkbox]):not([type=radio]), textarea')"
        ".forEach(field => { field.value = '' }) }"
    )
    with page.expect_navigation():
        form.evaluate(
            "form => form.requestSubmit(form.querySelector('[type=submit], button'))"
        )

    assert_well_made(page)


@pytest.mark.parametrize("address", PAGES, ids=lambda each: each.name)
def test_page_works_without_javascript(address, browse_as, admin, things):
    page = browse_as(admin, javascript=False)

    if show(page, path_of(address, things)):
        assert page.locator("h1").is_visible()
        assert page.locator("main form button:visible").count() >= (
            1 if page.locator("main form[method=post]").count() else 0
        )
