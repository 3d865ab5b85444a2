"""A file's way through the pages, from the upload to the plan and back."""

import datetime

import pytest
from django.apps import apps

from equality_tracker.imports.models import ImportedChange, ImportRun, RememberedLead
from equality_tracker.organisation.models import Holding, Lead
from plans.models import Action, Plan
from tests.imports.preview_fields import lead_field
from tests.plans.importing.dumps import dump

from .conftest import AS_AT
from .workbooks import HEADINGS, ROWS, with_word_and_colour_apart, workbook

pytestmark = pytest.mark.django_db


@pytest.mark.reading_process
def test_a_file_is_read_and_its_columns_are_shown_with_three_rows(journey):
    answer = journey.upload()

    page = journey.page("columns").content.decode()
    assert answer.url == journey.run.get_absolute_url()
    for words in ("Timescale", "Open the desk on Saturdays", "Train the night staff"):
        assert words in page


def test_nothing_is_written_before_the_last_button(journey):
    before = dump()

    journey.to_preview()
    page = journey.page("preview").content.decode()

    assert "Import 3 actions" in page
    assert "Nothing has been saved yet" in page
    assert dump() == before


def test_the_plan_is_made_as_the_file_says(journey):
    journey.to_preview()

    answer = journey.apply({"plan-title": "Fair Northmere", "plan-reference": "FN-1"})

    plan = Plan.objects.get(reference="FN-1")
    assert answer.url == f"/import/{journey.run.pk}/"
    assert plan.state == "live"
    assert [str(one) for one in plan.actions.all()] == [f"{r[0]} {r[1]}" for r in ROWS]
    assert list(plan.actions.values_list("rag_status", flat=True)) == [
        "on_target",
        "slipped",
        None,
    ]


def test_the_answering_directorate_gets_what_names_only_posts(journey, housing):
    journey.to_preview()

    journey.apply({"answering-directorate": str(housing.pk)})

    assert Action.objects.filter(directorate=housing).count() == 3
    assert Plan.objects.get().directorate == housing


def test_the_answering_directorate_can_be_made_on_the_way(journey):
    journey.to_preview()

    journey.apply({"answering-directorate": "", "answering-new_name": "Customer Care"})

    assert Action.objects.filter(directorate__name="Customer Care").count() == 3


def test_who_answers_must_be_said(journey):
    journey.to_preview()

    answer = journey.apply({"answering-directorate": ""})

    assert "Say which directorate answers" in answer.content.decode()
    assert not Plan.objects.exists()


def test_a_lead_is_created_only_when_ticked_with_its_directorate_and_holder(
    journey, housing, officer
):
    journey.to_preview()
    ticked = {
        lead_field(journey, "Desk Manager (DM)", "create"): "on",
        lead_field(journey, "Desk Manager (DM)", "directorate"): str(housing.pk),
        lead_field(journey, "Desk Manager (DM)", "holder"): officer.email,
    }

    journey.apply(ticked)

    lead = Lead.objects.get()
    assert (lead.name, lead.abbreviation, lead.directorate) == (
        "Desk Manager",
        "DM",
        housing,
    )
    assert Holding.objects.get().user == officer
    today = datetime.date.today()
    assert Action.objects.editable_by(officer, on=today).count() == 2


def test_a_lead_can_be_matched_with_one_that_is_here_and_is_remembered(journey, admin):
    lead = Lead.objects.create(name="Head of Languages")
    journey.to_preview()

    journey.apply({lead_field(journey, "Language Team", "same_as"): str(lead.pk)})

    assert lead.actions.count() == 2
    assert RememberedLead.objects.get(written="language team").lead == lead
    journey.to_preview()
    assert "Create “Language Team" not in journey.page("preview").content.decode()


def test_all_leads_can_be_ticked_with_one_button(journey):
    journey.to_preview()

    journey.send("preview", {"answering-directorate": "none", "tick": "leads"})

    assert journey.page("preview").content.decode().count(" checked") >= 2


