"""What an import says that it would do."""

import datetime

import pytest

from plans.importing.names import Names
from plans.models import Action
from tests.factories import (
    ActionFactory,
    DirectorateFactory,
    LeadFactory,
    PlanFactory,
    PriorityFactory,
)

from .files import AS_AT, bring_in, compare, file_of, row

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan():
    return PlanFactory()


@pytest.fixture
def priority(plan):
    return PriorityFactory(plan=plan, number="1", title="Fair access")


def only(found):
    (one,) = found.rows
    return one


def test_everything_is_new_in_a_new_plan():
    found = compare(file_of(row(2, "Open the desk"), row(3, "Train the staff")), None)

    assert found.counts["new"] == 2
    assert [one.outcome for one in found.priorities] == ["new"]


def test_a_row_is_the_action_of_its_reference_whatever_its_words(plan, priority):
    action = ActionFactory(priority=priority, reference="1.1", title="Open a desk")

    found = compare(file_of(row(2, "Open two desks", reference="1.1")), plan)

    assert only(found).action == action
    assert only(found).values == {"title": "Open two desks"}


def test_a_row_without_reference_is_the_action_of_its_title(plan, priority):
    action = ActionFactory(priority=priority, title="Open a desk")

    found = compare(file_of(row(2, "open  a desk.")), plan)

    assert only(found).action == action


def test_a_reference_that_the_site_gave_matches_nothing(plan, priority):
    ActionFactory(priority=priority, reference="7", reference_is_ours=True)

    found = compare(file_of(row(2, "Another thing", reference="7")), plan)

    assert only(found).action is None
    assert "belongs to another action" in found.problems[0]["message"]


def test_rows_match_by_position_only_when_asked(plan, priority):
    action = ActionFactory(priority=priority, reference="", title="Old words")
    file = file_of(row(2, "New words"))

    assert only(compare(file, plan)).action is None
    asked = compare(file, plan, choices={"by_position": True})
    assert only(asked).action == action


def test_what_is_not_in_the_file_is_kept(plan, priority):
    kept = ActionFactory(priority=priority, title="Not in the file")

    found = compare(file_of(row(2, "Open a desk")), plan)

    assert found.kept == [kept]


def test_a_blank_cell_clears_words_only_where_the_file_has_the_column(plan, priority):
    ActionFactory(priority=priority, title="Open a desk", outcome="Less travel")
    file = row(2, "Open a desk")

    with_column = compare(file_of(file), plan)
    without = compare(file_of(file, columns=("title", "lead")), plan)

    assert only(with_column).values["outcome"] == ""
    assert "outcome" not in only(without).values


def test_a_date_that_somebody_moved_stays_while_the_words_are_the_same(plan, priority):
    ActionFactory(
        priority=priority,
        title="Open a desk",
        timescale="March 2027",
        due=datetime.date(2027, 6, 30),
    )
    file = file_of(row(2, "Open a desk", timescale="March 2027", due="2027-03-31"))

    assert only(compare(file, plan)).outcome == "unchanged"


def test_new_words_bring_their_date(plan, priority):
    ActionFactory(priority=priority, title="Open a desk", timescale="March 2027")
    file = file_of(row(2, "Open a desk", timescale="May 2027", due="2027-05-31"))

    values = only(compare(file, plan)).values

    assert values["due"] == datetime.date(2027, 5, 31)


def test_a_corrected_reading_keeps_its_dates_under_the_same_words(plan, priority):
    ActionFactory(
        priority=priority, title="A", timescale="Spring", reading_corrected=True
    )
    file = file_of(row(2, "A", timescale="spring.", due="2027-05-31"))

    assert only(compare(file, plan)).values == {"timescale": "spring."}


def test_other_words_are_read_anew_where_the_old_reading_was_corrected(plan, priority):
    ActionFactory(
        priority=priority, title="A", timescale="Spring", reading_corrected=True
    )
    file = file_of(row(2, "A", timescale="May 2027", due="2027-05-31"))

    values = only(compare(file, plan)).values

    assert values["due"] == datetime.date(2027, 5, 31)
    assert values["reading_corrected"] is False


def test_a_status_older_than_ours_waits_for_a_choice(plan, priority):
    ActionFactory(
        priority=priority,
        title="A",
        rag_status="slipped",
        reported_on=AS_AT + datetime.timedelta(days=1),
    )

    found = compare(file_of(row(2, "A", rag_status="on_target")), plan)

    assert found.newer == found.rows
    assert only(found).outcome == "unchanged"


