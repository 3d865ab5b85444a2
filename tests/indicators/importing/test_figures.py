"""A file's figures beside those that stand here."""

import datetime
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from equality_tracker.organisation.models import Characteristic
from indicators.importing.provenance import Brought
from indicators.models import (
    Baseline,
    Breakdown,
    Comment,
    Indicator,
    Result,
    Target,
)
from tests.factories import IndicatorFactory, PlanFactory, ResultFactory
from tests.indicators.laying import read

from .bringing import AS_AT, HEADINGS, bring, difference, messages

pytestmark = pytest.mark.django_db
ROW = ("EQ 1 - Fair service", "40%", "TBC", "45.50%")
BEFORE = datetime.datetime(2031, 1, 1, 12, tzinfo=datetime.UTC)


def stands(**said):
    """A result for 2030/31 that somebody entered in January 2031."""
    one = IndicatorFactory(code="EQ 1", title="Fair service")
    time = {"start": datetime.date(2030, 4, 1), "end": datetime.date(2031, 3, 31)}
    return ResultFactory(
        indicator=one, period="2030/31", **{"entered_at": BEFORE} | time | said
    )


def only(found):
    [(_row, figure)] = found.asked
    return figure


def test_each_figure_is_a_number_or_a_reason_with_its_words_and_where_it_came_from(
    admin,
):
    bring(ROW, by=admin)

    baseline, target, result = (
        Baseline.objects.get(),
        Target.objects.get(),
        Result.objects.get(),
    )
    assert (baseline.value, baseline.text) == (40, "40%")
    assert (target.value, target.reason, target.period) == (
        None,
        "to_be_confirmed",
        "2030/31",
    )
    assert (result.value, result.as_measure().unit, result.end) == (
        Decimal("45.5"),
        "%",
        datetime.date(2031, 3, 31),
    )
    assert (result.source, result.entered_by) == ("measures.xlsx, Measures D2", admin)


def test_words_that_left_without_their_people_come_back_as_the_same(admin):
    stands(text="77% (7 of 9 staff)", value=77, second=7, remark="7 of 9 staff")

    found = difference(("EQ 1 - Fair service", "", "", "77%"))

    assert found.counts["unchanged"] == 1


def test_the_words_decide_whether_a_figure_changed(admin):
    stands(text="45.50%", value=Decimal("45.5"), remark="Read otherwise by a person")

    found = difference(("EQ 1 - Fair service", "", "", " 45.50% "))

    assert found.counts["unchanged"] == 1


def test_what_the_file_says_otherwise_is_a_correction(admin):
    result = stands(text="44%", value=44)

    found = bring(("EQ 1 - Fair service", "", "", "45%"), by=admin)

    result.refresh_from_db()
    assert (result.text, result.value, result.entered_by) == ("45%", 45, admin)
    assert found.counts["corrected"] == 1


@pytest.mark.parametrize(
    ("entered", "stays"),
    [(BEFORE, False), (datetime.datetime(2031, 4, 30, 9, tzinfo=datetime.UTC), True)],
    ids=["before the file's date", "on the file's date"],
)
def test_a_persons_figure_stays_where_it_is_newer_than_the_file(admin, entered, stays):
    result = stands(text="44%", value=44, entered_at=entered)

    found = bring(("EQ 1 - Fair service", "", "", "45%"), by=admin)

    result.refresh_from_db()
    assert result.text == ("44%" if stays else "45%")
    assert found.counts["ours"] == stays


def test_the_choice_of_a_person_goes_before_which_is_newer_as_long_as_the_figure_is_the_one_they_saw(
    admin,
):
    result = stands(text="44%", value=44)
    row = ("EQ 1 - Fair service", "", "", "45%")
    asked = only(difference(row))
    answer = {asked.key: {"take": "ours", "seen": asked.seen}}
    assert only(difference(row, figures=answer)).take == "ours"

    Result.objects.filter(pk=result.pk).update(text="46%", value=46)

    assert only(difference(row, figures=answer)).take == "file"


@pytest.mark.parametrize(
    ("as_at", "newer"),
    [(datetime.date(2031, 4, 1), False), (datetime.date(2031, 6, 1), True)],
)
def test_what_a_later_file_brought_is_newer_than_an_earlier_one(as_at, newer):
    stands(
        text="44%",
        value=44,
        entered_at=datetime.datetime(2031, 7, 1, tzinfo=datetime.UTC),
    )

    def imports_of(figures):
        return {
            (one._meta.label_lower, one.pk): Brought(as_at, one.version)
            for one in figures
        }

    found = difference(("EQ 1 - Fair service", "", "", "45%"), imports_of=imports_of)

    assert only(found).newer is newer