def test_choices_wait_until_somebody_comes_back(journey):
    journey.to_preview()

    journey.send(
        "preview",
        {"answering-directorate": "none", "plan-title": "Later", "save": "1"},
    )

    assert "Later" in journey.page("preview").content.decode()
    assert "Continue with plan.xlsx" in journey.client.get("/import/").content.decode()


def test_the_same_file_again_changes_nothing(journey):
    journey.to_preview()
    journey.apply()
    plan, before = Plan.objects.get(), dump()

    journey.to_preview(plan=plan)
    journey.apply()

    assert journey.run.state == "applied"
    assert journey.run.counts["unchanged"] == 3
    assert dump() == before
    assert not journey.run.changes.exists()


def test_changes_are_marked_in_place(journey):
    journey.to_preview()
    journey.apply()
    rows = [(*ROWS[0][:2], "Nobody waits", *ROWS[0][3:]), *ROWS[1:]]

    journey.to_preview(workbook(rows), plan=Plan.objects.get())

    page = journey.page("preview").content.decode()
    assert "Nobody has to take leave</del>" in page
    assert "Nobody waits</ins>" in page


def test_the_columns_that_were_chosen_are_remembered(journey):
    odd = ("Ref", "Action", "Gubbins", "Lead", "Timescale", "RAG status", "Progress")
    journey.upload(workbook(headings=odd))
    journey.send("columns", {"table-1-3-column-3": "outcome"})
    assert journey.run.understood["priorities"][0]["actions"][0]["outcome"]

    journey.upload(workbook(headings=odd), name="next.xlsx")

    page = journey.page("columns").content.decode()
    assert "Remembered from plan.xlsx" in page
    actions = journey.run.understood["priorities"][0]["actions"]
    assert actions[0]["outcome"] == "Nobody has to take leave"


def test_two_columns_cannot_be_the_action(journey):
    journey.upload()

    answer = journey.send("columns", {"table-1-3-column-3": "title"})

    assert "Two columns are “Action”" in answer.content.decode()


def test_a_word_and_a_colour_that_disagree_are_chosen(journey):
    journey.to_preview(with_word_and_colour_apart())
    page = journey.page("preview").content.decode()
    start = page.index('name="status-') + 6
    field = page[start : page.index('"', start)]

    journey.apply({field: "slipped"})

    assert Action.objects.get(reference="1.1").rag_status == "slipped"


def test_history_says_who_imported_and_which_file(journey, admin):
    journey.to_preview()
    journey.apply()

    event = apps.get_model("plans.ActionEvent").objects.first()
    assert event.pgh_context["user"] == admin.pk
    assert event.pgh_context["file"] == "plan.xlsx"


def test_the_date_must_be_confirmed_and_not_lie_ahead(journey):
    answer = journey.upload(confirmed="", as_at="2999-01-01")

    page = answer.content.decode()
    assert "Confirm the date" in page
    assert "cannot be in the future" in page
    assert not ImportRun.objects.exists()


def test_a_closed_plan_takes_no_import(journey):
    plan = Plan.objects.create(reference="OLD", title="Old", state="closed")

    answer = journey.upload(plan=plan)

    assert "Select a valid choice" in answer.content.decode()


def test_a_plan_closed_after_the_preview_is_left_alone(journey):
    journey.to_preview()
    journey.apply()
    plan = Plan.objects.get()
    rows = [(*ROWS[0][:2], "Nobody waits", *ROWS[0][3:]), *ROWS[1:]]
    journey.to_preview(workbook(rows), plan=plan)
    plan.state = "closed"
    plan.save(update_fields=["state"])

    answer = journey.apply()

    assert answer.status_code == 302
    assert not Action.objects.filter(outcome="Nobody waits").exists()


def test_changes_are_kept_row_by_row(journey):
    journey.to_preview()
    journey.apply()

    models = sorted(set(ImportedChange.objects.values_list("model", flat=True)))
    rows = ["plans.action", "plans.plan", "plans.planlayout", "plans.priority"]
    assert models == rows
    assert str(journey.run.as_at) == AS_AT
    assert len(HEADINGS) == len(ROWS[0])
