"""An import as it often goes: a file with faults, put right on the way by somebody without a mouse; and one that takes its time."""

import re

import pytest
from playwright.sync_api import expect

from equality_tracker.imports import background
from equality_tracker.imports.models import ImportRun
from plans.models import Action
from tests.imports.slow_reader import slow  # noqa: F401
from tests.imports.workbooks import workbook

from .accessibility import assert_accessible
from .keyboard import follow, press_enter, tab_to

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# "Gubbins" is no heading that anybody knows; there is no 31 September; "Amberish" is no status; 1.3 stands twice.
HEADINGS = ("Ref", "Action", "Gubbins", "Lead", "Timescale", "RAG status", "Progress")
ROWS = (
    ("1.1", "Open the desk on Saturdays", "Nobody has to take leave", "Desk Manager", "31/09/2026", "On target", ""),
    ("1.2", "Offer interpreting at first contact", "Everybody is heard", "Equalities and Libraries", "June 2027", "Amberish", ""),
    ("1.3", "Train the night staff", "Staff know the duty", "Libraries", "June 2027", "Slipped", ""),
    ("1.3", "Train the day staff", "Staff know the duty", "Libraries", "June 2027", "Slipped", ""),
)  # fmt: skip


@pytest.fixture
def faulty():
    return {
        "name": "northmere.xlsx",
        "mimeType": XLSX,
        "buffer": workbook(ROWS, HEADINGS),
    }


def upload(page, file):
    page.goto("/import/")
    assert_accessible(page)
    follow(page, "a[href='/import/new/'][role=button]")
    page.set_input_files("input[type=file]", file)
    tab_to(page, "#id_confirmed")
    page.keyboard.press("Space")
    tab_to(page, "main button[type=submit]")
    press_enter(page)


def fix_column(page):
    expect(page.get_by_role("heading", level=1)).to_contain_text("What the columns")
    assert_accessible(page)
    tab_to(page, "select[name$='column-3']")
    page.keyboard.type("Outcome")
    tab_to(page, "main button[type=submit]")
    press_enter(page)


def correct_date(page):
    """Go from the problem to its row, and write the date that was meant."""
    expect(page.get_by_text("There is no such day in the calendar")).to_be_visible()
    assert_accessible(page)
    follow(page, ".import-problems a:has-text('E4')")
    assert_accessible(page)
    tab_to(page, "#id_due")
    page.keyboard.type("30/9/2026")
    tab_to(page, "main button[type=submit]")
    press_enter(page)
    expect(page.get_by_text("There is no such day in the calendar")).to_have_count(0)


def import_the_rest(page, directorate):
    tab_to(page, "#id_rest-leave_out")
    page.keyboard.press("Space")
    tab_to(page, "#id_answering-directorate")
    page.keyboard.type(directorate.name)
    tab_to(page, "select[id^=id_status-]")
    page.keyboard.type("Some")
    tab_to(page, "button[name=apply]")
    press_enter(page)
    expect(page.get_by_text("3 actions imported")).to_be_visible()


def test_a_file_with_errors_is_put_right_by_keyboard_and_imported(
    browse_as, admin, housing, faulty
):
    page = browse_as(admin)

    upload(page, faulty)
    fix_column(page)
    correct_date(page)
    import_the_rest(page, housing)

    assert_accessible(page)
    actions = Action.objects.order_by("reference")
    assert [one.outcome for one in actions] == [row[2] for row in ROWS[:3]]
    assert [one.rag_status for one in actions] == ["on_target", "some_slippage", "slipped"]  # fmt: skip
    assert actions[0].due.isoformat() == "2026-09-30"
    assert {one.directorate for one in actions} == {housing}
    expect(page.get_by_text(", 1 left out")).to_be_visible()


def test_a_page_that_shows_a_reading_goes_on_by_itself(
    browse_as, admin, faulty, monkeypatch
):
    monkeypatch.setattr(background, "PATIENCE", 0)
    page = browse_as(admin)

    upload(page, faulty)

    expect(page).to_have_url(re.compile(r"/columns/$"), timeout=60_000)
    expect(page.get_by_role("heading", level=1)).to_contain_text("What the columns")


@pytest.mark.parametrize("javascript", [True, False])
def test_a_reading_is_shown_left_and_cancelled(
    browse_as,
    admin,
    faulty,
    slow,  # noqa: F811
    javascript,
):
    page = browse_as(admin, width=320, javascript=javascript)
    page.goto("/import/new/")
    page.set_input_files("input[type=file]", faulty)
    page.locator("#id_confirmed").check()
    page.get_by_role("button", name="Read the file").click()
    expect(page.get_by_role("heading", name="Reading northmere.xlsx")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    if javascript:
        expect(page.locator("#import-percent")).to_have_text("50% read")
        assert_accessible(page)

    page.goto("/import/")
    page.get_by_role("link", name="northmere.xlsx").click()
    page.get_by_role("button", name="Cancel, and erase the file").click()

    expect(page.get_by_text("has been cancelled")).to_be_visible()
    assert ImportRun.objects.get().state == "cancelled"


def test_whoever_is_signed_out_meanwhile_is_asked_to_sign_in(
    browse_as,
    admin,
    faulty,
    slow,  # noqa: F811
):
    page = browse_as(admin)
    upload(page, faulty)
    expect(page.locator("#import-percent")).to_have_text("50% read")

    page.context.clear_cookies()

    expect(page.get_by_role("heading", level=1, name="Sign in")).to_be_visible()
