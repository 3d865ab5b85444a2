"""Whoever wrote while the page closed, or the row went, is shown their words again: nothing that was typed or chosen is thrown away."""

import datetime

import pytest
from django.urls import reverse

from tests.factories import AssessmentFactory
from tests.factories.assessments import REVIEW_BY

pytestmark = pytest.mark.django_db
ON = datetime.date(2026, 4, 6)


@pytest.fixture
def version(housing, officer):
    return AssessmentFactory(stage="complete", directorate=housing, author=officer).current  # fmt: skip


def sends(client, version, name, *more, **said):
    path = reverse(f"assessments:{name}", args=[version.assessment_id, *more])
    answer = client.post(path, said)
    return answer.status_code, " ".join(answer.content.decode().split())


def is_kept(answer, *words):
    status, page = answer
    return status == 409 and "This was not saved" in page and all(one in page for one in words)  # fmt: skip


def test_a_mitigation_that_was_begun_before_it_was_submitted_is_shown_again(
    officer_client, version, officer
):
    version.submit(by=officer, on=ON)

    answer = sends(officer_client, version, "mitigation_add", text="A desk at the library", who="Ann", for_whom="all")  # fmt: skip

    assert is_kept(answer, "A desk at the library", "Ann", "All of them")
    assert not version.mitigations.exists()


def test_a_mitigation_that_is_edited_after_it_was_submitted_is_shown_again(
    officer_client, version, officer
):
    one = version.mitigations.create(text="A desk", for_all=True)
    version.submit(by=officer, on=ON)

    answer = sends(officer_client, version, "mitigation_edit", one.pk, text="A desk and a ramp", for_whom="all")  # fmt: skip

    assert is_kept(answer, "A desk and a ramp")


def test_a_mitigation_that_somebody_took_away_meanwhile_is_shown_again(
    officer_client, version
):
    one = version.mitigations.create(text="A desk", for_all=True)
    pk = one.pk
    one.delete()

    answer = sends(officer_client, version, "mitigation_edit", pk, text="A desk and a ramp", for_whom="all")  # fmt: skip

    assert is_kept(answer, "A desk and a ramp", "somebody took it away")


def test_one_that_never_was_is_not_found(officer_client, version):
    other = AssessmentFactory(stage="complete").current
    one = other.mitigations.create(text="A desk", for_all=True)

    for pk in (one.pk, 999_999):
        assert sends(officer_client, version, "mitigation_edit", pk, text="A desk")[0] == 404  # fmt: skip


def test_what_was_chosen_on_the_outcome_is_shown_with_its_reasons(
    officer_client, version, officer
):
    version.submit(by=officer, on=ON)
    another_day = f"6/4/{REVIEW_BY.year + 1}"

    answer = sends(officer_client, version, "outcome", outcome="stop", outcome_why="It harms.", review_by=another_day)  # fmt: skip

    assert is_kept(answer, "Stop and think again", "It harms.", another_day)


def test_what_was_chosen_in_the_screening_is_shown_with_its_reasons(
    officer_client, housing, officer
):
    version = AssessmentFactory(stage="full", directorate=housing).current
    one = version.characteristics().get(name="Age")
    level = f"level_{one.pk}_{version.relevances.filter(characteristic=one).first().aim_id}"  # fmt: skip

    answer = sends(officer_client, version, "screening", **{level: "high", f"why_{one.pk}": "Older people ring."})  # fmt: skip

    assert is_kept(answer, "High", "Older people ring.")


def test_what_was_not_changed_is_not_shown_as_unsaved(officer_client, version, officer):
    version.answers.filter(question="what").update(text="Line one\nline two")
    version.submit(by=officer, on=ON)

    _status, page = sends(officer_client, version, "page", "about", what="Line one\r\nline two", whom="Others")  # fmt: skip

    assert "Others" in page
    assert '<div class="eia-theirs"><strong>What is proposed' not in page
