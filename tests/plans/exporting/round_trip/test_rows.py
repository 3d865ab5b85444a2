"""A plan's spreadsheet goes out, is filled in by people who never sign in, and comes back."""

import datetime

import pytest

from plans.importing.apply import apply
from plans.importing.undo import undo
from plans.models import Action, PlanExport
from tests.factories import (
    ActionFactory,
    LeadFactory,
    PlanFactory,
    PriorityFactory,
    UserFactory,
)
from tests.plans.exporting.there_and_back import ON, Sheet, bring_back, send_out
from tests.plans.importing.dumps import dump

pytestmark = pytest.mark.django_db


def row_of(difference, reference):
    return next(r for r in difference.rows if r.said["reference"] == reference)


def test_an_edited_reference_is_a_change_of_that_row(plan, actions):
    _desk, calls, _pay = actions
    sheet = Sheet(send_out(plan).workbook)
    sheet.write("1.10", "Ref", "1.2")

    _run, found = bring_back(sheet.content, plan)

    row = row_of(found, "1.2")
    assert row.action == calls
    assert row.values == {"reference": "1.2", "reference_is_ours": False}
    assert found.counts["new"] == 0


def test_references_that_change_places_are_written(plan, actions):
    sheet = Sheet(send_out(plan).workbook)
    first, second = sheet.row_of("1.1"), sheet.row_of("1.10")
    sheet.sheet.cell(first, 1).value = "1.10"
    sheet.sheet.cell(second, 1).value = "1.1"

    changes = apply(bring_back(sheet.content, plan)[1], by=UserFactory())

    references = dict(plan.actions.values_list("title", "reference"))
    assert references["Open the desk"] == "1.10"
    assert references["Answer calls"] == "1.1"
    undo(changes)
    assert dict(plan.actions.values_list("title", "reference")) == {
        "Open the desk": "1.1",
        "Answer calls": "1.10",
        "Publish the pay gap": "2.1",
    }


def test_rows_in_another_order_are_known_and_the_plans_order_stays(plan, actions):
    sheet = Sheet(send_out(plan).workbook)
    first, second = sheet.row_of("1.1"), sheet.row_of("1.10")
    values = sheet.values("1.1"), sheet.values("1.10")
    for number, row in ((first, values[1]), (second, values[0])):
        for column, value in enumerate(row, start=1):
            sheet.sheet.cell(number, column).value = value

    _run, found = bring_back(sheet.content, plan)

    assert found.out_of_order == 1
    assert found.counts["unchanged"] == 3
    assert all(row.place is None for row in found.rows)
    asked = bring_back(sheet.content, plan, decisions={"take_order": True})[1]
    assert any(row.place is not None for row in asked.rows)


def test_a_removed_row_stays_here_and_is_named(plan, actions):
    _desk, calls, _pay = actions
    sheet = Sheet(send_out(plan).workbook)
    for cell in sheet.sheet[sheet.row_of("1.10")]:
        cell.value = None

    _run, found = bring_back(sheet.content, plan)

    assert found.removed == [calls]
    assert found.counts["unchanged"] == 2


def test_an_added_action_is_no_removed_row(plan, actions):
    went = send_out(plan)
    later = ActionFactory(priority=actions[0].priority, reference="1.3")

    _run, found = bring_back(went.workbook, plan)

    assert found.kept == [later]
    assert not found.removed


def test_an_inserted_row_is_new_and_stands_where_it_was_put(plan, actions):
    desk, calls, _pay = actions
    sheet = Sheet(send_out(plan).workbook)
    row = sheet.row_of("1.10")
    last = [cell.value for cell in sheet.sheet[row]]
    sheet.sheet.cell(row, 1).value = "1.2"
    for column in range(2, len(last) + 1):
        sheet.sheet.cell(row, column).value = None
    sheet.write("1.2", "Action", "Train the staff")
    for column, value in enumerate(last, start=1):
        sheet.sheet.cell(sheet.sheet.max_row + (column == 1), column).value = value

    _run, found = bring_back(sheet.content, plan)

    assert found.counts["new"] == 1
    assert row_of(found, "1.2").action is None
    assert row_of(found, "1.2").place is not None


def test_a_copied_row_is_told_from_its_original(plan, actions):
    desk, _calls, _pay = actions
    sheet = Sheet(send_out(plan).workbook)
    copy = sheet.values("1.1")
    below = sheet.sheet.max_row + 1
    for column, value in enumerate(copy, start=1):
        sheet.sheet.cell(below, column).value = value

    _run, found = bring_back(sheet.content, plan)

    copies = [row for row in found.rows if row.copy_of]
    assert [row.said["row"] for row in copies] == [below]
    assert copies[0].outcome == "left_out"
    assert "A copy of row" in copies[0].left_out_because
    assert not found.to_import


def test_a_copy_that_was_reworded_is_a_new_action(plan, actions):
    sheet = Sheet(send_out(plan).workbook)
    copy = sheet.values("1.1")
    copy[0], copy[1] = "1.4", "Open a second desk"
    below = sheet.sheet.max_row + 1
    for column, value in enumerate(copy, start=1):
        sheet.sheet.cell(below, column).value = value

    _run, found = bring_back(sheet.content, plan)

    assert row_of(found, "1.4").outcome == "new"
    assert row_of(found, "1.1").outcome == "unchanged"


