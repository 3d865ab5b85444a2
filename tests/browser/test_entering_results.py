"""An officer enters results by keyboard: one, its correction, and a sheet with a wrong cell; somebody else reads them."""

import pytest

from indicators.models import Result
from indicators.words import periods
from tests.factories import IndicatorFactory
from tests.indicators.results import a_result

from .accessibility import assert_accessible
from .keyboard import follow, press_button, press_enter, tab_to

YEAR = periods.read("2023/24")
SHEET = "/indicators/sheet/?period=2023/24"
SUMMARY = ".govuk-error-summary"
BANNER = ".govuk-notification-banner"


@pytest.fixture
def carers(housing):
    found = IndicatorFactory(code="EQ 1", title="Carers in post", directorate=housing)
    a_result("2022/23", "40%", indicator=found)
    return found


@pytest.fixture
def rows(housing, carers):
    """Three indicators of a sheet, in its order."""
    more = [IndicatorFactory(code=f"EQ {n}", directorate=housing) for n in (2, 3)]
    return [carers, *more]


def figure_of(indicator):
    return f"#r{indicator.pk}-text"


def type_in(page, selector, words):
    tab_to(page, selector)
    page.keyboard.press("Control+A")
    page.keyboard.type(words)


def assert_fits(page, width, javascript=True):
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    if javascript:
        assert_accessible(page)


@pytest.mark.parametrize(
    ("javascript", "width"), [(True, 1280), (False, 320)], ids=["js", "no-js"]
)
def test_a_result_is_entered_and_corrected_by_keyboard_and_read_by_others(
    browse_as, officer, reader, carers, javascript, width
):
    page = browse_as(officer, javascript=javascript, width=width)
    page.goto(carers.get_absolute_url())
    follow(page, f"a[href='/indicators/{carers.pk}/results/add/']")
    assert page.locator("#id_period").input_value() == "2023/24"
    type_in(page, "#id_text", "450%")
    press_enter(page)
    assert "more than 100 per cent" in page.locator("main").inner_text()
    assert_fits(page, width, javascript)
    type_in(page, "#id_text", "45%")
    press_enter(page)
    assert "We read it as 45 per cent" in page.locator(BANNER).inner_text()

    follow(page, f"{BANNER} a")
    type_in(page, "#id_text", "44.5%")
    type_in(page, "#id_why", "Two sites were missing.")
    follow(page, "#correction .govuk-button-group button")

    assert "Corrected" in page.locator(BANNER).inner_text()
    assert Result.objects.get(period="2023/24").text == "44.5%"
    page = browse_as(reader, width=width)
    page.goto(f"/indicators/{carers.pk}/results/changes/")
    words = page.locator("main").inner_text()
    assert "Olu Officer" in words
    assert "Two sites were missing." in words
    assert_fits(page, width)


def test_a_sheet_is_filled_like_a_spreadsheet_and_its_wrong_cell_mended(
    browse_as, officer, manager, rows
):
    page = browse_as(officer)
    page.goto(SHEET)
    tab_to(page, figure_of(rows[0]))
    for words in ("45%", "increase of 4%", "no survey"):
        page.keyboard.type(words)
        page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "why"

    follow(page, ".govuk-button-group button")

    assert "1 row is not saved yet" in page.locator(SUMMARY).inner_text()
    assert page.title().startswith("Error: ")
    assert_fits(page, 1280)
    assert Result.objects.filter(period="2023/24").count() == 2
    follow_in_page(page, f"{SUMMARY} a")
    assert f"#{page.evaluate('document.activeElement.id')}" == figure_of(rows[1])
    page.keyboard.press("Control+A")
    page.keyboard.type("4%")
    page.keyboard.press("ArrowUp")
    assert f"#{page.evaluate('document.activeElement.id')}" == figure_of(rows[0])
    press_button(page, "Save the results")

    assert "1 result entered" in page.locator(BANNER).inner_text()
    page = browse_as(manager)
    page.goto(SHEET)
    typed = [page.locator(figure_of(one)).input_value() for one in rows]
    assert typed == ["45%", "4%", "no survey"]


def follow_in_page(page, selector):
    tab_to(page, selector)
    page.keyboard.press("Enter")


def test_a_column_from_a_spreadsheet_is_pasted(browse_as, officer, rows):
    page = browse_as(officer)
    page.goto(SHEET)
    page.locator(figure_of(rows[0])).focus()

    page.evaluate(
        """() => {
          const clipboardData = new DataTransfer()
          clipboardData.setData('text', '45%\\tnot this\\n46%\\n47%\\n')
          document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
        }"""
    )

    typed = [page.locator(figure_of(one)).input_value() for one in rows]
    assert typed == ["45%", "46%", "47%"]


def test_leaving_with_figures_that_are_not_saved_is_asked_about(
    browse_as, officer, rows
):
    page = browse_as(officer)
    page.goto(SHEET)
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.locator(figure_of(rows[0])).press_sequentially("45%")

    with page.expect_navigation():
        page.get_by_role("link", name="Leave the sheet").click()

    assert asked == ["beforeunload"]


def test_the_sheet_works_without_javascript_and_shows_somebody_elses_figure(
    browse_as, officer, manager, rows
):
    page = browse_as(officer, javascript=False, width=320)
    page.goto(SHEET)
    theirs = browse_as(manager)
    theirs.goto(SHEET)
    theirs.fill(figure_of(rows[0]), "31%")
    press_button(theirs, "Save the results")

    type_in(page, figure_of(rows[0]), "45%")
    press_enter(page)

    assert "May Manager saved 31% here" in page.locator("main").inner_text()
    assert page.locator(figure_of(rows[0])).input_value() == "45%"
    assert_fits(page, 320, javascript=False)
    assert Result.objects.get(period="2023/24").text == "31%"
    page.locator(f"label[for=r{rows[0].pk}-keep]").click()
    press_button(page, "Save the results")
    assert "Nothing was changed" in page.locator(BANNER).inner_text()


@pytest.mark.parametrize("width", [320, 1920])
def test_a_long_sheet_with_long_words_and_faults_fits_and_is_accessible(
    browse_as, officer, housing, width
):
    unbroken = "Interpretation-and-translation-" * 9
    rows = [
        IndicatorFactory(title=f"{unbroken} {n}", directorate=housing) for n in range(5)
    ]
    page = browse_as(officer, width=width)
    page.goto(SHEET)
    page.fill(figure_of(rows[0]), "950%")
    page.fill(figure_of(rows[1]), "up 4%")
    page.fill(figure_of(rows[2]), unbroken)

    press_button(page, "Save the results")

    assert_fits(page, width)
