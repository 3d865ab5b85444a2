"""A mitigation is taken away as it was read, and made an action of once."""

import pytest
from django.urls import reverse

from equality_tracker.audit.models import FormKey
from tests.factories import AssessmentFactory, PriorityFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def mitigation(housing, officer):
    one = AssessmentFactory(directorate=housing, stage="full", author=officer)
    said = one.current.characteristics().get(name="Disability")
    impact = one.current.impacts.create(characteristic=said, kind="negative", severity="low")  # fmt: skip
    return one.current.mitigations.create(text="A desk on Tuesdays", impact=impact)


def address(name, mitigation):
    of = mitigation.assessment_version.assessment_id
    return reverse(f"assessments:mitigation_{name}", args=[of, mitigation.pk])


def version_on(page):
    return page.context["form"]["version"].value()


def test_a_mitigation_is_taken_away_as_it_was_read(officer_client, mitigation):
    path = address("remove", mitigation)

    officer_client.post(path, {"version": version_on(officer_client.get(path))})

    assert not mitigation.assessment_version.mitigations.exists()


def test_what_somebody_rewrote_meanwhile_is_shown_and_not_taken_away(
    officer_client, mitigation
):
    path = address("remove", mitigation)
    read = version_on(officer_client.get(path))
    mitigation.text = "A bus on Mondays"
    mitigation.save()

    answer = officer_client.post(path, {"version": read})

    assert answer.status_code == 409
    assert "A bus on Mondays" in answer.content.decode()
    assert "Nothing was taken away" in answer.content.decode()
    assert mitigation.assessment_version.mitigations.exists()


def test_after_the_new_words_were_read_it_is_taken_away(officer_client, mitigation):
    path = address("remove", mitigation)
    mitigation.text = "A bus on Mondays"
    mitigation.save()
    shown = officer_client.post(path, {"version": 1})

    officer_client.post(path, {"version": version_on(shown)})

    assert not mitigation.assessment_version.mitigations.exists()


def test_an_action_pressed_twice_is_made_once_and_the_second_press_leads_to_it(
    manager_client, mitigation
):
    path, heading = address("action", mitigation), PriorityFactory()
    key = manager_client.get(path).context["form"]["form_key"].value()
    said = {"form_key": key, "title": "A desk", "priority": heading.pk}
    manager_client.post(path, said)

    answer = manager_client.post(path, said)

    action = heading.plan.actions.get()
    assert answer.url == action.get_absolute_url()
    assert FormKey.objects.filter(key=key).exists()


def test_the_page_of_an_action_that_was_made_leads_to_it(
    manager_client, manager, mitigation
):
    action = mitigation.become_action(by=manager, priority=PriorityFactory(), title="A desk")  # fmt: skip

    answer = manager_client.get(address("action", mitigation))

    assert answer.url == action.get_absolute_url()


def test_of_what_is_for_nobody_no_action_is_made(manager_client, mitigation):
    mitigation.impact.delete()

    answer = manager_client.get(address("action", mitigation))

    assert answer.status_code == 404


def test_a_mitigation_begins_with_what_the_page_of_its_impact_says_will_be_done(
    officer_client, mitigation
):
    impact = mitigation.impact
    impact.response = "A desk in each library"
    impact.save()
    add = reverse("assessments:mitigation_add", args=[mitigation.assessment_version.assessment_id])  # fmt: skip

    form = officer_client.get(f"{add}?impact={impact.pk}").context["form"]

    assert form["text"].value() == "A desk in each library"
    assert form["for_whom"].value() == str(impact.pk)
