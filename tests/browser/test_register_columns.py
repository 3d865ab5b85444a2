"""Headings of a register that nobody could read are put right on the columns page, without a mouse."""

from playwright.sync_api import expect

from assessments.columns import REGISTER
from tests.assessments.importing.conftest import register

from .accessibility import assert_accessible
from .keyboard import press_enter, tab_to

HEADINGS = ("EIA ref", "Title", "Directorate", "Wallah", "Stage", "Zeitpunkt", "Review date")  # fmt: skip
ROW = ("EQ/1", "Library opening hours", "Libraries", "Priya Anand", "Approved", "14/05/2025", "May 2027")  # fmt: skip


def to_columns(page):
    page.goto("/import/new/")
    content = register(ROW, headings=HEADINGS)
    file = {"name": "eias.csv", "mimeType": "text/csv", "buffer": content}
    page.set_input_files("input[type=file]", file)
    page.locator("#id_confirmed").check()
    tab_to(page, "main button[type=submit]")
    press_enter(page)
    expect(page.get_by_role("heading", level=1)).to_contain_text("What the columns")


def test_a_column_that_was_not_read_is_put_right_by_keyboard(browse_as, admin):
    page = browse_as(admin, width=320)
    to_columns(page)
    lead, when = page.get_by_label("“Wallah”"), page.get_by_label("“Zeitpunkt”")
    unread = [lead.input_value(), when.input_value()]

    tab_to(page, f"#{lead.get_attribute('id')}")
    page.keyboard.type("Lead")
    tab_to(page, f"#{when.get_attribute('id')}")
    page.keyboard.type("Approved")
    assert_accessible(page)
    tab_to(page, "main button[type=submit]")
    press_enter(page)

    assert unread == ["", ""]
    row = page.locator("main")
    expect(row).to_contain_text("Priya Anand")
    expect(row).to_contain_text("14 May 2025")


def test_every_field_that_a_register_may_hold_is_offered(browse_as, admin):
    page = browse_as(admin)
    to_columns(page)

    offered = page.get_by_label("“Wallah”").locator("option")
    values = offered.evaluate_all("options => options.map(one => one.value)")
    names = offered.all_inner_texts()

    assert values == ["", *(one.name for one in REGISTER.fields)]
    assert len(set(names)) == len(names)
