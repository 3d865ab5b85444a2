"""Who has not updated, and whom to write to."""

import csv
import io

import pytest
from django.utils import timezone

from plans.models import Round
from tests.factories import ActionFactory, HoldingFactory, LeadFactory, UserFactory

pytestmark = pytest.mark.django_db
LONG_AGO = timezone.localdate().replace(year=2020, day=1)


def waiting(directorate, lead=None, **said):
    """An action of a directorate that nobody has updated for years."""
    leads = [lead] if lead else []
    return ActionFactory(
        directorate=directorate,
        leads=leads,
        rag_status="on_target",
        reported_on=LONG_AGO,
        **said,
    )


def chase_of(client, directorate):
    return client.get(f"/dashboards/{directorate.pk}/chase/").context["chase"]


def test_the_holder_of_a_lead_is_named_with_the_actions_that_wait(
    manager_client, housing, officer
):
    lead = HoldingFactory(user=officer).lead
    action = waiting(housing, lead)

    [group] = chase_of(manager_client, housing).people

    assert (group.name, [row.pk for row in group.rows]) == ("Olu Officer", [action.pk])


def test_what_was_updated_is_not_chased(manager_client, housing, officer):
    lead = HoldingFactory(user=officer).lead
    ActionFactory(
        directorate=housing,
        leads=[lead],
        rag_status="on_target",
        reported_on=timezone.localdate(),
    )

    assert (
        "Everybody has updated"
        in manager_client.get(f"/dashboards/{housing.pk}/chase/").content.decode()
    )


def test_what_is_done_is_not_chased(manager_client, housing, officer):
    ActionFactory(directorate=housing, rag_status="achieved", reported_on=LONG_AGO)

    assert chase_of(manager_client, housing).rows == []


def test_a_running_round_chases_what_it_still_waits_for(
    manager_client, housing, manager
):
    today = timezone.localdate()
    one = waiting(housing)
    other = waiting(housing, priority=one.priority)
    Round.open_for([one.plan], title="Q3", opens=today, closes=today, by=manager)
    other.report_no_change(by=manager, on=today)

    assert [row.pk for row in chase_of(manager_client, housing).rows] == [one.pk]


def test_a_leavers_post_is_vacant_and_the_manager_is_asked(
    manager_client, housing, leaver, manager
):
    lead = HoldingFactory(user=leaver, lead__name="Access Officer").lead
    waiting(housing, lead)

    chase = chase_of(manager_client, housing)

    assert chase.people == []
    assert [(group.name, group.people) for group in chase.vacant] == [
        ("Access Officer", [manager])
    ]
    assert chase.addresses == [manager.email]


@pytest.mark.parametrize("ends", [None, LONG_AGO], ids=["nobody ever", "nobody since"])
def test_a_post_that_nobody_holds_is_vacant_and_the_manager_is_asked(
    manager_client, housing, manager, ends
):
    lead = LeadFactory(name="Access Officer", directorate=housing)
    if ends:
        HoldingFactory(lead=lead, starts=ends.replace(year=2019), ends=ends)
    waiting(housing, lead)

    chase = chase_of(manager_client, housing)

    assert [(group.name, group.people) for group in chase.vacant] == [
        ("Access Officer", [manager])
    ]


def test_an_action_without_a_lead_is_named_apart_and_the_manager_is_asked(
    manager_client, housing, manager
):
    waiting(housing)

    chase = chase_of(manager_client, housing)

    assert [group.people for group in chase.unled] == [[manager]]


def test_without_a_manager_the_admin_is_asked(admin_client, admin, libraries):
    waiting(libraries)

    assert chase_of(admin_client, libraries).addresses == [admin.email]


def test_a_shared_action_stands_under_each_holder_and_is_counted_once(
    manager_client, housing
):
    lead = LeadFactory()
    for _ in range(2):
        HoldingFactory(lead=lead)
    waiting(housing, lead)

    page = manager_client.get(f"/dashboards/{housing.pk}/chase/")

    assert len(page.context["chase"].people) == 2
    assert "1 open action without an update" in page.content.decode()
    assert "counted once above" in page.content.decode()


def test_each_address_stands_once(manager_client, housing, officer):
    for _ in range(3):
        waiting(housing, HoldingFactory(user=officer).lead)

    page = manager_client.get(f"/dashboards/{housing.pk}/chase/").content.decode()

    assert f"{officer.email}</textarea>" in page
    assert "mailto:?bcc=" in page


def test_the_council_chases_everybody(admin_client, housing, libraries, officer):
    waiting(housing, HoldingFactory(user=officer).lead)
    waiting(libraries)

    assert len(admin_client.get("/dashboards/chase/").context["chase"].rows) == 2


def test_the_table_names_each_person_and_action_and_runs_no_formula(
    manager_client, housing
):
    holder = UserFactory(name="=HYPERLINK(0)", email="holder@northmere.example")
    lead = HoldingFactory(user=holder).lead
    action = waiting(housing, lead, title="+1 training")

    answer = manager_client.get(f"/dashboards/{housing.pk}/chase/csv/")

    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    about, as_at, headings, row = csv.reader(io.StringIO(text))
    assert about == ["Chase list: Housing and Neighbourhoods"]
    assert as_at[0].startswith("As at")
    assert dict(zip(headings, row, strict=True)) == {
        "Name": "'=HYPERLINK(0)",
        "E-mail": "holder@northmere.example",
        "Written to as": str(lead),
        "Plan": action.plan.reference,
        "Reference": action.reference,
        "Action": "'+1 training",
        "Status": "On target",
        "Due": "",
        "Last updated": LONG_AGO.isoformat(),
    }
    assert "attachment" in answer["Content-Disposition"]
