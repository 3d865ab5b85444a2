"""Which indicators stand on a sheet, in which order, and what each row shows."""

import datetime

import pytest

from tests.factories import (
    DirectorateFactory,
    IndicatorFactory,
    LeadFactory,
    TargetFactory,
)
from tests.factories.organisation import HoldingFactory
from tests.indicators.results import a_result, a_target, page_of

from .filling import URL, address, cell, fields_of

pytestmark = pytest.mark.django_db


def codes(response):
    return [row.indicator.code for row in response.context["rows"]]


def test_a_row_shows_the_last_figure_the_target_and_what_stands(officer_client, carers):
    a_result("2021/22", "40%", indicator=carers)
    a_result("2023/24", "45%", indicator=carers, source="Payroll", provisional=True)
    a_target("2023/24", indicator=carers, text="50%", value=50)

    page = officer_client.get(address())

    words, fields = page_of(page), fields_of(page)
    assert "EQ 1 Carers per cent 40% 2021/22 50%" in words
    assert fields[cell(carers)] == "45%"
    assert fields[cell(carers, "source")] == "Payroll"
    assert fields[cell(carers, "provisional")] == "on"


def test_each_field_names_its_column_and_its_indicator(officer_client, carers):
    page = officer_client.get(address()).content.decode()

    assert f'aria-labelledby="c-text r{carers.pk}-name"' in page
    assert f'id="r{carers.pk}-name"' in page


def test_parts_stand_beneath_their_parent(officer_client, housing, carers):
    heading = IndicatorFactory(code="EQ 0", title="By age", directorate=housing)
    for letter in "ab":
        IndicatorFactory(code=f"Z{letter}", parent=heading, directorate=housing)
        IndicatorFactory(code=f"Y{letter}", parent=carers, directorate=housing)
    a_result("2021/22", indicator=carers)

    page = officer_client.get(address())

    assert codes(page) == ["Za", "Zb", "EQ 1", "Ya", "Yb"]
    assert page_of(page).index("EQ 0 By age") < page_of(page).index("Za")


def test_an_officer_sees_their_directorates_and_their_leads_and_no_others(
    officer_client, officer, carers
):
    held = IndicatorFactory(code="EQ 8", lead=LeadFactory())
    HoldingFactory(lead=held.lead, user=officer)
    IndicatorFactory(code="EQ 9")

    assert codes(officer_client.get(address())) == ["EQ 1", "EQ 8"]


def test_the_sheet_is_narrowed_by_directorate_and_lead(
    admin_client, carers, women, housing
):
    women.directorate, women.lead = DirectorateFactory(), LeadFactory()
    women.save()

    assert codes(admin_client.get(address(directorate=housing.pk))) == ["EQ 1"]
    assert codes(admin_client.get(address(lead=women.lead_id))) == ["EQ 2"]
    assert codes(admin_client.get(address())) == ["EQ 1", "EQ 2"]


def test_who_enters_nothing_finds_no_sheet(reader_client):
    assert reader_client.get(URL).status_code == 404


def test_an_empty_sheet_says_whose_indicators_stand_on_it(officer_client):
    page = page_of(officer_client.get(URL))

    assert "They are those of your directorates, and of the posts that you hold." in page  # fmt: skip


def test_the_newest_period_that_is_over_is_proposed(officer_client, housing):
    IndicatorFactory(frequency="Quarterly", directorate=housing)

    period = officer_client.get(URL).context["period"]

    assert period.kind == "quarter"
    assert period.end < datetime.date.today()


def test_a_quarter_asks_for_what_is_measured_by_quarters(officer_client, carers, women):
    women.frequency = "Quarterly"
    women.save()

    page = officer_client.get(address(period="Q2 2023/24"))

    assert codes(page) == ["EQ 2"]
    assert "1 more is measured by other periods" in page_of(page)
    assert codes(officer_client.get(address(period="Q2 2023/24", every="on"))) == ["EQ 1", "EQ 2"]  # fmt: skip


def test_what_has_a_target_for_the_period_stands_there_too(officer_client, women):
    women.frequency = "Quarterly"
    women.save()
    a_target("2023/24", indicator=women)

    assert codes(officer_client.get(address())) == ["EQ 2"]


def test_what_was_not_in_use_in_the_period_is_left_out(officer_client, carers, women):
    carers.introduced = datetime.date(2024, 4, 1)
    carers.save()
    women.withdraw(on=datetime.date(2023, 4, 1), why="It ended")

    assert codes(officer_client.get(address())) == []
    assert codes(officer_client.get(address(period="2022/23"))) == ["EQ 2"]


def test_what_names_no_period_is_said_and_another_sheet_shown(officer_client, carers):
    page = officer_client.get(address(period="soon"))

    assert "“soon” names no period. Write it such as 2025/26" in page_of(page)
    assert codes(page) == ["EQ 1"]


def test_a_hundred_rows_stand_on_a_page(officer_client, housing):
    IndicatorFactory.create_batch(101, directorate=housing)

    first, second = (officer_client.get(address(page=number)) for number in (1, 2))

    assert (len(codes(first)), len(codes(second))) == (100, 1)
    assert not set(codes(first)) & set(codes(second))
    assert "Save, and to the next page" in page_of(first)


@pytest.mark.parametrize("count", [1, 20])
def test_a_sheet_takes_nine_queries_however_many_rows(
    officer_client, housing, django_assert_num_queries, count
):
    for indicator in IndicatorFactory.create_batch(count, directorate=housing):
        a_result("2023/24", indicator=indicator)
        a_result("2022/23", indicator=indicator)
        a_target("2023/24", indicator=indicator)

    IndicatorFactory.create_batch(count, directorate=housing, frequency="Quarterly")

    # session, user, what can be chosen; by which kind of time each is measured, in order, which of the others have figures here;
    # the indicators with their parents, their results with who entered them, the last figures, the targets
    with django_assert_num_queries(9):
        officer_client.get(address())


def test_a_target_to_be_reached_by_the_last_day_of_the_period_stands_beside_it(
    officer_client, housing
):
    indicator = IndicatorFactory(directorate=housing)
    TargetFactory(indicator=indicator, period_kind="date", period="March 2024", text="61%", value=61, start=None, end="2024-03-31")  # fmt: skip

    assert "61%" in page_of(officer_client.get(address()))
