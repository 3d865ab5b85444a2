"""Assessments on the pages of plans: of a plan, of an action that stands for a mitigation, of a person's own page."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.factories import (
    ActionFactory,
    AssessmentFactory,
    HoldingFactory,
    PlanFactory,
    PriorityFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db
LATER = datetime.date(2099, 1, 1)
YOURS = reverse("plans:your_actions")


def text_of(client, path):
    return " ".join(client.get(path).content.decode().split())


def mitigated(**said):
    """An assessment with a mitigation that an action of a plan stands for; return both."""
    assessment = AssessmentFactory(stage="screening", **said)
    mitigation = assessment.current.mitigations.create(text="An outreach desk")
    mitigation.action = ActionFactory(rag_status="slipped")
    mitigation.save()
    return assessment, mitigation.action


def test_a_plan_names_the_assessments_that_have_to_do_with_it(reader_client):
    plan = PlanFactory()
    AssessmentFactory(title="Cycle lanes").plans.add(plan)
    AssessmentFactory(title="Libraries")

    page = text_of(reader_client, plan.get_absolute_url())

    assert "Cycle lanes" in page
    assert "Libraries" not in page


def test_a_plan_names_the_assessment_whose_mitigation_is_an_action_of_it(reader_client):
    _assessment, action = mitigated(title="Cycle lanes")

    page = text_of(reader_client, action.plan.get_absolute_url())

    assert "Cycle lanes" in page
    assert "A mitigation has slipped" in page


def test_a_plan_with_many_leads_to_all_of_them_in_the_register(reader_client):
    plan = PlanFactory()
    for _ in range(9):
        AssessmentFactory().plans.add(plan)

    page = text_of(reader_client, plan.get_absolute_url())
    found = reader_client.get(
        reverse("assessments:assessment_list"), {"plan": plan.reference}
    )

    assert f"/assessments/?plan={plan.reference}" in page
    assert "All 9" in page
    assert found.context["page"].paginator.count == 9


def test_a_plan_without_assessments_says_nothing_of_them(reader_client):
    page = text_of(reader_client, PriorityFactory().plan.get_absolute_url())

    assert "Equality Impact Assessments" not in page


def test_an_action_leads_to_the_assessment_it_stands_for(reader_client):
    assessment, action = mitigated()

    page = text_of(reader_client, action.get_absolute_url())

    assert "A mitigation of" in page
    assert assessment.get_absolute_url() in page


def test_an_action_of_no_mitigation_says_nothing_of_assessments(reader_client):
    page = text_of(reader_client, ActionFactory().get_absolute_url())

    assert "A mitigation of" not in page


@pytest.mark.parametrize("where", ["action", "plan"])
def test_a_confidential_assessment_is_named_only_to_those_who_may_know(
    reader_client, admin_client, where
):
    assessment, action = mitigated(title="Secret closure", confidential_until=LATER)
    page_of = action if where == "action" else action.plan

    reader, admin = (
        text_of(client, page_of.get_absolute_url())
        for client in (reader_client, admin_client)
    )

    assert assessment.title in admin
    assert assessment.title not in reader
    assert assessment.reference not in reader


def test_an_officer_finds_the_assessments_of_a_lead_they_hold(officer, officer_client):
    lead = HoldingFactory(user=officer).lead
    AssessmentFactory(title="Cycle lanes", lead=lead)
    AssessmentFactory(title="Of others", lead=HoldingFactory().lead)

    page = text_of(officer_client, YOURS)

    assert "Assessments you lead or write" in page
    assert "Cycle lanes" in page
    assert "Of others" not in page


def test_what_came_back_from_sign_off_stands_first_and_says_so(officer, officer_client):
    lead = HoldingFactory(user=officer).lead
    late = datetime.date(2020, 1, 1)
    AssessmentFactory(title="Overdue for years", lead=lead, due=late)
    back = AssessmentFactory(title="Sent back", lead=lead, stage="sign_off").current
    signer = back.signers.get().user
    back.request_changes(
        by=signer, on=late, content_hash=back.content_hash, comment="Count them."
    )

    page = text_of(officer_client, YOURS)

    assert page.index("Sent back") < page.index("Overdue for years")
    assert page.count("Came back from sign-off") == 1


def test_what_waits_for_its_signer_has_not_come_back(officer, officer_client):
    AssessmentFactory(lead=HoldingFactory(user=officer).lead, stage="sign_off")

    assert "Came back" not in text_of(officer_client, YOURS)


def test_an_officer_finds_those_that_they_contribute_to(officer, officer_client):
    AssessmentFactory(title="Cycle lanes").contributors.create(user=officer)

    assert "Cycle lanes" in text_of(officer_client, YOURS)


def test_who_began_one_finds_it_while_nobody_holds_its_lead(officer, officer_client):
    AssessmentFactory(title="Nobody leads", author=officer)
    lead = HoldingFactory().lead
    AssessmentFactory(title="Somebody leads", author=officer, lead=lead)

    page = text_of(officer_client, YOURS)

    assert "Nobody leads" in page
    assert "Somebody leads" not in page


def test_what_is_done_waits_for_nobody(officer, officer_client):
    for stage in ("screened_out", "reviewed"):
        AssessmentFactory(title=f"Done {stage}", author=officer, stage=stage)

    assert "Done " not in text_of(officer_client, YOURS)


def test_what_is_late_stands_before_what_is_being_written(officer, officer_client):
    AssessmentFactory(title="Being written", author=officer, due=LATER)
    AssessmentFactory(title="Late", author=officer, due=datetime.date(2020, 1, 1))

    page = text_of(officer_client, YOURS)

    assert page.index("Late") < page.index("Being written")


def test_who_must_sign_is_told_until_they_have_answered(client):
    signer = UserFactory(role="manager")
    assessment = AssessmentFactory(title="Cycle lanes", stage="sign_off", signer=signer)
    client.force_login(signer)
    before = text_of(client, YOURS)

    version = assessment.current
    version.sign(by=signer, on=timezone.localdate(), content_hash=version.content_hash)

    assert "Assessments to sign" in before
    assert "Assessments to sign" not in text_of(client, YOURS)


@pytest.mark.parametrize("count", [1, 20])
def test_a_persons_page_asks_no_more_of_twenty_assessments(
    officer, officer_client, count, django_assert_num_queries
):
    for _ in range(count):
        AssessmentFactory(author=officer)

    # session, user, leads held with directorates, rows of all sections, verdicts not kept, results to enter, confidential assessments, those
    # to sign and to see through, their rows and their signed versions, areas of frameworks
    with django_assert_num_queries(11):
        officer_client.get(YOURS)
