"""What shows where the council stands: actions and assessments found by their words, files and links."""

import datetime
import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.factories import ActionFactory, AssessmentFactory

pytestmark = pytest.mark.django_db
LONG_TIME = datetime.date(2100, 1, 1)


def text_of(response):
    return " ".join(response.content.decode().split())


@pytest.fixture
def url(criterion):
    return reverse("assessments:framework_evidence_add", args=[criterion.pk])


def sending(**more):
    return {"form_key": uuid.uuid4(), "words": "", "url": "", "q": "", **more}


def offered(client, url, words):
    return [one for one, _words in client.get(url, {"q": words}).context["found"].choices]  # fmt: skip


def test_an_action_and_an_assessment_are_found_by_their_words(url, officer_client):
    action = ActionFactory(title="Ramps at the libraries")
    assessment = AssessmentFactory(title="Closing a library with ramps")
    ActionFactory(title="Plain letters")

    found = offered(officer_client, url, "ramps")

    assert found == [f"action-{action.pk}", f"assessment-{assessment.pk}"]


def test_nothing_is_offered_before_somebody_looks(url, officer_client):
    ActionFactory()

    assert offered(officer_client, url, "") == []


def test_what_stands_already_is_not_offered_again(
    url, criterion, officer, officer_client
):
    action = ActionFactory(title="Ramps")
    criterion.evidence.create(kind="action", action=action, added_by=officer)

    assert offered(officer_client, url, "ramps") == []


def test_a_confidential_assessment_is_neither_offered_nor_taken(
    url, criterion, officer_client
):
    secret = AssessmentFactory(title="Closing a pool", confidential_until=LONG_TIME)

    assert offered(officer_client, url, "pool") == []
    officer_client.post(url, sending(chosen=f"assessment-{secret.pk}", q="pool"))
    assert not criterion.evidence.exists()


def test_several_are_added_at_once_with_a_link(url, criterion, officer_client, officer):
    action, other = ActionFactory(title="Ramps here"), ActionFactory(title="Ramps there")  # fmt: skip
    sent = sending(
        q="ramps",
        chosen=[f"action-{action.pk}", f"action-{other.pk}"],
        url="https://www.example.org/ramps",
        words="All of them",
    )

    answer = officer_client.post(url, sent)

    rows = criterion.evidence.all()
    assert answer.url == criterion.get_absolute_url()
    assert sorted(one.kind for one in rows) == ["action", "action", "link"]
    assert {one.added_by for one in rows} == {officer}


def test_a_file_is_kept_and_given_out_as_a_download(
    url, criterion, officer_client, reader_client
):
    sent = sending(words="The survey")
    sent["evidence_files"] = SimpleUploadedFile("survey.txt", b"Nine in ten were content.")  # fmt: skip

    officer_client.post(url, sent)
    one = criterion.evidence.get()
    answer = reader_client.get(
        reverse("assessments:framework_evidence_file", args=[criterion.pk, one.pk])
    )

    assert answer.content == b"Nine in ten were content."
    assert answer["Content-Disposition"] == 'attachment; filename="survey.txt"'


def test_a_file_of_a_kind_that_is_not_kept_is_named(url, criterion, officer_client):
    sent = sending(evidence_files=SimpleUploadedFile("tool.exe", b"MZ"))

    assert "“tool.exe” was not taken" in text_of(officer_client.post(url, sent))
    assert not criterion.evidence.exists()


@pytest.mark.parametrize("link", ["javascript:alert(1)", "ftp://example.org/a", "https://bank@example.org"])  # fmt: skip
def test_a_link_that_no_reader_should_follow_is_refused(
    url, criterion, officer_client, link
):
    answer = officer_client.post(url, sending(url=link))

    assert answer.context["form"].errors["url"]
    assert not criterion.evidence.exists()


def test_nothing_chosen_is_told_what_to_do(url, officer_client):
    answer = officer_client.post(url, sending())

    assert "Tick an action or assessment that was found, choose a file, or give a link." in text_of(answer)  # fmt: skip


def test_the_same_form_sent_twice_adds_once(url, criterion, officer_client):
    sent = sending(url="https://www.example.org/once")
    officer_client.post(url, sent)

    assert officer_client.post(url, sent).url == criterion.get_absolute_url()
    assert criterion.evidence.count() == 1


def test_more_than_fit_on_the_page_asks_for_more_words(url, officer_client):
    for _each in range(16):
        ActionFactory(title="Ramps")

    found = officer_client.get(url, {"q": "ramps"}).context["found"]

    assert found.too_many
    assert len(list(found.choices)) == 15


def test_taking_back_asks_once_and_keeps_who(criterion, officer, officer_client):
    one = criterion.evidence.create(kind="action", action=ActionFactory(), added_by=officer)  # fmt: skip
    url = reverse("assessments:framework_evidence_remove", args=[criterion.pk, one.pk])

    assert "Take this evidence back?" in text_of(officer_client.get(url))
    officer_client.post(url)
    one.refresh_from_db()

    assert one.removed_by == officer
    assert officer_client.post(url).status_code == 404


def test_nobody_reaches_a_file_that_was_taken_back(url, criterion, officer, officer_client):  # fmt: skip
    officer_client.post(url, sending(evidence_files=SimpleUploadedFile("a.txt", b"A note.")))  # fmt: skip
    one = criterion.evidence.get()
    one.take_back(officer)

    gone = reverse("assessments:framework_evidence_file", args=[criterion.pk, one.pk])
    assert officer_client.get(gone).status_code == 404


def test_confidential_evidence_is_not_taken_back_by_who_may_not_know_of_it(
    criterion, admin, officer_client
):
    secret = AssessmentFactory(title="Closing a pool", confidential_until=LONG_TIME)
    one = criterion.evidence.create(kind="assessment", assessment=secret, added_by=admin)  # fmt: skip
    url = reverse("assessments:framework_evidence_remove", args=[criterion.pk, one.pk])

    assert officer_client.get(url).status_code == 404
