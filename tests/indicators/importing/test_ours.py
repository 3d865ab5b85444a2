"""What people wrote or took back here, beside a file that says otherwise."""

import datetime

import pghistory
import pytest

from indicators.models import Indicator, Result, Target
from tests.factories import IndicatorFactory, ResultFactory

from .bringing import HEADINGS, bring, difference, messages

pytestmark = pytest.mark.django_db
ROW = ("EQ 1 - Fair servise", "40%", "50%", "45%")


def imported(*rows, by, **said):
    """Bring a sheet in as the import pages do: the history knows that it was a file."""
    with pghistory.context(user=by.pk, import_run=1):
        return bring(*rows, by=by, **said)


def put_right(**said):
    with pghistory.context(url="/indicators/1/edit/"):
        Indicator.objects.update(**said)


def title():
    return Indicator.objects.get().title


def answer(found, take):
    [(_row, asked)] = found.asked
    return {asked.key: {"take": take, "seen": asked.seen}}


def test_a_title_that_somebody_put_right_stays_and_is_asked_about(admin):
    imported(ROW, by=admin)
    put_right(title="Fair service")

    found = imported(ROW, by=admin)

    [(_row, asked)] = found.asked
    assert title() == "Fair service"
    assert (asked.label, asked.here, asked.said["text"]) == ("Title", "Fair service", "Fair servise")  # fmt: skip
    assert (asked.outcome, found.counts["unchanged"]) == ("kept", 1)


def test_the_files_words_are_taken_once_they_are_chosen(admin):
    imported(ROW, by=admin)
    put_right(title="Fair service")

    found = imported(ROW, by=admin, figures=answer(difference(ROW), "file"))

    assert title() == "Fair servise"
    assert found.counts["changed"] == 1


def test_whatever_is_chosen_the_preview_is_the_one_that_was_seen(admin):
    imported(ROW, by=admin)
    put_right(title="Fair service")
    seen = difference(ROW)

    chosen = difference(ROW, figures=answer(seen, "file"))

    assert chosen.fingerprint() == seen.fingerprint()


def test_words_that_only_files_wrote_follow_the_next_file_unasked(admin):
    imported(ROW, by=admin)
    put_right(definition="Counted once a year")

    found = imported(("EQ 1 - Fair service", *ROW[1:]), by=admin)

    assert title() == "Fair service"
    assert found.asked == []


def test_a_title_kept_through_one_import_is_kept_through_the_next(admin):
    headings = (*HEADINGS, "Source")
    imported((*ROW, "Survey"), by=admin, headings=headings)
    put_right(title="Fair service")

    for source in ("The survey", "The new survey"):
        imported((*ROW, source), by=admin, headings=headings)

    assert Indicator.objects.get().source == "The new survey"
    assert title() == "Fair service"


def test_what_somebody_emptied_stays_empty_and_what_nobody_filled_is_filled(admin):
    headings = (*HEADINGS, "Source", "Frequency")
    imported((*ROW, "Survey", ""), by=admin, headings=headings)
    put_right(source="")

    imported((*ROW, "Survey", "Yearly"), by=admin, headings=headings)

    one = Indicator.objects.get()
    assert (one.source, one.frequency) == ("", "Yearly")


def test_an_import_that_was_undone_leaves_the_words_to_who_wrote_them(admin):
    imported(ROW, by=admin)
    put_right(title="Fair service")
    imported(ROW, by=admin, figures=answer(difference(ROW), "file"))
    with pghistory.context(import_run=1, undo=True):
        Indicator.objects.update(title="Fair service")

    assert [one.label for _row, one in difference(ROW).asked] == ["Title"]


def take_back(admin):
    Result.objects.get().take_back(by=admin, why="Of another council")


def test_a_result_that_was_taken_back_stays_away_and_is_asked_about(admin):
    imported(ROW, by=admin)
    take_back(admin)

    found = imported(ROW, by=admin)

    [(_row, asked)] = found.asked
    assert not Result.objects.exists()
    assert (asked.outcome, asked.why_ours, asked.here) == ("kept", "Taken back here", "45%")  # fmt: skip
    assert asked.by_whom[0] == admin.pk


def test_a_result_that_was_taken_back_comes_back_once_that_is_chosen(admin):
    imported(ROW, by=admin)
    take_back(admin)

    imported(ROW, by=admin, figures=answer(difference(ROW), "file"))

    assert Result.objects.get().text == "45%"


def test_a_result_of_no_time_that_was_taken_back_does_not_come_back_by_a_later_date(
    admin,
):
    row, headings = ("EQ 1 - Fair service", "45%"), ("Indicator", "Result")
    imported(row, by=admin, headings=headings)
    take_back(admin)

    imported(row, by=admin, headings=headings, as_at=datetime.date(2031, 6, 1))

    assert not Result.objects.exists()


def move(admin, **context):
    """Say that the result is of the year before."""
    year_before = {"period": "2029/30", "start": datetime.date(2029, 4, 1), "end": datetime.date(2030, 3, 31)}  # fmt: skip
    with pghistory.context(user=admin.pk, **context):
        Result.objects.update(**year_before)


def test_a_result_that_was_moved_to_another_time_stays_there_and_is_asked_about(admin):
    imported(ROW, by=admin)
    move(admin)

    found = imported(ROW, by=admin)

    [(_row, asked)] = found.asked
    assert Result.objects.get().period == "2029/30"
    assert (asked.outcome, asked.why_ours, asked.here) == ("kept", "Moved to 2029/30 here", "45%")  # fmt: skip


def test_a_result_that_was_moved_comes_back_for_its_time_once_that_is_chosen(admin):
    imported(ROW, by=admin)
    move(admin)

    imported(ROW, by=admin, figures=answer(difference(ROW), "file"))

    periods = Result.objects.values_list("period", flat=True).order_by("end")
    assert list(periods) == ["2029/30", "2030/31"]


def test_a_result_that_an_import_moved_is_not_asked_about(admin):
    imported(ROW, by=admin)
    move(admin, import_run=2)

    assert not difference(ROW).asked


def test_a_target_that_was_taken_away_stays_away(admin):
    imported(ROW, by=admin)
    with pghistory.context(user=admin.pk):
        Target.objects.get().delete()

    imported(ROW, by=admin)

    assert not Target.objects.exists()


def test_what_the_undoing_of_an_import_removed_is_new_to_the_next(admin):
    imported(ROW, by=admin)
    with pghistory.context(import_run=1, undo=True):
        Result.objects.get().delete()

    imported(ROW, by=admin)

    assert Result.objects.get().text == "45%"


@pytest.mark.parametrize(("on", "said"), [((2030, 3, 31), True), ((2031, 4, 1), False)])
def test_a_result_for_a_time_after_the_end_of_its_indicator_is_taken_with_a_word(
    admin, on, said
):
    day = datetime.date(*on)
    IndicatorFactory(code="EQ 1", title="Fair servise", withdrawn_on=day, withdrawn_why="Over")  # fmt: skip

    found = bring(ROW, by=admin)

    assert Result.objects.get().text == "45%"
    told = any("The indicator was withdrawn on" in one for one in messages(found))
    assert told == said


def test_a_files_unit_never_becomes_that_of_what_was_measured_without_one(admin):
    one = IndicatorFactory(code="EQ 1", title="Fair servise", unit="")
    time = {"start": datetime.date(2020, 4, 1), "end": datetime.date(2021, 3, 31)}
    ResultFactory(indicator=one, text="45", value=45, period="2020/21", **time)

    bring(ROW, by=admin)

    units = [each.as_measure().unit for each in Result.objects.in_order()]
    assert units == ["", "%"]
