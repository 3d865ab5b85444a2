"""The pages of one assessment ask the same few questions however much it says, and of those who send at once one is first."""

import datetime

import pytest
from django.urls import reverse

from tests.factories import AssessmentFactory
from tests.together import post_together

ON = datetime.date(2026, 4, 6)


def about(assessment):
    return reverse("assessments:page", args=[assessment.pk, "about"])


@pytest.fixture
def written(officer):
    """A full assessment of the officer's directorate with nothing in it yet."""
    return AssessmentFactory(
        directorate=officer.directorates.get(), stage="full", author=officer
    )


@pytest.mark.django_db
@pytest.mark.parametrize("count", [1, 20])
def test_its_page_asks_as_much_of_one_mitigation_as_of_twenty(
    admin_client, count, written, django_assert_num_queries
):
    for number in range(count):
        written.current.mitigations.create(text=f"Desk {number}", for_all=True)

    # Session, person, assessment, moves, impacts, mitigations, signers, answers, characteristics, plans.
    with django_assert_num_queries(10):
        page = admin_client.get(written.get_absolute_url()).content.decode()

    assert f"Desk {count - 1}" in page


@pytest.mark.django_db
def test_a_written_page_is_sent_with_few_queries(
    officer_client, written, django_assert_max_num_queries
):
    words = {"what": "Closing it.", "whom": "Visitors."}

    # Session, person, savepoint, assessment locked, answers, two written, savepoint.
    with django_assert_max_num_queries(8):
        sent = officer_client.post(about(written), words)

    assert sent.status_code == 302
    assert dict(written.current.answers.values_list("question", "text")) == words


@pytest.mark.django_db(transaction=True)
def test_of_eight_who_begin_the_same_answer_at_once_one_is_kept(officer, written):
    sent = [{"what": f"In words of {number}."} for number in range(8)]

    statuses = post_together(officer, about(written), sent)

    assert statuses == [302] + [409] * 7
    assert written.current.answers.get().version == 1


@pytest.mark.django_db(transaction=True)
def test_of_eight_who_change_the_same_answer_at_once_one_is_kept(officer, written):
    answer = written.current.answers.create(question="what", text="Closing it.")
    sent = [
        {"what": f"In words of {number}.", "read_what": answer.version}
        for number in range(8)
    ]

    statuses = post_together(officer, about(written), sent)

    assert statuses == [302] + [409] * 7
    assert written.current.answers.get().version == 2
