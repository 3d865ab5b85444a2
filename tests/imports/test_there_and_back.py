"""The pages on which a plan's spreadsheet goes out and comes back."""

import datetime
import re
import uuid

import pytest
from django.urls import reverse

from plans.models import Action, PlanExport, Priority
from tests.factories import ActionFactory, PlanFactory, PriorityFactory
from tests.plans.exporting.there_and_back import Sheet

pytestmark = pytest.mark.django_db


@pytest.fixture
def action(db):
    plan = PlanFactory(reference="FN-1", title="Fair Northmere")
    priority = PriorityFactory(plan=plan, number="1", title="Fair access")
    ActionFactory(priority=priority, reference="1.2", title="Answer calls")
    return ActionFactory(
        priority=priority,
        reference="1.1",
        title="Open the desk",
        outcome="Nobody waits",
        rag_status="on_target",
    )


def take_away(client, plan, key=None):
    address = reverse("plans:plan_spreadsheet", args=[plan.reference])
    key = key or uuid.uuid4()
    page = client.post(address, {"form_key": key}, follow=True).content.decode()
    (link,) = re.findall(r'banner__link" href="([^"]+)"', page)
    return b"".join(client.get(link).streaming_content)


def field(journey, prefix):
    """The name of the first field of the preview that begins so."""
    html = journey.page("preview").content.decode()
    start = html.index(f'name="{prefix}-') + 6
    return html[start : html.index('"', start)]


def test_whoever_reads_the_plan_may_take_it_away_and_is_named(reader_client, action):
    content = take_away(reader_client, action.plan)

    page = reader_client.get(reverse("plans:plan_spreadsheet", args=["FN-1"]))
    went = PlanExport.objects.get()
    assert content[:2] == b"PK"
    assert str(went.made_by) in page.content.decode()
    again = reader_client.get(
        reverse("plans:plan_spreadsheet_file", args=["FN-1", went.token])
    )
    assert b"".join(again.streaming_content) == content


def test_the_same_button_pressed_twice_makes_one(reader_client, action):
    key = uuid.uuid4()

    first = take_away(reader_client, action.plan, key)
    second = take_away(reader_client, action.plan, key)

    assert first == second
    assert PlanExport.objects.count() == 1


def test_the_spreadsheet_of_another_plan_is_not_found(reader_client, action):
    take_away(reader_client, action.plan)
    other = PlanFactory(reference="OT-1")

    token = PlanExport.objects.get().token
    address = reverse("plans:plan_spreadsheet_file", args=[other.reference, token])

    assert reader_client.get(address).status_code == 404


def test_untouched_it_imports_nothing(journey, action):
    content = take_away(journey.client, action.plan)

    journey.to_preview(content, plan=action.plan)
    page = journey.page("preview").content.decode()
    journey.apply()

    assert "This is the spreadsheet that" in page
    assert journey.run.counts["unchanged"] == 2
    assert not journey.run.changes.exists()


def test_what_changed_on_both_sides_is_shown_three_times_and_chosen(journey, action):
    sheet = Sheet(take_away(journey.client, action.plan))
    sheet.write("1.1", "Outcome wanted", "Theirs")
    Action.objects.filter(pk=action.pk).update(outcome="Ours")
    journey.to_preview(sheet.content, plan=action.plan)

    page = journey.page("preview").content.decode()
    journey.apply({field(journey, "clash").replace("seen", "take"): "file"})

    for words in ("Nobody waits", "Theirs", "Ours", "1 change in the file and here"):
        assert words in page
    action.refresh_from_db()
    assert action.outcome == "Theirs"


def test_unless_it_is_chosen_ours_stays(journey, action):
    sheet = Sheet(take_away(journey.client, action.plan))
    sheet.write("1.1", "Outcome wanted", "Theirs")
    Action.objects.filter(pk=action.pk).update(outcome="Ours")
    journey.to_preview(sheet.content, plan=action.plan)

    journey.apply()

    action.refresh_from_db()
    assert journey.run.state == "applied"
    assert action.outcome == "Ours"


def with_another_heading(content):
    """The spreadsheet with its heading reworded, and nothing else."""
    sheet = Sheet(content)
    (banner,) = [
        cell
        for row in sheet.sheet.iter_rows()
        for cell in row
        if str(cell.value or "").endswith("Fair access")
    ]
    banner.value = banner.value.replace("Fair access", "Access for everybody")
    return sheet.content


def test_a_heading_reworded_in_the_file_is_shown_and_counted(journey, action):
    content = with_another_heading(take_away(journey.client, action.plan))
    journey.to_preview(content, plan=action.plan)

    page = journey.page("preview").content.decode()
    answer = journey.apply()
    done = journey.client.get(answer["Location"]).content.decode()

    assert "Import 1 heading<" in page
    assert re.search(r"<del[^>]*>.*Fair access</del>", page)
    assert re.search(r"<ins[^>]*>.*Access for everybody</ins>", page)
    assert "1 heading changed" in done
    assert Priority.objects.get().title == "Access for everybody"


def test_a_heading_reworded_on_both_sides_stays_ours_unless_chosen(journey, action):
    content = with_another_heading(take_away(journey.client, action.plan))
    Priority.objects.update(title="Access here")
    journey.to_preview(content, plan=action.plan)

    page = journey.page("preview").content.decode()
    journey.apply()

    for words in ("Heading of", "Fair access", "Access for everybody", "Access here"):
        assert words in page
    assert journey.run.state == "applied"
    assert Priority.objects.get().title == "Access here"


def test_a_heading_of_the_file_is_taken_where_it_is_chosen(journey, action):
    content = with_another_heading(take_away(journey.client, action.plan))
    Priority.objects.update(title="Access here")
    journey.to_preview(content, plan=action.plan)

    journey.apply({field(journey, "clash").replace("seen", "take"): "file"})

    assert Priority.objects.get().title == "Access for everybody"


def test_a_near_row_is_asked_and_neither_is_assumed(journey, action):
    sheet = Sheet(take_away(journey.client, action.plan))
    sheet.without_column("Row key (leave as it is)")
    sheet.write("1.1", "Action", "Open the new desk")
    sheet.write("1.1", "Ref", None)
    journey.to_preview(sheet.content, plan=action.plan)

    unasked = journey.apply().content.decode()
    answer = field(journey, "near")
    journey.apply({answer: str(action.pk)})

    assert "Say whether it is that one" in unasked
    assert Action.objects.count() == 2
    action.refresh_from_db()
    assert action.title == "Open the new desk"


def test_undo_puts_back_what_a_spreadsheet_changed(journey, action):
    sheet = Sheet(take_away(journey.client, action.plan))
    sheet.write("1.1", "RAG status", "Achieved")
    journey.to_preview(sheet.content, plan=action.plan, name="from-housing.xlsx")
    journey.apply()
    action.refresh_from_db()
    assert action.rag_status == "achieved"

    journey.client.post(reverse("imports:undo", args=[journey.run.pk]))

    action.refresh_from_db()
    assert action.rag_status == "on_target"
    assert journey.run.state == "undone"


def test_a_status_is_dated_by_the_day_that_was_asked(journey, action):
    sheet = Sheet(take_away(journey.client, action.plan))
    sheet.write("1.1", "RAG status", "Achieved")
    journey.to_preview(sheet.content, plan=action.plan)

    journey.apply()

    action.refresh_from_db()
    assert action.reported_on == datetime.date(2026, 9, 30)


def test_the_first_page_of_an_import_offers_a_blank_one(admin_client):
    page = admin_client.get(reverse("imports:upload")).content.decode()

    assert reverse("plans:blank_plan") in page
