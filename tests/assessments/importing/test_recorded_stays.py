"""What a register said of an assessment stays attributable to it, and what came in unscreened is screened here before anybody signs it."""

import datetime

import pytest
from django.db import DatabaseError, connection
from django.urls import reverse

from assessments.models import Assessment
from assessments.models.version_verbs import NotReady
from tests.factories import AssessmentFactory
from tests.factories.assessments import complete, screened

from .conftest import register

pytestmark = pytest.mark.django_db
ON = datetime.date(2026, 11, 23)


@pytest.fixture
def draft(bring, officer):
    """A full assessment that a register brought: nobody has screened it here."""
    name = officer.directorates.get().name
    bring(register(("EQ/2", "Car park charges", name, "", "Draft")))
    return Assessment.objects.get(reference="EQ/2").current


def write(version, sql):
    """As raw SQL does, with what is asked at the end of a transaction asked now."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(f"UPDATE assessments_assessmentversion SET {sql} WHERE id = %s", [version.pk])  # fmt: skip


@pytest.mark.parametrize("said", ["another.csv, EIAs, row 4", "", "register.csv"])
def test_which_file_said_so_is_not_rewritten(said, draft):
    with pytest.raises(DatabaseError, match="what a register recorded of version"):
        write(draft, f"recorded_in = '{said}'")


def test_whether_the_register_said_since_when_is_not_rewritten(draft):
    with pytest.raises(DatabaseError, match="what a register recorded of version"):
        write(draft, "undated = NOT undated")


def test_what_a_register_brought_is_not_called_written_here(draft):
    with pytest.raises(DatabaseError, match="where it came from, stays"):
        write(draft, "source = 'form', recorded_in = '', undated = FALSE")


def test_what_came_in_unscreened_is_not_submitted(draft, officer, manager):
    version = complete(draft, officer, manager)

    with pytest.raises(NotReady) as refused:
        version.submit(by=officer, on=ON)

    assert [one.partition(":")[0] for one in refused.value.missing] == ["Screening"]


def test_its_screening_can_be_written_where_it_stands(draft, officer_client):
    path = reverse("assessments:screening", args=[draft.assessment_id])
    page = officer_client.get(path)
    levels = {name: "none" for name in page.context["form"].fields if name.startswith("level")}  # fmt: skip

    officer_client.post(path, levels)

    assert draft.relevances.count() == len(levels)


def test_its_page_leads_to_the_screening_first(draft, officer_client):
    page = officer_client.get(draft.assessment.get_absolute_url())

    assert page.context["life"].to_write.title == "Screening"


def test_what_was_screened_here_goes_to_its_signers(draft, officer, manager):
    version = complete(screened(draft), officer, manager)

    version = version.submit(by=officer, on=ON)

    assert version.stage == "sign_off"
    assert version.recorded_in == draft.recorded_in


def test_a_screening_written_here_is_closed_once_it_is_a_full_assessment_of_here(
    officer_client, officer
):
    own = AssessmentFactory(stage="full", directorate=officer.directorates.get())

    page = officer_client.get(reverse("assessments:screening", args=[own.pk]))

    assert not page.context["open_now"]