def test_a_choice_holds_only_for_the_update_that_was_seen(plan, priority):
    action = ActionFactory(
        priority=priority,
        title="A",
        rag_status="slipped",
        reported_on=AS_AT + datetime.timedelta(days=1),
    )
    file = file_of(row(2, "A", rag_status="on_target"))

    def chosen(seen):
        choice = {str(action.pk): {"take": "file", "seen": seen}}
        return only(compare(file, plan, choices={"newer": choice})).report.taken

    assert chosen(action.latest_update_id)
    assert not chosen(action.latest_update_id + 1)


def test_an_old_file_that_says_what_stood_at_its_date_is_no_news(
    plan, priority, officer
):
    action = ActionFactory(
        priority=priority, title="A", rag_status="on_target", reported_on=AS_AT
    )
    before = AS_AT + datetime.timedelta(days=1)
    action.record_update(
        by=officer, on=before, rag_status="achieved", progress="It is open."
    )
    day_after = AS_AT + datetime.timedelta(days=1)

    found = compare(file_of(row(2, "A", rag_status="on_target")), plan, as_at=day_after)

    assert only(found).report is None


def test_a_row_without_a_status_leaves_ours(plan, priority):
    ActionFactory(priority=priority, title="A", rag_status="on_target")

    assert only(compare(file_of(row(2, "A")), plan)).outcome == "unchanged"


def test_a_flag_alone_keeps_the_status(plan, priority):
    ActionFactory(priority=priority, title="A", rag_status="on_target")
    file = file_of(row(2, "A", priority_monitoring=True))

    report = only(compare(file, plan)).report

    assert (report.rag_status, report.priority_monitoring) == ("on_target", True)


def test_a_reference_used_twice_is_an_error_in_the_second_row():
    file = file_of(row(2, "A", reference="1.1"), row(3, "B", reference="1.1"))

    found = compare(file, None)

    assert [one.said["row"] for one in found.wrong] == [3]
    assert "row 2" in found.problems[0]["message"]


def test_rows_with_errors_are_left_out_only_when_told():
    wrong = {"sheet": "Plan", "cell": "F3", "severity": "error", "message": "No."}
    file = file_of(row(2, "A"), row(3, "B"), problems=[wrong])

    found = compare(file, None, choices={"leave_out": True})

    assert found.counts["left_out"] == 1
    assert not found.wrong


def test_a_lead_is_found_by_its_abbreviation_and_never_by_a_near_name():
    lead = LeadFactory(name="Race Relations Officer", abbreviation="RRO")
    names = Names.load()

    assert names.lead("RRO") == names.lead("Race Relations Officer (RRO).") == lead
    assert names.lead("Race Relation Officer") is None
    assert names.near_leads("Race Relation Officer") == [lead]


def test_an_action_answers_to_its_own_directorate_then_its_leads_then_the_plans():
    own, of_lead, of_plan = DirectorateFactory.create_batch(3)
    LeadFactory(name="Desk Manager", directorate=of_lead)
    file = file_of(
        row(2, "A", directorate=own.name, leads=["Desk Manager"]),
        row(3, "B", leads=["Desk Manager"]),
        row(4, "C"),
    )

    found = compare(file, None, choices={"directorate": of_plan.pk})

    answers = [one.values["directorate_id"] for one in found.rows]
    assert answers == [own.pk, of_lead.pk, of_plan.pk]


def test_a_row_put_in_between_moves_the_ones_behind_it(plan, priority, admin):
    bring_in(file_of(row(2, "A"), row(3, "B")), plan, admin)

    bring_in(file_of(row(2, "A"), row(3, "New"), row(4, "B")), plan, admin)

    assert list(plan.actions.values_list("title", flat=True)) == ["A", "New", "B"]


def test_comparing_writes_nothing(plan, priority):
    ActionFactory(priority=priority, title="A")
    before = list(Action.objects.values())

    compare(file_of(row(2, "A", outcome="New"), row(3, "B")), plan)

    assert list(Action.objects.values()) == before


@pytest.mark.parametrize("count", [1, 20])
def test_takes_five_queries_however_many_rows(
    plan, priority, django_assert_num_queries, count
):
    ActionFactory.create_batch(count, priority=priority)
    file = file_of(*[row(n, f"Action {n}") for n in range(count)])
    names = Names.load()

    # actions with their updates, priorities, leads, milestones, notes
    with django_assert_num_queries(5):
        compare(file, plan, names=names)
