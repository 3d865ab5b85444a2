"""Indicators as a workbook of their own: what stands in it, and for whom."""

import datetime
import io

import openpyxl
import pytest

from equality_tracker.organisation.models import Characteristic
from indicators import exporting, gaps
from indicators.models import Indicator
from tests.factories import (
    BaselineFactory,
    BreakdownFactory,
    IndicatorFactory,
    PlanFactory,
    ResultFactory,
    TargetFactory,
)

pytestmark = pytest.mark.django_db
ON = datetime.date(2031, 5, 1)


def sheets(indicators, by, **said):
    """{sheet's name: its rows as lists of words}."""
    content = exporting.workbook(indicators, on=ON, by=by, **said)
    book = openpyxl.load_workbook(io.BytesIO(content))
    return {
        sheet.title: [[cell.value or "" for cell in row] for row in sheet.iter_rows()]
        for sheet in book
    }


def table(rows):
    """The rows below the headings, each as {heading: words}."""
    head = next(n for n, row in enumerate(rows) if "Code" in row)
    return [dict(zip(rows[head], row, strict=True)) for row in rows[head + 1 :]]


def test_an_indicator_is_a_row_with_its_figures_by_time(reader):
    indicator = IndicatorFactory(code="EQ 7", title="Staff who are carers")
    BaselineFactory(indicator=indicator, text="40%")
    TargetFactory(indicator=indicator, text="at least 50%", value=50)
    ResultFactory(indicator=indicator, text="45.20%")

    (row,) = table(sheets([indicator], reader)["Indicators"])

    assert row["Code"] == "EQ 7"
    assert (row["Baseline"], row["Target 2029/30"], row["Result 2029/30"]) == (
        "40%", "at least 50%", "45.20%",
    )  # fmt: skip


def test_figures_stand_from_the_earliest_time_to_the_latest(reader):
    indicator = IndicatorFactory()
    for year in (2031, 2029, 2030):
        ResultFactory(
            indicator=indicator,
            period=f"{year - 1}/{year % 100}",
            start=None,
            end=datetime.date(year, 3, 31),
        )

    (row,) = table(sheets([indicator], reader)["Indicators"])

    assert [heading for heading in row if heading.startswith("Result")] == [
        "Result 2028/29", "Result 2029/30", "Result 2030/31",
    ]  # fmt: skip


def test_targets_of_two_plans_stand_in_two_rows(reader):
    indicator = IndicatorFactory()
    for reference, text in (("A-1", "50%"), ("B-1", "60%")):
        plan = PlanFactory(reference=reference)
        TargetFactory(indicator=indicator, plan=plan, text=text)
    ResultFactory(indicator=indicator)

    first, second = table(sheets([indicator], reader)["Indicators"])

    assert [(one["Plan"], one["Target 2029/30"]) for one in (first, second)] == [
        ("A-1", "50%"), ("B-1", "60%"),
    ]  # fmt: skip
    assert (first["Result 2029/30"], second["Result 2029/30"]) == ("45%", "")


def test_groups_stand_on_a_sheet_of_their_own(reader):
    result = ResultFactory()
    sex = Characteristic.objects.get(name="Sex")
    BreakdownFactory(
        result=result, characteristic=sex, group="Women", text="48%", count=24, base=50
    )

    (row,) = table(sheets([result.indicator], reader)["Groups"])

    assert list(row.values())[3:] == ["2029/30", "Sex", "Women", "48%", "24", "50"]


def few(result):
    sex = Characteristic.objects.get(name="Sex")
    for place, (group, count) in enumerate(
        [("Women", 40), ("Men", 30), ("Another", 3)]
    ):
        BreakdownFactory(
            result=result, characteristic=sex, group=group, position=place,
            text=f"{count}%", value=count, count=count, base=100,
        )  # fmt: skip
    return result.indicator


def test_counts_under_ten_are_words_for_who_may_not_edit(reader):
    rows = table(sheets([few(ResultFactory())], reader)["Groups"])

    assert [(row["Result"], row["Count"]) for row in rows] == [
        ("40%", "40"), (gaps.MASKED, ""), (gaps.MASKED, ""),
    ]  # fmt: skip


def test_counts_under_ten_stand_for_who_may_edit(admin):
    rows = table(sheets([few(ResultFactory())], admin)["Groups"])

    assert [row["Count"] for row in rows] == ["40", "30", "3"]


def test_what_a_result_was_counted_from_stays_here_where_it_would_tell_a_small_group(
    reader, admin
):
    result = ResultFactory(numerator=3, denominator=143)
    sex = Characteristic.objects.get(name="Sex")
    for group, count in (("Women", 3), ("Men", 0)):
        BreakdownFactory(
            result=result, characteristic=sex, group=group, count=count, text=f"{count}", value=count
        )  # fmt: skip

    for_reader = table(sheets([result.indicator], reader)["Indicators"])[0]
    for_admin = table(sheets([result.indicator], admin)["Indicators"])[0]

    assert "Numerator 2029/30" not in for_reader
    assert (for_admin["Numerator 2029/30"], for_admin["Denominator 2029/30"]) == ("3", "143")  # fmt: skip


def test_words_that_count_a_small_group_stay_here(reader, admin):
    result = ResultFactory(text="3 of 143", value=3, unit="out of 143", numerator=3, denominator=143)  # fmt: skip
    sex = Characteristic.objects.get(name="Sex")
    BreakdownFactory(result=result, characteristic=sex, group="Women", count=3)

    for_reader = table(sheets([result.indicator], reader)["Indicators"])[0]
    for_admin = table(sheets([result.indicator], admin)["Indicators"])[0]

    assert for_reader["Result 2029/30"] == "2.1%"
    assert for_admin["Result 2029/30"] == "3 of 143"


def test_no_cell_is_ever_a_formula(admin):
    indicator = IndicatorFactory(title="=HYPERLINK(1)", code="@x")
    ResultFactory(indicator=indicator, text="+1 (see note)", value=1)

    content = exporting.workbook([indicator], on=ON, by=admin)
    book = openpyxl.load_workbook(io.BytesIO(content))
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}  # fmt: skip

    assert "f" not in kinds
    lines = b"".join(exporting.table_csv([indicator], on=ON, by=admin)).decode()
    assert '"\'=HYPERLINK(1)"' in lines


def test_what_was_chosen_and_the_day_stand_above_the_table(reader):
    rows = sheets([IndicatorFactory()], reader, about=["Only: off target"])

    above = [row[0] for row in rows["Indicators"][:3]]
    assert above[1].endswith("as at 1 May 2031")
    assert above[2] == "Only: off target"


def test_more_indicators_ask_no_more_questions(manager, django_assert_num_queries):
    ids = [few(ResultFactory()).pk for _ in range(20)]
    # Indicators, baselines, targets, results, directorates, groups, those that may be edited (with the leads of the manager).
    for many in (ids[:1], ids):
        with django_assert_num_queries(7):
            exporting.workbook(Indicator.objects.filter(pk__in=many), on=ON, by=manager)
