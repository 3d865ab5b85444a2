"""A register of assessments brought in by somebody without a mouse: an unknown stage is asked, and what was signed elsewhere says so."""

from playwright.sync_api import expect

from assessments.models import Assessment
from tests.assessments.importing.conftest import register

from .accessibility import assert_accessible
from .keyboard import follow, press_enter, tab_to

ROWS = (
    ("EQ/1", "Library opening hours", "Libraries", "Priya Anand", "Published", "", "14/05/2025", "02/06/2025", "May 2027", "Adjust"),
    ("EQ/2", "Car park charges", "Environment", "", "On hold", "31/12/2026"),
)  # fmt: skip


def to_preview(page):
    page.goto("/import/new/")
    file = {"name": "eias.csv", "mimeType": "text/csv", "buffer": register(*ROWS)}
    page.set_input_files("input[type=file]", file)
    page.locator("#id_confirmed").check()
    tab_to(page, "main button[type=submit]")
    press_enter(page)
    expect(page.get_by_role("heading", level=1)).to_contain_text("What the columns")
    assert_accessible(page)
    tab_to(page, "main button[type=submit]")
    press_enter(page)


def test_a_register_is_imported_by_keyboard_once_its_words_are_answered(browse_as, admin):  # fmt: skip
    page = browse_as(admin, width=320)

    to_preview(page)
    assert_accessible(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    tab_to(page, "select[id^=id_stage-]")
    page.keyboard.type("Planned")
    tab_to(page, "#id_answering-directorate")
    page.keyboard.type("None")
    tab_to(page, "button[name=apply]")
    press_enter(page)

    expect(page.get_by_text("2 assessments imported")).to_be_visible()
    assert_accessible(page)
    stages = dict(Assessment.objects.values_list("reference", "current__stage"))
    assert stages == {"EQ/1": "published", "EQ/2": "planned"}


def test_what_a_register_recorded_says_that_nobody_signed_it_here(browse_as, admin):
    page = browse_as(admin)
    to_preview(page)
    page.locator("select[id^=id_stage-]").select_option("leave")
    page.locator("#id_answering-directorate").select_option("none")
    tab_to(page, "button[name=apply]")
    press_enter(page)

    page.goto(Assessment.objects.get().get_absolute_url())
    assert_accessible(page)
    follow(page, "a:has-text('version 1 as recorded')")

    expect(page.get_by_text("As recorded in the register eias.csv")).to_be_visible()
    assert_accessible(page)
