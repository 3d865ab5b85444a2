"""The first page of an import: a file that is refused, sent again, and where a file goes that came from a plan here."""

import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from equality_tracker.imports.forms.upload import NEW
from equality_tracker.imports.models import ImportRun
from plans.models import Action, Plan
from tests.plans.exporting.there_and_back import Sheet

from .conftest import fields_of
from .test_there_and_back import action, take_away  # noqa: F401
from .workbooks import workbook

pytestmark = pytest.mark.django_db
NO_WORKBOOK = b"\x89PNG\r\n\x1a\n" + b"\0" * 500


@pytest.fixture
def away(journey, action):  # noqa: F811
    """The spreadsheet of a plan, taken away and changed in one place."""
    sheet = Sheet(take_away(journey.client, action.plan))
    sheet.write("1.1", "Outcome wanted", "Theirs")
    return sheet.content


def send_again(journey, refused, content):
    """Send what the page of a refused file holds, with another file chosen."""
    data = fields_of(refused.content.decode())
    data |= {"confirmed": "on", "file": SimpleUploadedFile("saved.xlsx", content)}
    return journey.client.post(reverse("imports:upload"), data)


def test_a_refused_file_is_saved_again_and_sent_from_the_same_page(journey):
    refused = journey.upload(NO_WORKBOOK)

    answer = send_again(journey, refused, workbook())

    run = ImportRun.objects.get(name="saved.xlsx")
    assert run.state == "uploaded"
    assert answer.url == reverse("imports:columns", args=[run.pk])


def test_a_file_that_is_refused_twice_is_sent_a_third_time(journey):
    refused = send_again(journey, journey.upload(NO_WORKBOOK), NO_WORKBOOK)

    send_again(journey, refused, workbook())

    states = ImportRun.objects.values_list("state", flat=True)
    assert sorted(states) == ["refused", "refused", "uploaded"]


def test_where_nothing_is_chosen_a_file_goes_back_into_the_plan_it_left(
    journey,
    action,  # noqa: F811
    away,
):
    journey.upload(away)

    page = journey.page("columns").content.decode()

    assert journey.run.plan == action.plan
    assert "was taken away from Fair Northmere" in page
    assert "goes back into that plan" in page


def test_the_preview_says_that_it_goes_back_and_how_to_have_a_new_plan(journey, away):
    journey.to_preview(away)

    page = journey.page("preview").content.decode()

    assert "goes back into Fair Northmere" in page
    assert f'href="{reverse("imports:upload")}?plan={NEW}"' in page


def test_a_new_plan_is_made_of_a_file_that_left_a_plan_where_that_was_chosen(
    journey,
    action,  # noqa: F811
    away,
):
    journey.to_preview(away, plan=NEW)
    page = journey.page("columns").content.decode()

    journey.apply({"plan-reference": "FN-2", "plan-title": "Fair Northmere next year"})

    assert "Fair Northmere stays as it is" in page
    action.refresh_from_db()
    made = Plan.objects.get(reference="FN-2")
    assert action.outcome == "Nobody waits"
    assert journey.run.plan == made
    assert sorted(made.actions.values_list("reference", flat=True)) == ["1.1", "1.2"]
    assert made.actions.get(reference="1.1").outcome == "Theirs"
    assert Action.objects.count() == 4


def test_a_new_plan_is_a_choice_of_its_own_on_the_form(admin_client):
    page = admin_client.get(f"{reverse('imports:upload')}?plan={NEW}").content.decode()

    assert f'<option value="{NEW}" selected>A new plan</option>' in page
    assert "The plan that the file was taken away from, else a new one" in page


def test_a_file_that_left_no_plan_becomes_a_new_one_and_its_page_says_so(journey):
    journey.upload()

    assert "It becomes a new plan." in journey.page("columns").content.decode()


def test_the_page_of_the_columns_names_the_plan_that_was_chosen(journey, away):
    plan = Plan.objects.create(
        reference="B",
        title="Another plan",
        start=datetime.date(2026, 4, 1),
        end=datetime.date(2027, 3, 31),
    )
    journey.upload(plan=plan)

    assert "It goes into Another plan." in journey.page("columns").content.decode()
