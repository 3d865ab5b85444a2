"""Somebody else was first: what was typed on the question of a stage is shown again, never thrown away."""

import datetime

import pytest
from django.urls import reverse

from assessments.models import ActualReview, AssessmentVersion
from tests.factories import AssessmentFactory, DirectorateFactory, UserFactory

pytestmark = pytest.mark.django_db
ON = datetime.date(2026, 4, 6)


@pytest.fixture
def housing():
    return DirectorateFactory(name="Housing")


@pytest.fixture
def ann(housing):
    return UserFactory(role="officer", name="Ann", directorates=[housing])


@pytest.fixture
def heads():
    return [UserFactory(role="manager", name=name) for name in ("Hana", "Idris")]


@pytest.fixture
def submitted(housing, ann, heads):
    """A version that waits for two heads of service."""
    hana, idris = heads
    version = AssessmentFactory(directorate=housing, stage="complete", author=ann, signer=hana).current  # fmt: skip
    version.signers.create(user=idris)
    return version.submit(by=ann, on=ON)


def way(version, slug):
    return reverse("assessments:stage_move", args=[version.assessment_id, 1, slug])


def sends(client, user, version, slug, **said):
    """What `user` is answered who sends the form of `version` as they read it."""
    client.force_login(user)
    read = {"read_at": version.version, "content_hash": version.content_hash}
    return client.post(way(version, slug), read | said)


def is_shown_again(answer, words):
    page = answer.content.decode()
    return answer.status_code == 409 and "This was not saved" in page and words in page


def test_a_second_review_is_shown_again_and_the_first_stays(client, housing, ann):
    version = AssessmentFactory(directorate=housing, stage="reviewed").current
    said = {"expected": "More visits.", "happened": "Queues.", "changed": "Nothing."}

    answer = sends(client, ann, version, "review", **said)

    assert all(is_shown_again(answer, one) for one in said.values())
    assert ActualReview.objects.get().expected == "Fewer visits."


def test_why_no_full_assessment_is_needed_is_shown_again_to_who_was_second(
    client, housing, ann, heads
):
    version = AssessmentFactory(directorate=housing, stage="full").current

    answer = sends(client, ann, version, "screen-out", why="It touches nobody.", signer=heads[0].pk)  # fmt: skip

    version.refresh_from_db()
    assert is_shown_again(answer, "It touches nobody.")
    assert version.stage == "full"


def test_changes_asked_for_by_a_second_signer_are_shown_again(client, submitted, heads):
    hana, idris = heads
    sends(client, hana, submitted, "request-changes", comment="Name the groups.")

    answer = sends(client, idris, submitted, "request-changes", comment="Show the costs.")  # fmt: skip

    assert is_shown_again(answer, "Show the costs.")
    assert b"<textarea" not in answer.content


def test_why_it_is_taken_back_is_shown_again_where_an_admin_was_first(
    client, submitted, ann, admin
):
    read = AssessmentVersion.objects.get(pk=submitted.pk)
    submitted.take_back(by=admin, on=ON, why="A signer has left.")

    answer = sends(client, ann, read, "take-back", why="A page is old.")

    assert is_shown_again(answer, "A page is old.")


def test_what_was_changed_meanwhile_is_sent_again_by_ones_own_decision(
    client, housing, ann
):
    version = AssessmentFactory(directorate=housing, stage="published").current
    said = {"expected": "More visits.", "happened": "Queues.", "changed": "Nothing."}
    version.version -= 1

    answer = sends(client, ann, version, "review", **said)
    again = {"read_at": answer.context["form"]["read_at"].value()}
    client.post(way(version, "review"), again | said)

    assert is_shown_again(answer, "More visits.")
    assert ActualReview.objects.get().expected == "More visits."


def test_where_nothing_was_typed_the_page_of_the_assessment_follows(
    client, submitted, heads, ann
):
    read = AssessmentVersion.objects.get(pk=submitted.pk)
    submitted.take_back(by=ann, on=ON, why="A page is old.")

    answer = sends(client, heads[0], read, "sign")

    assert answer.status_code == 302
    assert answer.url == submitted.assessment.get_absolute_url()


@pytest.mark.parametrize("slug", ["sign", "request-changes"])
def test_a_second_press_of_a_signer_finds_it_answered(client, submitted, heads, slug):
    sends(client, heads[0], submitted, slug, comment="As agreed.")

    answer = sends(client, heads[0], submitted, slug, comment="As agreed.")

    assert answer.url == submitted.assessment.get_absolute_url()
    assert "You have answered this already." in client.get(answer.url).content.decode()
    assert submitted.sign_offs.count() == 1


@pytest.mark.parametrize("who", ["ann", "admin"])
def test_a_second_press_of_take_it_back_finds_it_done(client, submitted, request, who):
    user = request.getfixturevalue(who)
    sends(client, user, submitted, "take-back", why="A page is old.")

    answer = sends(client, user, submitted, "take-back", why="A page is old.")

    assert "You have answered this already." in client.get(answer.url).content.decode()
    assert (
        submitted.moves.filter(to_stage="full", comment="A page is old.").count() == 1
    )


def test_the_last_signature_pressed_twice_is_answered_once(client, submitted, heads):
    for head in heads:
        sends(client, head, submitted, "sign", comment="As agreed.")

    answer = sends(client, heads[1], submitted, "sign", comment="As agreed.")

    assert "You have answered this already." in client.get(answer.url).content.decode()


@pytest.mark.parametrize("slug", ["screen", "full", "end-consultation", "publish"])
def test_a_way_that_does_not_lead_on_from_here_is_not_taken(client, submitted, heads, slug):  # fmt: skip
    client.force_login(heads[0])

    answer = client.post(way(submitted, slug), {"read_at": submitted.version}, follow=True)  # fmt: skip

    submitted.refresh_from_db()
    assert "It stands at sign-off now." in answer.content.decode()
    assert submitted.stage == "sign_off"
