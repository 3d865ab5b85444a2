"""Indicators inside their plan's spreadsheet: out in the council's own headings, and back without change."""

import datetime

import pytest

from indicators.models import Indicator, IndicatorPriority, Result, Target
from tests.factories import ResultFactory
from tests.indicators.exporting.there_and_back import (
    AIMS,
    bring_back,
    cell_of,
    delivery_plan,
    is_unchanged,
    opened,
    saved,
)
from tests.plans.exporting.there_and_back import bring_in, send_out

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan(admin):
    return bring_in(delivery_plan(), admin).plan


def rows_of(content, name):
    """The rows with words of a sheet, without the row keys."""
    sheet = opened(content)[name]
    rows = ([cell.value for cell in row if cell.value not in (None, "")] for row in sheet)  # fmt: skip
    return [row for row in rows if row]


def correct(code, text, value):
    """Somebody puts another figure here for the result of 2029/30."""
    result = Result.objects.get(indicator__code=code)
    result.text, result.value = text, value
    result.save()


def test_the_table_stands_over_its_actions_in_the_councils_own_headings(plan):
    rows = rows_of(send_out(plan).workbook, "Safe streets")

    head = rows.index(AIMS[0])
    assert rows[head : head + len(AIMS)] == [list(row) for row in AIMS]
    assert rows[head + len(AIMS)][:2] == ["Ref", "Action"]


def test_a_file_that_nobody_touched_changes_nothing(plan):
    found, indicators = bring_back(send_out(plan).workbook, plan)

    assert is_unchanged(indicators)
    assert (found.counts["new"], found.counts["changed"]) == (0, 0)
    assert indicators.counts["rows"] == 6


def test_a_file_that_another_program_saved_changes_nothing(plan):
    resaved = saved(opened(send_out(plan).workbook))

    found, indicators = bring_back(resaved, plan)

    assert is_unchanged(indicators)
    assert (found.counts["new"], found.counts["changed"]) == (0, 0)


def test_it_comes_back_unchanged_the_second_time_too(plan, admin):
    bring_in(send_out(plan).workbook, admin, plan)

    _found, indicators = bring_back(send_out(plan).workbook, plan)

    assert is_unchanged(indicators)


def test_a_figure_that_was_written_in_is_taken(plan, admin):
    book = opened(send_out(plan).workbook)
    cell_of(book, "63.40%").value = "64%"

    bring_in(saved(book), admin, plan)

    assert Result.objects.get(indicator__code="EQ1").text == "64%"
    assert Indicator.objects.count() == 6


def test_a_figure_that_was_corrected_here_stays_where_the_file_was_left_alone(plan):
    out = send_out(plan)
    correct("EQ1", "66%", 66)

    _found, indicators = bring_back(out.workbook, plan)

    assert not [row for row in indicators.rows if row.outcome != "unchanged"]
    assert not indicators.asked


def test_a_figure_that_changed_on_both_sides_is_asked(plan):
    out = send_out(plan)
    correct("EQ1", "66%", 66)
    book = opened(out.workbook)
    cell_of(book, "63.40%").value = "64%"

    _found, indicators = bring_back(saved(book), plan)

    [(_row, figure)] = indicators.asked
    assert figure.said["text"] == "64%"
    assert figure.existing.text == "66%"


def test_a_figure_entered_since_has_a_column_of_its_own(plan):
    indicator = Indicator.objects.get(code="EQ1")
    plan.start, plan.end = datetime.date(2028, 4, 1), datetime.date(2033, 3, 31)
    plan.save()
    ResultFactory(
        indicator=indicator, text="70%", value=70, period="2030/31",
        start=datetime.date(2030, 4, 1), end=datetime.date(2031, 3, 31),
    )  # fmt: skip

    out = send_out(plan)

    assert [*AIMS[0], "Result 2030/31"] in rows_of(out.workbook, "Safe streets")
    assert is_unchanged(bring_back(out.workbook, plan)[1])


def test_targets_of_another_plan_stay_out(plan):
    target = Target.objects.filter(indicator__code="EQ1").first()
    other = send_out(plan).plan
    other.pk, other.reference = None, "OTHER"
    other.save()
    Target.objects.filter(pk=target.pk).update(plan=other)

    rows = rows_of(send_out(plan).workbook, "Safe streets")

    assert not any("65%" in row for row in rows)


def test_priorities_on_one_sheet_have_their_indicators_on_another(plan, admin):
    plan.layout.delete()

    out = send_out(plan)
    names = opened(out.workbook).sheetnames

    assert names == ["Action plan", "Indicators"]
    assert is_unchanged(bring_back(out.workbook, plan)[1])


def test_the_page_says_that_indicators_stand_in_the_spreadsheet(plan, client, admin):
    client.force_login(admin)
    address = f"/plans/{plan.reference}/spreadsheet/"

    assert "Its indicators stand in it too" in client.get(address).content.decode()

    IndicatorPriority.objects.all().delete()
    assert "indicators" not in client.get(address).content.decode().split("<main")[1].split("</main")[0]  # fmt: skip
