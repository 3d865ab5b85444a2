"""The page of one indicator: how it stands, by what rule, over time and by group."""

import datetime
from decimal import Decimal

import pytest
from django.urls import reverse

from equality_tracker.organisation.models import Characteristic
from tests.factories import (
    ActionFactory,
    BaselineFactory,
    BreakdownFactory,
    CommentFactory,
    IndicatorFactory,
    ResultFactory,
    TargetFactory,
)

from .test_indicator_list import a_year, text_of

pytestmark = pytest.mark.django_db


def page_of(client, indicator):
    return text_of(client.get(indicator.get_absolute_url()))


def test_the_rule_stands_beside_the_verdict(reader_client):
    indicator = IndicatorFactory(better="higher", tolerance=Decimal(2))
    a_year(indicator, 2029, "43%")
    TargetFactory(indicator=indicator)

    page = page_of(reader_client, indicator)

    assert "43%, against a target of 45%: within tolerance." in page
    assert "Met at or above 45%; within tolerance to 43% (2 of its unit)." in page


def test_the_way_and_the_course_are_told(reader_client):
    indicator = IndicatorFactory(better="higher")
    BaselineFactory(
        indicator=indicator, text="40%", value=40, period="2027/28", period_kind="financial_year",
        end=datetime.date(2028, 3, 31),
    )  # fmt: skip
    a_year(indicator, 2029, "46%")
    TargetFactory(
        indicator=indicator, text="50%", value=50, period="2031/32", start=None, end=datetime.date(2032, 3, 31)
    )  # fmt: skip

    page = page_of(reader_client, indicator)

    assert "60%</dd>" in page
    assert "Yes<span" in page
    assert "asks for 45% by now" in page


def test_a_time_without_a_figure_shows_its_reason_and_breaks_the_line(reader_client):
    indicator = IndicatorFactory()
    a_year(indicator, 2026, "41%")
    a_year(indicator, 2027, "42%")
    gap = a_year(indicator, 2028, "43%")
    gap.text, gap.value, gap.reason = "No survey", None, "no_survey"
    gap.save()
    a_year(indicator, 2029, "44%")

    page = page_of(reader_client, indicator)

    assert "No survey</span>" in page
    assert "There is no result: no survey." in page
    assert "No figure is drawn for 2028/29 (no survey)." in page
    assert page.count("<polyline") == 1
    assert page.count('r="5.5" fill="#12436d" stroke=') == 3


def test_where_the_unit_changed_each_unit_has_a_chart_of_its_own(reader_client):
    indicator = IndicatorFactory(unit="per 1,000")
    a_year(indicator, 2027, "96")
    a_year(indicator, 2028, "98")
    a_year(indicator, 2029, "30%", unit="%")

    page = page_of(reader_client, indicator)

    assert "In per 1,000</p>" in page
    assert "In per cent</p>" in page
    assert "The line breaks at 2029/30: in another unit." in page
    assert page.count("<polyline") == 1


def test_a_provisional_result_is_hollow_and_a_withdrawn_indicator_ends(reader_client):
    indicator = IndicatorFactory()
    a_year(indicator, 2028, "40%")
    last = a_year(indicator, 2029, "41%")
    last.provisional = True
    last.save()
    indicator.withdraw(on=last.end, why="The set ended")

    page = page_of(reader_client, indicator)

    assert page.count('fill="#fff" stroke="#12436d"') == 2
    assert ">Withdrawn</text>" in page
    assert "2029/30: 41%, provisional" in page


def test_each_time_says_what_changed_the_way_and_the_course(reader_client):
    indicator = IndicatorFactory(better="lower")
    BaselineFactory(
        indicator=indicator, text="50%", value=50, period="2026/27", period_kind="financial_year",
        end=datetime.date(2027, 3, 31),
    )  # fmt: skip
    a_year(indicator, 2027, "46%")
    a_year(indicator, 2028, "48%")
    TargetFactory(indicator=indicator, text="40%", value=40)

    page = page_of(reader_client, indicator)

    assert "Up 2 points: worse</td>" in page
    assert "40%</td>" in page
    assert "20%</td>" in page
    assert "asks for 46.66%" in page
    assert "asks for 43.33%" in page


