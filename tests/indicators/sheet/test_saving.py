"""Filling a sheet in: what is right is saved, what is not stays in its place, and only what changed is written."""

import pytest
from django.urls import reverse

from equality_tracker.audit.history import changes_of
from indicators import sheets
from indicators.models import Result
from tests.factories import IndicatorFactory
from tests.indicators.results import a_result, page_of

from .filling import PERIOD, address, cell, fields_of, fill, sure_of

pytestmark = pytest.mark.django_db


def of(indicator, period=PERIOD):
    return Result.objects.get(indicator=indicator, period=period)


def errors_of(response):
    return {
        row.indicator.pk: row.errors for row in response.context["rows"] if row.errors
    }


def test_figures_and_reasons_are_saved_together(officer_client, officer, carers, women):
    answer = fill(
        officer_client,
        {cell(carers): "34.4%", cell(carers, "source"): "Payroll", cell(carers, "provisional"): "on", cell(women, "reason"): "no_survey"},
    )  # fmt: skip

    assert "Saved for 2023/24: 2 results entered." in page_of(answer)
    first, second = of(carers), of(women)
    assert (first.text, first.source, first.provisional) == ("34.4%", "Payroll", True)
    assert (first.entered_by, str(first.end)) == (officer, "2024-03-31")
    assert (second.value, second.reason) == (None, "no_survey")


def test_a_row_that_was_left_alone_is_not_written(officer_client, carers, women):
    a_result(PERIOD, "45%", indicator=carers)
    before = of(carers)

    fill(officer_client, {cell(women): "30%"})

    assert (of(carers).version, of(carers).entered_at) == (before.version, before.entered_at)  # fmt: skip
    assert len(changes_of(of(carers))) == 1


def test_what_is_right_is_saved_and_what_is_not_stays_marked(
    officer_client, carers, women
):
    answer = fill(
        officer_client, {cell(carers): "34.4%", cell(women): "increase of 4%"}
    )

    page = page_of(answer)
    assert of(carers).text == "34.4%"
    assert not Result.objects.filter(indicator=women).exists()
    assert "1 row is not saved yet" in page
    assert "The other 1 that you changed is saved." in page
    assert f'href="#{cell(women)}"' in answer.content.decode()
    assert fields_of(answer)[cell(women)] == "increase of 4%"

    fill(officer_client, {cell(women): "4%"}, shown=answer)
    assert of(women).text == "4%"
    assert of(carers).version == 1


def test_every_field_of_a_wrong_row_keeps_what_was_typed(officer_client, carers):
    typed = {cell(carers): "34%", cell(carers, "reason"): "no_survey", cell(carers, "source"): "x" * 301, cell(carers, "provisional"): "on"}  # fmt: skip

    answer = fill(officer_client, typed)

    assert fields_of(answer) | typed == fields_of(answer)
    assert set(errors_of(answer)[carers.pk]) == {"reason", "source"}
    assert not Result.objects.exists()


def test_a_source_without_a_figure_asks_for_the_figure(officer_client, carers):
    answer = fill(officer_client, {cell(carers, "source"): "Payroll"})

    assert "Write the figure" in errors_of(answer)[carers.pk]["text"]


def test_changing_a_figure_asks_why_once_and_keeps_the_earlier_one(
    officer_client, carers, women
):
    a_result(PERIOD, "45%", indicator=carers)

    asked = fill(officer_client, {cell(carers): "47%", cell(women): "30%"})
    assert "Say why figures that stand here are changed." in page_of(asked)
    assert (of(carers).text, of(women).text) == ("45%", "30%")
    assert fields_of(asked)[cell(carers)] == "47%"

    answer = fill(officer_client, {}, why="Late returns", shown=asked)
    assert "1 result changed" in page_of(answer)
    newest = changes_of(of(carers))[0]
    assert (of(carers).text, newest.why, newest.who) == ("47%", "Late returns", "Olu Officer")  # fmt: skip


def test_a_reason_that_is_too_long_is_kept_in_its_field_and_said(
    officer_client, carers
):
    a_result(PERIOD, "45%", indicator=carers)
    why = "Late returns " * 50

    answer = fill(officer_client, {cell(carers): "47%"}, why=why)

    assert "Say it in 500 characters or fewer." in page_of(answer)
    assert why.strip() in page_of(answer)
    assert of(carers).text == "45%"


