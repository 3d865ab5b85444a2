"""Nobody signs what they wrote, whatever was sent; and who signs is asked where it is needed."""

import datetime

import pghistory
import pgtrigger
import pytest
from django.db import DatabaseError
from django.urls import reverse
from django.utils import timezone

from assessments.models.version_verbs import MayNotSign, NotReady
from equality_tracker.organisation.models import Aim
from tests.factories import AssessmentFactory, UserFactory
from tests.factories.assessments import REVIEW_BY

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
    same = {name: value for name, value in begin.items() if name != "level"}
    getattr(version, rows).filter(**same).delete()
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


def write_outcome(version, user, **said):
    with pghistory.context(user=user.pk):
        type(version).objects.filter(pk=version.pk).update(**said)


@pytest.mark.parametrize("rows", ["answers", "impacts"])
def test_who_wrote_first_is_an_author_though_a_colleague_wrote_last(
    rows, officer, manager
):
    version = AssessmentFactory(stage="complete").current
    one = getattr(version, rows).last()
    for writer in (manager, officer):
        one.written_by = writer
        one.save()

    assert {manager.pk, officer.pk} <= version.writers()


def test_what_was_taken_away_makes_nobody_an_author(officer):
    version = AssessmentFactory(stage="complete").current
    version.mitigations.create(text="A desk", written_by=officer).delete()

    assert officer.pk not in version.writers()


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ("answers", {"question": "what", "text": "Buses stop there."}),
        ("impacts", {"kind": "negative", "severity": "low", "who": "Those on foot."}),
        ("mitigations", {"text": "A bus."}),
    ],
    ids=["answers", "impacts", "mitigations"],
)
def test_words_taken_away_and_put_back_by_a_colleague_stay_those_of_who_wrote_them(
    rows, words, officer, manager
):
    version = AssessmentFactory(stage="full").current
    if rows == "impacts":
        words = words | {"characteristic": version.characteristics().first()}
    getattr(version, rows).create(**words, written_by=manager).delete()

    getattr(version, rows).create(**words, written_by=officer)

    assert version.writers() == {officer.pk, manager.pk}


def test_a_reason_that_a_colleague_moved_to_another_aim_stays_whose_it_was(
    officer, officer_client, manager, manager_client, housing
):
    version = AssessmentFactory(directorate=housing, stage="screening").current
    one = version.characteristics().first()
    first, second, _third = (f"level_{one.pk}_{aim.pk}" for aim in Aim.objects.all())
    path = reverse("assessments:screening", args=[version.assessment_id])
    manager_client.post(path, {first: "high", f"why_{one.pk}": "Buses stop there."})
    said = version.relevances.get()

    officer_client.post(path, {second: "high", f"why_{one.pk}": said.why, f"read_{first}": said.version})  # fmt: skip

    assert version.relevances.get().written_by == officer
    assert version.writers() == {officer.pk, manager.pk}


@pytest.mark.parametrize(
    "said", [{"outcome": "adjust"}, {"outcome_why": "Buses stop there."}], ids=str
)
def test_who_chose_the_outcome_or_gave_its_reasons_is_an_author(said, officer, manager):
    version = AssessmentFactory(stage="complete").current

    write_outcome(version, manager, **said)
    write_outcome(version, officer, review_by=datetime.date(2027, 5, 4))

    assert manager.pk in version.writers()
    assert officer.pk not in version.writers()


def test_an_outcome_that_an_import_brought_makes_nobody_an_author(admin):
    version = AssessmentFactory(stage="complete").current

    with pghistory.context(user=admin.pk, import_run=1):
        type(version).objects.filter(pk=version.pk).update(outcome="adjust")

    assert admin.pk not in version.writers()


def test_who_saved_the_outcome_on_its_page_is_refused_as_signer_by_the_page_and_by_the_database(
    manager, manager_client, officer, housing
):
    version = AssessmentFactory(
        directorate=housing, stage="complete", signer=manager
    ).current
    sent = {"outcome": "no_change", "outcome_why": "Nobody is harmed.", "review_by": f"{REVIEW_BY:%d/%m/%Y}", "version": version.version}  # fmt: skip
    manager_client.post(
        reverse("assessments:outcome", args=[version.assessment_id]), sent
    )

    with pytest.raises(NotReady, match="not complete"):
        version.submit(by=officer, on=ON)
    assert manager not in version.may_be_asked_to_sign()
    with pgtrigger.ignore("assessments.AssessmentVersion:stage_follows_moves"):
        type(version).objects.filter(pk=version.pk).update(
            stage="sign_off", content={}, content_hash="0" * 64, submissions=1, submitted_by=officer, submitted_at=timezone.now()
        )  # fmt: skip
    with pytest.raises(DatabaseError, match="who wrote in an assessment"):
        version.sign_offs.create(by=manager, signs_as="Head of service", said="signed", submission=1, content_hash="0" * 64)  # fmt: skip


@pytest.fixture
def approved(officer, manager):
    """A version that the manager wrote and the officer wrote in after them, which somebody else signed."""
    version = AssessmentFactory(stage="complete", author=manager).current
    version.answers.filter(question="what").update(written_by=officer)
    version = version.submit(by=UserFactory(role="officer"), on=ON)
    signer = version.signers.get().user
    return version.sign(by=signer, on=ON, content_hash=version.content_hash)


def test_words_that_a_new_version_takes_over_stay_those_of_all_who_wrote_them(
    approved, officer, manager
):
    signer = approved.signers.get().user

    second = approved.assessment.begin_version(by=signer, on=ON)

    assert second.writers() == {manager.pk, officer.pk}


def test_who_wrote_first_in_version_one_signs_neither_version_two_nor_three(
    approved, officer, manager
):
    second = approved.assessment.begin_version(by=officer, on=ON)
    second.answers.update(written_by=officer)
    third = AssessmentFactory(stage="planned").current
    third.copy_from(second)

    assert manager not in second.may_be_asked_to_sign()
    assert manager.pk in third.writers()


def test_what_was_taken_over_and_taken_away_is_nobody_s(approved, manager):
    second = approved.assessment.begin_version(by=manager, on=ON)
    second.answers.all().delete()

    assert second.writers() == set()


def test_the_database_refuses_the_signature_of_who_wrote_version_one(approved, manager):
    author = UserFactory(role="officer")
    second = approved.assessment.begin_version(by=author, on=ON)
    second.answers.update(written_by=author)
    second = second.start_screening(by=author, on=ON).go_to_full(by=author, on=ON)
    second.signers.create(user=UserFactory(role="manager"))
    second.outcome, second.review_by = "no_change", datetime.date(2030, 1, 1)
    second.save()
    second = second.submit(by=author, on=ON)
    with pgtrigger.ignore("assessments.Signer:signer_while_open"):
        second.signers.update(user=manager)

    with pytest.raises(MayNotSign, match="You wrote in this"):
        second.sign(by=manager, on=ON, content_hash=second.content_hash)
    with pytest.raises(DatabaseError, match="who wrote in an assessment"):
        second.sign_offs.create(by=manager, signs_as="Head of service", said="signed", submission=1, content_hash=second.content_hash)  # fmt: skip


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
