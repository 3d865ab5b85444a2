"""A plan's page shows the indicators under its priorities as the council's own table does."""

import datetime
import re
from html import unescape

import pytest
from django.utils.html import strip_tags

from indicators import in_plan
from tests.factories import (
    ActionFactory,
    BaselineFactory,
    IndicatorFactory,
    LeadFactory,
    PlanFactory,
    PriorityFactory,
    ResultFactory,
    TargetFactory,
)

pytestmark = pytest.mark.django_db
ON = datetime.date(2031, 6, 1)


def year(first):
    """The fields of the financial year that begins in April of `first`."""
    return {
        "period": f"{first}/{(first + 1) % 100:02}",
        "start": datetime.date(first, 4, 1),
        "end": datetime.date(first + 1, 3, 31),
    }


@pytest.fixture
def plan():
    return PlanFactory(start=datetime.date(2028, 4, 1), end=datetime.date(2032, 3, 31))


@pytest.fixture
def priority(plan):
    return PriorityFactory(plan=plan, title="Fair work")


def under(priority, position=0, **said):
    indicator = IndicatorFactory(**said)
    indicator.indicator_priorities.create(priority=priority, position=position)
    return indicator


def tables(plan):
    return in_plan.tables_of(plan, ON)


def table_of(priority):
    return tables(priority.plan)[priority.pk]


def words(page):
    """The cells of the page's indicator table, a list a row."""
    table = page.split('<table class="govuk-table app-plan-table plan-ind">')[1]
    rows = table.split("</table>")[0].split("<tr")[1:]
    cells = (re.split("<t[hd]", row)[1:] for row in rows)
    return [
        [" ".join(unescape(strip_tags(f"<td{c}")).split()) for c in row]
        for row in cells
    ]


def test_baseline_targets_and_results_stand_in_the_order_of_the_councils_table(
    reader_client, plan, priority
):
    indicator = under(priority, code="EQ 1", better="higher")
    BaselineFactory(indicator=indicator, text="40%", value=40)
    TargetFactory(indicator=indicator, text="45%", value=45, **year(2029))
    ResultFactory(indicator=indicator, text="44.0%", value=44, **year(2029))
    TargetFactory(indicator=indicator, text="50%", value=50, **year(2030))

    page = reader_client.get(plan.get_absolute_url()).content.decode()

    assert words(page) == [
        ["Indicator", "Baseline", "Target 2029/30", "Result 2029/30", "Target 2030/31"],
        ["EQ 1 Staff who are disabled", "40%", "45%", "44.0% ✗ Missed", "50%"],
    ]
    assert f'href="{indicator.get_absolute_url()}"' in page


def test_a_reason_stands_where_there_is_no_number(reader_client, plan, priority):
    indicator = under(priority, code="EQ 1", better="higher")
    TargetFactory(indicator=indicator, text="TBC", value=None, reason="to_be_confirmed", **year(2029))  # fmt: skip
    ResultFactory(indicator=indicator, text="No survey", value=None, reason="no_survey", **year(2029))  # fmt: skip

    page = reader_client.get(plan.get_absolute_url()).content.decode()

    assert words(page)[1] == ["EQ 1 Staff who are disabled", "TBC", "No survey"]


def test_nothing_is_called_good_or_bad_before_a_direction_is_confirmed(
    reader_client, plan, priority
):
    indicator = under(priority)
    TargetFactory(indicator=indicator, text="50%", value=50, **year(2029))
    ResultFactory(indicator=indicator, **year(2029))

    page = reader_client.get(plan.get_absolute_url()).content.decode()

    assert "verdict--" not in page
    assert "nobody has confirmed whether higher or lower is better" in page


def test_why_a_result_cannot_be_judged_is_told(reader_client, plan, priority):
    indicator = under(priority, better="higher")
    TargetFactory(indicator=indicator, text="+4%", value=4, change="+", **year(2029))
    ResultFactory(indicator=indicator, **year(2029))

    page = reader_client.get(plan.get_absolute_url()).content.decode()

    assert "Cannot be said" in page
    assert "Nobody has said whether the target is a change in percentage points" in page


def test_parts_stand_under_their_parent_though_the_plan_names_only_that(priority):
    parent = under(priority, code="NI 195")
    under(priority, position=1, code="NI 1")
    for code in ("NI 195b", "NI 195a"):
        ResultFactory(indicator=IndicatorFactory(code=code, parent=parent))

    rows = table_of(priority).rows

    assert [(row.indicator.code, row.is_part) for row in rows] == [
        ("NI 195", False), ("NI 195a", True), ("NI 195b", True), ("NI 1", False),
    ]  # fmt: skip


def test_a_part_that_the_plan_names_elsewhere_stands_there_alone(plan, priority):
    parent = under(priority, code="NI 195")
    elsewhere = PriorityFactory(plan=plan)
    under(elsewhere, code="NI 195a", parent=parent)

    found = tables(plan)

    assert [row.indicator.code for row in found[priority.pk].rows] == ["NI 195"]
    assert [(row.indicator.code, row.is_part) for row in found[elsewhere.pk].rows] == [
        ("NI 195a", False)
    ]


