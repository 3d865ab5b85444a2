"""Who works on an assessment: named and taken off by those who do."""

import datetime

import pytest
from django.urls import reverse

from assessments.models import Assessment
from tests.factories import AssessmentFactory, HoldingFactory, LeadFactory, UserFactory

pytestmark = pytest.mark.django_db
TODAY = datetime.date(2026, 11, 23)


@pytest.fixture
def assessment(housing):
    return AssessmentFactory(directorate=housing, stage="full")


def people_of(assessment):
    return reverse("assessments:people", args=[assessment.pk])


def text_of(response):
    return " ".join(response.content.decode().split())


def named(client, assessment, user):
    """Name `user` on the page as a person would."""
    form = client.get(people_of(assessment)).context["form"]
    key = form["form_key"].value()
    return client.post(
        people_of(assessment), {"user": user.pk, "form_key": key}, follow=True
    )


def test_whoever_is_named_writes_in_it(
    officer_client, officer_of_another_directorate, assessment
):
    page = named(officer_client, assessment, officer_of_another_directorate)

    rows = Assessment.objects.editable_by(officer_of_another_directorate, TODAY)
    assert assessment in rows
    assert f"{officer_of_another_directorate} works on it now." in text_of(page)


def test_whoever_is_taken_off_writes_in_it_no_more(
    officer_client, officer_of_another_directorate, assessment
):
    one = assessment.contributors.create(user=officer_of_another_directorate)
    address = reverse("assessments:contributor_remove", args=[assessment.pk, one.pk])

    asked = officer_client.get(address)
    officer_client.post(address)

    assert "What was written stays." in text_of(asked)
    rows = Assessment.objects.editable_by(officer_of_another_directorate, TODAY)
    assert assessment not in rows


def test_who_takes_themselves_off_is_led_to_the_register(
    client, officer_of_another_directorate, assessment
):
    one = assessment.contributors.create(user=officer_of_another_directorate)
    client.force_login(officer_of_another_directorate)

    answer = client.post(
        reverse("assessments:contributor_remove", args=[assessment.pk, one.pk])
    )

    assert answer.url == reverse("assessments:assessment_list")


def test_the_page_says_why_each_person_works_on_it_and_what_they_may_do(
    officer_client, officer, manager, assessment
):
    lead = LeadFactory(name="Tenancy Manager")
    HoldingFactory(lead=lead, user=officer)
    assessment.lead = lead
    assessment.save()
    assessment.current.signers.create(user=manager, signs_as="Head of service")

    workers = officer_client.get(people_of(assessment)).context["workers"]
    told = {one.user.name: (one.reasons, one.may) for one in workers}

    assert told == {
        officer.name: (
            ["Of Housing and Neighbourhoods", "Holds the lead: Tenancy Manager"],
            "writes in it",
        ),
        manager.name: (
            ["Of Housing and Neighbourhoods", "Signs as Head of service"],
            "writes, publishes, and makes actions of mitigations; signs",
        ),
    }


def test_readers_leavers_and_those_named_already_cannot_be_chosen(
    officer_client, reader, leaver, manager_of_another_directorate, assessment
):
    assessment.contributors.create(user=manager_of_another_directorate)

    form = officer_client.get(people_of(assessment)).context["form"]

    offered = set(form.fields["user"].queryset)
    assert not offered & {reader, leaver, manager_of_another_directorate}


def test_of_a_confidential_one_it_says_that_whoever_is_named_may_read_it(
    officer_client, assessment
):
    assessment.confidential_until = datetime.date(2099, 1, 1)
    assessment.save()

    assert "whoever you name may read it" in text_of(
        officer_client.get(people_of(assessment))
    )


def test_it_asks_no_more_of_ten_people_than_of_one(
    officer_client, housing, assessment, django_assert_max_num_queries
):
    # Session, user; savepoint twice, the assessment; contributors, the directorate and its people, signers, the version; whom to choose.
    with django_assert_max_num_queries(12) as few:
        officer_client.get(people_of(assessment))
    for _ in range(9):
        assessment.contributors.create(user=UserFactory(role="officer"))
        UserFactory(role="officer", directorates=[housing])
    with django_assert_max_num_queries(len(few)):
        officer_client.get(people_of(assessment))
