"""A person corrects how a row was read: it counts, survives another reading, and is shown as theirs."""

import datetime
import re

import pytest
from django.test import Client
from django.urls import reverse

from equality_tracker.organisation.models import Lead
from plans.models import Action, Plan
from tests.factories import UserFactory
from tests.plans.importing.dumps import dump

from .conftest import fields_of
from .workbooks import ROWS, workbook

pytestmark = pytest.mark.django_db

SAME_WORDS = (
    ("1.1", "Open the desk", "", "Desk Manager", "Spring 2027", "On target", ""),
    ("1.2", "Offer interpreting", "", "Equalities and Libraries", "Spring 2027", "", ""),
    ("1.3", "Train the staff", "", "Libraries", "June 2027", "", ""),
)  # fmt: skip


def address(journey, row):
    return reverse("imports:correct", args=[journey.run.pk]) + f"?row=Plan!{row}"


def correct(journey, row, **changes):
    """Send the row's form as its page shows it, with `changes`."""
    page = journey.client.get(address(journey, row)).content.decode()
    return journey.client.post(address(journey, row), fields_of(page) | changes)


def preview(journey):
    return journey.page("preview").content.decode()


def actions_and_updates():
    found = dump()
    return found["plans.Action"], found["plans.ActionUpdate"]


def action(reference):
    return Action.objects.get(reference=reference)


def test_a_date_is_corrected_before_importing(journey, admin):
    journey.to_preview()

    answer = correct(journey, 5, due="30/4/2027")

    assert answer.url.startswith(f"/import/{journey.run.pk}/preview/#row-")
    assert "Ada Admin reads this as: due 30 April 2027" in " ".join(
        preview(journey).split()
    )
    journey.apply({"plan-live": "on"})
    one = action("1.2")
    assert (one.due, one.original_due) == (datetime.date(2027, 4, 30),) * 2
    assert one.reading_corrected
    assert one.timescale == "June 2027"
    page = journey.page("run_detail").content.decode()
    assert "1 reading of the file put right by hand" in page
    assert "Plan, row 5: the dates" in page
    page = journey.client.get(one.get_absolute_url()).content.decode()
    assert "corrected by a person" in page


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"due": "", "ongoing": "on"}, {"due": None, "ongoing": True}),
        ({"due": "", "event": "The inquiry"}, {"due": None, "event": "The inquiry"}),
        ({"due": ""}, {"due": None, "ongoing": False, "event": ""}),
        ({"recurrence": "annual"}, {"recurrence": "annual"}),
    ],
    ids=["ongoing", "event", "not dated", "yearly"],
)
def test_a_reading_is_corrected_to_any_kind(journey, changes, expected):
    journey.to_preview()

    correct(journey, 5, **changes)
    journey.apply()

    one = action("1.2")
    assert {name: getattr(one, name) for name in expected} == expected


def test_a_correction_holds_for_all_rows_with_the_same_words_when_asked(journey):
    journey.to_preview(workbook(SAME_WORDS))

    correct(journey, 4, due="1/3/2027", everywhere="on")
    journey.apply()

    dues = list(Action.objects.values_list("due", flat=True))
    assert dues[:2] == [datetime.date(2027, 3, 1)] * 2
    assert dues[2] == datetime.date(2027, 6, 30)


def test_a_status_is_corrected_and_its_update_says_by_whom(journey):
    journey.to_preview()

    correct(journey, 4, status="achieved")
    assert "Chosen by Ada Admin" in preview(journey)
    journey.apply({"plan-live": "on"})

    one = action("1.1")
    assert one.rag_status == "achieved"
    assert one.latest_update.status_chosen
    assert not action("1.2").latest_update.status_chosen
    page = journey.client.get(one.get_absolute_url()).content.decode()
    assert "Ada Admin chose this status at the import" in page


def test_a_status_can_be_taken_away(journey):
    journey.to_preview()

    correct(journey, 4, status="")
    journey.apply()

    assert action("1.1").rag_status is None


def test_what_was_split_is_shown_and_kept_as_one_when_ticked(journey):
    journey.to_preview(workbook(SAME_WORDS))
    page = preview(journey)
    field = re.search(r'name="(split-\w+-keep)"', page)[1]
    assert "Read as 2 leads: Equalities; Libraries" in page

    answer = journey.send(
        "preview", {"answering-directorate": "none", "apply": "1", field: "on"}
    )

    assert not Plan.objects.exists()
    page = journey.client.get(answer.url).content.decode()
    assert "now read as you said" in page
    assert "Create “Equalities and Libraries”" in page
    assert "Create “Equalities”" not in page


