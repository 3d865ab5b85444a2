"""The manager's half hour: from the number to exactly its rows, to whom to chase, to a page for the meeting; by keyboard."""

import zipfile

import pytest

from tests.factories import ActionFactory, HoldingFactory

from .accessibility import assert_accessible
from .keyboard import follow, tab_to

TILE = "a.dash-tile__link"
CHASE = "a[href*='/chase/']"
WORD = "a[href*='/word/']"


@pytest.fixture
def actions(housing, libraries, officer):
    """Two of the manager's three actions have slipped; a third slipped one is another directorate's."""
    lead = HoldingFactory(user=officer, lead__name="Access officer").lead
    of_housing = {"directorate": housing, "leads": [lead]}
    ActionFactory(directorate=libraries, rag_status="slipped", title="Large print")
    return [
        ActionFactory(title="Step-free access", rag_status="slipped", **of_housing),
        ActionFactory(title="Easy read letters", rag_status="slipped", **of_housing),
        ActionFactory(title="Staff training", rag_status="on_target", **of_housing),
    ]


def rows_of(page):
    return page.locator("main tbody tr").all_inner_texts()


def assert_fits_and_is_accessible(page, width):
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert_accessible(page)


@pytest.mark.parametrize("width", [320, 1280])
def test_a_number_of_the_home_page_leads_to_exactly_its_rows(
    browse_as, manager, housing, actions, width
):
    page = browse_as(manager, width=width)
    page.goto("/")
    assert page.locator("h1").inner_text() == housing.name
    assert_fits_and_is_accessible(page, width)
    slipped = page.locator(TILE, has_text="Slipped")
    assert slipped.locator(".dash-tile__number").inner_text() == "2"

    follow(page, f"{TILE}[href='{slipped.get_attribute('href')}']")

    rows = rows_of(page)
    assert len(rows) == 2
    assert all(any(one.title in row for row in rows) for one in actions[:2])
    assert_fits_and_is_accessible(page, width)


def test_every_number_by_status_leads_to_as_many_rows(browse_as, manager, actions):
    page = browse_as(manager)
    page.goto("/")
    figures = page.locator("table.dash-statuses tbody a.dash-figure")
    numbers = {
        one.get_attribute("href"): int(one.inner_text().split()[0])
        for one in figures.all()
    }
    assert sorted(numbers.values())[-2:] == [1, 2]

    found = {}
    for url in numbers:
        page.goto(url)
        found[url] = len(rows_of(page))

    assert found == numbers


@pytest.mark.parametrize("javascript", [True, False], ids=["js", "no-js"])
def test_the_chase_list_names_who_has_not_updated(
    browse_as, manager, officer, actions, javascript
):
    page = browse_as(manager, javascript=javascript)
    page.goto("/")

    follow(page, CHASE)

    assert page.locator("h1").inner_text() == "Who has not updated"
    assert page.locator("#addresses").input_value() == officer.email
    listed = page.locator(".dash-person__actions li").all_inner_texts()
    assert len(listed) == 3
    if javascript:
        assert_accessible(page)


def test_the_dashboard_is_taken_to_the_meeting_as_a_word_page(
    browse_as, manager, housing, actions
):
    page = browse_as(manager)
    page.goto("/")
    tab_to(page, WORD)

    with page.expect_download() as downloading:
        page.keyboard.press("Enter")

    download = downloading.value
    assert download.suggested_filename.endswith(".docx")
    with zipfile.ZipFile(download.path()) as document:
        words = document.read("word/document.xml").decode()
    assert housing.name in words
    assert "Step-free access" in words
    assert "Large print" not in words
