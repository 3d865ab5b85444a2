"""The officer's five minutes: a report by keyboard alone, no change in two keystrokes, and somebody else's save in between."""

import pytest
from django.utils import timezone

from tests.factories import ActionFactory

from .accessibility import assert_accessible
from .keyboard import follow, press_button, press_enter, tab_to

SUMMARY = ".govuk-error-summary"
BANNER_LINK = "a.govuk-notification-banner__link"
SAVE = "#report button[type=submit]"
JAVASCRIPT = pytest.mark.parametrize("javascript", [True, False], ids=["js", "no-js"])


@pytest.fixture
def action(housing):
    """Reported as slipped, the fourth status of six."""
    return ActionFactory(
        directorate=housing, rag_status="slipped", title="Step-free access"
    )


def open_update(page, action):
    """From the home page by keyboard to the update of `action`."""
    page.goto("/")
    follow(page, "nav a[href='/your-actions/']")
    follow(page, f"a[href='/actions/{action.pk}/update/']")


def write_report(page):
    """One status up, a sentence, the reason, and a note as evidence, by keyboard."""
    tab_to(page, "[name=rag_status]")
    page.keyboard.press("ArrowUp")
    tab_to(page, "#id_progress")
    page.keyboard.type("Two of four are open.")
    tab_to(page, "#id_reason")
    page.keyboard.type("The lift is late.")
    tab_to(page, "details:has(#id_evidence_note) summary")
    page.keyboard.press("Enter")
    tab_to(page, "#id_evidence_note")
    page.keyboard.type("Minutes of the access group.")


@pytest.mark.parametrize(
    ("javascript", "width"), [(True, 1280), (False, 320)], ids=["js", "no-js"]
)
def test_a_report_is_found_written_and_seen_by_keyboard_alone(
    browse_as, officer, action, javascript, width
):
    page = browse_as(officer, javascript=javascript, width=width)

    open_update(page, action)
    write_report(page)
    follow(page, SAVE)
    follow(page, BANNER_LINK)

    assert page.url.endswith(f"/actions/{action.pk}/")
    words = page.locator("main").inner_text()
    assert "Two of four are open." in words
    assert "The lift is late." in words
    assert "Minutes of the access group." in words
    assert action.updates.newest_first()[0].rag_status == "some_slippage"
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    if javascript:
        assert_accessible(page)


@JAVASCRIPT
def test_no_change_takes_two_keystrokes_and_is_undone(
    browse_as, officer, action, javascript
):
    page = browse_as(officer, javascript=javascript)
    page.goto("/your-actions/")
    tab_to(page, f"a[href='/actions/{action.pk}/no-change/']")

    press_enter(page)
    page.locator("button:focus", has_text="Yes, no change").wait_for()
    press_enter(page)

    assert page.url.endswith("/your-actions/")
    assert "no change" in page.locator(".govuk-notification-banner").inner_text()
    report = action.updates.newest_first()[0]
    assert (report.no_change, report.rag_status) == (True, "slipped")

    follow(page, f"{BANNER_LINK}[href$='/undo/']")
    follow(page, "main form button")

    assert "no longer counts" in page.locator(".govuk-notification-banner").inner_text()
    assert not action.updates.standing().filter(no_change=True).exists()


@pytest.mark.parametrize("width", [320, 1280])
def test_somebody_elses_save_is_shown_and_nothing_is_lost(
    browse_as, officer, manager, action, width
):
    page = browse_as(officer, width=width)
    page.goto(f"/actions/{action.pk}/update/")
    page.fill("#id_progress", "My own words.")
    page.fill("#id_reason", "The lift is late.")
    theirs = action.record_update(
        by=manager,
        on=timezone.localdate(),
        rag_status="achieved",
        progress="All four are open.",
    )

    press_button(page, "Save update")

    assert "All four are open." in page.locator(".app-theirs").inner_text()
    assert page.locator("#id_progress").input_value() == "My own words."
    assert action.updates.newest_first()[0] == theirs
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert_accessible(page)

    page.locator(".app-theirs button").click()
    page.wait_for_url("**/your-actions/")

    mine, before = action.updates.standing().newest_first()[:2]
    assert (mine.progress, before) == ("My own words.", theirs)


def test_each_error_of_an_empty_form_leads_to_its_field(browse_as, officer, housing):
    action = ActionFactory(directorate=housing)
    page = browse_as(officer)
    page.goto(f"/actions/{action.pk}/update/")

    press_button(page, "Save update")

    assert page.title().startswith("Error: ")
    assert_accessible(page)
    for words, place in [
        ("Choose how it is going", "id_rag_status_0"),
        ("Say in a sentence or two", "id_progress"),
    ]:
        page.locator(f"{SUMMARY} a", has_text=words).click()
        assert page.evaluate("document.activeElement.id") == place


def test_what_was_typed_stays_when_the_reason_is_asked_for(browse_as, officer, action):
    page = browse_as(officer)
    page.goto(f"/actions/{action.pk}/update/")
    page.fill("#id_progress", "Two of four are open.")
    page.get_by_text("Add evidence: a note, link or files").click()
    page.fill("#id_evidence_url", "javascript:alert(1)")

    press_button(page, "Save update")

    page.locator(f"{SUMMARY} a", has_text="Say why it is late").click()
    assert page.evaluate("document.activeElement.id") == "id_reason"
    assert page.locator("#id_progress").input_value() == "Two of four are open."
    assert page.locator("#id_evidence_url").input_value() == "javascript:alert(1)"
    assert_accessible(page)


def test_the_reason_is_asked_for_only_where_it_is_late(browse_as, officer, action):
    page = browse_as(officer)
    page.goto(f"/actions/{action.pk}/update/")
    assert page.locator("#id_reason").is_visible()

    page.get_by_role("radio", name="Achieved").check()

    assert page.locator("#id_reason").is_hidden()
