"""The equality lead keeps indicators: one is made, measured and judged; two of the national set come into a plan."""

import pytest

from indicators.models import Indicator
from tests.factories import IndicatorFactory, PriorityFactory, ResultFactory

from .accessibility import assert_accessible
from .keyboard import follow, press_button, press_enter, tab_to


def said(page):
    return page.locator(".govuk-notification-banner").inner_text()


@pytest.mark.parametrize("javascript", [True, False], ids=["js", "no-js"])
def test_an_indicator_is_made_given_a_target_and_judged_once_its_direction_is_said(
    browse_as, admin, housing, javascript
):
    page = browse_as(admin, javascript=javascript)
    page.goto("/indicators/new/")
    page.get_by_label("Code").fill("EQ 4")
    page.get_by_label("What is measured").fill("Carers with a review in the year")
    page.get_by_role("textbox", name="Unit").fill("percentage")
    press_button(page, "Add the indicator")
    indicator = Indicator.objects.get()
    ResultFactory(indicator=indicator, text="44%", value=44)

    page.goto(f"/indicators/{indicator.pk}/baselines/new/")
    page.get_by_label("As it was published").fill("40%")
    press_button(page, "Add the baseline")
    page.goto(f"/indicators/{indicator.pk}/targets/new/")
    page.get_by_label("For the time").fill("2029/30")
    page.get_by_label("As it was published").fill("Increase of 5% on baseline")
    press_button(page, "Add the target")
    page.get_by_label("Per cent of the baseline", exact=False).check()
    press_button(page, "Add the target")
    assert "an increase of 5 per cent on the baseline of 40%: 42%" in said(page)
    page.goto(indicator.get_absolute_url())
    assert "Nobody has confirmed" in page.locator("main").inner_text()

    page.get_by_role("link", name="Confirm it").click()
    page.get_by_text("1 indicator in use waits for an answer").wait_for()
    page.get_by_label("Higher", exact=True).check()
    press_button(page, "Save the answers of this page")
    assert "1 direction is saved under your name" in said(page)
    page.goto(indicator.get_absolute_url())

    assert page.locator(".verdict--met").first.is_visible()
    if javascript:
        assert_accessible(page)


def test_two_of_the_national_set_are_picked_under_a_heading(browse_as, admin):
    priority = PriorityFactory(number="2", title="A safe home")
    page = browse_as(admin, javascript=False)
    page.goto(f"/indicators/plans/{priority.plan.reference}/pick/")
    page.get_by_label("Code or words").fill("neighbourhood")
    press_button(page, "Search")
    page.get_by_label("NI 2 ", exact=False).check()
    page.get_by_label("Code or words").fill("libraries")
    press_button(page, "Search")
    page.get_by_label("NI 9 ", exact=False).check()

    press_button(page, "Go on with the ticked ones")
    page.get_by_label("Under which priority?").select_option(label="2 A safe home")
    press_button(page, "Put 2 indicators there")

    assert "2 indicators stand under “2 A safe home” now" in said(page)
    codes = [one.indicator.code for one in priority.indicator_priorities.all()]
    assert codes == ["NI 2", "NI 9"]
    press_button(page, "Take off NI 2", exact=False)
    assert priority.indicator_priorities.count() == 1


def test_a_direction_is_confirmed_with_the_keyboard_alone(browse_as, admin):
    indicator = IndicatorFactory(title="Complaints", suggested_direction="lower")
    page = browse_as(admin)
    page.goto("/indicators/directions/")
    page.locator(f"#answer-{indicator.pk}-leave").wait_for()

    tab_to(page, f"#answer-{indicator.pk}-leave")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.locator(f"#answer-{indicator.pk}-lower").is_checked()
    follow(page, "main form[method=post] button")

    assert "1 direction is saved under your name" in said(page)
    indicator.refresh_from_db()
    assert (indicator.direction, indicator.direction_confirmed_by) == ("lower", admin)


def test_the_list_is_narrowed_and_sorted_with_the_keyboard_alone(browse_as, reader):
    for code in ("NI 10", "NI 2"):
        IndicatorFactory(code=code, title=f"Fair treatment {code}")
    IndicatorFactory(title="Something else")
    page = browse_as(reader)
    page.goto("/indicators/")
    tab_to(page, "#filter-q")
    page.keyboard.type("fair")
    press_enter(page)

    assert page.locator("tbody tr").count() == 2
    follow(page, "thead a[href*='sort=-code']")

    assert page.locator("tbody td.ind-code").all_inner_texts() == ["NI 10", "NI 2"]
    assert page.locator("th[aria-sort=descending]").inner_text().startswith("Code")
    assert_accessible(page)
