"""Dates, leads, progress and headings have three sides as words have: nothing that changed here since is overwritten unasked."""

import datetime

import pytest

from plans.importing.apply import apply
from plans.models import Action, ActionLead, PlanExport, Priority
from tests.factories import (
    ActionFactory,
    LeadFactory,
    PlanFactory,
    PriorityFactory,
    UserFactory,
)

from .there_and_back import ON, Sheet, bring_back, send_out

pytestmark = pytest.mark.django_db
BANNER = "Priority 1: Fair access"
MARCH, SEPTEMBER = datetime.date(2027, 3, 31), datetime.date(2027, 9, 30)


@pytest.fixture
def plan():
    return PlanFactory(title="Fair Northmere")


@pytest.fixture
def desk(plan):
    """An action on target with a lead, a date and words of progress."""
    priority = PriorityFactory(plan=plan, number="1", title="Fair access")
    return ActionFactory(
        priority=priority,
        reference="1.1",
        title="Open the desk",
        lead_as_written="Desk Manager",
        leads=[LeadFactory(name="Desk Manager")],
        timescale="By March 2027",
        due=MARCH,
        due_precision="month",
        rag_status="on_target",
        progress="Two desks are open.",
    )


@pytest.fixture
def sheet(plan, desk):
    return Sheet(send_out(plan).workbook)


def back(sheet, plan, *answered):
    """What the sheet would change, with the file's side taken of each clash in `answered`."""
    answers = {one.key: {"take": "file", "seen": one.seen} for one in answered}
    return bring_back(sheet.content, plan, decisions={"clashes": answers})[1]


def the_clash(found):
    ((_row, clash),) = found.clashes
    return clash


def nothing_changes(found):
    return not found.to_import and not any(one.values for one in found.priorities)


def forget_the_new_parts():
    """Let the export be one that kept neither dates nor leads nor headings."""
    for one in PlanExport.objects.all():
        for row in one.rows:
            for name in ("dates", "leads", "heading"):
                row.pop(name, None)
        one.save(update_fields=["rows"])


# Progress and flags


@pytest.mark.parametrize("heading", ["Progress", "RAG status"])
def test_a_column_that_was_taken_out_says_nothing(plan, sheet, heading):
    sheet.without_column(heading)

    found = back(sheet, plan)

    assert nothing_changes(found)
    assert not found.clashes


def test_progress_that_was_emptied_is_asked_about(plan, sheet):
    sheet.write("1.1", "Progress", None)

    found = back(sheet, plan)

    clash = the_clash(found)
    assert nothing_changes(found)
    assert (clash.name, clash.ours) == ("progress", "Two desks are open.")
    (row,) = back(sheet, plan, clash).to_import
    assert row.report.progress == ""


def test_a_new_status_beside_emptied_progress_keeps_the_words(plan, desk, sheet):
    sheet.write("1.1", "Progress", None)
    sheet.write("1.1", "RAG status", "Achieved")

    apply(back(sheet, plan), by=UserFactory())

    desk.refresh_from_db()
    assert desk.rag_status == "achieved"
    assert desk.latest_update.progress == "Two desks are open."


@pytest.fixture
def watched(plan, desk):
    """An action under priority monitoring alone, and the plan's sheet with it."""
    calls = ActionFactory(priority=desk.priority, reference="1.2", title="Answer calls")
    calls.record_update(
        by=UserFactory(),
        on=ON,
        rag_status=None,
        progress="Watching.",
        priority_monitoring=True,
    )
    return Sheet(send_out(plan).workbook)


def test_a_flag_stays_where_its_column_was_taken_out(plan, watched):
    watched.without_column("RAG status")

    assert nothing_changes(back(watched, plan))


def test_a_flag_stays_where_nobody_understands_what_stands_in_its_place(plan, watched):
    watched.write("1.2", "RAG status", "Wibble")

    assert nothing_changes(back(watched, plan))


def test_a_flag_that_was_emptied_is_asked_about(plan, watched):
    watched.write("1.2", "RAG status", None)

    found = back(watched, plan)

    clash = the_clash(found)
    assert nothing_changes(found)
    assert clash.name == "priority_monitoring"
    (row,) = back(watched, plan, clash).to_import
    assert row.report.priority_monitoring is False


def test_a_status_in_the_place_of_a_flag_takes_it_away(plan, watched):
    watched.write("1.2", "RAG status", "Achieved")

    found = back(watched, plan)

    (row,) = found.to_import
    assert (row.report.rag_status, row.report.priority_monitoring) == (
        "achieved",
        False,
    )
    assert not found.clashes


# Dates


def move(desk):
    desk.refresh_from_db()
    desk.record_update(
        by=UserFactory(),
        on=ON,
        rag_status="some_slippage",
        reason="Builders",
        progress="Two desks are open.",
        new_due=SEPTEMBER,
        due_reason="Agreed",
    )


def test_a_date_moved_here_is_asked_about_where_the_file_says_other_words(
    plan, desk, sheet
):
    move(desk)
    sheet.write("1.1", "Timescale", "By June 2027")

    found = back(sheet, plan)

    clash = the_clash(found)
    assert nothing_changes(found)
    assert clash.name == "timescale"
    assert "30 September 2027" in clash.ours
    (row,) = back(sheet, plan, clash).to_import
    assert row.values["due"] == datetime.date(2027, 6, 30)


def test_a_date_that_nobody_moved_follows_the_file(plan, sheet):
    sheet.write("1.1", "Timescale", "By June 2027")

    found = back(sheet, plan)

    (row,) = found.to_import
    assert row.values["due"] == datetime.date(2027, 6, 30)
    assert not found.clashes


