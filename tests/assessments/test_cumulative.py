"""What a set of assessments adds up to for people with each characteristic."""

import csv

import pytest
from django.urls import reverse

from assessments.cumulative.effects import Cumulative
from assessments.models import Assessment
from tests.factories import ActionFactory, AssessmentFactory

pytestmark = pytest.mark.django_db
URL = reverse("assessments:cumulative")


def harming(name, severity, **said):
    """An assessment under way that harms people with one characteristic."""
    assessment = AssessmentFactory(stage="complete", **said)
    version = assessment.current
    one = version.characteristics().get(name=name)
    version.impacts.filter(characteristic=one).delete()
    impact = version.impacts.create(
        characteristic=one, kind="negative", severity=severity
    )
    return assessment, impact


def text_of(response):
    return " ".join(response.content.decode().split())


def test_those_harmed_most_often_stand_first(officer):
    harming("Disability", "low")
    harming("Disability", "low")
    harming("Age", "high")

    rows = Cumulative(Assessment.objects.all(), officer).rows

    assert [str(row.characteristic) for row in rows[:2]] == ["Disability", "Age"]


def test_among_equals_the_stronger_stands_first(officer):
    harming("Age", "low")
    harming("Sex", "high")

    rows = Cumulative(Assessment.objects.all(), officer).rows

    assert [str(row.characteristic) for row in rows[:2]] == ["Sex", "Age"]


def test_severities_are_counted_apart(officer):
    for severity in ("high", "low", "high"):
        harming("Disability", severity)

    row = Cumulative(Assessment.objects.all(), officer).rows[0]

    assert row.by_severity == [("high", "high", 2), ("low", "low", 1)]


def test_a_mitigation_stands_where_its_action_goes_well(officer):
    assessment, impact = harming("Disability", "high")
    for status in ("on_target", "slipped", None):
        mitigation = assessment.current.mitigations.create(
            text="An outreach desk", impact=impact
        )
        mitigation.action = ActionFactory(rag_status=status) if status else None
        mitigation.save()

    row = Cumulative(Assessment.objects.all(), officer).rows[0]

    assert (row.answers.standing, row.answers.count) == (1, 3)
    assert len(row.answers.mitigations) == 3


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
    assert "nothing to add up yet" in text_of(page)


def test_neutral_and_positive_impacts_are_counted_beside(officer):
    assessment, _impact = harming("Disability", "low")
    one = assessment.current.characteristics().get(name="Disability")
    assessment.current.impacts.create(
        characteristic=one, kind="positive", severity="high"
    )
    AssessmentFactory(stage="complete")

    row = Cumulative(Assessment.objects.all(), officer).rows[0]

    assert (row.negative, row.neutral, row.positive) == (1, 1, 1)


def test_each_number_of_the_table_leads_to_its_rows(officer_client):
    harming("Disability", "high")
    harming("Disability", "low")
    AssessmentFactory(stage="complete")
    AssessmentFactory()
    register = reverse("assessments:assessment_list")

    page = officer_client.get(URL)
    adds_up = page.context["cumulative"]
    row = adds_up.rows[0]
    asked = {"characteristic": row.characteristic.pk}
    numbers = [
        (row.negative, asked | {"impact": "negative"}),
        (row.neutral, asked | {"impact": "neutral"}),
        (row.severity["high"], asked | {"impact": "negative", "severity": "high"}),
        (adds_up.silent, {"impact": "unsaid"}),
    ]

    for number, query in numbers:
        listed = officer_client.get(register, query).context["page"]
        assert listed.paginator.count == number == {2: 2}.get(number, 1)


def test_harm_that_nothing_is_to_be_done_about_is_named(officer_client):
    assessment, _impact = harming("Disability", "high", title="Fewer buses")

    page = officer_client.get(URL)

    (harm,) = page.context["cumulative"].rows[0].unanswered_impacts
    assert harm.assessment == assessment.pk
    assert "No mitigation yet" in text_of(page)
    assert "Fewer buses" in text_of(page)


