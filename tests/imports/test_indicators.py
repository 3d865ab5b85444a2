"""A file with indicators on its way through the pages."""

import datetime

import pghistory
import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext

from equality_tracker.imports.models import ImportRun
from indicators.models import Indicator, Result
from plans.models import Action, Plan
from tests.plans.importing.dumps import dump

from .workbooks import INDICATORS, MEASURED, measured, with_indicators

pytestmark = pytest.mark.django_db
YEARS = ("Indicator", "Polarity", "2023/24", "2024/25", "2025/26")


def undo(journey, run):
    journey.client.post(f"/import/{run.pk}/undo/")


def test_actions_and_indicators_are_imported_together_and_undone_together(journey):
    before = dump()
    journey.to_preview(with_indicators())
    page = journey.page("preview").content.decode()

    journey.apply()

    assert "Import 3 actions and 2 indicators" in page
    assert "Read as no number: no survey" in page
    priority = Plan.objects.get().priorities.get()
    assert [one.code for one in priority.indicators.all()] == ["EQ 1", "EQ 2"]
    assert (
        "3 actions and 2 indicators imported"
        in journey.page("run_detail").content.decode()
    )
    undo(journey, journey.run)
    assert dump() == before


def test_parts_of_an_indicator_land_in_the_directorate_that_is_chosen(journey, housing):
    parts = ("EQ 1 - Top earners who are:",), ("a) women", "30%", "35%", "33%")
    journey.to_preview(measured(*parts))
    assert (
        "Which directorate answers for these indicators?"
        in journey.page("preview").content.decode()
    )

    journey.apply({"answering-directorate": str(housing.pk)})

    assert [one.directorate for one in Indicator.objects.all()] == [housing, housing]


def test_the_same_file_again_changes_no_indicator(journey):
    journey.to_preview(with_indicators())
    journey.apply()
    before = dump()

    journey.to_preview(with_indicators(), plan=Plan.objects.get())
    page = journey.page("preview").content.decode()
    journey.apply()

    assert "Finish: nothing to import" in page
    assert dump() == before
    assert not journey.run.changes.exists()


def test_a_file_of_indicators_alone_makes_no_plan_and_says_so(journey):
    journey.upload(measured())
    columns = journey.page("columns").content.decode()
    journey.send("columns")
    page = journey.page("preview").content.decode()

    journey.apply()

    assert "so no plan is made of it" in columns
    assert "Indicators belong to the council" in page
    assert "Import 2 indicators" in page
    assert (Plan.objects.count(), Indicator.objects.count()) == (0, 2)
    assert "See the indicators" in journey.page("run_detail").content.decode()


def test_a_file_of_indicators_alone_goes_under_the_priorities_of_a_plan_that_is_chosen(
    journey,
):
    journey.to_preview(with_indicators())
    journey.apply()
    plan = Plan.objects.get()
    content = measured(
        INDICATORS,
        ("EQ 3 - Staff trained", "1%", "2%", "3%"),
        headings=("Priority 1: Fair access",),
    )

    journey.to_preview(content, plan=plan)
    page = journey.page("preview").content.decode()
    journey.apply({"answering-directorate": "none"})

    assert "2 indicators in the plan but not in this file" in page
    assert [one.code for one in plan.priorities.get().indicators.by_code()] == [
        "EQ 1",
        "EQ 2",
        "EQ 3",
    ]
    assert Action.objects.count() == 3


def test_a_series_with_a_column_a_year_lands_with_its_suggested_direction(journey):
    journey.to_preview(
        measured(("EQ 1 - Days to answer", "Lower", 12, 11, "10.5"), headings=YEARS)
    )
    journey.apply()

    one = Indicator.objects.get()
    assert [str(r.value.normalize()) for r in one.results.in_order()] == [
        "12",
        "11",
        "10.5",
    ]
    assert (one.suggested_direction, one.direction) == ("lower", "")


def test_a_correction_leaves_the_earlier_figure_in_the_history_with_the_file_as_its_reason(
    journey,
):
    journey.to_preview(measured(), as_at="2026-01-31")
    journey.apply()
    changed = (("EQ 1 - Residents who feel heard", "40%", "50%", "46%"), MEASURED[1])
    journey.to_preview(measured(*changed), name="put right.xlsx", as_at="2026-03-31")
    page = journey.page("preview").content.decode()

    journey.apply()

    result = Result.objects.get(indicator__code="EQ 1")
    events = (
        apps.get_model("indicators.ResultEvent")
        .objects.filter(pgh_obj=result.pk)
        .order_by("pgh_id")
    )
    assert "1 figure differs from what stands here" in page
    assert [one.text for one in events] == ["45%", "46%"]
    assert events.last().pgh_context["reason"] == "Imported from put right.xlsx"
    assert "“45%” became “46%”" in journey.page("run_detail").content.decode()


def test_a_figure_corrected_here_is_shown_with_both_and_ours_stays_until_the_files_is_chosen(
    journey, admin
):
    journey.to_preview(measured(), as_at="2026-01-31")
    journey.apply()
    Result.objects.filter(indicator__code="EQ 1").update(text="47%", value=47)
    changed = measured(
        ("EQ 1 - Residents who feel heard", "40%", "50%", "46%"), MEASURED[1]
    )
    journey.to_preview(changed, as_at="2026-03-31")
    page = journey.page("preview").content.decode()
    assert "Newer than the file" in page

    journey.apply()
    assert Result.objects.get(indicator__code="EQ 1").text == "47%"
    assert "Ours, “47%”, stays" in journey.page("run_detail").content.decode()

    journey.to_preview(changed, as_at="2026-03-31")
    field = figure_field(journey)
    journey.apply({field: "file"})
    assert Result.objects.get(indicator__code="EQ 1").text == "46%"


