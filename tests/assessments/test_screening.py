"""What is typed on the screening's page is kept or asked about, never dropped."""

import pytest
from django.urls import reverse

from equality_tracker.organisation.models import Aim
from tests.factories import AssessmentFactory

pytestmark = pytest.mark.django_db
SAY = "Disability: say how relevant it is, or clear the words."


@pytest.fixture
def screened(housing, officer):
    return AssessmentFactory(directorate=housing, stage="screening", author=officer)


def page_of(assessment):
    return reverse("assessments:screening", args=[assessment.pk])


def names(assessment):
    """The names of what is said of disability: its levels and its reason."""
    one = assessment.current.characteristics().get(name="Disability")
    levels = [f"level_{one.pk}_{aim.pk}" for aim in Aim.objects.order_by("position")]
    return levels, f"why_{one.pk}"


def test_a_reason_without_a_level_is_asked_about_and_stays_in_its_box(
    officer_client, screened
):
    levels, why = names(screened)

    answer = officer_client.post(page_of(screened), {why: "Most visitors."})

    page = answer.content.decode()
    assert answer.context["form"].errors == {levels[0]: [SAY]}
    assert f'id="id_{levels[0]}-error"' in page
    assert "Most visitors.</textarea>" in page


def test_a_level_set_back_does_not_take_its_reason_away(officer_client, screened):
    levels, why = names(screened)
    officer_client.post(page_of(screened), {levels[0]: "high", why: "Most visitors."})
    row = screened.current.relevances.get()

    answer = officer_client.post(
        page_of(screened), {why: "Most visitors.", f"read_{levels[0]}": row.version}
    )

    assert answer.context["form"].errors == {levels[0]: [SAY]}
    assert screened.current.relevances.get().why == "Most visitors."


def test_a_level_set_back_with_its_reason_cleared_is_taken_away(
    officer_client, screened
):
    levels, why = names(screened)
    officer_client.post(page_of(screened), {levels[0]: "high", why: "Most visitors."})
    row = screened.current.relevances.get()

    officer_client.post(page_of(screened), {f"read_{levels[0]}": row.version})

    assert not screened.current.relevances.exists()


def test_a_reason_with_one_of_its_levels_is_kept(officer_client, screened):
    levels, why = names(screened)

    officer_client.post(page_of(screened), {levels[1]: "low", why: "Most visitors."})

    assert screened.current.relevances.get().why == "Most visitors."


def go_on(client, assessment):
    """What is answered to who goes on to a full assessment."""
    path = reverse("assessments:stage_move", args=[assessment.pk, 1, "full"])
    read_at = client.get(path).context["form"]["read_at"].value()
    return client.post(path, {"read_at": read_at})


def test_what_was_not_screened_does_not_go_on_to_a_full_assessment(
    officer_client, screened
):
    answer = go_on(officer_client, screened)

    screened.current.refresh_from_db()
    [missing] = answer.context["missing"]
    assert missing.startswith("Screening: say how relevant it is, under each aim, to ")
    assert f'<li><a href="{page_of(screened)}">' in answer.content.decode()
    assert screened.current.stage == "screening"


def test_what_was_screened_goes_on_to_a_full_assessment(officer_client, screened):
    fields = officer_client.get(page_of(screened)).context["form"].fields
    levels = [name for name in fields if name.startswith("level_")]
    officer_client.post(page_of(screened), dict.fromkeys(levels, "low"))

    go_on(officer_client, screened)

    screened.current.refresh_from_db()
    assert screened.current.stage == "full"
