"""What stays to be read: the published version beside a draft, the review, the outcome once it is closed."""

import datetime
import io

import docx
import pytest
from django.urls import reverse

from equality_tracker.organisation.models import Aim
from tests.factories import AssessmentFactory, PriorityFactory
from tests.factories.assessments import REVIEW_BY

pytestmark = pytest.mark.django_db
ON = datetime.date(2026, 4, 6)
IN_WORDS = f"{REVIEW_BY:%-d %B %Y}"


def text_of(response):
    return " ".join(response.content.decode().split())


def page_of(version):
    args = [version.assessment_id, version.number]
    return reverse("assessments:version_detail", args=args)


def words_of(client, version):
    args = [version.assessment_id, version.number]
    sent = client.get(reverse("assessments:version_word", args=args))
    document = docx.Document(io.BytesIO(sent.content))
    return "\n".join(one.text for one in document.paragraphs)


def test_a_reader_is_led_to_the_published_version_while_the_next_is_drafted(
    reader_client, officer
):
    assessment = AssessmentFactory(stage="published")
    published = assessment.current
    assessment.begin_version(by=officer, on=ON)

    page = reader_client.get(assessment.get_absolute_url())

    assert "Version 1 is published, and can be read" in text_of(page)
    assert f'href="{page_of(published)}"' in text_of(page)


def test_the_review_is_read_on_its_page_beside_the_published_words_and_in_word(
    reader_client,
):
    version = AssessmentFactory(stage="reviewed").current

    for address in (version.assessment.get_absolute_url(), page_of(version)):
        page = text_of(reader_client.get(address))
        assert "What happened" in page
        assert "As expected." in page
    assert "As expected." in words_of(reader_client, version)


def test_the_published_page_holds_what_was_decided_and_days_in_words(reader_client):
    version = AssessmentFactory(
        stage="published", kind="budget", budget_year=2027, saving=20_500,
        decided_on=datetime.date(2026, 5, 14), sponsor="Councillor Ames",
    ).current  # fmt: skip

    said = [text_of(reader_client.get(page_of(version))), words_of(reader_client, version)]  # fmt: skip

    for words in said:
        for fact in ("£20,500", "14 May 2026", "Councillor Ames", IN_WORDS):
            assert fact in words
        assert "2026-05-14" not in words


def test_the_outcome_can_be_read_once_it_is_submitted(officer_client, housing):
    assessment = AssessmentFactory(directorate=housing, stage="sign_off")

    page = officer_client.get(reverse("assessments:outcome", args=[assessment.pk]))

    assert "It was submitted, and nobody writes in it now." in text_of(page)
    assert IN_WORDS in text_of(page)
    assert "Name who signs" not in text_of(page)


def test_reasons_that_came_too_late_are_shown_and_not_lost(officer_client, housing):
    assessment = AssessmentFactory(directorate=housing, stage="sign_off")
    address = reverse("assessments:outcome", args=[assessment.pk])

    page = officer_client.post(address, {"outcome_why": "Two buses an hour stay."})

    assert page.status_code == 409
    assert "Two buses an hour stay." in text_of(page)


def test_an_action_for_a_mitigation_names_whom_it_is_for_and_under_which_aims(officer):
    version = AssessmentFactory(stage="full").current
    disability, age = (version.characteristics().get(name=one) for one in ("Disability", "Age"))  # fmt: skip
    impacts = [
        version.impacts.create(characteristic=one, kind="negative", severity="low")
        for one in (disability, age)
    ]
    for position, aim in enumerate(Aim.objects.all()):
        level = "high" if position == 1 else "none"
        said = version.relevances.filter(characteristic=disability, aim=aim)
        said.update(level=level)
    one = version.mitigations.create(text="A desk", impact=impacts[0])
    all_of_them = version.mitigations.create(text="A number to ring", for_all=True)
    priority = PriorityFactory()

    first = one.become_action(by=officer, priority=priority, title="A desk")
    second = all_of_them.become_action(by=officer, priority=priority, title="Ring")

    assert list(first.characteristics.all()) == [disability]
    assert [aim.position for aim in first.aims.all()] == [2]
    assert set(second.characteristics.all()) == {disability, age}
