"""Rows of several spreadsheets, or of one that several people filled in, put together in one file; and rows that lost their key."""

import pytest

from plans.importing.apply import apply
from plans.models import Action
from tests.factories import ActionFactory, PlanFactory, PriorityFactory, UserFactory

from .there_and_back import Sheet, bring_back, send_out

pytestmark = pytest.mark.django_db
KEY = "Row key (leave as it is)"


@pytest.fixture
def plan():
    return PlanFactory(title="Fair Northmere")


@pytest.fixture
def actions(plan):
    access = PriorityFactory(plan=plan, number="1", title="Fair access")
    desk = ActionFactory(
        priority=access,
        reference="1.1",
        title="Open the desk",
        outcome="Nobody waits",
        rag_status="on_target",
        position=0,
    )
    calls = ActionFactory(
        priority=access, reference="1.2", title="Answer the calls", position=1
    )
    return desk, calls


def put_together(one, other):
    """The sheet of `other` as a second sheet of `one`, as somebody would paste it."""
    pasted = one.book.create_sheet("From Housing")
    for row in other.sheet.iter_rows():
        for cell in row:
            if cell.value is not None:
                pasted.cell(cell.row, cell.column).value = cell.value
    return one.content


def two(plan, *, from_one_export=False):
    first = send_out(plan).workbook
    return Sheet(first), Sheet(first if from_one_export else send_out(plan).workbook)


def at(found, reference, sheet=None):
    rows = [row for row in found.rows if row.said["reference"] == reference]
    return [row for row in rows if sheet in (None, row.said["sheet"])]


def messages(found):
    return [one["message"] for one in found.problems if one["severity"] == "error"]


@pytest.mark.parametrize("from_one_export", [False, True])
def test_what_each_officer_changed_is_taken(plan, actions, from_one_export):
    desk, calls = actions
    one, other = two(plan, from_one_export=from_one_export)
    one.write("1.1", "Outcome wanted", "Nobody waits long")
    other.write("1.1", "Progress", "Two desks are open.")
    other.write("1.2", "Outcome wanted", "Every call is answered")

    _run, found = bring_back(put_together(one, other), plan)
    apply(found, by=UserFactory())

    desk.refresh_from_db()
    calls.refresh_from_db()
    assert desk.outcome == "Nobody waits long"
    assert desk.latest_update.progress == "Two desks are open."
    assert desk.rag_status == "on_target"
    assert calls.outcome == "Every call is answered"
    assert found.counts["new"] == 0
    assert not messages(found)
    assert not found.kept


def test_the_second_row_says_where_its_words_went_and_never_that_it_was_removed(
    plan, actions
):
    one, other = two(plan)
    other.write("1.1", "Progress", "Two desks are open.")

    _run, found = bring_back(put_together(one, other), plan)

    why = [row.left_out_because for row in found.rows if row.left_out]
    assert not any("removed" in one for one in why)
    kept = at(found, "1.1")[0]
    assert f"The same action as row {kept.said['row']} of sheet" in why[0]
    assert "taken there" in why[0]
    assert "Nothing else is said" in why[1]


def test_a_status_of_one_and_words_of_the_other_are_one_update(plan, actions):
    desk, _calls = actions
    one, other = two(plan)
    one.write("1.1", "RAG status", "Achieved")
    other.write("1.1", "Progress", "Two desks are open.")

    apply(bring_back(put_together(one, other), plan)[1], by=UserFactory())

    desk.refresh_from_db()
    assert (desk.rag_status, desk.latest_update.progress) == (
        "achieved",
        "Two desks are open.",
    )
    assert desk.updates.count() == 2


def test_where_they_say_different_things_both_places_are_named(plan, actions):
    one, other = two(plan)
    one.write("1.1", "Outcome wanted", "One thing")
    other.write("1.1", "Outcome wanted", "Another")
    content = put_together(one, other)

    _run, found = bring_back(content, plan)

    (row,) = found.wrong
    (message,) = messages(found)
    assert row.said["sheet"] == "From Housing"
    assert "says something else of: Outcome." in message
    assert f"row {at(found, '1.1')[0].said['row']} of sheet" in message
    asked = bring_back(content, plan, decisions={"leave_out": True})[1]
    assert not asked.wrong
    assert at(asked, "1.1")[0].values == {"outcome": "One thing"}