def test_rows_that_a_filter_hides_come_back_too(plan, actions):
    sheet = Sheet(send_out(plan).workbook)
    sheet.write("1.10", "Progress", "Answered within a minute.")
    sheet.sheet.row_dimensions[sheet.row_of("1.10")].hidden = True

    _run, found = bring_back(sheet.content, plan)

    assert found.counts["changed"] == 1
    assert not found.removed


def test_without_its_keys_rows_are_known_by_their_words_as_they_left(plan, actions):
    desk, calls, _pay = actions
    sheet = Sheet(send_out(plan).workbook)
    sheet.without_column("Row key (leave as it is)")
    Action.objects.filter(pk=desk.pk).update(reference="9.9", title="Another desk")

    _run, found = bring_back(sheet.content, plan)

    assert found.counts["unchanged"] == 3
    assert not found.kept


def test_another_plans_marks_count_for_nothing(plan, actions):
    other = PlanFactory()
    content = send_out(plan).workbook

    run, found = bring_back(content, other)

    assert not found.sides
    assert found.counts["new"] == 3


def test_a_file_goes_back_into_the_plan_that_it_came_from(plan, actions):
    run, found = bring_back(send_out(plan).workbook, None)

    assert run.plan == plan
    assert not found.to_import


def test_a_forged_key_is_no_key(plan, actions):
    sheet = Sheet(send_out(plan).workbook)
    sheet.write("1.1", "Row key (leave as it is)", "EQ-aaaaaaaaaaaa-1")

    _run, found = bring_back(sheet.content, plan)

    assert found.counts["unchanged"] == 3


def test_a_heading_reworded_in_the_file_renames_the_priority(plan, actions):
    desk, _calls, _pay = actions
    sheet = Sheet(send_out(plan).workbook)
    banner = sheet.row_of("Priority 1: Fair access")
    sheet.sheet.cell(banner, 1).value = "Priority 1: Access for everybody"

    _run, found = bring_back(sheet.content, plan)

    assert [one.values for one in found.priorities if one.values] == [
        {"title": "Access for everybody"}
    ]
    assert found.counts["unchanged"] == 3


def test_a_row_moved_below_another_heading_moves_the_action(plan, actions):
    _desk, calls, pay = actions
    sheet = Sheet(send_out(plan).workbook)
    values = sheet.values("1.10")
    for cell in sheet.sheet[sheet.row_of("1.10")]:
        cell.value = None
    below = sheet.sheet.max_row + 1
    for column, value in enumerate(values, start=1):
        sheet.sheet.cell(below, column).value = value

    _run, found = bring_back(sheet.content, plan)

    assert row_of(found, "1.10").values == {"priority_id": pay.priority_id}


def test_each_export_is_kept_with_who_and_what(plan, actions):
    who = UserFactory()

    went = send_out(plan, by=who)

    kept = PlanExport.objects.get()
    assert (kept.made_by, kept.as_at, kept.action_count) == (who, ON, 3)
    assert [one["action"] for one in kept.rows] == [one.pk for one in actions]
    assert bytes(kept.workbook) == bytes(went.workbook)


def test_sending_out_and_looking_writes_nothing_to_the_plan(plan, actions):
    by = UserFactory()
    before = dump()

    went = send_out(plan, by=by)
    bring_back(went.workbook, plan)

    assert dump() | {"plans.PlanExport": []} == before


def test_an_update_that_follows_a_later_one_is_dated_after_it(plan, actions):
    desk, _calls, _pay = actions
    desk.record_update(
        by=UserFactory(), on=ON, rag_status="on_target", progress="Nearly."
    )
    sheet = Sheet(send_out(plan).workbook)
    sheet.write("1.1", "RAG status", "Achieved")

    earlier = ON - datetime.timedelta(days=90)
    _run, found = bring_back(sheet.content, plan, as_at=earlier)
    apply(found, by=UserFactory())

    desk.refresh_from_db()
    assert (desk.rag_status, desk.reported_on) == ("achieved", ON)


def test_no_cell_of_it_is_a_formula(plan):
    """What a spreadsheet would run is marked as text, and comes back as it was."""
    would_run = ["=1+1", "+44", "-1+1", "@SUM(1)", "'=1+1", "\t=1"]
    priority = PriorityFactory(plan=plan)
    for number, words in enumerate(would_run):
        ActionFactory(priority=priority, reference=str(number), title=f"{words} x")

    sheet = Sheet(send_out(plan).workbook).sheet

    cells = [c for row in sheet.iter_rows() for c in row if c.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    titles = [c for c in cells if str(c.value).endswith(" x")]
    assert len(titles) == len(would_run)
    assert all(cell.quotePrefix for cell in titles)


def test_queries_do_not_grow_with_the_rows(plan, django_assert_max_num_queries):
    priority = PriorityFactory(plan=plan)
    for number in range(20):
        ActionFactory(
            priority=priority,
            reference=f"1.{number}",
            title=f"Act {number}",
            rag_status="on_target",
            leads=[LeadFactory()],
        )
    by = UserFactory()

    # The plan locked, actions, leads, their names, evidence, layout, wordings, priorities, the export's row, the savepoint twice.
    with django_assert_max_num_queries(12):
        send_out(plan, by=by)
