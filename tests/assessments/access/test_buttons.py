"""A page shows the button of a way on exactly where pressing it would be accepted: every way, from every place where a version may stand."""

import datetime

import pgtrigger
import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from assessments.one.moves import MOVES
from tests.factories import AssessmentFactory, UserFactory

pytestmark = pytest.mark.django_db
LATER = datetime.date(2099, 5, 4)
WORDS = {
    "why": "It touches nobody.", "comment": "As agreed.", "expected": "More visits.", "happened": "Queues.", "changed": "Nothing.",
    "starts": "4/5/2026",
}  # fmt: skip


@pytest.fixture
def cast(officer, manager, admin, libraries):
    signer = UserFactory(role="manager", directorates=[libraries])
    return {"officer": officer, "manager": manager, "admin": admin, "signer": signer}


def standing(place, cast, housing):
    """Housing's assessment, written and sent by its officer, as it stands at `place`: a stage, or one of SPECIAL."""
    people = {"author": cast["officer"], "signer": cast["signer"]}
    stage, change = SPECIAL.get(place, (place, lambda version, cast: None))
    assessment = AssessmentFactory(directorate=housing, stage=stage, **people)
    change(assessment.current, cast)
    return assessment


def leave_one_out(version, cast):
    version.relevances.first().delete()


def screen(version, cast):
    from tests.factories.assessments import screened

    screened(version)


def sign_by_one_of_two(version, cast):
    version = version.take_back(by=cast["officer"], on=version.begun_on, why="One more.")  # fmt: skip
    version.signers.create(user=cast["manager"])
    version = version.submit(by=cast["officer"], on=version.begun_on)
    version.sign(by=cast["signer"], on=version.begun_on, content_hash=version.content_hash)  # fmt: skip


def write_as_signer(version, cast):
    with pgtrigger.ignore("assessments.Answer:answer_while_open"):
        version.answers.filter(question="what").update(written_by=cast["signer"])


def hide(version, cast):
    type(version.assessment).objects.update(confidential_until=LATER)


def past_review(version, cast):
    type(version).objects.filter(pk=version.pk).update(review_by=datetime.date(2020, 1, 1))  # fmt: skip


SPECIAL = {
    "screened": ("screening", screen),
    "full, nothing written": ("full", lambda version, cast: None),
    "complete": ("complete", lambda version, cast: None),
    "complete, one left out of the screening": ("complete", leave_one_out),
    "complete, to be reviewed in the past": ("complete", past_review),
    "signed by one of two": ("sign_off", sign_by_one_of_two),
    "the signer wrote in it": ("sign_off", write_as_signer),
    "approved and confidential": ("approved", hide),
}
STAGES = ("planned", "screening", "consultation", "sign_off", "screened_out", "approved", "published", "reviewed")  # fmt: skip


@pytest.mark.parametrize("place", [*STAGES, *SPECIAL])
def test_a_button_is_shown_exactly_where_pressing_it_is_accepted(place, cast, housing):
    assessment = standing(place, cast, housing)
    clients = {name: Client() for name in cast}
    for name, client in clients.items():
        client.force_login(cast[name])

    shown, accepted = {}, {}
    for slug in MOVES:
        path = reverse("assessments:stage_move", args=[assessment.pk, 1, slug])
        for name in clients if assessment.current.stage in MOVES[slug].stages else ["admin"]:  # fmt: skip
            page = clients[name].get(path)
            shown[slug, name] = has_button(page)
            accepted[slug, name] = is_accepted(clients[name], path, assessment, page)

    assert shown == accepted


def has_button(page):
    return page.status_code == 200 and b'<button type="submit" class="govuk-button' in page.content  # fmt: skip


def is_accepted(client, path, assessment, page):
    """Whether what the page asks, answered in full, does something; it is undone."""
    version = assessment.versions.get()
    asks_who = page.status_code == 200 and "signer" in page.context["form"].fields
    somebody = page.context["form"].fields["signer"].queryset[0].pk if asks_who else ""
    sent = WORDS | {"read_at": version.version, "content_hash": version.content_hash}
    with transaction.atomic():
        client.post(path, sent | {"signer": somebody})
        now = assessment.versions.get()
        changed = now.stage != version.stage or now.sign_offs.count() != version.sign_offs.count()  # fmt: skip
        transaction.set_rollback(True)
    return changed


@pytest.mark.parametrize("stage", ["full", "sign_off", "approved", "published"])
def test_the_next_version_is_begun_where_its_page_shows_the_button(
    stage, cast, housing
):
    assessment = standing(stage, cast, housing)
    path = reverse("assessments:version_begin", args=[assessment.pk])
    client = Client()
    client.force_login(cast["officer"])

    shown = has_button(client.get(path))
    client.post(path)

    assert shown == (assessment.versions.count() == 2)


def page_of(person, assessment, slug):
    client = Client()
    client.force_login(person)
    path = reverse("assessments:stage_move", args=[assessment.pk, 1, slug])
    return " ".join(client.get(path, follow=True).content.decode().split())


def test_publish_says_until_when_it_is_confidential_and_leads_to_where_that_is_cleared(
    cast, housing
):
    assessment = standing("approved and confidential", cast, housing)

    page = page_of(cast["manager"], assessment, "publish")

    assert "It is confidential until 4 May 2099: clear that day first." in page
    assert reverse("assessments:assessment_edit", args=[assessment.pk]) in page


def test_submit_names_what_is_missing_before_anything_is_pressed(cast, housing):
    assessment = standing("full, nothing written", cast, housing)

    page = page_of(cast["officer"], assessment, "submit")

    assert "It is not complete yet" in page
    assert "Name who signs." in page


def test_submit_names_who_is_asked(cast, housing):
    assessment = standing("complete", cast, housing)

    page = page_of(cast["officer"], assessment, "submit")

    assert f"These are asked to sign it: {cast['signer']}, Head of service." in page


def test_an_author_who_is_asked_to_sign_is_told_why_not_and_what_to_do(cast, housing):
    assessment = standing("the signer wrote in it", cast, housing)

    page = page_of(cast["signer"], assessment, "sign")

    assert "You wrote in this, so somebody else has to sign it. Ask who submitted it" in page  # fmt: skip


def test_a_review_before_publication_says_when_it_is_done(cast, housing):
    assessment = standing("approved", cast, housing)

    page = page_of(cast["officer"], assessment, "review")

    assert "It stands at approved now. “Review its actual impact” is done at published." in page  # fmt: skip


def test_who_screens_out_what_matters_to_somebody_is_told_so_and_so_is_the_signer(
    cast, housing
):
    assessment = standing("screened", cast, housing)
    version = assessment.current
    version.relevances.filter(characteristic__name="Age").update(level="high")
    said = "The screening says that it matters to Age (high)."

    asked = page_of(cast["officer"], assessment, "screen-out")
    version.submit_screening_out(why="It is small.", signer=cast["signer"], by=cast["officer"], on=timezone.localdate())  # fmt: skip

    assert said in asked
    assert said in page_of(cast["signer"], assessment, "sign")


def test_who_begins_the_screening_stands_before_it(cast, housing):
    version = standing("planned", cast, housing).current
    client = Client()
    client.force_login(cast["officer"])
    path = reverse("assessments:stage_move", args=[version.assessment_id, 1, "screen"])

    answer = client.post(path, {"read_at": version.version})

    assert answer.url == reverse("assessments:screening", args=[version.assessment_id])
