"""An action and an assessment say which criteria of a framework they stand as evidence for."""

import datetime

import pytest

from tests.factories import ActionFactory, AssessmentFactory, CriterionFactory

LATER = datetime.date(2100, 1, 1)


def text_of(response):
    return " ".join(response.content.decode().split())


MAKE = {"action": ActionFactory, "assessment": AssessmentFactory}


@pytest.fixture(params=MAKE)
def shown(request, criterion, officer):
    """An action, then an assessment, that stands as evidence."""
    row = MAKE[request.param]()
    criterion.evidence.create(kind=request.param, added_by=officer, **{request.param: row})  # fmt: skip
    return row


def test_its_page_names_the_criterion(shown, criterion, reader_client):
    page = text_of(reader_client.get(shown.get_absolute_url()))

    assert "Stands as evidence for" in page
    assert f'href="{criterion.get_absolute_url()}">1.1 Access to services</a>' in page


def test_evidence_that_was_taken_back_is_named_no_longer(
    shown, criterion, officer, reader_client
):
    criterion.evidence.get().take_back(officer)

    assert "Stands as evidence for" not in text_of(
        reader_client.get(shown.get_absolute_url())
    )


def test_a_closed_framework_is_said_to_be_closed(shown, criterion, reader_client):
    criterion.area.framework.close(on=datetime.date(2026, 5, 4))

    assert "Invented framework, closed" in text_of(reader_client.get(shown.get_absolute_url()))  # fmt: skip


def test_more_than_eight_are_counted(shown, criterion, officer, reader_client):
    kind = criterion.evidence.get().kind
    for _each in range(9):
        other = CriterionFactory(area=criterion.area)
        other.evidence.create(kind=kind, added_by=officer, **{kind: shown})

    assert "and 2 more" in text_of(reader_client.get(shown.get_absolute_url()))


@pytest.mark.parametrize("make", MAKE.values())
def test_one_that_stands_for_nothing_says_and_asks_nothing(
    make, db, reader_client, django_assert_max_num_queries, criterion, officer
):
    other = make()
    reader_client.get(other.get_absolute_url())
    with django_assert_max_num_queries(100) as bare:
        page = text_of(reader_client.get(other.get_absolute_url()))
    kind = "action" if make is ActionFactory else "assessment"
    criterion.evidence.create(kind=kind, added_by=officer, **{kind: other})
    with django_assert_max_num_queries(100) as with_evidence:
        reader_client.get(other.get_absolute_url())

    assert "Stands as evidence for" not in page
    assert len(with_evidence) == len(bare) + 1


def test_a_confidential_assessment_says_so_to_those_who_know_of_it_alone(
    criterion, officer, reader_client, admin_client
):
    secret = AssessmentFactory(confidential_until=LATER)
    criterion.evidence.create(kind="assessment", assessment=secret, added_by=officer)

    assert reader_client.get(secret.get_absolute_url()).status_code == 404
    assert "Stands as evidence for" in text_of(
        admin_client.get(secret.get_absolute_url())
    )
