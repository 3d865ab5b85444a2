"""A version as a Word file."""

import datetime
import io

import pytest
from django.urls import reverse
from docx import Document

from tests.factories import AssessmentFactory, UserFactory

pytestmark = pytest.mark.django_db
SIGNED_ON = datetime.date(2026, 7, 1)


def read(client, assessment):
    """Return the answer that holds the file of its first version, and the file's words."""
    address = reverse("assessments:version_word", args=[assessment.pk, 1])
    answer = client.get(address)
    paragraphs = Document(io.BytesIO(answer.content)).paragraphs
    return answer, "\n".join(one.text for one in paragraphs)


def signed(comment="", at=None):
    """One that is approved with a comment, at a moment."""
    signer = UserFactory(role="manager", name="Gareth Pryce")
    waiting = AssessmentFactory(stage="sign_off", signer=signer)
    version = waiting.current
    version = version.sign(by=signer, on=SIGNED_ON, content_hash=version.content_hash, comment=comment, at=at)  # fmt: skip
    version.publish(by=signer, on=SIGNED_ON, at=at)
    return waiting


def test_the_file_says_what_was_signed_and_by_whom(reader_client):
    signer = UserFactory(role="manager", name="Gareth Pryce")
    published = AssessmentFactory(stage="published", signer=signer, title="Parks")
    type(published).objects.filter(pk=published.pk).update(title="Renamed since")

    answer, words = read(reader_client, published)

    assert "attachment" in answer["Content-Disposition"]
    assert words.startswith("Parks\n")
    assert "Published on 6 April 2026." in words
    assert "Gareth Pryce, Head of service" in words
    assert "Disability: neutral" in words


def test_what_was_screened_out_is_called_that_and_says_once_that_nothing_is_relevant(
    reader_client,
):
    _answer, words = read(reader_client, AssessmentFactory(stage="screened_out"))

    assert "Screened out." in words
    assert "Not published" not in words
    assert "Age: Not relevant" in words


def test_a_signature_stands_on_the_councils_own_day(reader_client):
    in_utc = datetime.datetime(2099, 6, 30, 23, 30, tzinfo=datetime.UTC)

    _answer, words = read(reader_client, signed(at=in_utc))

    assert "Gareth Pryce, Head of service, on 1 July 2099" in words


def test_what_a_signer_said_with_it_stands_beside_the_name(reader_client):
    published = signed("Look at the lifts in a year.")

    _answer, words = read(reader_client, published)

    [line] = [one for one in words.splitlines() if one.startswith("Gareth Pryce")]
    assert line.endswith(": Look at the lifts in a year.")
