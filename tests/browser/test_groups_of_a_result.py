"""Entering a result by group by keyboard, and reading the gap that it makes."""

import pytest

from equality_tracker.organisation.models import Characteristic
from tests.factories import IndicatorFactory, ResultFactory

from .accessibility import assert_accessible
from .keyboard import follow, press_enter, tab_to

SHEET = (
    ("Disabled", "70", "300"),
    ("Not disabled", "410", "1000"),
    ("Not known", "9", "30"),
)


@pytest.fixture
def result(housing):
    indicator = IndicatorFactory(directorate=housing, better="higher")
    return ResultFactory(indicator=indicator, text="37%", value=37)


def fill_in(page):
    """Three groups, cell after cell; the first two stand there as they are proposed."""
    for place, (group, count, base) in enumerate(SHEET):
        for name, words in (("group", group), ("count", count), ("base", base)):
            tab_to(page, f"#id_row-{place}-{name}")
            page.keyboard.press("Control+A")
            page.keyboard.type(words)


@pytest.mark.parametrize("javascript", [True, False], ids=["js", "no-js"])
def test_groups_are_entered_by_keyboard_and_their_gap_is_read(
    browse_as, officer, result, javascript
):
    by = Characteristic.objects.get(name="Disability")
    page = browse_as(officer, javascript=javascript, width=320)
    page.goto(result.indicator.get_absolute_url())

    follow(page, f"a[href='/indicators/results/{result.pk}/groups/']")
    follow(page, f"a[href='/indicators/results/{result.pk}/groups/{by.pk}/']")
    fill_in(page)
    press_enter(page)
    follow(page, f"a[href='{result.indicator.get_absolute_url()}']")

    words = page.locator("main").inner_text()
    assert "13.7 points below the whole: worse" in words
    assert "Not shown: small numbers" in words
    assert "9 of 30" not in page.content()
    if javascript:
        assert_accessible(page)
