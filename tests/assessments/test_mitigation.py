"""Whom a mitigation is for, and what becomes of it when its impact is taken away."""

import pytest
from django.db import IntegrityError
from django.urls import reverse

from assessments.cumulative.effects import Cumulative
from assessments.models import Assessment
from assessments.writing.tasks import missing, tasks
from equality_tracker.organisation.models import Characteristic
from tests.factories import ActionFactory, AssessmentFactory, PriorityFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def version(housing):
    """One that the officer writes, which harms disabled people."""
    return AssessmentFactory(stage="full", directorate=housing).current


def harm(version, name="Disability"):
    one = version.characteristics().get(name=name)
    return version.impacts.create(
        characteristic=one, kind="negative", severity="high", who="Most visitors"
    )


def page_of(version, name="mitigations", *more):
    return reverse(f"assessments:{name}", args=[version.assessment_id, *more])


def text_of(response):
    return " ".join(response.content.decode().split())


def asked_of(version, user):
    return [one for one in missing(version, user, None) if one.startswith("Mitigation")]


def unanswered(user):
    return [row.unanswered for row in Cumulative(Assessment.objects.all(), user).rows]


def test_who_takes_an_impact_away_is_asked_whom_its_mitigation_is_for(
    officer_client, version
):
    version.mitigations.create(text="A desk", impact=harm(version, "Age"))
    disability = harm(version)
    age = Characteristic.objects.get(name="Age")

    officer_client.post(page_of(version, "impact", age.pk), {"neutral": "on", **read(officer_client, version, age)})  # fmt: skip
    page = officer_client.get(page_of(version))

    assert version.mitigations.get().is_for_nobody
    assert list(page.context["unanswered"]) == [disability]
    assert "Its impact was taken away: say whom it is for" in text_of(page)


def read(client, version, characteristic):
    """What the form of an impact carries unseen."""
    form = client.get(page_of(version, "impact", characteristic.pk)).context["form"]
    fields = ((name, form[name].value()) for name in form.fields if name.startswith("read_"))  # fmt: skip
    return {name: value for name, value in fields if value is not None}


def test_a_mitigation_for_nobody_answers_no_harm_on_any_page(
    officer, officer_client, version
):
    harmed = harm(version)
    version.mitigations.create(text="A desk")

    page = officer_client.get(reverse("assessments:cumulative"))

    assert asked_of(version, officer) == [
        "Mitigation: say what will be done for Disability, or give reasons to continue under Outcome.",
        "Mitigation: say whom this is for: A desk",
    ]
    assert list(officer_client.get(page_of(version)).context["unanswered"]) == [harmed]
    assert unanswered(officer) == [1]
    assert "For whom is no longer said" in text_of(page)


def test_a_mitigation_for_all_answers_each_harm_on_every_page(
    officer, officer_client, version
):
    harm(version)
    harm(version, "Age")
    version.mitigations.create(text="A number to ring", for_all=True)

    said = next(one.said for one in tasks(version) if one.page == "mitigation")

    assert asked_of(version, officer) == []
    assert said == "2 of 2"
    assert not officer_client.get(page_of(version)).context["unanswered"]
    assert unanswered(officer) == [0, 0]


def test_no_action_is_made_of_a_mitigation_for_nobody(manager, manager_client, version):
    harm(version)
    one = version.mitigations.create(text="A desk")

    assert manager_client.get(page_of(version, "mitigation_action", one.pk)).status_code == 404  # fmt: skip
    assert "Make an action of it" not in text_of(manager_client.get(page_of(version)))
    with pytest.raises(ValueError, match="Nobody says whom"):
        one.become_action(by=manager, priority=PriorityFactory(), title="A desk")


def test_whoever_adds_a_mitigation_says_whom_it_is_for(officer_client, version):
    address = page_of(version, "mitigation_add")
    key = officer_client.get(address).context["form"]["form_key"].value()

    page = officer_client.post(address, {"text": "A desk", "form_key": key})

    assert "Say which impact it is for." in text_of(page)
    assert not version.mitigations.exists()


def test_a_mitigation_that_names_an_impact_can_be_for_all_instead(
    officer_client, version
):
    one = version.mitigations.create(text="A desk", impact=harm(version))
    address = page_of(version, "mitigation_edit", one.pk)
    form = officer_client.get(address).context["form"]

    officer_client.post(address, {"text": "A desk", "for_whom": "all", "version": one.version})  # fmt: skip
    one.refresh_from_db()

    assert form["for_whom"].value() == str(version.impacts.get().pk)
    assert (one.impact_id, one.for_all) == (None, True)


def test_a_second_person_is_shown_whom_the_first_said_it_is_for(
    officer_client, version
):
    one = version.mitigations.create(text="A desk", impact=harm(version))
    address = page_of(version, "mitigation_edit", one.pk)
    read_at = one.version
    one.impact, one.for_all = None, True
    one.save()

    page = officer_client.post(
        address,
        {"text": "A desk", "for_whom": version.impacts.get().pk, "version": read_at},
    )

    assert "All of them" in [each.theirs for each in page.context["form"].differences]