def test_a_level_that_a_change_asks_for_is_drawn(reader_client):
    indicator = IndicatorFactory()
    BaselineFactory(indicator=indicator, text="40%", value=40)
    a_year(indicator, 2029, "41%")
    TargetFactory(
        indicator=indicator, text="5 points above baseline", value=5, change="+", change_in="points"
    )  # fmt: skip

    assert "Targets: 2029/30: 45%." in page_of(reader_client, indicator)


@pytest.fixture
def in_groups():
    def make(*groups):
        result = a_year(IndicatorFactory(), 2029, "40%")
        disability = Characteristic.objects.get(name="Disability")
        for place, (name, text, count, base) in enumerate(groups):
            BreakdownFactory(
                result=result, characteristic=disability, group=name, position=place, text=text,
                value=Decimal(text.rstrip("%")), count=count, base=base,
            )  # fmt: skip
        return result.indicator

    return make


def test_the_gap_of_a_group_to_the_whole_is_told(reader_client, in_groups):
    page = page_of(
        reader_client,
        in_groups(("Disabled", "33.5%", 67, 200), ("Others", "41%", 410, 1000)),
    )

    assert "67 of 200" in page
    assert "6.5 points below the whole" in page
    assert "1 point above the whole" in page


def test_a_small_group_is_masked_and_cannot_be_worked_out(reader_client, in_groups):
    page = page_of(
        reader_client,
        in_groups(("Women", "39%", 78, 200), ("Others", "41%", 41, 100), ("Disabled", "30%", 9, 30)),
    )  # fmt: skip

    assert "9 of 30" not in page
    assert "41 of 100" not in page
    assert "78 of 200" in page
    assert page.count("Not shown: small numbers") == 2


def test_of_a_result_of_few_people_neither_numerator_nor_words_are_shown(
    reader_client, in_groups
):
    indicator = in_groups(("Disabled", "5%", 2, 40), ("Others", "5%", 5, 100))
    indicator.results.update(
        text="5% (7 of 140)", value=5, numerator=7, denominator=140
    )

    page = page_of(reader_client, indicator)

    assert "7 of 140" not in page
    assert "of how many is not shown" in page


def test_who_may_edit_sees_what_readers_see_and_the_way_to_all_figures(
    admin_client, in_groups
):
    indicator = in_groups(("Disabled", "30%", 9, 30), ("Others", "41%", 41, 100))

    page = page_of(admin_client, indicator)

    assert "9 of 30" not in page
    assert (
        reverse("indicators:result_groups", args=[indicator.results.get().pk]) in page
    )


def test_the_groups_of_earlier_times_are_drawn_and_said_to_narrow(
    reader_client, in_groups
):
    indicator = in_groups(("Disabled", "35%", 70, 200), ("Others", "41%", 410, 1000))
    earlier = a_year(indicator, 2027, "38%")
    disability = Characteristic.objects.get(name="Disability")
    for group, text, count, base in (
        ("Disabled", "28%", 56, 200),
        ("Others", "40%", 400, 1000),
    ):
        BreakdownFactory(
            result=earlier, characteristic=disability, group=group, text=text, value=Decimal(text.rstrip("%")),
            count=count, base=base,
        )  # fmt: skip

    page = page_of(reader_client, indicator)

    assert "narrowed from 12 points in 2027/28 to 6 points in 2029/30." in page
    assert "Disability: groups over time" in page


def test_what_it_belongs_to_and_what_was_said_stands_on_the_page(reader_client):
    indicator, action = IndicatorFactory(), ActionFactory(title="Open on Saturdays")
    part = IndicatorFactory(parent=indicator, title="a) by phone")
    indicator.indicator_actions.create(action=action)
    indicator.indicator_priorities.create(priority=action.priority)
    CommentFactory(indicator=indicator, text="The survey came late.")

    page = page_of(reader_client, indicator)

    for words in (
        "Open on Saturdays",
        action.priority.title,
        part.title,
        "The survey came late.",
    ):
        assert words in page