def test_the_reason_for_a_correction_is_not_kept_with_new_figures(
    officer_client, carers, women
):
    a_result(PERIOD, "45%", indicator=carers)

    fill(officer_client, {cell(carers): "47%", cell(women): "30%"}, why="Late returns")

    assert changes_of(of(carers))[0].why == "Late returns"
    assert changes_of(of(women))[0].why == ""


def test_making_a_figure_final_asks_for_no_reason(officer_client, carers):
    a_result(PERIOD, "45%", indicator=carers, provisional=True, numerator=45, denominator=100)  # fmt: skip
    shown = officer_client.get(address())
    typed = {name: value for name, value in fields_of(shown).items() if name != cell(carers, "provisional")}  # fmt: skip

    officer_client.post(address(), typed)

    found = of(carers)
    assert (found.provisional, found.text, found.numerator) == (False, "45%", 45)


def test_a_tick_taken_away_makes_the_words_final_too(officer_client, carers):
    a_result(PERIOD, "45% (provisional)", indicator=carers, value=45, provisional=True)
    sent = fields_of(officer_client.get(address()))
    del sent[cell(carers, "provisional")]

    officer_client.post(address(), sent)

    assert (of(carers).text, of(carers).provisional) == ("45%", False)


def test_a_figure_takes_the_place_of_the_reason_that_stood_there(
    officer_client, carers
):
    a_result(PERIOD, "No survey", indicator=carers, value=None, reason="no_survey")

    fill(officer_client, {cell(carers): "45%"}, why="The survey came late")

    assert (of(carers).value, of(carers).reason) == (45, "")


def test_a_result_is_not_cleared_on_the_sheet(officer_client, carers):
    result = a_result(PERIOD, "45%", indicator=carers)

    answer = fill(officer_client, {cell(carers): ""}, why="Wrong")

    assert reverse("indicators:result_take_back", args=[result.pk]) in answer.content.decode()  # fmt: skip
    assert of(carers).text == "45%"


def test_a_share_that_no_longer_fits_is_corrected_on_its_own_page(
    officer_client, carers
):
    result = a_result(PERIOD, "45%", indicator=carers, numerator=45, denominator=100)

    answer = fill(officer_client, {cell(carers): "47%"}, why="Late returns")

    assert reverse("indicators:result_correct", args=[result.pk]) in answer.content.decode()  # fmt: skip
    assert of(carers).text == "45%"

    fill(officer_client, {cell(carers): "45.0%"}, why="To one decimal")
    assert (of(carers).text, of(carers).numerator) == ("45.0%", 45)


def test_what_is_unlikely_is_asked_in_its_row(officer_client, carers, women):
    answer = fill(officer_client, {cell(carers): "450%", cell(women): "30%"})

    assert "450% is more than 100 per cent." in page_of(answer)
    assert not Result.objects.filter(indicator=carers).exists()

    fill(officer_client, sure_of(answer, carers), shown=answer)
    assert of(carers).value == 450


def test_a_tick_holds_only_for_what_was_asked(officer_client, carers):
    asked = fill(officer_client, {cell(carers): "450%"})

    answer = fill(officer_client, sure_of(asked, carers) | {cell(carers): "950%"}, shown=asked)  # fmt: skip

    assert "950% is more than 100 per cent." in page_of(answer)
    assert not Result.objects.exists()


def test_words_of_several_lines_are_not_changed_by_showing_them(officer_client, carers):
    a_result(PERIOD, "45%\n(provisional)", indicator=carers, value=45)

    answer = fill(officer_client, {})

    assert "Nothing was changed" in page_of(answer)
    assert of(carers).text == "45%\n(provisional)"


def test_the_next_page_is_reached_with_what_was_typed_saved(officer_client, carers):
    answer = fill(officer_client, {cell(carers): "34%", "go": "2"})

    assert "page=2" in answer.redirect_chain[0][0]
    assert of(carers).text == "34%"


def test_the_next_page_waits_where_something_is_wrong(officer_client, carers):
    answer = fill(officer_client, {cell(carers): "increase of 4%", "go": "2"})

    assert not answer.redirect_chain
    assert fields_of(answer)[cell(carers)] == "increase of 4%"