def figure_field(journey):
    html = journey.page("preview").content.decode()
    start = html.index('<select name="figure-') + len('<select name="')
    return html[start : html.index('"', start)]


def test_a_figure_entered_after_the_preview_is_kept_and_named(journey, admin):
    journey.to_preview(measured(), as_at="2026-01-31")
    journey.apply()
    Result.objects.all().delete()
    journey.to_preview(measured())
    sent = {"answering-directorate": "none", "apply": "1"}
    one = Indicator.objects.get(code="EQ 1")
    time = {
        "period_kind": "financial_year",
        "period": "2025/26",
        "end": datetime.date(2026, 3, 31),
    }
    Result.objects.create(indicator=one, text="49%", value=49, entered_by=admin, **time)

    journey.send("preview", sent)

    assert Result.objects.get(indicator=one).text == "49%"
    assert "Ours, “49%”, stays" in journey.page("run_detail").content.decode()


def test_words_put_right_and_results_taken_back_here_are_asked_about_and_stay(
    journey, admin
):
    journey.to_preview(measured(), as_at="2026-01-31")
    journey.apply()
    one = Indicator.objects.get(code="EQ 1")
    with pghistory.context(user=admin.pk):
        Indicator.objects.filter(pk=one.pk).update(title="Residents who are heard")
    one.results.get().take_back(by=admin, why="Of another council")

    journey.to_preview(measured(), as_at="2026-03-31")
    page = journey.page("preview").content.decode()
    journey.apply()

    one.refresh_from_db()
    told = journey.page("run_detail").content.decode()
    assert "1 field and 1 figure differ from what stands here" in page
    assert "<strong>Taken back here</strong>: Of another council" in page
    assert "Ours, “Residents who are heard”, stays" in told
    assert "It was taken back here, and stays away; the file says “45%”." in told
    assert (one.title, one.results.count()) == ("Residents who are heard", 0)


def test_words_put_right_here_give_way_where_the_files_are_chosen_while_importing(
    journey,
):
    journey.to_preview(measured(), as_at="2026-01-31")
    journey.apply()
    with pghistory.context(url="/indicators/1/edit/"):
        Indicator.objects.filter(code="EQ 1").update(title="Residents who are heard")
    journey.to_preview(measured(), as_at="2026-03-31")

    journey.apply({figure_field(journey): "file"})

    assert Indicator.objects.get(code="EQ 1").title == "Residents who feel heard"


def test_a_row_that_may_be_one_that_is_here_must_be_answered(journey):
    Indicator.objects.create(title="Residents who feel they are heard", code="")
    journey.to_preview(
        measured(("Residents who feel that they are heard", "40%", "50%", "45%"))
    )

    answer = journey.apply()

    assert (
        "may be an indicator that is here. Say whether it is" in answer.content.decode()
    )
    assert not Result.objects.exists()


def test_the_page_before_undoing_names_the_figures_that_will_stay(journey):
    journey.to_preview(with_indicators())
    journey.apply()
    Result.objects.filter(indicator__code="EQ 1").update(text="47%", value=47)

    page = journey.client.get(f"/import/{journey.run.pk}/undo/").content.decode()
    undo(journey, journey.run)

    assert "EQ 1 Residents who feel heard: result for 2025/26" in page
    assert Result.objects.get().text == "47%"


def test_two_imports_of_indicators_can_be_undone_one_after_the_other(journey):
    before = dump()
    journey.to_preview(with_indicators(), as_at="2026-01-31")
    journey.apply()
    first = journey.run
    changed = (("EQ 1 - Residents who feel heard", "40%", "51%", "46%"), MEASURED[1])
    journey.to_preview(with_indicators(changed), plan=Plan.objects.get())
    journey.apply()

    undo(journey, journey.run)
    undo(journey, first)

    assert dump() == before


def test_a_table_can_be_left_out_and_its_columns_put_right(journey):
    odd = ("Indicator", "Baseline", "Gubbins 2026/27", "Result 2025/26")
    journey.upload(measured(headings=odd))
    page = journey.page("columns").content.decode()
    assert "Holds indicators: take it" in page

    journey.send("columns", {"table-1-1-column-3": "target"})

    assert journey.run.understood["indicators"][0]["targets"][0]["text"] == "50%"


def test_a_table_said_to_hold_something_else_is_asked_about_again(journey):
    journey.upload(measured())

    answer = journey.send("columns", {"table-1-1-kind": "actions"})

    assert "Say what its columns are, and go on" in answer.content.decode()
    assert ImportRun.objects.get().state == "uploaded"


def queries(journey, rows):
    """How many queries the preview of so many new and as many corrected indicators takes."""
    rows_before = [
        (f"EQ {n} - Measure number {n}", "1%", "2%", "3%") for n in range(rows)
    ]
    journey.to_preview(measured(*rows_before), as_at="2026-01-31")
    journey.apply()
    more = [(f"EQ {n} - Measure number {n}", "1%", "2%", "4%") for n in range(2 * rows)]
    journey.to_preview(measured(*more), as_at="2026-02-28")
    with CaptureQueriesContext(connection) as found:
        journey.page("preview")
    return len(found)


def test_a_preview_of_many_indicators_takes_no_more_queries_than_of_one(journey):
    # Session, user; run; its choices' names (four); indicators, three of figures, who brought them; people; leads and directorates.
    assert queries(journey, 1) == queries(journey, 20)