def test_a_question_of_the_second_row_is_asked_and_its_answer_taken(plan, actions):
    desk, _calls = actions
    one, other = two(plan)
    one.write("1.1", "Progress", "Two desks are open.")
    other.write("1.1", "Outcome wanted", "Theirs")
    Action.objects.filter(pk=desk.pk).update(outcome="Ours")
    content = put_together(one, other)

    asked = bring_back(content, plan)[1]
    ((row, clash),) = asked.clashes
    answer = {clash.key: {"take": "file", "seen": clash.seen}}
    found = bring_back(content, plan, decisions={"clashes": answer})[1]

    assert row.said["sheet"] == "From Housing"
    assert at(asked, "1.1")[0].values == {}
    assert at(found, "1.1")[0].values == {"outcome": "Theirs"}
    assert asked.fingerprint() == found.fingerprint()


def test_a_time_that_is_asked_about_in_one_row_is_not_taken_from_the_other(
    plan, actions
):
    desk, _calls = actions
    one = Sheet(send_out(plan).workbook)
    Action.objects.filter(pk=desk.pk).update(timescale="Some day", due=None)
    other = Sheet(send_out(plan).workbook)
    for sheet in (one, other):
        sheet.write("1.1", "Timescale", "By the end of May 2028")

    _run, found = bring_back(put_together(one, other), plan)

    assert [clash.name for _row, clash in found.clashes] == ["timescale"]
    assert not at(found, "1.1")[0].values
    assert not found.wrong


def test_an_untouched_pair_changes_nothing(plan, actions):
    _run, found = bring_back(put_together(*two(plan)), plan)

    assert not found.to_import
    assert [one.outcome for one in found.priorities] == ["unchanged"]
    assert not messages(found)
    assert found.out_of_order == 0


def test_a_row_that_lost_its_key_does_not_bring_old_words_back(plan, actions):
    desk, _calls = actions
    sheet = Sheet(send_out(plan).workbook)
    sheet.write("1.1", KEY, None)
    Action.objects.filter(pk=desk.pk).update(outcome="Corrected here")

    _run, found = bring_back(sheet.content, plan)

    (row,) = at(found, "1.1")
    assert row.left is not None
    assert not found.to_import


def test_a_row_that_lost_its_key_and_was_renamed_here_is_no_new_action(plan, actions):
    desk, _calls = actions
    sheet = Sheet(send_out(plan).workbook)
    sheet.write("1.1", KEY, None)
    Action.objects.filter(pk=desk.pk).update(reference="9.9", title="Another desk")

    _run, found = bring_back(sheet.content, plan)

    assert found.counts["unchanged"] == 2


def test_a_row_that_was_typed_below_is_still_new(plan, actions):
    sheet = Sheet(send_out(plan).workbook)
    below = sheet.sheet.max_row + 1
    sheet.sheet.cell(below, sheet.columns["Ref"]).value = "1.3"
    sheet.sheet.cell(below, sheet.columns["Action"]).value = "Train the staff"

    _run, found = bring_back(sheet.content, plan)

    assert [row.outcome for row in at(found, "1.3")] == ["new"]
    assert found.counts["unchanged"] == 2


def test_an_action_that_was_removed_here_is_said_to_be(plan, actions):
    _desk, calls = actions
    sheet = Sheet(send_out(plan).workbook)
    Action.objects.filter(pk=calls.pk).delete()

    _run, found = bring_back(sheet.content, plan)

    (row,) = at(found, "1.2")
    assert "was removed here" in row.left_out_because


def test_a_choice_of_the_files_time_does_not_look_like_another_plan(plan, actions):
    """The page that asked is still the page that is imported: dates that follow the chosen words are no news."""
    desk, _calls = actions
    sheet = Sheet(send_out(plan).workbook)
    sheet.write("1.1", "Timescale", "By the end of May 2028")
    Action.objects.filter(pk=desk.pk).update(timescale="Some day")

    asked = bring_back(sheet.content, plan)[1]
    answers = {
        clash.key: {"take": "file", "seen": clash.seen} for _row, clash in asked.clashes
    }
    chosen = bring_back(sheet.content, plan, decisions={"clashes": answers})[1]

    assert answers
    assert chosen.to_import
    assert chosen.fingerprint() == asked.fingerprint()