def test_the_same_date_on_both_sides_is_not_asked_about(plan, desk, sheet):
    move(desk)
    Action.objects.filter(pk=desk.pk).update(due_precision="month")
    sheet.write("1.1", "Timescale", "By September 2027")

    found = back(sheet, plan)

    (row,) = found.to_import
    assert row.values == {"timescale": "By September 2027"}
    assert not found.clashes


def test_new_words_about_time_are_read_though_the_old_ones_were_corrected(
    plan, desk, sheet
):
    Action.objects.filter(pk=desk.pk).update(due=SEPTEMBER, reading_corrected=True)
    corrected = Sheet(send_out(plan).workbook)
    corrected.write("1.1", "Timescale", "By March 2029")

    apply(back(corrected, plan), by=UserFactory())

    desk.refresh_from_db()
    assert desk.due == datetime.date(2029, 3, 31)
    assert not desk.reading_corrected


def test_a_reading_corrected_since_is_asked_about(plan, desk, sheet):
    Action.objects.filter(pk=desk.pk).update(due=SEPTEMBER, reading_corrected=True)
    sheet.write("1.1", "Timescale", "By March 2029")

    found = back(sheet, plan)

    assert the_clash(found).name == "timescale"
    assert nothing_changes(found)


# Leads


@pytest.fixture
def others(db):
    return LeadFactory(name="Head of Access"), LeadFactory(name="Head of Calls")


def give_to(desk, lead):
    ActionLead.objects.filter(action=desk).delete()
    ActionLead.objects.create(action=desk, lead=lead, position=0)


def test_a_lead_changed_here_is_asked_about_where_the_file_names_another(
    plan, desk, sheet, others
):
    here, there = others
    give_to(desk, here)
    sheet.write("1.1", "Lead", "Head of Calls")

    found = back(sheet, plan)

    clash = the_clash(found)
    assert nothing_changes(found)
    assert (clash.name, clash.theirs) == ("lead_as_written", "Head of Calls")
    assert "Head of Access" in clash.ours
    (row,) = back(sheet, plan, clash).to_import
    assert row.leads == [there.pk]


def test_the_same_lead_on_both_sides_is_not_asked_about(plan, desk, sheet, others):
    _here, there = others
    give_to(desk, there)
    sheet.write("1.1", "Lead", "Head of Calls")

    found = back(sheet, plan)

    (row,) = found.to_import
    assert (row.values, row.leads) == ({"lead_as_written": "Head of Calls"}, None)
    assert not found.clashes


def test_a_lead_that_nobody_changed_follows_the_file(plan, sheet, others):
    sheet.write("1.1", "Lead", "Head of Calls")

    found = back(sheet, plan)

    (row,) = found.to_import
    assert row.leads == [others[1].pk]
    assert not found.clashes


# Headings


def reword(sheet, words):
    sheet.sheet.cell(sheet.row_of(BANNER), 1).value = words


def test_a_heading_changed_on_both_sides_is_asked_about(plan, desk, sheet):
    reword(sheet, "Priority 1: Access for everybody")
    Priority.objects.filter(pk=desk.priority_id).update(title="Access here")

    found = back(sheet, plan)

    clash = the_clash(found)
    assert nothing_changes(found)
    assert (clash.left, clash.theirs, clash.ours) == (
        "Fair access",
        "Access for everybody",
        "Access here",
    )
    apply(back(sheet, plan, clash), by=UserFactory())
    assert Priority.objects.get(pk=desk.priority_id).title == "Access for everybody"


def test_a_heading_changed_here_alone_stays(plan, desk, sheet):
    Priority.objects.filter(pk=desk.priority_id).update(title="Access here")

    found = back(sheet, plan)

    assert nothing_changes(found)
    assert not found.clashes


def test_a_heading_changed_in_the_file_alone_is_counted(plan, sheet):
    before = back(sheet, plan).fingerprint()
    reword(sheet, "Priority 1: Access for everybody")

    found = back(sheet, plan)

    assert found.counts["headings"] == 1
    assert not found.clashes
    assert found.fingerprint() != before


def test_a_heading_renamed_while_the_preview_is_open_is_noticed(plan, desk):
    content = send_out(plan).workbook
    PlanExport.objects.all().delete()
    Priority.objects.filter(pk=desk.priority_id).update(number="1", title="Before")
    seen = bring_back(content, plan)[1].fingerprint()

    Priority.objects.filter(pk=desk.priority_id).update(title="Meanwhile")

    assert bring_back(content, plan)[1].fingerprint() != seen


# Exports that were made before their rows kept all this


def test_an_older_export_untouched_changes_nothing(plan, desk, sheet, others):
    forget_the_new_parts()
    move(desk)
    give_to(desk, others[0])
    Priority.objects.filter(pk=desk.priority_id).update(title="Access here")

    found = back(sheet, plan)

    assert nothing_changes(found)
    assert not found.clashes


def test_an_older_export_asks_about_what_changed_on_both_sides(
    plan, desk, sheet, others
):
    forget_the_new_parts()
    move(desk)
    give_to(desk, others[0])
    Priority.objects.filter(pk=desk.priority_id).update(title="Access here")
    sheet.write("1.1", "Timescale", "By June 2027")
    sheet.write("1.1", "Lead", "Head of Calls")
    reword(sheet, "Priority 1: Access for everybody")

    found = back(sheet, plan)

    names = {clash.name for _row, clash in found.clashes}
    assert names == {"timescale", "lead_as_written", "priority.title"}
    assert nothing_changes(found)