def test_the_period_is_the_one_that_was_shown(officer_client, carers):
    shown = officer_client.get(reverse("indicators:sheet"))

    officer_client.post(
        reverse("indicators:sheet"),
        fields_of(shown) | {cell(carers): "34%", "period": "2019/20"},
    )

    assert Result.objects.get().period == "2019/20"


@pytest.fixture
def moved(officer_client, carers, women, libraries):
    """The answer to a sheet of two rows, the second of which went to another directorate while it was filled in."""
    shown = officer_client.get(address())
    women.directorate = libraries
    women.save()
    return fill(officer_client, {cell(carers): "34%", cell(women): "41%"}, shown=shown)


def test_a_row_that_is_no_longer_theirs_is_not_saved_and_the_rest_is(moved, carers):
    assert [one.indicator for one in Result.objects.all()] == [carers]


def test_words_for_a_row_that_is_no_longer_theirs_stay_with_who_enters_it_now(
    moved, women, libraries
):
    page = moved.content.decode()

    assert f"no longer yours to enter, so it was not saved: {libraries} enters it now" in page  # fmt: skip
    assert fields_of(moved)[cell(women)] == "41%"


def test_words_for_a_row_that_is_no_longer_theirs_can_be_left_out(
    moved, officer_client, women
):
    answer = officer_client.post(
        address(), fields_of(moved) | {cell(women, "keep"): "on"}
    )

    assert answer.status_code == 302
    assert not Result.objects.filter(indicator=women).exists()


def test_a_row_of_no_indicator_is_not_found_and_nothing_is_saved(
    officer_client, carers
):
    answer = fill(officer_client, {cell(carers): "34%", "r999999-was": "[]"})

    assert answer.status_code == 404
    assert not Result.objects.exists()


def test_more_rows_than_a_sheet_has_are_refused(officer_client):
    sent = {f"r{number}-was": "[]" for number in range(101)}

    answer = officer_client.post(address(), sent | {"period": PERIOD})

    assert answer.status_code == 400


@pytest.mark.parametrize("stamp", ["", "x", "[]", "{}", '["1", 2, 3, 4, 5]', "null"])
def test_a_stamp_that_is_none_overwrites_nothing(officer_client, carers, stamp):
    a_result(PERIOD, "45%", indicator=carers)

    fill(officer_client, {cell(carers): "47%", cell(carers, "was"): stamp}, why="x")

    assert of(carers).text == "45%"


@pytest.mark.parametrize("count", [1, 20])
def test_saving_takes_eleven_queries_however_many_rows(
    officer_client, housing, django_assert_num_queries, count
):
    indicators = IndicatorFactory.create_batch(count, directorate=housing)
    old = IndicatorFactory.create_batch(count, directorate=housing)
    for indicator in old:
        a_result(PERIOD, "45%", indicator=indicator)
    typed = {cell(one): "30%" for one in indicators} | {cell(one): "47%" for one in old}
    sent = fields_of(officer_client.get(address())) | typed | {"why": "Late returns"}

    # session, user; begin; the indicators held with whose they are; the indicators with their parents, their results, last figures
    # and targets; the new ones, the changed ones; end
    with django_assert_num_queries(11):
        officer_client.post(address(), sent)

    assert Result.objects.filter(text__in=["30%", "47%"]).count() == 2 * count


def test_a_result_that_came_in_by_another_way_is_kept_and_all_typed_stays(
    officer_client, carers, women, monkeypatch
):
    rows_of = sheets.saving.rows_of
    shown = officer_client.get(address())

    def just_before(keys, period, *, lock=False):
        rows = rows_of(keys, period, lock=lock)
        if lock:
            a_result(PERIOD, "31%", indicator=carers)
        return rows

    monkeypatch.setattr(sheets, "rows_of", just_before)
    answer = fill(officer_client, {cell(carers): "34%", cell(women): "30%"}, shown=shown)  # fmt: skip

    assert "at the same moment" in page_of(answer)
    assert not Result.objects.filter(indicator=women).exists()
    assert (fields_of(answer)[cell(carers)], fields_of(answer)[cell(women)]) == ("34%", "30%")  # fmt: skip