def test_two_that_call_each_other_their_parent_are_both_shown(priority):
    first = under(priority, code="EQ 1")
    second = under(priority, code="EQ 2", parent=first)
    first.parent = second
    first.save()

    assert {row.indicator.code for row in table_of(priority).rows} == {"EQ 1", "EQ 2"}


def test_a_target_of_this_plan_goes_before_one_of_every_plan_and_no_others_is_shown(
    priority,
):
    indicator = under(priority, better="higher")
    for plan, value in ((None, 40), (priority.plan, 60), (PlanFactory(), 20)):
        TargetFactory(
            indicator=indicator, plan=plan, text=str(value), value=value, **year(2029)
        )
        BaselineFactory(indicator=indicator, plan=plan, text=f"b{value}", value=value)
    ResultFactory(indicator=indicator, text="50%", value=50, **year(2029))

    (row,) = table_of(priority).rows
    target, result = row.cells

    assert target.figure.text == "60"
    assert result.judgement.verdict == "missed"
    assert row.standing.baseline.text == "b60"


def test_times_outside_the_plans_years_are_left_out(priority):
    indicator = under(priority)
    for first in (2020, 2029, 2040):
        ResultFactory(indicator=indicator, **year(first))

    assert [time.name for time in table_of(priority).times] == ["2029/30"]


def test_a_result_before_the_plans_years_stands_where_the_plan_promised_it(
    plan, priority
):
    indicator = under(priority)
    by_march = {"period_kind": "date", "period": "March 2027", "start": None, "end": datetime.date(2027, 3, 31)}  # fmt: skip
    TargetFactory(indicator=indicator, plan=plan, **by_march)
    TargetFactory(indicator=indicator, plan=plan, **year(2029))
    ResultFactory(indicator=indicator, **year(2025))
    ResultFactory(indicator=indicator, **year(2026))

    headings = [column.heading for column in table_of(priority).columns]

    assert headings == ["Target March 2027", "Result 2026/27", "Target 2029/30"]


def test_of_many_times_the_newest_results_and_the_next_targets_are_shown(priority):
    priority.plan.start = priority.plan.end = None
    priority.plan.save()
    indicator = under(priority)
    for first in range(2010, 2020):
        ResultFactory(indicator=indicator, **year(first))
    for first in range(2020, 2030):
        TargetFactory(indicator=indicator, **year(first))

    table = table_of(priority)

    assert [time.end.year for time in table.times] == [2018, 2019, 2020, 2021, 2022]
    assert table.leaves_out


@pytest.mark.parametrize("results", [0, 6, 7])
def test_no_more_than_five_times_are_shown_wherever_the_newest_result_is(
    priority, results
):
    priority.plan.start = priority.plan.end = None
    priority.plan.save()
    indicator = under(priority)
    for place in range(7):
        TargetFactory(indicator=indicator, **year(2010 + place))
        if place < results:
            ResultFactory(indicator=indicator, **year(2010 + place))

    shown = [time.end.year for time in table_of(priority).times]

    assert len(shown) == 5
    assert not results or 2010 + results in shown


def test_a_result_that_is_overdue_is_told_from_one_that_is_not_due(priority):
    indicator = under(priority)
    other = under(priority, position=1)
    for first in (2030, 2031):
        TargetFactory(indicator=indicator, **year(first))
        ResultFactory(indicator=other, **year(first))

    first, _other = table_of(priority).rows

    assert [cell.missing for cell in first.cells if cell.column.is_result] == [
        "No result yet", "Not due yet",
    ]  # fmt: skip


def test_a_year_and_its_last_quarter_have_columns_of_their_own(priority):
    indicator = under(priority)
    TargetFactory(indicator=indicator, text="50%", **year(2029))
    quarter = {**year(2029), "period_kind": "quarter", "period": "Q4 2029/30"}
    ResultFactory(indicator=indicator, **quarter)

    headings = [column.heading for column in table_of(priority).columns]

    assert headings == ["Target 2029/30", "Result Q4 2029/30"]


# session, user, plan with its words, assessments, indicators, baselines, targets, results, actions as they are drawn, priorities
@pytest.mark.parametrize("count", [1, 20])
def test_takes_as_many_queries_for_twenty_indicators_as_for_one(
    reader_client, plan, priority, count, django_assert_max_num_queries
):
    ActionFactory(priority=priority, leads=[LeadFactory()])
    for place in range(count):
        indicator = under(priority, position=place)
        BaselineFactory(indicator=indicator)
        TargetFactory(indicator=indicator, **year(2029))
        ResultFactory(indicator=indicator, **year(2029))

    with django_assert_max_num_queries(12) as asked:
        page = reader_client.get(plan.get_absolute_url())

    assert page.content.count(b"plan-ind__result") == count
    assert len(asked) == 10


def test_a_plan_without_indicators_says_nothing_of_them(reader_client, priority):
    page = reader_client.get(priority.plan.get_absolute_url()).content.decode()

    assert "Indicators</h3>" not in page
    assert "indicator-panels.css" not in page


def test_what_somebody_wrote_is_text_on_the_page(reader_client, plan, priority):
    indicator = under(priority, title="<script>alert(1)</script>")
    ResultFactory(indicator=indicator, text="<b>45</b>", **year(2029))

    page = reader_client.get(plan.get_absolute_url()).content.decode()

    assert "<script>alert" not in page
    assert "<b>45" not in page