def test_the_database_refuses_one_for_an_impact_and_for_all(version):
    with pytest.raises(IntegrityError, match="mitigation_is_for_one_or_for_all"):
        version.mitigations.create(text="A desk", impact=harm(version), for_all=True)


def next_version(stands, officer):
    """The version begun after `stands`, which is published as it is."""
    return stands.assessment.begin_version(by=officer, on=stands.stage_since)


@pytest.fixture
def published(officer):
    """A published one that harms disabled people, whose one mitigation names them."""
    assessment = AssessmentFactory(stage="complete")
    version = assessment.current
    version.impacts.filter(characteristic__name="Disability").delete()
    version.mitigations.create(text="A desk", impact=harm(version))
    version.outcome, version.outcome_why = "adjust", "The desk stays."
    version.save()
    return signed(version)


def signed(version):
    signer = version.signers.get().user
    version.refresh_from_db()
    on = version.stage_since
    version = version.submit(by=version.begun_by, on=on)
    version = version.sign(by=signer, on=on, content_hash=version.content_hash)
    version = version.publish(by=signer, on=on)
    version.refresh_from_db()
    return version


def test_the_next_version_asks_whom_it_is_for_where_a_characteristic_is_left_behind(
    officer, published
):
    Characteristic.objects.filter(name="Disability").update(used_to=published.begun_on)

    copy = next_version(published, officer)

    assert copy.mitigations.get().is_for_nobody
    assert asked_of(copy, officer) == ["Mitigation: say whom this is for: A desk"]


def test_the_next_version_keeps_one_for_all_for_all(officer, version):
    harm(version)
    version.mitigations.create(text="A number to ring", for_all=True)
    again = AssessmentFactory(stage="screening").current

    again.copy_from(version)

    assert again.mitigations.get().for_all


@pytest.fixture
def acted(published):
    """An action that has slipped, which stands for the mitigation of the published version."""
    action = ActionFactory(title="Open a desk", rag_status="slipped")
    published.mitigations.update(action=action)
    return action


def test_an_action_that_stands_is_told_while_the_next_version_is_written(
    officer, officer_client, published, acted
):
    copy = next_version(published, officer)

    row = next(row for row in Cumulative(Assessment.objects.all(), officer).rows if row.negative)  # fmt: skip
    page = text_of(officer_client.get(copy.assessment.get_absolute_url()))

    assert [one.action for one in row.answers.mitigations] == [acted.pk]
    assert "Open a desk" in page
    assert "No action of a plan stands for it yet" not in page
    assert list(Assessment.objects.slipping()) == [copy.assessment]


def test_the_file_of_mitigations_names_the_action_that_stands(
    officer, officer_client, published, acted
):
    next_version(published, officer)

    sent = officer_client.get(reverse("assessments:cumulative_csv", args=["mitigations"]))  # fmt: skip

    assert b"Open a desk" in b"".join(sent.streaming_content)


def test_no_second_action_is_made_of_a_copy_or_of_what_it_was_copied_from(
    officer, admin_client, published, acted
):
    copy = next_version(published, officer)

    for one in (published.mitigations.get(), copy.mitigations.get()):
        assert admin_client.get(page_of(copy, "mitigation_action", one.pk)).status_code in (302, 404)  # fmt: skip
        with pytest.raises(ValueError, match="stands for this already"):
            one.become_action(by=officer, priority=PriorityFactory(), title="Again")


def test_an_action_is_made_of_the_newest_version_alone(
    officer, admin_client, published
):
    first = published.mitigations.get()
    address = page_of(published, "mitigation_action", first.pk)
    before = admin_client.get(address).status_code

    next_version(published, officer)

    assert (before, admin_client.get(address).status_code) == (200, 404)


def test_what_was_signed_names_its_action_still(officer, published, acted):
    content = published.content

    next_version(published, officer)
    published.refresh_from_db()

    assert published.mitigations.get().action == acted
    assert published.content == content


def test_the_page_of_an_action_names_its_assessment_once(
    officer, reader_client, published, acted
):
    next_version(published, officer)

    page = text_of(reader_client.get(acted.get_absolute_url()))

    assert page.count(published.assessment.reference) == 1


def test_a_mitigation_that_an_action_stands_for_is_not_offered_to_be_taken_away(
    officer_client, version
):
    harm(version)
    free = version.mitigations.create(text="A ramp", for_all=True)
    one = version.mitigations.create(text="A desk", for_all=True, action=ActionFactory())  # fmt: skip

    of_free, of_one = (
        text_of(officer_client.get(page_of(version, "mitigation_edit", each.pk)))
        for each in (free, one)
    )

    assert "Take this mitigation away" in of_free
    assert "Take this mitigation away" not in of_one


def test_an_action_stands_once_in_a_version(version):
    action = ActionFactory()
    version.mitigations.create(text="A desk", for_all=True, action=action)

    with pytest.raises(IntegrityError, match="action_stands_once_in_a_version"):
        version.mitigations.create(text="A ramp", for_all=True, action=action)
