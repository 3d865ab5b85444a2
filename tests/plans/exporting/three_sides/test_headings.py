"""Headings as they left, as the file has them, and as they stand here; and exports from before they were kept."""

import pytest

from plans.importing.apply import apply
from plans.models import PlanExport, Priority
from tests.factories import (
    UserFactory,
)
from tests.plans.exporting.there_and_back import bring_back, send_out
from tests.plans.exporting.three_sides.back import (
    back,
    give_to,
    move,
    nothing_changes,
    the_clash,
)

pytestmark = pytest.mark.django_db
BANNER = "Priority 1: Fair access"


def forget_the_new_parts():
    """Let the export be one that kept neither dates nor leads nor headings."""
    for one in PlanExport.objects.all():
        for row in one.rows:
            for name in ("dates", "leads", "heading"):
                row.pop(name, None)
        one.save(update_fields=["rows"])


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
