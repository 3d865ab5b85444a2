"""The page of one assessment says first what comes next, and shows readers nothing of what was said of its drafts."""

import datetime

import pytest
from django.urls import reverse

from assessments.one.life import Life
from equality_tracker.organisation.models import Aim
from tests.factories import AssessmentFactory, UserFactory

pytestmark = pytest.mark.django_db
ON = datetime.date(2026, 4, 6)
GREEN = 'class="govuk-button" role="button"'


def life_of(assessment, user, on=ON):
    """Its page's life as it stands in the database now."""
    rows = type(assessment).objects.with_signed().select_related("current")
    return Life(rows.get(pk=assessment.pk), user, on)


def screen(version, level="none"):
    aims = list(Aim.objects.all())
    for one in version.characteristics():
        for aim in aims[:1] if one.counts_for_first_aim_alone else aims:
            version.relevances.create(characteristic=one, aim=aim, level=level)


@pytest.fixture
def one_at(housing, officer):
    return lambda stage: AssessmentFactory(
        directorate=housing, stage=stage, author=officer
    )


def test_a_screening_that_is_not_answered_comes_before_any_decision(one_at, officer):
    life = life_of(one_at("screening"), officer)

    assert life.to_write.title == "Screening"
    assert life.next_way == ""


def test_a_screening_that_says_all_is_done_and_can_be_decided(one_at, officer):
    assessment = one_at("screening")
    screen(assessment.current, "low")

    life = life_of(assessment, officer)

    assert life.screening_state == "Done"
    assert life.to_write is None
    assert life.next_way == "full"


def test_a_screening_that_finds_nothing_relevant_ends_without_a_full_assessment(
    one_at, officer
):
    assessment = one_at("screening")
    screen(assessment.current)

    assert life_of(assessment, officer).next_way == "screen-out"


def test_the_page_of_what_was_screened_out_says_why(reader_client, one_at):
    page = reader_client.get(one_at("screened_out").get_absolute_url()).content.decode()

    assert "It touches nobody." in page


def test_why_nothing_more_is_needed_is_told_to_readers_only_once_it_is_signed(
    reader_client, officer_client, one_at, officer
):
    assessment = one_at("screening")
    version = assessment.current
    screen(version)
    version.signers.create(user=UserFactory(role="manager"))
    version.submit_screening_out(why="It touches nobody.", by=officer, on=ON)
    path = assessment.get_absolute_url()

    read, worked_on = (one.get(path).content.decode() for one in (reader_client, officer_client))  # fmt: skip

    assert "It touches nobody." not in read
    assert "It touches nobody." in worked_on


def test_the_screening_of_a_planned_version_is_not_started_though_the_last_one_was(
    one_at, officer
):
    assessment = one_at("screened_out")
    assessment.begin_version(by=officer, on=ON)

    assert life_of(assessment, officer).screening_state == "Not started"


def test_the_first_page_that_lacks_something_comes_before_submission(one_at, officer):
    assessment = one_at("complete")
    assessment.current.answers.filter(question="known").delete()

    life = life_of(assessment, officer)

    assert life.to_write.title == "Evidence and gaps"
    assert life.next_way == ""


def test_what_is_written_whole_is_to_be_submitted_and_not_consulted_on(one_at, officer):
    life = life_of(one_at("complete"), officer)

    assert life.to_write is None
    assert life.next_way == "submit"
    assert [slug for _version, slug, _move in life.ways] == ["submit", "consult"]


def test_a_review_that_would_be_past_is_to_be_put_right_before_submission(
    one_at, officer
):
    assessment = one_at("complete")

    life = life_of(assessment, officer, assessment.current.review_by)

    assert life.to_write.title == "Outcome and sign-off"


def test_a_review_comes_next_on_its_day_and_not_before(one_at, officer):
    published = one_at("published")
    due = published.current.review_by

    assert life_of(published, officer, due - datetime.timedelta(1)).next_way == ""
    assert life_of(published, officer, due).next_way == "review"


def test_the_page_shows_one_button_that_comes_next(officer_client, one_at):
    page = officer_client.get(one_at("screening").get_absolute_url()).content.decode()

    assert page.count(GREEN) == 1
    assert "Next: Screening" in page


def test_who_does_not_work_on_it_is_told_of_nothing_to_write(one_at):
    stranger = UserFactory(role="officer")

    assert life_of(one_at("screening"), stranger).to_write is None


def test_a_reader_of_what_is_published_sees_no_comment_on_its_draft(
    reader_client, officer_client, housing, officer
):
    signer = UserFactory(role="manager")
    assessment = AssessmentFactory(
        directorate=housing, stage="sign_off", author=officer, signer=signer
    )
    version = assessment.current
    version = version.request_changes(
        by=signer, on=ON, content_hash=version.content_hash, comment="Count the blue badges."
    )  # fmt: skip
    version = version.submit(by=officer, on=ON)
    version = version.sign(by=signer, on=ON, content_hash=version.content_hash)
    version.publish(by=signer, on=ON)
    path = reverse("assessments:assessment_detail", args=[assessment.pk])

    read, worked_on = (one.get(path).content.decode() for one in (reader_client, officer_client))  # fmt: skip

    assert "Count the blue badges." not in read
    assert "Count the blue badges." in worked_on


def test_no_question_that_a_submission_asks_for_is_called_optional(
    officer_client, one_at
):
    assessment = one_at("full")
    about, impact = (
        officer_client.get(
            reverse("assessments:page", args=[assessment.pk, page])
        ).content.decode()
        for page in ("about", "impact")
    )

    assert "What is proposed, and why?" in about
    assert "(optional)" not in about
    assert impact.count("(optional)") == 1
