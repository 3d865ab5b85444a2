"""Nobody signs what they wrote, whatever was sent; and who signs is asked where it is needed."""

import datetime

import pgtrigger
import pytest
from django.db import DatabaseError
from django.urls import reverse

from assessments.models.version_verbs import MayNotSign, NotReady
from equality_tracker.organisation.models import Aim
from tests.factories import AssessmentFactory, UserFactory

pytestmark = pytest.mark.django_db
ON = datetime.date(2026, 4, 6)


def waiting(signer, writer):
    """A version that waits for `signer`, in which `writer` wrote after they were named."""
    version = AssessmentFactory(stage="complete", signer=signer).current
    version.answers.filter(question="what").update(written_by=writer)
    return version


def test_it_is_not_submitted_to_somebody_who_wrote_in_it(officer):
    head = UserFactory(role="manager", name="Hana Head")
    version = waiting(head, head)

    with pytest.raises(NotReady) as refused:
        version.submit(by=officer, on=ON)

    assert refused.value.missing == [
        "Sign-off: Hana Head wrote in it and cannot sign it. Name somebody else."
    ]


@pytest.mark.parametrize("rows", ["answers", "relevances", "impacts", "mitigations"])
def test_words_of_every_page_make_a_writer(rows, officer):
    version = AssessmentFactory(stage="complete").current
    one = version.characteristics().first()
    begin = {
        "answers": {"question": "what"},
        "relevances": {"characteristic": one, "aim": Aim.objects.first(), "level": "low"},
        "impacts": {"characteristic": one, "kind": "positive", "severity": "low"},
        "mitigations": {"text": "A desk"},
    }[rows]  # fmt: skip
    getattr(version, rows).filter(**begin).delete()
    getattr(version, rows).create(**begin, written_by=officer)

    assert officer.pk in version.writers()


def test_a_signature_of_a_writer_is_refused_by_the_page_and_by_the_database(officer):
    head, writer = UserFactory(role="manager"), UserFactory(role="manager")
    version = waiting(head, writer)
    version = version.submit(by=officer, on=ON)
    with pgtrigger.ignore("assessments.Signer:signer_while_open"):
        version.signers.update(user=writer)

    with pytest.raises(MayNotSign, match="You wrote in this"):
        version.sign(by=writer, on=ON, content_hash=version.content_hash)
    with pytest.raises(DatabaseError, match="who wrote in an assessment"):
        version.sign_offs.create(
            by=writer, signs_as="Head of service", said="signed",
            submission=version.submissions, content_hash=version.content_hash,
        )  # fmt: skip


def test_words_that_a_new_version_takes_over_stay_those_of_who_wrote_them(
    officer, manager
):
    version = AssessmentFactory(stage="complete").current
    version.answers.update(written_by=manager)
    version = version.submit(by=officer, on=ON)
    signer = version.signers.get().user
    version = version.sign(by=signer, on=ON, content_hash=version.content_hash)

    draft = version.assessment.begin_version(by=signer, on=ON)

    assert draft.writers() == {manager.pk}


def test_who_wrote_in_it_is_not_offered_as_signer(officer_client, housing, manager):
    version = AssessmentFactory(directorate=housing, stage="full").current
    version.answers.create(question="what", text="As agreed.", written_by=manager)
    address = reverse("assessments:signer_add", args=[version.assessment_id])

    form = officer_client.get(address).context["form"]

    assert manager not in form.fields["user"].queryset


def screened(housing):
    version = AssessmentFactory(directorate=housing, stage="screening").current
    for one in version.characteristics():
        aims = Aim.objects.all()
        for aim in aims[:1] if one.counts_for_first_aim_alone else aims:
            version.relevances.create(characteristic=one, aim=aim, level="none")
    return version


def screen_out(client, version, **said):
    address = reverse(
        "assessments:stage_move", args=[version.assessment_id, 1, "screen-out"]
    )
    sent = {"read_at": version.version, "why": "It touches nobody.", **said}
    return client.post(address, sent, follow=True)


def test_that_no_full_assessment_is_needed_goes_to_the_head_of_service_named_with_it(
    officer_client, housing, manager
):
    version = screened(housing)

    screen_out(officer_client, version, signer=manager.pk)

    version.refresh_from_db()
    assert version.stage == "sign_off"
    assert [one.user for one in version.signers.all()] == [manager]


def test_without_a_head_of_service_it_is_not_sent(officer_client, housing):
    version = screened(housing)

    page = screen_out(officer_client, version)

    version.refresh_from_db()
    assert version.stage == "screening"
    assert "signer" in page.context["form"].errors


def test_a_screening_that_leaves_out_an_aim_says_for_whom(
    officer_client, housing, manager
):
    version = screened(housing)
    version.relevances.filter(characteristic__name="Race").last().delete()

    page = screen_out(officer_client, version, signer=manager.pk)

    assert page.context["missing"] == [
        "Screening: say how relevant it is, under each aim, to Race."
    ]
    assert not version.signers.exists()