def test_two_figures_for_one_time_are_a_question_to_the_file(admin):
    headings = (*HEADINGS, "Actual 2030/31")

    found = bring(
        ("EQ 1 - Fair service", "", "", "45%", "46%"), headings=headings, by=admin
    )

    assert not Result.objects.exists()
    assert [one for one in messages(found) if "“45%” in D2 and “46%” in E2" in one]


def test_a_final_figure_goes_before_a_provisional_one(admin):
    headings = ("Indicator", "Provisional result 2030/31", "Final result 2030/31")

    bring(("EQ 1 - Fair service", "45%", "46%"), headings=headings, by=admin)

    assert Result.objects.get().text == "46%"


def test_figures_whose_heading_names_no_time_take_the_files_date_and_the_plans_end(
    admin,
):
    plan = PlanFactory(end=datetime.date(2032, 3, 31))
    row, headings = (
        ("EQ 1 - Fair service", "50%", "45%"),
        ("Indicator", "Target", "Result"),
    )

    bring(row, headings=headings, plan=plan, by=admin)
    again = bring(
        row, headings=headings, plan=plan, by=admin, as_at=AS_AT + datetime.timedelta(9)
    )

    assert Result.objects.get().end == AS_AT
    assert (Target.objects.get().end, Target.objects.get().plan) == (plan.end, plan)
    assert again.changes == []


def test_a_target_whose_time_nobody_can_say_is_left_out_and_its_cell_named(admin):
    found = bring(
        ("EQ 1 - Fair service", "50%", "45%"),
        headings=("Indicator", "Target", "Result"),
        by=admin,
    )

    assert not Target.objects.exists()
    assert any(
        one.startswith("B2: The heading names no time") for one in messages(found)
    )


def test_an_indicator_keeps_the_unit_that_its_earlier_figures_are_in(admin):
    stands(text="44%", value=44)

    bring(("EQ 1 - Fair service", "", "", "£12"), by=admin, as_at=AS_AT)

    one = Indicator.objects.get()
    assert (one.unit, Result.objects.get().unit) == ("%", "GBP")


def test_a_change_is_asked_about_where_points_or_per_cent_may_be_meant(admin):
    bring(
        ("EQ 1 - Share of staff (%)", "40%", "Increase of 4% on baseline", "41%"),
        by=admin,
    )

    target = Target.objects.get()
    assert (target.change, target.value, target.change_in, target.unit) == (
        "+",
        4,
        "",
        "",
    )


def test_a_column_that_says_which_way_is_better_is_a_suggestion_that_leaves_a_confirmed_one(
    admin,
):
    headings = (*HEADINGS, "Polarity")
    IndicatorFactory(code="EQ 1", title="Fair service", better="higher")

    bring(
        (*ROW, "Lower is better"),
        ("EQ 2 - Days lost", "4", "3", "5", "Low"),
        headings=headings,
        by=admin,
    )

    said = Indicator.objects.values_list("code", "suggested_direction", "direction")
    assert sorted(said) == [("EQ 1", "", "higher"), ("EQ 2", "lower", "")]


def test_a_title_of_the_national_set_stays_as_the_set_has_it(admin):
    IndicatorFactory(code="NI 1", belongs_to="national", title="The set's own title")

    bring(("NI 1 - In the plan's words", "1%", "2%", "3%"), by=admin)

    assert Indicator.objects.get().title == "The set's own title"


def test_a_series_with_a_column_a_year_lands_year_by_year_and_only_the_new_year_the_next_time(
    admin,
):
    years = ("Indicator", "2027/28", "2028/29", "2029/30")
    bring(("EQ 1 - Fair service", "41%", "no survey", "43%"), headings=years, by=admin)

    found = bring(
        ("EQ 1 - Fair service", "41%", "no survey", "43%", "44%"),
        headings=(*years, "2030/31"),
        by=admin,
    )

    said = Result.objects.in_order().values_list("period", "value", "reason")
    assert list(said) == [
        ("2027/28", 41, ""),
        ("2028/29", None, "no_survey"),
        ("2029/30", 43, ""),
        ("2030/31", 44, ""),
    ]
    assert len([one for one in found.changes if one.model == "indicators.result"]) == 1


