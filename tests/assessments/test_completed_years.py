"""The years that the register's filter "Completed in" offers: each in which something may have been completed that its reader may know of, and no other."""

import datetime

import pgtrigger
import pytest
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from assessments.models import AssessmentVersion, ProgrammeTarget
from tests.factories import AssessmentFactory

pytestmark = pytest.mark.django_db
URL = reverse("assessments:assessment_list")
LONG_AGO, LATELY = datetime.date(2019, 5, 1), datetime.date(2025, 5, 1)
NOT_YET = datetime.date(2099, 1, 1)
# As a second register corrects a day of approval: the move that the first one told of stays.
CORRECTED = {"source": "import", "submissions": 0, "approved_on": LONG_AGO}


def years(client):
    (_any, *found) = (
        client.get(URL).context["selection"].form.fields["completed"].choices
    )
    return [words for _key, words in found]  # fmt: skip


@pytest.fixture
def closure(housing):
    """A confidential assessment that was signed long ago."""
    return AssessmentFactory(directorate=housing, stage="approved", on=LONG_AGO, confidential_until=NOT_YET)  # fmt: skip


def test_a_year_in_which_only_what_is_confidential_was_signed_is_not_offered(
    reader_client, closure
):
    assert years(reader_client) == []


def test_those_who_work_on_it_and_admins_are_offered_its_year(
    officer_client, officer_of_another_directorate_client, admin_client, closure
):
    AssessmentFactory(stage="approved", on=LATELY)

    assert years(officer_of_another_directorate_client) == ["2025/26"]
    for client in (officer_client, admin_client):
        assert (years(client)[0], years(client)[-1]) == ("2025/26", "2019/20")


def test_once_its_day_has_come_its_year_is_offered_to_everybody(reader_client, closure):
    type(closure).objects.update(confidential_until=timezone.localdate())

    assert years(reader_client) == ["2019/20"]


def test_a_day_of_approval_that_a_register_recorded_later_is_offered(
    officer_client, housing
):
    one = AssessmentFactory(directorate=housing, stage="published", on=LATELY)
    with pgtrigger.ignore(), connection.cursor() as cursor:
        AssessmentVersion.objects.update(**CORRECTED)
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    ProgrammeTarget.objects.create(year=2020, directorate=housing, target=3)
    programme = officer_client.get("/assessments/programme/?year=2020")
    asked = f"?directorate={housing.pk}&amp;completed=2020"

    page = officer_client.get(URL, {"directorate": housing.pk, "completed": 2020})

    assert asked in programme.content.decode()
    assert [row.pk for row in page.context["page"].object_list] == [one.pk]
    assert not page.context["selection"].form.errors
