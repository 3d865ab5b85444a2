"""A sheet of results to be filled in away from the site, and brought back."""

import datetime

import pytest
from django.urls import reverse

from indicators import exporting, sheets
from indicators.exporting.template import FIRST, FOR_COMPARISON
from indicators.models import Indicator
from indicators.tables.headings import INDICATORS
from indicators.words import periods
from tests.factories import IndicatorFactory, ResultFactory, TargetFactory
from tests.indicators.exporting.test_round_trip import compared
from tests.indicators.exporting.there_and_back import is_unchanged, opened, saved
from tests.plans.exporting.there_and_back import tables_of

pytestmark = pytest.mark.django_db
ON = datetime.date(2031, 5, 1)
PERIOD = periods.read("2030/31")


@pytest.fixture
def stood(housing):
    """An indicator with last year's figure and a target, and one that has its result already."""
    one = IndicatorFactory(code="EQ 1", title="People who feel safe", directorate=housing)  # fmt: skip
    ResultFactory(indicator=one, text="61%", value=61)
    TargetFactory(indicator=one, text="65%", value=65, period="2030/31", start=None, end=PERIOD.end)  # fmt: skip
    other = IndicatorFactory(code="EQ 2", title="Fair pay", directorate=housing)
    ResultFactory(indicator=other, text="48%", value=48, period="2030/31", start=None, end=PERIOD.end)  # fmt: skip
    return [one, other]


def blank(stood):
    rows = sheets.rows_of([one.pk for one in stood], PERIOD)
    return exporting.results_template(rows, PERIOD, on=ON)


def test_each_indicator_has_a_row_with_what_to_compare_with(stood):
    sheet = opened(blank(stood)).worksheets[0]
    headings = [cell.value for cell in sheet[FIRST - 1]]
    first = dict(zip(headings, [cell.value for cell in sheet[FIRST]], strict=True))

    assert first["Code"] == "EQ 1"
    assert [first[name] for name in FOR_COMPARISON] == ["61% (2029/30)", "65%"]
    assert first["Result 2030/31"] is None


def test_a_sheet_that_nobody_filled_in_changes_nothing(stood):
    assert is_unchanged(compared(tables_of(blank(stood))))


def test_a_figure_that_was_filled_in_is_the_result_of_the_period(stood):
    book = opened(blank(stood))
    sheet = book.worksheets[0]
    place = [cell.value for cell in sheet[FIRST - 1]].index("Result 2030/31") + 1
    sheet.cell(FIRST, place).value = "64% (provisional)"

    found = compared(tables_of(saved(book)))

    [(_row, new)] = [each for each in found.weighed if each[1].outcome == "new"]
    assert (new.said["text"], new.said["end"]) == ("64% (provisional)", "2031-03-31")


def test_what_is_there_to_compare_with_is_read_as_nothing():
    assert [INDICATORS.match(heading) for heading in FOR_COMPARISON] == [[], []]


def test_an_officer_takes_the_sheet_of_their_directorate_and_nobody_elses(
    client, officer, officer_of_another_directorate, stood
):
    address = reverse("indicators:sheet_to_fill_in") + "?period=2030/31"

    def codes_for(person):
        client.force_login(person)
        sheet = opened(client.get(address).content).worksheets[0]
        return [row[0].value for row in sheet.iter_rows(min_row=FIRST) if row[0].value]

    assert codes_for(officer) == ["EQ 1", "EQ 2"]
    assert codes_for(officer_of_another_directorate) == []


def test_an_indicator_is_taken_away_from_its_page_with_its_parts(client, reader):
    whole = IndicatorFactory(code="NI 5", title="Clean streets")
    IndicatorFactory(code="NI 5a", title="a) Litter", parent=whole)
    client.force_login(reader)

    page = client.get(whole.get_absolute_url())
    address = reverse("indicators:indicator_workbook", args=[whole.pk])
    assert address in page.content.decode()

    answer = client.get(address)
    words = [row[0].value for row in opened(answer.content)["Indicators"].iter_rows()]
    assert words[-2:] == ["NI 5", "NI 5a"]
    assert answer["Content-Disposition"].startswith('attachment; filename="ni-5-')
    assert Indicator.objects.count() == 2
