"""What a set of assessments adds up to for people with each characteristic."""

import pytest
from django.urls import reverse

from assessments.cumulative import Cumulative
from assessments.models import Assessment
from tests.factories import ActionFactory, AssessmentFactory

pytestmark = pytest.mark.django_db
URL = reverse("assessments:cumulative")


def harming(name, severity, **said):
    """An assessment under way that harms people with one characteristic."""
    assessment = AssessmentFactory(stage="full", **said)
    version = assessment.current
    one = version.characteristics().get(name=name)
    version.impacts.filter(characteristic=one).delete()
    impact = version.impacts.create(
        characteristic=one, kind="negative", severity=severity
    )
    return assessment, impact


def text_of(response):
    return " ".join(response.content.decode().split())


def test_those_harmed_most_often_stand_first():
    harming("Disability", "low")
    harming("Disability", "low")
    harming("Age", "high")

    rows = Cumulative(Assessment.objects.all()).rows

    assert [str(row.characteristic) for row in rows[:2]] == ["Disability", "Age"]


def test_among_equals_the_more_severe_stands_first():
    harming("Age", "low")
    harming("Sex", "high")

    rows = Cumulative(Assessment.objects.all()).rows

    assert [str(row.characteristic) for row in rows[:2]] == ["Sex", "Age"]


def test_severities_are_counted_apart():
    for severity in ("high", "low", "high"):
        harming("Disability", severity)

    row = Cumulative(Assessment.objects.all()).rows[0]

    assert row.by_severity == [("High", 2), ("Low", 1)]


def test_a_mitigation_stands_where_its_action_goes_well():
    assessment, impact = harming("Disability", "high")
    for status in ("on_target", "slipped", None):
        mitigation = assessment.current.mitigations.create(
            text="An outreach desk", impact=impact
        )
        mitigation.action = ActionFactory(rag_status=status) if status else None
        mitigation.save()

    row = Cumulative(Assessment.objects.all()).rows[0]

    assert (row.standing, len(row.mitigations)) == (1, 3)


def test_a_number_leads_to_the_rows_it_counts(officer_client):
    harming("Disability", "high", kind="budget", budget_year=2027)
    harming("Disability", "high", kind="budget", budget_year=2028)

    page = officer_client.get(URL, {"budget_year": 2027})
    row = page.context["cumulative"].rows[0]
    listed = officer_client.get(
        reverse("assessments:assessment_list"),
        {"budget_year": 2027, "characteristic": row.characteristic.pk, "impact": "negative"},
    )  # fmt: skip

    assert row.negative == 1
    assert listed.context["page"].paginator.count == row.negative
    assert f"characteristic={row.characteristic.pk}" in text_of(page)


def test_a_reader_is_told_nothing_of_drafts(reader_client):
    harming("Disability", "high")

    page = reader_client.get(URL)

    assert page.context["cumulative"].rows == []
    assert "None of these says yet" in text_of(page)


def test_it_asks_no_more_of_ten_than_of_one(
    officer_client, django_assert_max_num_queries
):
    harming("Disability", "high")
    with django_assert_max_num_queries(12) as one:
        officer_client.get(URL)
    for _ in range(9):
        harming("Age", "low")
    with django_assert_max_num_queries(len(one)):
        officer_client.get(URL)
