"""A register and a programme from the shell, by the same stages as the pages."""

import pytest
from django.core.management import CommandError, call_command

from assessments.models import Assessment, ProgrammeTarget
from tests.factories import DirectorateFactory

from .conftest import register

pytestmark = pytest.mark.django_db
ROWS = (("EQ/1", "Library hours", "Environment", "", "Published"), ("EQ/3", "Taxi licences", "Environment", "", "On hold"))  # fmt: skip


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "register.csv"
    path.write_bytes(register(*ROWS))
    return path


@pytest.fixture
def programme(tmp_path):
    path = tmp_path / "eia.csv"
    headings = ("Directorate", "EIAs planned", "EIAs completed")
    path.write_bytes(register(("Environment", 4, 3), headings=headings, above="EIA programme"))  # fmt: skip
    return path


def test_words_that_say_no_stage_are_named_with_the_option_that_answers(file, admin):
    with pytest.raises(CommandError, match=r"“on hold”\nNothing has been imported. Say --stage"):  # fmt: skip
        call_command("import_plan", file, by=admin.email)

    assert not Assessment.objects.exists()


def test_a_register_lands_with_its_words_answered(file, admin, capsys):
    call_command(
        "import_plan", file, "--by", admin.email, "--stage", "On hold=planned", "--create-directorates",
    )  # fmt: skip

    assert "Assessments: 2 new, 0 changed, 0 unchanged, 0 left out" in capsys.readouterr().out  # fmt: skip
    stages = dict(Assessment.objects.values_list("reference", "current__stage"))
    assert stages == {"EQ/1": "published", "EQ/3": "planned"}
    assert Assessment.objects.first().directorate.name == "Environment"


def test_a_dry_run_writes_nothing(file, admin, capsys):
    call_command("import_plan", file, "--by", admin.email, "--stage", "on hold=leave", "--dry-run")  # fmt: skip

    assert "Would have imported" in capsys.readouterr().out
    assert not Assessment.objects.exists()


def test_a_programme_without_a_year_is_told_its_year(programme, admin):
    DirectorateFactory(name="Environment")

    with pytest.raises(CommandError, match="--year"):
        call_command("import_plan", programme, by=admin.email)
    call_command("import_plan", programme, "--by", admin.email, "--year", "2026/27")

    assert ProgrammeTarget.objects.get().year == 2027


def test_an_unknown_stage_is_refused_with_those_that_there_are(file, admin):
    with pytest.raises(CommandError, match="one of planned, screening"):
        call_command("import_plan", file, "--by", admin.email, "--stage", "on hold=later")  # fmt: skip
