"""The life of a version: each stage in its turn, signed by a second person, frozen when it is."""

import datetime

import pytest
from django.db import DatabaseError, connection

from assessments.models import Stage
from assessments.models.version_verbs import (
    MayNot,
    MayNotSign,
    NotReady,
    Outdated,
    WrongStage,
    month_after,
)
from assessments.version import snapshot
from tests.factories import AssessmentFactory, UserFactory
from tests.factories.assessments import complete

pytestmark = pytest.mark.django_db
ON = datetime.date(2026, 4, 6)


def version_at(stage, **said):
    return AssessmentFactory(stage=stage, **said).current


@pytest.mark.parametrize("stage", Stage.values)
def test_version_is_brought_to_each_stage_by_its_verbs(stage):
    version = version_at(stage)

    assert version.stage == stage
    assert version.moves.last().to_stage == stage


@pytest.mark.parametrize("stage", ["planned", "screening", "full", "consultation"])
def test_what_nobody_signed_cannot_be_published(stage, manager):
    version = version_at(stage)

    with pytest.raises(WrongStage, match="does not follow"):
        version.publish(by=manager, on=ON)


def test_a_stage_written_past_the_verbs_is_refused():
    version = version_at("full")
    type(version).objects.filter(pk=version.pk).update(stage="consultation")

    with connection.cursor() as cursor, pytest.raises(DatabaseError, match="moves"):
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def test_a_move_that_skips_a_stage_is_refused(officer):
    version = version_at("full")

    with pytest.raises(DatabaseError, match="no_stage_is_skipped"):
        version.moves.create(from_stage="full", to_stage="published", on=ON, by=officer)


@pytest.mark.parametrize("before", ["sign_off", ""])
def test_a_hand_made_move_opens_nothing_that_is_published(before, officer):
    version = version_at("published")

    with pytest.raises(DatabaseError, match="stands at published"):
        version.moves.create(from_stage=before, to_stage="full", on=ON, by=officer)


def test_an_incomplete_assessment_is_not_submitted_and_says_what_is_missing(officer):
    version = version_at("full")

    with pytest.raises(NotReady) as refused:
        version.submit(by=officer, on=ON)

    assert "About: Who is affected?" in refused.value.missing
    assert "Sign-off: name who signs." in refused.value.missing


def test_who_submits_cannot_be_the_only_one_who_signs():
    author = UserFactory(role="manager")

    with pytest.raises(NotReady, match="not complete") as refused:
        AssessmentFactory(stage="sign_off", author=author, signer=author)

    assert refused.value.missing == [
        "Sign-off: who submits it cannot sign it. Name somebody else."
    ]


def test_somebody_who_is_not_asked_cannot_sign(manager):
    version = version_at("sign_off")

    with pytest.raises(MayNotSign, match="not asked"):
        version.sign(by=manager, on=ON, content_hash=version.content_hash)


def test_a_signature_of_the_author_by_sql_is_refused():
    version = version_at("sign_off")

    with pytest.raises(DatabaseError, match="does not sign it"):
        version.sign_offs.create(
            by=version.submitted_by, signs_as="Head of service", said="signed",
            submission=version.submissions, content_hash=version.content_hash,
        )  # fmt: skip


def test_it_is_approved_when_the_last_of_two_has_signed():
    first, second = UserFactory(role="manager"), UserFactory(role="admin")
    version = complete(version_at("full"), None, first)
    version.signers.create(user=second, signs_as="Equality lead")
    version = version.submit(by=version.begun_by, on=ON)

    version = version.sign(by=first, on=ON, content_hash=version.content_hash)
    between = version.stage
    version = version.sign(by=second, on=ON, content_hash=version.content_hash)

    assert (between, version.stage) == ("sign_off", "approved")


def test_nobody_signs_twice():
    first = UserFactory(role="manager")
    version = complete(version_at("full"), None, first)
    version.signers.create(user=UserFactory(role="manager"))
    version = version.submit(by=version.begun_by, on=ON)
    version = version.sign(by=first, on=ON, content_hash=version.content_hash)

    with pytest.raises(MayNotSign, match="already"):
        version.sign(by=first, on=ON, content_hash=version.content_hash)


def test_a_signature_on_other_content_than_was_shown_is_refused():
    signer = UserFactory(role="manager")
    version = version_at("sign_off", signer=signer)

    with pytest.raises(Outdated):
        version.sign(by=signer, on=ON, content_hash="0" * 64)


def test_changes_asked_for_open_it_again_and_ask_everybody_anew():
    signer = UserFactory(role="manager")
    version = version_at("sign_off", signer=signer)

    version = version.request_changes(
        comment="Name the groups.", by=signer, on=ON, content_hash=version.content_hash
    )
    version = version.submit(by=version.begun_by, on=ON)

    assert version.stage == "sign_off"
    assert not version.signatures().exists()
    assert version.moves.get(to_stage="full", from_stage="sign_off").comment


