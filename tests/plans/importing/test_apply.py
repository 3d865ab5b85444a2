"""What an import writes, and what it leaves to the people who work here."""

import datetime

import pytest
from django.db import connection

from plans.importing.apply import RowsAreWrong, apply
from plans.importing.names import Names
from plans.models import Action, ActionUpdate
from tests.factories import ActionFactory, LeadFactory, PlanFactory, PriorityFactory

from .dumps import dump
from .files import AS_AT, bring_in, compare, file_of, row

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan():
    return PlanFactory(state="draft")


@pytest.fixture
def priority(plan):
    return PriorityFactory(plan=plan, number="1", title="Fair access")


FULL = row(
    2,
    "Open the desk",
    reference="1.1",
    outcome="Nobody has to travel.",
    measures=["Hours open", "People helped"],
    lead="Desk Manager and RRO",
    leads=["Desk Manager", "RRO"],
    timescale="By March 2027",
    due="2027-03-31",
    milestones=[{"label": "Pilot", "due": "2026-12-31", "precision": "month"}],
    rag_status="on_target",
    progress="The room is booked.",
    evidence="Minutes of the June meeting.",
)


def test_a_row_becomes_an_action_with_all_that_it_says(plan, admin):
    LeadFactory(name="Desk Manager")

    bring_in(file_of(FULL), plan, admin)

    action = plan.actions.get()
    assert action.measure_list == ["Hours open", "People helped"]
    assert action.due == action.original_due == datetime.date(2027, 3, 31)
    assert [str(lead) for lead in action.leads.all()] == ["Desk Manager"]
    assert [str(step) for step in action.milestones.all()] == ["Pilot"]
    assert (action.rag_status, action.reported_on) == ("on_target", AS_AT)


def test_the_status_is_an_update_by_import_with_its_evidence(plan, admin):
    bring_in(file_of(FULL), plan, admin)

    update = ActionUpdate.objects.get()
    assert (update.source, update.made_by, update.reported_on) == (
        "import",
        admin,
        AS_AT,
    )
    assert update.progress == "The room is booked."
    assert update.evidence.get().text == "Minutes of the June meeting."


def test_evidence_without_a_status_hangs_on_the_action(plan, admin):
    bring_in(file_of(row(2, "A", evidence="A letter.")), plan, admin)

    assert plan.actions.get().evidence.get().update is None
    assert not ActionUpdate.objects.exists()


def test_leads_keep_the_order_of_the_plan(plan, admin):
    first, second = LeadFactory(name="Zoe's team"), LeadFactory(name="Ann's team")
    file = file_of(row(2, "A", lead="both", leads=["Zoe's team", "Ann's team"]))

    bring_in(file, plan, admin)

    assert list(plan.actions.get().leads.order_by("action_leads__position")) == [
        first,
        second,
    ]


def test_slippage_without_a_reason_is_allowed_from_a_file(plan, admin):
    bring_in(file_of(row(2, "A", rag_status="slipped")), plan, admin)

    assert plan.actions.get().rag_status == "slipped"


def test_a_yearly_action_on_target_after_its_day_is_next_due_a_year_later(plan, admin):
    yearly = row(
        2,
        "A",
        timescale="Every June",
        due="2026-06-30",
        recurrence="annual",
        rag_status="on_target",
    )

    bring_in(file_of(yearly), plan, admin)

    action = plan.actions.get()
    assert action.due == datetime.date(2027, 6, 30)
    assert action.original_due == datetime.date(2026, 6, 30)


def test_a_second_import_of_the_same_file_writes_nothing(plan, admin):
    LeadFactory(name="Desk Manager")
    yearly = row(
        3,
        "B",
        timescale="Every June",
        due="2026-06-30",
        recurrence="annual",
        rag_status="on_target",
    )
    file = file_of(FULL, yearly, row(4, "C", priority_monitoring=True))
    bring_in(file, plan, admin)
    before, versions = dump(), list(Action.objects.values_list("version"))

    changes = bring_in(file, plan, admin)

    assert changes == []
    assert dump() == before
    assert list(Action.objects.values_list("version")) == versions


def test_changed_words_are_written_and_remembered_as_they_were(plan, priority, admin):
    action = ActionFactory(priority=priority, title="A", outcome="Old")

    (change,) = bring_in(file_of(row(2, "A", outcome="New")), plan, admin)

    action.refresh_from_db()
    assert action.outcome == "New"
    assert (change.what, change.before["outcome"]) == ("changed", "Old")
    assert change.version_after == action.version


def test_a_moved_date_keeps_the_date_first_promised(plan, priority, admin):
    first = datetime.date(2026, 12, 31)
    action = ActionFactory(priority=priority, title="A", due=first, original_due=first)

    bring_in(
        file_of(row(2, "A", timescale="March 2027", due="2027-03-31")), plan, admin
    )

    action.refresh_from_db()
    assert (action.due, action.original_due) == (datetime.date(2027, 3, 31), first)


def test_a_newer_update_stays_unless_the_file_is_chosen(plan, priority, admin):
    later = AS_AT + datetime.timedelta(days=9)
    plan.state = "live"
    plan.save()
    action = ActionFactory(
        priority=priority, title="A", rag_status="slipped", reported_on=later
    )
    file = file_of(row(2, "A", rag_status="on_target"))

    assert bring_in(file, plan, admin) == []
    choice = {str(action.pk): {"take": "file", "seen": action.latest_update_id}}
    bring_in(file, plan, admin, choices={"newer": choice})

    action.refresh_from_db()
    assert (action.rag_status, action.reported_on) == ("on_target", later)


def test_one_wrong_row_stops_all_of_five_hundred(plan, admin):
    wrong = {"sheet": "Plan", "cell": "F400", "severity": "error", "message": "No."}
    rows = [row(n, f"Action {n}") for n in range(2, 502)]
    found = compare(file_of(*rows, problems=[wrong]), plan)

    with pytest.raises(RowsAreWrong) as refused:
        apply(found, by=admin)

    assert [one.said["row"] for one in refused.value.rows] == [400]
    assert not plan.actions.exists()
    assert not plan.priorities.exists()


def test_words_of_a_lead_that_is_decided_later_join_the_action(plan, admin):
    file = file_of(row(2, "A", lead="RRO", leads=["RRO"]))
    bring_in(file, plan, admin)
    lead = LeadFactory(name="Race Relations Officer", abbreviation="RRO")

    bring_in(file, plan, admin, names=Names.load(decided=[lead.pk]))

    assert list(plan.actions.get().leads.all()) == [lead]


def test_history_names_the_database_rows_that_an_import_made(plan, admin):
    bring_in(file_of(FULL), plan, admin)

    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM plans_actionevent")
        assert cursor.fetchone()[0] >= 1
