"""The same stages from the shell."""

from io import StringIO

import openpyxl
import pytest
from django.core.management import CommandError, call_command

from equality_tracker.imports.models import ImportRun
from equality_tracker.organisation.models import Lead
from indicators.models import Indicator
from plans.models import Action, Plan
from tests.factories import ActionFactory
from tests.plans.exporting.there_and_back import Sheet, send_out
from tests.plans.importing.dumps import dump

from .workbooks import measured, workbook

pytestmark = pytest.mark.django_db


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "plan.xlsx"
    path.write_bytes(workbook())
    return path


def run(file, **options):
    out = StringIO()
    call_command("import_plan", str(file), stdout=out, stderr=StringIO(), **options)
    return out.getvalue()


@pytest.mark.reading_process
def test_a_plan_is_imported_and_counted(file, admin, housing):
    said = run(file, by=admin.email, directorate="housing", create_leads=True)

    assert "3 new, 0 changed, 0 unchanged" in said
    assert Plan.objects.get().state == "draft"
    assert Action.objects.filter(directorate=housing).count() == 3
    assert sorted(Lead.objects.values_list("name", flat=True)) == [
        "Desk Manager",
        "Language Team",
    ]


def test_the_same_file_into_the_same_plan_changes_nothing(file, admin):
    run(file, by=admin.email)
    reference = Plan.objects.get().reference

    assert "0 new, 0 changed, 3 unchanged" in run(file, by=admin.email, plan=reference)


def test_a_dry_run_writes_nothing(file, admin):
    before = dump()

    said = run(file, by=admin.email, dry_run=True)

    assert "Would have imported plan.xlsx" in said
    assert dump() == before
    assert not ImportRun.objects.exists()


def test_indicators_are_counted_and_land_unless_it_is_a_dry_run(tmp_path, admin):
    path = tmp_path / "measures.xlsx"
    path.write_bytes(measured())

    tried = run(path, by=admin.email, dry_run=True)
    assert not Indicator.objects.exists()
    said = run(path, by=admin.email)
    again = run(path, by=admin.email)

    assert "Indicators: 2 new, 0 changed, 0 unchanged" in tried
    assert tried.replace("Would have imported", "Imported") == said
    assert "figures: 6 new" in said
    assert "Indicators: 0 new, 0 changed, 2 unchanged" in again
    assert (Indicator.objects.count(), Plan.objects.count()) == (2, 0)


@pytest.mark.parametrize(("near", "count"), [("same", 1), ("new", 2)])
def test_a_row_that_may_be_an_indicator_here_is_named_or_said(
    tmp_path, admin, near, count
):
    Indicator.objects.create(title="Residents who feel they are heard")
    path = tmp_path / "measures.xlsx"
    path.write_bytes(
        measured(("Residents who feel that they are heard", "40%", "50%", "45%"))
    )

    with pytest.raises(
        CommandError, match="may be “Residents who feel they are heard”"
    ):
        run(path, by=admin.email)
    run(path, by=admin.email, near=near)

    assert Indicator.objects.count() == count


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"by": "nobody@northmere.example"}, "not the e-mail address of an admin"),
        ({"plan": "NO-PLAN"}, "no plan with the reference"),
        ({"directorate": "Nowhere"}, "no directorate called Nowhere"),
    ],
)
def test_what_is_not_there_is_named(file, admin, options, words):
    with pytest.raises(CommandError, match=words):
        run(file, **({"by": admin.email} | options))

    assert not Plan.objects.exists()


def test_a_file_that_cannot_be_read_is_one_sentence(tmp_path, admin):
    path = tmp_path / "plan.xlsx"
    path.write_bytes(b"")

    with pytest.raises(CommandError, match="empty"):
        run(path, by=admin.email)


@pytest.fixture
def reworded(file, admin, tmp_path):
    """A plan of three actions, and its file with one of them reworded and without references."""
    run(file, by=admin.email)
    book = openpyxl.load_workbook(file)
    for row in book.worksheets[0].iter_rows():
        for cell in row:
            if isinstance(cell.value, str) and cell.value in titles():
                cell.value = f"{cell.value}s, now"
    book.save(file)
    Action.objects.update(reference="", reference_is_ours=False)
    return file


def titles():
    return set(Action.objects.values_list("title", flat=True))


def test_rows_that_are_nearly_an_action_are_named_and_none_is_made(reworded, admin):
    before = titles()

    with pytest.raises(CommandError) as refused:
        run(reworded, by=admin.email, plan=Plan.objects.get().reference)

    assert "3 rows may be an action of the plan" in str(refused.value)
    assert all(f"may be “{title}”" in str(refused.value) for title in before)
    assert titles() == before


@pytest.mark.parametrize(("near", "count"), [("same", 3), ("new", 6)])
def test_an_option_says_what_near_rows_are(reworded, admin, near, count):
    run(reworded, by=admin.email, plan=Plan.objects.get().reference, near=near)

    assert Action.objects.count() == count
    assert sum(title.endswith("s, now") for title in titles()) == 3


def test_what_changed_on_both_sides_is_named(tmp_path, admin):
    action = ActionFactory(title="Open the desk", reference="1.1", outcome="None waits")
    sheet = Sheet(send_out(action.plan).workbook)
    sheet.write("1.1", "Outcome wanted", "Theirs")
    Action.objects.filter(pk=action.pk).update(outcome="Ours")
    path = tmp_path / "back.xlsx"
    path.write_bytes(sheet.content)

    said = run(path, by=admin.email, plan=action.plan.reference)

    assert "Kept: Outcome of" in said
    assert "changed in the file and here" in said
