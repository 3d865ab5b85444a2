"""Who may know of an assessment, who may write in it, and what its register asks."""

import datetime
from decimal import Decimal

import pytest

from assessments.forms.assessment import NewAssessmentForm, PoundsField
from assessments.models import Assessment
from tests.factories import AssessmentFactory, DirectorateFactory, UserFactory
from tests.factories.assessments import REVIEW_BY

pytestmark = pytest.mark.django_db
ON = datetime.date(2026, 4, 6)
LATER = datetime.date(2026, 12, 4)


def member(role, directorate):
    user = UserFactory(role=role)
    user.directorates.add(directorate)
    return user


def test_a_confidential_assessment_is_known_to_those_who_work_on_it_alone(admin):
    directorate = DirectorateFactory()
    secret = AssessmentFactory(directorate=directorate, confidential_until=LATER)
    contributor = UserFactory(role="officer")
    secret.people.add(contributor)

    def knows(user, on=ON):
        return secret in Assessment.objects.readable_by(user, on)

    assert knows(member("officer", directorate))
    assert knows(contributor)
    assert knows(admin)
    assert not knows(UserFactory(role="officer"))
    assert not knows(member("reader", directorate))


def test_a_confidential_assessment_is_open_from_its_day():
    secret = AssessmentFactory(confidential_until=LATER)

    assert secret in Assessment.objects.readable_by(UserFactory(role="reader"), LATER)


def test_a_reader_writes_in_none():
    directorate = DirectorateFactory()
    AssessmentFactory(directorate=directorate)

    found = Assessment.objects.editable_by(member("reader", directorate), ON)

    assert not found.exists()


def test_a_signer_of_another_directorate_may_read_what_is_confidential():
    signer = UserFactory(role="manager")
    secret = AssessmentFactory(
        stage="sign_off", signer=signer, confidential_until=LATER
    )

    assert secret in Assessment.objects.readable_by(signer, ON)


def test_the_next_reference_follows_the_highest_of_the_year():
    AssessmentFactory(reference="EIA/2026/009")
    AssessmentFactory(reference="EIA/2026/010")
    AssessmentFactory(reference="EIA/2025/050")
    AssessmentFactory(reference="EIA/2026/old")

    assert Assessment.objects.all().next_reference(2026) == "EIA/2026/011"
    assert Assessment.objects.all().next_reference(2027) == "EIA/2027/001"


def test_references_stand_in_the_order_people_count():
    for number in (10, 9, 100):
        AssessmentFactory(reference=f"EIA/2026/{number}")

    found = Assessment.objects.in_order().values_list("reference", flat=True)

    assert list(found) == ["EIA/2026/9", "EIA/2026/10", "EIA/2026/100"]


@pytest.mark.parametrize(
    ("stage", "expected"),
    [("planned", True), ("sign_off", True), ("approved", False), ("screened_out", False)],
)  # fmt: skip
def test_what_was_promised_and_is_not_signed_is_overdue(stage, expected):
    AssessmentFactory(stage=stage, due=ON)

    found = Assessment.objects.overdue(ON + datetime.timedelta(1))

    assert found.exists() is expected
    assert not Assessment.objects.overdue(ON).exists()


def test_what_is_not_published_within_its_month_is_called_for():
    AssessmentFactory(stage="approved", on=ON)

    assert not Assessment.objects.unpublished(datetime.date(2026, 5, 6)).exists()
    assert Assessment.objects.unpublished(datetime.date(2026, 5, 7)).exists()


def test_a_review_is_due_on_its_day():
    AssessmentFactory(stage="published")

    day_before = REVIEW_BY - datetime.timedelta(days=1)
    assert not Assessment.objects.review_due(day_before).exists()
    assert Assessment.objects.review_due(REVIEW_BY).exists()


def test_what_is_rewritten_is_still_in_public(officer):
    assessment = AssessmentFactory(stage="published")
    assessment.begin_version(by=officer, on=LATER)

    assert assessment in Assessment.objects.in_public()


@pytest.mark.parametrize(
    ("year", "words"), [(2027, "2026/27"), (2000, "1999/00"), (None, "")]
)
def test_a_budget_year_is_written_as_people_do(year, words):
    assert Assessment(kind="budget", budget_year=year).budget_words == words


def test_a_draft_beside_it_takes_no_deadline_off_a_signed_version(officer):
    approved = AssessmentFactory(stage="approved", on=ON)
    published = AssessmentFactory(stage="published")
    for one in (approved, published):
        one.begin_version(by=officer, on=ON)

    assert approved in Assessment.objects.unpublished(datetime.date(2026, 5, 7))
    assert published in Assessment.objects.review_due(REVIEW_BY)


def test_a_version_that_a_later_one_has_taken_the_place_of_waits_for_nothing():
    old = AssessmentFactory(stage="published")
    version = old.begin_version(by=old.current.begun_by, on=LATER)
    signer = UserFactory(role="manager")
    version = version.start_screening(by=old.current.begun_by, on=LATER)
    version.signers.create(user=signer)
    version = version.go_to_full(by=old.current.begun_by, on=LATER)
    version.outcome, version.review_by = "no_change", datetime.date(2030, 1, 1)
    version.save()
    version = version.submit(by=version.begun_by, on=LATER)
    version.sign(by=signer, on=LATER, content_hash=version.content_hash)

    assert not Assessment.objects.review_due(datetime.date(2028, 1, 1)).exists()


@pytest.mark.parametrize("words", ["£45,000.50", "45 000.50", "45000.5"])
def test_a_saving_is_read_as_people_write_it(words):
    assert PoundsField().clean(words) == Decimal("45000.50")


def test_a_saving_that_is_no_sum_is_asked_for_again_and_kept_as_typed(admin):
    form = NewAssessmentForm({"saving": "half a million"}, by=admin, on=ON)

    assert form.errors["saving"] == ["Write the saving in pounds, such as 45,000."]
    assert 'value="half a million"' in str(form["saving"])


def test_only_an_admin_may_leave_the_directorate_open(admin, officer):
    asked = {
        user.role: NewAssessmentForm(by=user, on=ON).fields["directorate"].required
        for user in (admin, officer)
    }

    assert asked == {"admin": False, "officer": True}
