"""The same stages from the shell."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from equality_tracker.imports.models import ImportRun
from equality_tracker.organisation.models import Lead
from plans.models import Action, Plan
from tests.plans.importing.dumps import dump

from .workbooks import workbook

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