def test_leads_are_split_by_hand(journey):
    Lead.objects.create(name="Desk Staff")
    Lead.objects.create(name="Managers")
    rows = [(*ROWS[0][:3], "Desk staff with their managers", *ROWS[0][4:])]
    journey.to_preview(workbook(rows))

    correct(journey, 4, leads="Desk Staff\nManagers")
    journey.apply()

    names = [one.name for one in action("1.1").leads.all()]
    assert sorted(names) == ["Desk Staff", "Managers"]
    assert action("1.1").lead_as_written == "Desk staff with their managers"


def test_a_correction_survives_another_reading_of_the_columns(journey):
    journey.to_preview()
    correct(journey, 5, due="30/4/2027")

    journey.send("columns")

    journey.apply()
    assert action("1.2").due == datetime.date(2027, 4, 30)


def test_a_correction_can_be_taken_back(journey):
    journey.to_preview()
    correct(journey, 5, due="30/4/2027")

    correct(journey, 5, due="30/6/2027")

    assert journey.run.decisions["corrections"]["rows"] == {}
    journey.apply()
    assert not action("1.2").reading_corrected


def test_choices_saved_on_the_preview_keep_the_corrections(journey):
    journey.to_preview()
    correct(journey, 5, due="30/4/2027")

    journey.send("preview", {"answering-directorate": "none", "save": "1"})
    journey.apply()

    assert action("1.2").due == datetime.date(2027, 4, 30)


def test_a_reading_is_corrected_where_the_words_have_not_changed(journey):
    journey.to_preview()
    journey.apply()
    plan = Plan.objects.get()
    journey.to_preview(plan=plan)

    correct(journey, 5, due="30/4/2027")

    assert "Import 1 action" in preview(journey)
    journey.apply()
    one = action("1.2")
    assert (one.due, one.original_due) == (datetime.date(2027, 4, 30),) * 2


def test_an_import_with_corrections_can_be_undone(journey):
    journey.to_preview()
    journey.apply()
    before = actions_and_updates()
    journey.to_preview(plan=Plan.objects.get())
    correct(journey, 5, due="30/4/2027", status="achieved")
    journey.apply()
    assert actions_and_updates() != before

    journey.client.post(f"/import/{journey.run.pk}/undo/")

    assert actions_and_updates() == before


def test_a_correction_that_cannot_be_is_refused_in_words(journey):
    journey.to_preview()

    answer = correct(journey, 5, due="1/2/2027", start="1/3/2027")

    assert "cannot start after it is due" in answer.content.decode()


def test_a_row_that_is_not_in_the_file_is_not_found(journey):
    journey.to_preview()

    assert journey.client.get(address(journey, 999)).status_code == 404


def test_another_admins_correction_meanwhile_is_not_overwritten(journey):
    journey.to_preview()
    mine = fields_of(journey.client.get(address(journey, 5)).content.decode())
    other = Client()
    other.force_login(UserFactory(role="admin"))
    other.post(address(journey, 5), mine | {"due": "1/1/2027"})

    answer = journey.client.post(address(journey, 5), mine | {"due": "2/2/2027"})

    assert "Somebody else changed the choices" in answer.content.decode()
    kept = journey.run.decisions["corrections"]["rows"]["Plan!5"]["reading"]
    assert kept["due"] == "2027-01-01"


def test_near_names_are_offered_and_never_merged(journey):
    Lead.objects.create(name="Desk Managers")

    journey.to_preview()

    assert "near: Desk Managers" in preview(journey)
    journey.apply()
    assert not action("1.1").leads.exists()


def test_a_problem_leads_to_the_row_that_it_names(journey):
    rows = [(*ROWS[0][:4], "31/09/2026", *ROWS[0][5:])]
    journey.to_preview(workbook(rows))
    page = preview(journey)
    assert "no such day in the calendar" in page
    link = re.search(r'href="([^"]*)">E4<', page)[1]

    assert journey.client.get(link).status_code == 200
    correct(journey, 4, due="30/9/2026")

    assert "no such day in the calendar" not in preview(journey)