def test_a_mitigation_for_all_answers_every_harm_and_is_told_apart(officer_client):
    assessment, _impact = harming("Disability", "high")
    assessment.current.mitigations.create(text="Somebody to ring", for_all=True)

    page = officer_client.get(URL)
    adds_up = page.context["cumulative"]

    assert not any(row.unanswered for row in adds_up.rows)
    assert [one.text for one in adds_up.for_all.mitigations] == ["Somebody to ring"]
    assert "For all whom an assessment harms" in text_of(page)


def test_a_reader_is_told_how_many_are_published_without_a_link_to_more(reader_client):
    AssessmentFactory(stage="published")
    AssessmentFactory(stage="full")

    page = reader_client.get(URL)

    assert "What 1 published assessment adds up to" in text_of(page)


def test_of_very_many_it_counts_the_mitigations_and_tells_none(
    officer_client, monkeypatch
):
    monkeypatch.setattr("assessments.cumulative.effects.TOLD_AT_MOST", 1)
    harming("Disability", "high", title="Fewer buses")
    harming("Disability", "high", title="Fewer trains")

    page = officer_client.get(URL)

    assert page.context["cumulative"].rows[0].unanswered == 2
    assert "too many assessments to tell each mitigation" in text_of(page)
    assert "Fewer buses" not in text_of(page)


def test_what_the_proposals_would_save_is_added_up(officer_client):
    harming("Disability", "high", kind="budget", budget_year=2027, saving=20_000)
    harming("Age", "low", kind="budget", budget_year=2027, saving=5_500)

    assert "£25,500" in text_of(officer_client.get(URL, {"budget_year": 2027}))


def test_a_reader_is_told_the_published_version_while_the_next_is_drafted(
    reader_client, officer
):
    assessment = AssessmentFactory(stage="published")
    draft = assessment.begin_version(by=officer, on=assessment.current.stage_since)
    draft.impacts.filter(kind="neutral").update(kind="negative", severity="high")

    rows = reader_client.get(URL).context["cumulative"].rows

    assert rows
    assert {(row.negative, row.neutral) for row in rows} == {(0, 1)}


@pytest.mark.parametrize(
    ("part", "first"),
    [
        ("impact", ["Disability", "1", "1", "0", "0", "0", "0", "1", "0", "0"]),
        ("mitigations", ["EIA/2026/001", "Fewer buses", "Disability", "High"]),
    ],
)
def test_both_tables_go_out_as_files(officer_client, part, first):
    assessment, impact = harming(
        "Disability", "high", title="Fewer buses", reference="EIA/2026/001"
    )
    assessment.current.mitigations.create(text="A shuttle", impact=impact)

    sent = officer_client.get(reverse("assessments:cumulative_csv", args=[part]))
    book = officer_client.get(reverse("assessments:cumulative_xlsx", args=[part]))
    lines = b"".join(sent.streaming_content).decode("utf-8-sig").splitlines()
    table = list(csv.reader(lines))

    assert table[6][: len(first)] == first
    assert b"".join(book.streaming_content).startswith(b"PK")


def test_there_is_no_other_file(officer_client):
    address = reverse("assessments:cumulative_csv", args=["all"])

    assert officer_client.get(address).status_code == 404


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


def test_whatever_somebody_wrote_of_a_mitigation_is_text(officer_client):
    assessment, impact = harming("Disability", "high", title="<i>Buses</i>")
    harming("Age", "low", title="<i>Trains</i>")
    action = ActionFactory(title="<i>Ring</i>", reference="<i>1</i>")
    assessment.current.mitigations.create(
        text="<i>Call</i>", who="<i>Us</i>", impact=impact, action=action
    )

    page = text_of(officer_client.get(URL))

    assert "<i>" not in page
    for words in ("Trains", "Ring", "1", "Call", "Us"):
        assert f"&lt;i&gt;{words}&lt;/i&gt;" in page
