"""A version as a Word file."""

import io

import pytest
from django.urls import reverse
from docx import Document

from tests.factories import AssessmentFactory, UserFactory

pytestmark = pytest.mark.django_db


def test_the_file_says_what_was_signed_and_by_whom(reader_client):
    signer = UserFactory(role="manager", name="Gareth Pryce")
    published = AssessmentFactory(stage="published", signer=signer, title="Parks")
    type(published).objects.filter(pk=published.pk).update(title="Renamed since")

    answer = reader_client.get(
        reverse("assessments:version_word", args=[published.pk, 1])
    )
    words = "\n".join(
        one.text for one in Document(io.BytesIO(answer.content)).paragraphs
    )

    assert "attachment" in answer["Content-Disposition"]
    assert words.startswith("Parks\n")
    assert "Published on 6 April 2026." in words
    assert "Gareth Pryce, Head of service" in words
    assert "Disability: neutral" in words
