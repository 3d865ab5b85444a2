"""What is published stays in everybody's sight, and what is hidden is not published."""

import datetime

import pytest
from django.db import DatabaseError
from django.urls import reverse

from assessments.models import Assessment
from assessments.models.version_verbs import WrongStage
from tests.factories import AssessmentFactory

pytestmark = pytest.mark.django_db
ON = datetime.date(2026, 4, 6)
LATER = datetime.date(2099, 5, 4)
WAITS = "To publish it, "


def save(client, assessment, **said):
    """Send its form as it stands, but for what is `said`."""
    address = reverse("assessments:assessment_edit", args=[assessment.pk])
    form = client.get(address).context["form"]
    sent = {name: form[name].value() for name in form.fields}
    sent = {name: "" if value is None else value for name, value in sent.items()}
    return client.post(address, sent | said)


def hidden_until(assessment):
    return Assessment.objects.get(pk=assessment.pk).confidential_until


@pytest.mark.parametrize("stage", ["published", "reviewed"])
def test_what_is_published_is_hidden_by_nobody(stage, admin_client):
    assessment = AssessmentFactory(stage=stage)

    answer = save(admin_client, assessment, confidential_until="4/5/2099")

    assert answer.context["form"].errors["confidential_until"] == [
        "It is published, and what is published cannot be hidden again. Leave this blank."
    ]
    assert hidden_until(assessment) is None


def test_what_was_published_is_not_hidden_while_it_is_written_anew(
    admin_client, officer
):
    assessment = AssessmentFactory(stage="published")
    assessment.begin_version(by=officer, on=ON)

    save(admin_client, assessment, confidential_until="4/5/2099")

    assert hidden_until(assessment) is None


def test_what_is_approved_may_still_be_hidden(admin_client):
    assessment = AssessmentFactory(stage="approved")

    save(admin_client, assessment, confidential_until="4/5/2099")

    assert hidden_until(assessment) == LATER


def test_what_a_register_published_and_is_hidden_here_can_be_changed_and_cleared(
    admin_client,
):
    assessment = AssessmentFactory(stage="published", confidential_until=LATER)

    save(admin_client, assessment, title="Moving a contact point")
    named = Assessment.objects.get(pk=assessment.pk).title
    save(admin_client, assessment, confidential_until="")

    assert named == "Moving a contact point"
    assert hidden_until(assessment) is None


def test_the_database_hides_nothing_that_is_published():
    assessment = AssessmentFactory(stage="published")

    with pytest.raises(DatabaseError, match="cannot be hidden again"):
        Assessment.objects.filter(pk=assessment.pk).update(confidential_until=LATER)


def test_what_is_confidential_is_not_published_until_its_day(manager):
    version = AssessmentFactory(stage="approved", confidential_until=LATER).current

    with pytest.raises(WrongStage) as refused:
        version.publish(by=manager, on=ON)
    version = version.publish(by=manager, on=LATER)

    assert str(refused.value) == (
        "It is confidential until 4 May 2099: clear that day first."
    )
    assert version.stage == "published"


def test_the_database_publishes_nothing_that_is_confidential(manager):
    version = AssessmentFactory(stage="approved", confidential_until=LATER).current

    with pytest.raises(DatabaseError, match="is confidential until"):
        type(version).objects.filter(pk=version.pk).update(
            stage="published", published_on=ON, published_by=manager
        )


def test_its_page_says_what_to_clear_where_it_would_offer_to_publish(admin_client):
    secret = AssessmentFactory(stage="approved", confidential_until=LATER)
    known = AssessmentFactory(stage="approved")

    def shown(assessment):
        page = admin_client.get(assessment.get_absolute_url()).content.decode()
        return WAITS in page, "Publish it" in page

    assert shown(secret) == (True, False)
    assert shown(known) == (False, True)


def test_its_page_asks_nobody_to_clear_the_day_who_could_not_publish(
    officer_client, housing
):
    secret = AssessmentFactory(
        directorate=housing, stage="approved", confidential_until=LATER
    )

    page = officer_client.get(secret.get_absolute_url()).content.decode()

    assert WAITS not in page
