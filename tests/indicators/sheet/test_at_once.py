"""Two officers over one sheet: whoever saves second is shown what the first wrote, in its cell, and nobody is overwritten."""

import threading

import pytest

from indicators import sheets
from indicators.models import Result
from tests.indicators.results import a_result, page_of
from tests.together import post_together

from .filling import PERIOD, address, cell, fields_of, fill

pytestmark = pytest.mark.django_db


def text_of(indicator):
    return Result.objects.get(indicator=indicator).text


def test_a_cell_that_was_filled_meanwhile_is_shown_with_who_and_what(
    officer_client, manager_client, carers, women
):
    shown = officer_client.get(address())
    fill(manager_client, {cell(carers): "31%"})

    answer = fill(officer_client, {cell(carers): "34%", cell(women): "30%"}, shown=shown)  # fmt: skip

    assert answer.status_code == 409
    assert "May Manager saved 31% here while you were writing." in page_of(answer)
    assert fields_of(answer)[cell(carers)] == "34%"
    assert (text_of(carers), text_of(women)) == ("31%", "30%")


def test_theirs_is_kept_by_a_tick(officer_client, manager_client, carers):
    shown = officer_client.get(address())
    fill(manager_client, {cell(carers): "31%"})
    answer = fill(officer_client, {cell(carers): "34%"}, shown=shown)

    answer = fill(officer_client, {cell(carers, "keep"): "on"}, shown=answer)

    assert "Nothing was changed" in page_of(answer)
    assert text_of(carers) == "31%"


def test_mine_takes_its_place_by_saving_again_with_a_reason(
    officer_client, manager_client, carers
):
    shown = officer_client.get(address())
    fill(manager_client, {cell(carers): "31%"})
    answer = fill(officer_client, {cell(carers): "34%"}, shown=shown)

    fill(officer_client, {}, why="Counted again", shown=answer)

    assert text_of(carers) == "34%"


def test_a_correction_in_between_is_shown_too(officer_client, manager_client, carers):
    a_result(PERIOD, "45%", indicator=carers)
    shown = officer_client.get(address())
    fill(manager_client, {cell(carers): "46%"}, why="A typing error")

    answer = fill(officer_client, {cell(carers): "47%"}, why="Late returns", shown=shown)  # fmt: skip

    assert "May Manager saved 46% here" in page_of(answer)
    assert text_of(carers) == "46%"


def test_two_cells_of_one_row_are_not_in_each_others_way(
    officer_client, manager_client, carers
):
    a_result(PERIOD, "45%", indicator=carers)
    shown = officer_client.get(address())
    fill(manager_client, {cell(carers): "46%"}, why="A typing error")

    fill(officer_client, {cell(carers, "source"): "Payroll"}, shown=shown)

    found = Result.objects.get()
    assert (found.text, found.source) == ("46%", "Payroll")


def test_a_source_that_both_wrote_is_shown_at_its_own_cell(
    officer_client, manager_client, carers
):
    a_result(PERIOD, "45%", indicator=carers)
    shown = officer_client.get(address())
    fill(manager_client, {cell(carers, "source"): "Payroll"})

    answer = fill(officer_client, {cell(carers, "source"): "Survey"}, shown=shown)

    assert "May Manager saved Payroll here" in page_of(answer)
    assert f'href="#{cell(carers, "source")}"' in answer.content.decode()
    assert fields_of(answer)[cell(carers, "source")] == "Survey"
    fill(officer_client, {}, shown=answer)
    assert Result.objects.get().source == "Survey"


def test_a_cell_that_i_did_not_touch_simply_shows_what_is_new(
    officer_client, manager_client, carers, women
):
    shown = officer_client.get(address())
    fill(manager_client, {cell(carers): "31%"})

    answer = fill(officer_client, {cell(women): "30%"}, shown=shown)

    assert "1 result entered" in page_of(answer)
    assert text_of(carers) == "31%"


def test_the_same_figure_by_both_is_no_conflict(officer_client, manager_client, carers):
    shown = officer_client.get(address())
    fill(manager_client, {cell(carers): "31%"})

    answer = fill(officer_client, {cell(carers): "31%"}, shown=shown)

    assert "Nothing was changed" in page_of(answer)
    assert Result.objects.get().version == 1


def test_a_result_taken_back_meanwhile_is_not_made_anew_unseen(officer_client, carers):
    a_result(PERIOD, "45%", indicator=carers)
    shown = officer_client.get(address())
    Result.objects.all().delete()

    answer = fill(officer_client, {cell(carers): "47%"}, why="x", shown=shown)

    assert "Somebody took the result back" in page_of(answer)
    assert not Result.objects.exists()


def test_a_sheet_sent_twice_writes_once(officer_client, carers):
    sent = fields_of(officer_client.get(address())) | {cell(carers): "34%"}

    answers = [officer_client.post(address(), sent) for _ in range(2)]

    assert [one.status_code for one in answers] == [302, 302]
    assert Result.objects.get().version == 1


@pytest.mark.django_db(transaction=True)
def test_of_twelve_sheets_sent_at_once_one_fills_the_cell(
    officer, officer_client, carers, women
):
    shown = fields_of(officer_client.get(address()))
    sent = [
        shown | {cell(carers): f"{number}%", cell(women): "50%"}
        for number in range(20, 32)
    ]

    statuses = post_together(officer, address(), sent)

    assert statuses == [302] + [409] * 11
    assert Result.objects.filter(version=1).count() == Result.objects.count() == 2


@pytest.mark.django_db(transaction=True)
def test_of_twelve_corrections_at_once_one_counts(officer, officer_client, carers):
    a_result(PERIOD, "45%", indicator=carers)
    shown = fields_of(officer_client.get(address()))
    sent = [shown | {cell(carers): f"{n}%", "why": "x"} for n in range(50, 62)]

    statuses = post_together(officer, address(), sent)

    assert statuses == [302] + [409] * 11
    assert Result.objects.get().version == 2


@pytest.mark.django_db(transaction=True)
def test_without_the_lock_more_than_one_correction_would_count(
    officer, officer_client, carers, monkeypatch
):
    """The control: the same sheets where nobody waits for anybody."""
    rows_of = sheets.rows_of
    all_read = threading.Barrier(4)

    def unlocked(keys, period, *, lock=False):
        rows = rows_of(keys, period)
        if lock:
            all_read.wait(timeout=20)
        return rows

    a_result(PERIOD, "45%", indicator=carers)
    shown = fields_of(officer_client.get(address()))
    sent = [shown | {cell(carers): f"{n}%", "why": "x"} for n in range(50, 54)]
    monkeypatch.setattr(sheets, "rows_of", unlocked)
    monkeypatch.setattr(sheets, "hold", lambda keys, user, on: set(keys))

    statuses = post_together(officer, address(), sent)

    assert statuses == [302] * 4
    assert Result.objects.get().version == 5