def test_publication_is_due_a_month_after_approval():
    version = version_at("approved", on=datetime.date(2027, 1, 31))

    assert version.publish_by == datetime.date(2027, 2, 28)


@pytest.mark.parametrize(
    ("day", "expected"),
    [("2026-04-06", "2026-05-06"), ("2026-12-31", "2027-01-31"), ("2028-01-30", "2028-02-29")],
)  # fmt: skip
def test_a_month_after_is_the_same_day_or_the_months_last(day, expected):
    found = month_after(datetime.date.fromisoformat(day))

    assert found.isoformat() == expected


@pytest.mark.parametrize("stage", ["sign_off", "approved", "published", "screened_out"])
def test_what_was_submitted_takes_no_more_words(stage):
    version = version_at(stage)

    with pytest.raises(DatabaseError, match="stays as it is"):
        version.mitigations.create(text="One thing more")


def test_signed_content_cannot_be_put_right_by_sql():
    version = version_at("approved")

    with pytest.raises(DatabaseError, match="stays as it is"):
        type(version).objects.filter(pk=version.pk).update(content={"title": "Other"})


def test_content_that_was_signed_still_hashes_to_what_was_signed():
    version = version_at("published")
    version.refresh_from_db()

    assert snapshot.digest(version.content) == version.content_hash
    assert set(version.sign_offs.values_list("content_hash", flat=True)) == {
        version.content_hash
    }


def test_version_1_stays_published_while_version_2_is_written(officer):
    assessment = AssessmentFactory(stage="published")
    first = assessment.current

    second = assessment.begin_version(by=officer, on=datetime.date(2027, 5, 1))

    first.refresh_from_db()
    assert (first.stage, second.stage, second.number) == ("published", "planned", 2)
    assert second.answers.count() == first.answers.count()
    assert assessment.current == second


def test_two_versions_are_not_written_at_once(officer):
    assessment = AssessmentFactory(stage="full")

    with pytest.raises(DatabaseError, match="assessment_has_one_draft"):
        assessment.begin_version(by=officer, on=ON)


def test_a_form_read_before_somebody_elses_move_is_refused(officer):
    version = version_at("planned")
    version.start_screening(by=officer, on=ON)

    with pytest.raises(Outdated):
        version.start_screening(by=officer, on=ON, read_at=version.version)


def test_a_submission_is_taken_back_until_somebody_signs():
    version = version_at("sign_off")

    version = version.take_back(by=version.submitted_by, on=ON, why="A page is old.")

    assert (version.stage, version.content) == ("full", None)


def test_characteristics_are_those_of_the_day_it_was_begun(db):
    from equality_tracker.organisation.models import Characteristic

    Characteristic.objects.create(
        name="Care experience", used_from=datetime.date(2026, 7, 1)
    )

    before, after = version_at("planned"), version_at(
        "planned", on=datetime.date(2026, 7, 1)
    )  # fmt: skip

    assert "Care experience" not in {str(one) for one in before.characteristics()}
    assert "Care experience" in {str(one) for one in after.characteristics()}


@pytest.mark.parametrize("verb", ["start_screening", "go_to_full", "end_consultation"])
def test_what_waits_for_signatures_is_not_opened_by_an_earlier_verb(verb, officer):
    version = version_at("sign_off")

    with pytest.raises(WrongStage, match="stands at sign-off"):
        getattr(version, verb)(by=officer, on=ON)


@pytest.mark.parametrize("role", ["reader", "officer"])
def test_nobody_but_a_manager_or_an_admin_publishes_by_the_shell_either(role):
    version = version_at("approved")

    with pytest.raises(MayNot, match="Only a manager or an admin"):
        version.publish(by=UserFactory(role=role), on=ON)


def test_somebody_else_s_submission_is_taken_back_by_nobody_but_an_admin(officer):
    version = version_at("sign_off")

    with pytest.raises(MayNot, match="Only who submitted it"):
        version.take_back(by=officer, on=ON, why="A slip.")


@pytest.mark.parametrize(
    "days",
    [
        {"review_by": datetime.date(2030, 1, 1)},
        {"consultation_from": datetime.date(2020, 1, 1)},
        {"approved_on": datetime.date(2020, 1, 1)},
        {"published_on": datetime.date(2020, 1, 1)},
    ],
    ids=lambda days: next(iter(days)),
)
def test_the_days_of_a_signed_version_stay_as_they_are(days):
    version = version_at("published")

    with pytest.raises(DatabaseError, match="its days stay as they are"):
        type(version).objects.filter(pk=version.pk).update(**days)


def test_the_days_of_what_is_taken_back_are_open_again(officer):
    version = version_at("sign_off", author=officer)
    version = version.take_back(by=officer, on=ON, why="A date is wrong.")

    version.review_by = datetime.date(2030, 1, 1)
    version.save()

    assert version.stage == "full"
