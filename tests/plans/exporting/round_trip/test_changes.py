"""What changed in the file, here, or on both sides while a plan's spreadsheet was out."""

import pytest

from plans.importing.apply import apply
from plans.models import Action
from tests.factories import (
    UserFactory,
)
from tests.plans.exporting.there_and_back import ON, Sheet, bring_back, send_out

pytestmark = pytest.mark.django_db


def test_untouched_it_changes_nothing(plan, actions):
    went = send_out(plan)

    run, found = bring_back(went.workbook, plan)

    assert found.counts["unchanged"] == 3
    assert not found.to_import
    assert not found.kept
    assert not run.understood["problems"]


def test_untouched_but_saved_by_another_program_it_changes_nothing(plan, actions):
    went = send_out(plan)

    _run, found = bring_back(Sheet(went.workbook).content, plan)

    assert found.counts["unchanged"] == 3
    assert not found.to_import


def test_what_changed_here_since_is_left_alone(plan, actions):
    desk, _calls, pay = actions
    went = send_out(plan)
    Action.objects.filter(pk=desk.pk).update(title="Open two desks", outcome="Joy")
    pay.record_update(
        by=UserFactory(), on=ON, rag_status="achieved", progress="Published."
    )

    _run, found = bring_back(went.workbook, plan)

    assert found.counts["unchanged"] == 3
    assert not found.newer


def test_a_change_in_the_file_is_taken(plan, actions):
    desk, _calls, _pay = actions
    sheet = Sheet(send_out(plan).workbook)
    sheet.write("1.1", "Outcome wanted", "Nobody waits long")
    sheet.write("1.1", "RAG status", "Some slippage")
    sheet.write("1.1", "Progress", "Staff are short.")

    _run, found = bring_back(sheet.content, plan)
    apply(found, by=UserFactory())

    desk.refresh_from_db()
    assert desk.outcome == "Nobody waits long"
    assert (desk.rag_status, desk.latest_update.progress) == (
        "some_slippage",
        "Staff are short.",
    )
    assert found.counts["changed"] == 1


def test_a_status_alone_keeps_the_words_that_were_there(plan, actions):
    desk, _calls, _pay = actions
    sheet = Sheet(send_out(plan).workbook)
    sheet.write("1.1", "RAG status", "Achieved")

    apply(bring_back(sheet.content, plan)[1], by=UserFactory())

    desk.refresh_from_db()
    assert desk.rag_status == "achieved"
    assert desk.latest_update.progress == "The first sessions were held."


def test_words_changed_on_both_sides_are_asked_and_ours_stay_until_chosen(
    plan, actions
):
    desk, _calls, _pay = actions
    sheet = Sheet(send_out(plan).workbook)
    sheet.write("1.1", "Outcome wanted", "Theirs")
    Action.objects.filter(pk=desk.pk).update(outcome="Ours")

    _run, found = bring_back(sheet.content, plan)

    ((row, clash),) = found.clashes
    assert (clash.left, clash.theirs, clash.ours) == ("Nobody waits", "Theirs", "Ours")
    assert not row.values
    answer = {clash.key: {"take": "file", "seen": clash.seen}}
    _run, found = bring_back(sheet.content, plan, decisions={"clashes": answer})
    assert found.clashes[0][0].values == {"outcome": "Theirs"}


def test_an_answer_holds_only_for_the_words_that_it_was_given_to(plan, actions):
    desk, _calls, _pay = actions
    sheet = Sheet(send_out(plan).workbook)
    sheet.write("1.1", "Outcome wanted", "Theirs")
    Action.objects.filter(pk=desk.pk).update(outcome="Ours")
    clash = bring_back(sheet.content, plan)[1].clashes[0][1]
    answer = {clash.key: {"take": "file", "seen": clash.seen}}
    Action.objects.filter(pk=desk.pk).update(outcome="Ours, put better")

    _run, found = bring_back(sheet.content, plan, decisions={"clashes": answer})

    assert not found.clashes[0][0].values


def test_a_status_reported_here_since_is_asked_about(plan, actions):
    desk, _calls, _pay = actions
    sheet = Sheet(send_out(plan).workbook)
    sheet.write("1.1", "RAG status", "Slipped")
    desk.record_update(
        by=UserFactory(), on=ON, rag_status="achieved", progress="It opened."
    )

    _run, found = bring_back(sheet.content, plan)

    (row,) = found.newer
    assert not row.report.taken
    assert not found.to_import


def test_the_same_change_on_both_sides_is_no_change(plan, actions):
    desk, _calls, _pay = actions
    sheet = Sheet(send_out(plan).workbook)
    sheet.write("1.1", "Outcome wanted", "The same")
    Action.objects.filter(pk=desk.pk).update(outcome="The same")

    _run, found = bring_back(sheet.content, plan)

    assert not found.clashes
    assert not found.to_import


def test_a_status_that_was_emptied_is_asked_about(plan, actions):
    sheet = Sheet(send_out(plan).workbook)
    sheet.write("1.1", "RAG status", None)

    _run, found = bring_back(sheet.content, plan)

    ((_row, clash),) = found.clashes
    assert (clash.name, clash.theirs) == ("rag_status", "(blank)")
    assert not found.to_import
