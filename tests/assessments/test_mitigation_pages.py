"""A mitigation is taken away as it was read, and made an action of once."""

import pytest
from django.urls import reverse

from equality_tracker.audit.models import FormKey
from tests.factories import AssessmentFactory, LeadFactory, PriorityFactory
from tests.factories.assessments import BEGUN_ON

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


def test_before_its_screening_a_new_version_shows_its_mitigations_and_no_way_to_change_them(
    officer, officer_client, housing
):
    approved = AssessmentFactory(directorate=housing, stage="approved", author=officer)
    second = approved.begin_version(by=officer, on=BEGUN_ON)
    one = second.mitigations.create(text="A desk on Tuesdays", for_all=True)
    page = reverse("assessments:mitigations", args=[approved.pk])

    words = officer_client.get(page).content.decode()

    assert "A desk on Tuesdays" in words
    assert address("edit", one) not in words
    assert reverse("assessments:mitigation_add", args=[approved.pk]) not in words


def made_action(client, mitigation, **said):
    """The action that is made where the form is sent as it is shown, but for what is `said`."""
    path, heading = address("action", mitigation), PriorityFactory()
    form = client.get(path).context["form"]
    shown = {box.name: box.value() for box in form if box.value() is not None}
    client.post(path, shown | {"priority": heading.pk} | said)
    return heading.plan.actions.get()


def test_who_will_do_it_goes_along_as_the_lead_as_written(manager_client, mitigation):
    type(mitigation).objects.update(who="Leisure contracts manager")

    action = made_action(manager_client, mitigation)

    assert action.lead_as_written == "Leisure contracts manager"
    assert not action.leads.exists()


def test_who_will_do_it_is_what_the_form_says(manager_client, mitigation):
    type(mitigation).objects.update(who="Pat from the front desk")

    action = made_action(manager_client, mitigation, who="Library manager")

    assert action.lead_as_written == "Library manager"


def test_a_post_that_is_known_by_that_name_leads_the_action(manager_client, mitigation):
    of_it = mitigation.assessment_version.assessment
    type(of_it).objects.update(lead=LeadFactory(name="Head of Libraries"))
    known = LeadFactory(name="Library Manager", abbreviation="LM")
    type(mitigation).objects.update(who="library manager")

    assert made_action(manager_client, mitigation).leads.get() == known


@pytest.mark.parametrize("who", ["", "Somebody on the desk"])
def test_where_no_post_is_known_by_that_name_the_lead_of_the_assessment_sees_to_it(
    who, manager_client, mitigation
):
    lead = LeadFactory(name="Head of Libraries")
    type(mitigation.assessment_version.assessment).objects.update(lead=lead)
    type(mitigation).objects.update(who=who)

    action = made_action(manager_client, mitigation)

    assert action.leads.get() == lead
    assert action.lead_as_written == (who or str(lead))
