"""A blank spreadsheet, filled in as somebody would, becomes a plan."""

import io

import openpyxl
import pytest
from django.urls import reverse

from plans.models import Plan
from tests.imports.conftest import Journey

pytestmark = pytest.mark.django_db
FILLED = (
    ("1.1", "Fair access", "Open the desk", "Nobody waits", "Visits", "Desk Manager",
     "", "By March 2027", "On target", "Going well", ""),
    ("1.2", "", "Answer calls", "", "", "Call Team", "", "Ongoing", "", "", ""),
    ("2.1", "A fair employer", "Publish the pay gap", "", "", "Head of People", "",
     "June 2027", "Slipped", "Late figures", "Minutes"),
)  # fmt: skip


@pytest.fixture
def blank(reader_client):
    answer = reader_client.get(reverse("plans:blank_plan"))
    return b"".join(answer.streaming_content)


def filled(blank):
    book = openpyxl.load_workbook(io.BytesIO(blank))
    sheet = book["Action plan"]
    sheet["A1"] = "Fair Northmere: equality action plan 2026 to 2029"
    for number, row in enumerate(FILLED, start=8):
        for column, value in enumerate(row, start=1):
            if value:
                sheet.cell(number, column).value = value
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def test_filled_in_it_is_the_plan_that_was_meant(blank, admin_client):
    journey = Journey(admin_client)

    journey.to_preview(filled(blank))
    journey.apply({"plan-live": "on"})

    plan = Plan.objects.get()
    assert plan.title.startswith("Fair Northmere")
    assert [one.title for one in plan.priorities.order_by("position")] == [
        "Fair access",
        "A fair employer",
    ]
    assert list(plan.actions.values_list("reference", "title", "rag_status")) == [
        ("1.1", "Open the desk", "on_target"),
        ("1.2", "Answer calls", None),
        ("2.1", "Publish the pay gap", "slipped"),
    ]


def test_filled_in_it_leaves_nothing_to_put_right(blank, admin_client):
    journey = Journey(admin_client)

    journey.to_preview(filled(blank))

    problems = journey.run.understood["problems"]
    assert [one for one in problems if one["severity"] != "note"] == []


def test_unfilled_it_is_no_plan(blank, admin_client):
    journey = Journey(admin_client)

    journey.upload(blank)

    actions = [
        one
        for priority in journey.run.understood.get("priorities", ())
        for one in priority["actions"]
    ]
    assert actions == []


def test_its_statuses_are_chosen_from_a_list(blank):
    sheet = openpyxl.load_workbook(io.BytesIO(blank))["Action plan"]

    (choice,) = sheet.data_validations.dataValidation
    assert "On target" in choice.formula1
    assert sheet.freeze_panes == "A7"
    assert sheet.print_title_rows == "$6:$6"