def test_a_parent_is_measured_by_its_parts(reader_client):
    parent = IndicatorFactory()
    part = IndicatorFactory(parent=parent, title="a) by phone", better="higher")
    a_year(part, 2029, "46%")
    TargetFactory(indicator=part)

    page = page_of(reader_client, parent)

    assert "It is measured by its parts." in page
    assert "a) by phone" in page
    assert "46%" in page
    assert "Met</strong>" in page
    assert "No result and no target" not in page


def test_a_withdrawn_indicator_says_why(reader_client):
    indicator = ResultFactory().indicator
    indicator.withdraw(on=datetime.date(2020, 3, 31), why="The national set ended")

    assert "Withdrawn on 31 March 2020: The national set ended." in page_of(
        reader_client, indicator
    )


def test_an_indicator_without_figures_says_what_to_do_next(admin_client):
    indicator = IndicatorFactory()

    page = page_of(admin_client, indicator)

    assert "No result has been entered yet." in page
    assert reverse("indicators:result_add", args=[indicator.pk]) in page


def test_who_may_not_enter_figures_is_not_sent_to_do_so(reader_client):
    indicator = ResultFactory().indicator

    page = page_of(reader_client, indicator)

    assert reverse("indicators:result_add", args=[indicator.pk]) not in page
    assert "Correct<" not in page


def test_an_indicator_that_is_not_there_is_not_found(reader_client):
    missing = reverse("indicators:indicator_detail", args=[0])

    assert reader_client.get(missing).status_code == 404


@pytest.mark.parametrize("count", [1, 20])
def test_takes_twelve_queries_however_much_there_is(
    reader_client, django_assert_num_queries, in_groups, count
):
    indicator = in_groups(*((f"Group {n}", "40%", 40, 100) for n in range(count)))
    for n in range(count):
        action = ActionFactory()
        indicator.indicator_actions.create(action=action)
        indicator.indicator_priorities.create(priority=action.priority)
        IndicatorFactory(parent=indicator)
        CommentFactory(indicator=indicator)
        TargetFactory(
            indicator=indicator, end=datetime.date(2031 + n, 3, 31), start=None
        )

    # session, user, the indicator, its baselines, targets, results, parts, comments with who made them, actions and
    # priorities with their plans, every group of its results, the newest results of its parts
    with django_assert_num_queries(12):
        reader_client.get(indicator.get_absolute_url())


def test_the_table_shows_the_newest_times_and_leads_to_all_of_them(reader_client):
    indicator = IndicatorFactory()
    for year in range(2000, 2020):
        ResultFactory(
            indicator=indicator, period=f"in {year}", end=datetime.date(year, 3, 31), start=None
        )  # fmt: skip

    page = reader_client.get(indicator.get_absolute_url()).content.decode()
    whole = reader_client.get(indicator.get_absolute_url() + "?times=all").content.decode()  # fmt: skip

    assert page.count('class="govuk-table__header ind-time"') == 12
    assert "All 20 times</a>, back to in 2000" in page
    assert whole.count('class="govuk-table__header ind-time"') == 20
    assert "times=all" not in whole


def test_words_that_somebody_wrote_are_not_read_as_html(reader_client):
    indicator = IndicatorFactory(unit="<i>days</i>")
    words = {"text": "<b>&words</b>", "remark": "<b>remark</b>", "period": "<b>year</b>"}  # fmt: skip
    ResultFactory(indicator=indicator, **words)
    TargetFactory(indicator=indicator, **words)
    BaselineFactory(indicator=indicator, **words)

    page = reader_client.get(indicator.get_absolute_url()).content.decode()

    assert "<b>" not in page
    assert "<i>" not in page
    assert "&lt;b&gt;&amp;words&lt;/b&gt;" in page
    assert "&lt;b&gt;year&lt;/b&gt;" in page
    assert "&lt;i&gt;days&lt;/i&gt;" in page
