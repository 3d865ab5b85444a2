"""The way from a council's own file to the manager's page: import, an officer's update, the dashboard."""

import datetime

import pytest

from plans.models import Action, Plan
from tests import real_plans
from tests.imports.workbooks import with_indicators

from .accessibility import assert_accessible
from .keyboard import press_button, press_enter

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@pytest.fixture
def plymouth():
    path = real_plans.folder() / "books" / "plymouth.xlsx"
    return {"name": path.name, "mimeType": XLSX, "buffer": path.read_bytes()}


@pytest.fixture
def own_plan():
    return {"name": "northmere.xlsx", "mimeType": XLSX, "buffer": with_indicators()}


def import_it(page, file, *, as_at, lead, holder, answering):
    """Walk the stages as an admin does, looking at each page on the way."""
    page.goto("/import/new/")
    assert_accessible(page)
    page.set_input_files("input[type=file]", file)
    page.get_by_label("What date do its statuses speak of?").fill(as_at)
    page.get_by_label("Yes, the statuses in the file are as at this date").check()
    press_button(page, "Read the file")
    assert_accessible(page)
    press_button(page, "Show the preview")
    assert_accessible(page)
    held = page.locator("input[list=people]")
    row = page.locator("tr", has_text=lead, has=held).first
    row.get_by_role("checkbox").check()
    row.locator("input[list=people]").fill(holder.email)
    page.get_by_label("Which directorate answers for the plan?").select_option(
        label=str(answering)
    )
    press_button(page, "Import", -1)
    page.get_by_role("button", name="See the plan").wait_for()
    assert_accessible(page)


def update_first(page, progress):
    """Open the first of the officer's own actions and report that it is achieved."""
    page.goto("/your-actions/")
    press_button(page, "Update")
    page.locator("input[name=rag_status][value=achieved]").check()
    page.locator("textarea[name=progress]").fill(progress)
    press_button(page, "Save")


def walk(browse_as, cast, file, **said):
    admin, officer, manager, housing = cast
    import_it(browse_as(admin), file, holder=officer, answering=housing, **said)

    update_first(browse_as(officer), "It opened on Saturday.")

    page = browse_as(manager)
    page.goto(f"/dashboards/{housing.pk}/")
    return page


def achieved_on(page):
    """How many actions the dashboard says are achieved."""
    row = page.locator("table.dash-statuses tr", has_text="Achieved").first
    return int(row.locator("td").first.inner_text().split()[0])


@pytest.fixture
def cast(admin, officer_of_another_directorate, manager, housing):
    """The officer belongs to another directorate: only the lead that they hold makes the actions theirs."""
    return admin, officer_of_another_directorate, manager, housing


def test_from_a_workbook_to_the_managers_dashboard(browse_as, cast, own_plan):
    page = walk(browse_as, cast, own_plan, as_at="2026-09-30", lead="(DM)")

    assert "3 actions" in page.locator("main").inner_text()
    assert (
        achieved_on(page) == Action.objects.filter(rag_status="achieved").count() == 1
    )


@pytest.mark.real_plans
def test_from_a_councils_own_workbook_to_the_managers_dashboard(
    browse_as, cast, plymouth
):
    page = walk(browse_as, cast, plymouth, as_at="2010-03-31", lead="(E&DO)")

    plan = Plan.objects.get()
    assert (plan.actions.count(), plan.priorities.count()) == (33, 4)
    assert plan.actions.exclude(directorate=None).count() == 33
    assert "33 actions" in page.locator("main").inner_text()
    achieved = plan.actions.filter(rag_status="achieved")
    assert achieved_on(page) == achieved.count()
    today = datetime.date.today()
    assert achieved.filter(reported_on=today).count() == 1


def test_the_stages_are_walked_by_keyboard_without_javascript(
    browse_as, admin, own_plan
):
    page = browse_as(admin, javascript=False)
    page.goto("/import/new/")
    page.set_input_files("input[type=file]", own_plan)
    page.locator("#id_confirmed").focus()
    page.keyboard.press("Space")
    page.get_by_role("button", name="Read the file").focus()
    press_enter(page)
    page.get_by_role("button", name="Show the preview").focus()
    press_enter(page)
    page.get_by_label("Which directorate answers for the plan?").focus()
    page.keyboard.press("End")
    page.get_by_role("button", name="Import 3 actions and 2 indicators").last.focus()
    press_enter(page)
    page.get_by_role("link", name="Undo this import").focus()
    press_enter(page)
    page.get_by_role("button", name="Undo the import").focus()
    press_enter(page)

    page.get_by_text("has been undone").wait_for()
    assert not Plan.objects.exists()


def test_a_phone_shows_the_preview_without_scrolling_sideways(
    browse_as, admin, own_plan
):
    page = browse_as(admin, width=320)
    page.goto("/import/new/")
    page.set_input_files("input[type=file]", own_plan)
    page.locator("#id_confirmed").check()
    press_button(page, "Read the file")
    press_button(page, "Show the preview")
    page.get_by_role("button", name="Import 3 actions and 2 indicators").last.wait_for()

    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert_accessible(page)