def test_a_columns_comment_is_said_once_and_an_arrow_is_no_comment(admin):
    headings = (*HEADINGS, "Comments")
    rows = (*ROW, "The survey came late."), ("EQ 2 - Days lost", "4", "3", "5", "↑")

    bring(*rows, headings=headings, by=admin)
    again = bring(*rows, headings=headings, by=admin)

    said = Comment.objects.values_list("indicator__code", "text", "made_by")
    assert list(said) == [("EQ 1", "The survey came late.", admin.pk)]
    assert again.changes == []


def grouped(**said):
    """One entry whose result is broken down by the group that is `said`."""
    [entry] = read(HEADINGS, ROW)
    group = {
        "characteristic": "sex", "characteristic_said": "Gender", "group": "Women", "text": "48%", "value": 48,
        "unit": "%", "reason": None, "count": 12, "base": 25, "sheet": "Groups", "row": 2, "cell": "C2",
    }  # fmt: skip
    entry["results"][0]["breakdowns"] = [group | said]
    return [entry]


def test_groups_land_with_their_result_and_are_known_again(admin):
    bring(by=admin, entries=grouped())
    again = bring(by=admin, entries=grouped(group=" women"))

    group = Breakdown.objects.get()
    assert group.characteristic == Characteristic.objects.get(name="Sex")
    assert (group.group, group.value, group.count, group.base) == ("Women", 48, 12, 25)
    assert again.changes == []


def test_a_group_that_a_file_no_longer_names_stays_and_is_named(admin):
    bring(by=admin, entries=grouped())

    found = bring(by=admin, entries=grouped(group="Men", text="40%", value=40, count=10))  # fmt: skip

    assert set(Breakdown.objects.values_list("group", flat=True)) == {"Women", "Men"}
    told = [one for one in found.problems if "no longer names “Women” by sex" in one["message"]]  # fmt: skip
    assert [(one["sheet"], one["cell"]) for one in told] == [("Groups", "C2")]


def test_groups_by_another_characteristic_than_the_files_are_not_named(admin):
    bring(by=admin, entries=grouped())

    found = bring(by=admin, entries=grouped(characteristic="age", group="Under 25"))

    assert not [one for one in found.problems if "no longer names" in one["message"]]


def test_a_characteristic_that_nobody_knows_is_named_by_its_cell_and_nothing_made_of_it(
    admin,
):
    found = bring(by=admin, entries=grouped(characteristic="Handedness"))

    assert not Breakdown.objects.exists()
    assert [
        (one["sheet"], one["cell"])
        for one in found.problems
        if "Handedness" in one["message"]
    ] == [("Groups", "C2")]


def test_groups_of_a_figure_that_is_not_taken_are_left_out_with_it(admin):
    stands(
        text="44%",
        value=44,
        entered_at=datetime.datetime(2031, 5, 1, tzinfo=datetime.UTC),
    )

    found = bring(by=admin, entries=grouped())

    assert not Breakdown.objects.exists()
    assert found.rows[0].groups[0].left_out_because == "its result is not taken"


def test_a_groups_figure_that_a_person_typed_stays_until_the_files_is_chosen(admin):
    bring(by=admin, entries=grouped())
    Breakdown.objects.update(text="50%", value=50)

    asked = only(bring(by=admin, entries=grouped()))
    assert asked.label == "sex: Women, 2030/31"
    assert Breakdown.objects.get().text == "50%"
    bring(
        by=admin,
        entries=grouped(),
        figures={asked.key: {"take": "file", "seen": asked.seen}},
    )

    assert Breakdown.objects.get().text == "48%"


def test_what_the_reader_kept_masked_changes_nothing(admin):
    bring(by=admin, entries=grouped())

    assert (
        bring(by=admin, entries=grouped(masked=True, text="fewer than 10")).changes
        == []
    )


@pytest.mark.parametrize("rows", [1, 20])
def test_many_rows_are_written_with_no_more_queries_than_one(admin, rows):
    many = [(f"EQ {n} - Measure number {n}", "1%", "2%", "3%") for n in range(rows)]

    with CaptureQueriesContext(connection) as found:
        bring(*many, by=admin)

    # Names (two), indicators; the setting of the triggers; then of indicators, baselines, targets and results the ids and the rows.
    assert len(found) == 12
