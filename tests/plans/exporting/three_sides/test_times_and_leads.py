"""Dates and leads as they left, as the file has them, and as they stand here."""

import datetime

import pytest

from plans.importing.apply import apply
from plans.models import Action
from tests.factories import (
    UserFactory,
)
from tests.plans.exporting.there_and_back import Sheet, send_out
from tests.plans.exporting.three_sides.back import (
    SEPTEMBER,
    back,
    give_to,
    move,
    nothing_changes,
    the_clash,
)

pytestmark = pytest.mark.django_db


def test_a_date_moved_here_is_asked_about_where_the_file_says_other_words(
    plan, desk, sheet
):
    move(desk)
    sheet.write("1.1", "Timescale", "By June 2027")

    found = back(sheet, plan)

    clash = the_clash(found)
    assert nothing_changes(found)
    assert clash.name == "timescale"
    assert "30 September 2027" in clash.ours
    (row,) = back(sheet, plan, clash).to_import
    assert row.values["due"] == datetime.date(2027, 6, 30)


def test_a_date_that_nobody_moved_follows_the_file(plan, sheet):
    sheet.write("1.1", "Timescale", "By June 2027")

    found = back(sheet, plan)

    (row,) = found.to_import
    assert row.values["due"] == datetime.date(2027, 6, 30)
    assert not found.clashes


def test_the_same_date_on_both_sides_is_not_asked_about(plan, desk, sheet):
    move(desk)
    Action.objects.filter(pk=desk.pk).update(due_precision="month")
    sheet.write("1.1", "Timescale", "By September 2027")

    found = back(sheet, plan)

    (row,) = found.to_import
    assert row.values == {"timescale": "By September 2027"}
    assert not found.clashes


def test_new_words_about_time_are_read_though_the_old_ones_were_corrected(
    plan, desk, sheet
):
    Action.objects.filter(pk=desk.pk).update(due=SEPTEMBER, reading_corrected=True)
    corrected = Sheet(send_out(plan).workbook)
    corrected.write("1.1", "Timescale", "By March 2029")

    apply(back(corrected, plan), by=UserFactory())

    desk.refresh_from_db()
    assert desk.due == datetime.date(2029, 3, 31)
    assert not desk.reading_corrected


def test_a_reading_corrected_since_is_asked_about(plan, desk, sheet):
    Action.objects.filter(pk=desk.pk).update(due=SEPTEMBER, reading_corrected=True)
    sheet.write("1.1", "Timescale", "By March 2029")

    found = back(sheet, plan)

    assert the_clash(found).name == "timescale"
    assert nothing_changes(found)


def test_a_lead_changed_here_is_asked_about_where_the_file_names_another(
    plan, desk, sheet, others
):
    here, there = others
    give_to(desk, here)
    sheet.write("1.1", "Lead", "Head of Calls")

    found = back(sheet, plan)

    clash = the_clash(found)
    assert nothing_changes(found)
    assert (clash.name, clash.theirs) == ("lead_as_written", "Head of Calls")
    assert "Head of Access" in clash.ours
    (row,) = back(sheet, plan, clash).to_import
    assert row.leads == [there.pk]


def test_the_same_lead_on_both_sides_is_not_asked_about(plan, desk, sheet, others):
    _here, there = others
    give_to(desk, there)
    sheet.write("1.1", "Lead", "Head of Calls")

    found = back(sheet, plan)

    (row,) = found.to_import
    assert (row.values, row.leads) == ({"lead_as_written": "Head of Calls"}, None)
    assert not found.clashes


def test_a_lead_that_nobody_changed_follows_the_file(plan, sheet, others):
    sheet.write("1.1", "Lead", "Head of Calls")

    found = back(sheet, plan)

    (row,) = found.to_import
    assert row.leads == [others[1].pk]
    assert not found.clashes
