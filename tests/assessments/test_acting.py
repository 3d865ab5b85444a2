"""What a published page says of the actions that stand for it today: made since, in whichever version the words were carried to."""

import datetime

import pytest
from django.urls import reverse

from tests.factories import AssessmentFactory, PriorityFactory

pytestmark = pytest.mark.django_db
ON = datetime.date(2026, 4, 6)


@pytest.fixture
def published(officer):
    """A published version that harms disabled people, with two things to be done about it."""
    version = AssessmentFactory(stage="complete").current
    disability = version.characteristics().get(name="Disability")
    version.impacts.filter(characteristic=disability).delete()
    harm = version.impacts.create(characteristic=disability, kind="negative", severity="high", who="Most visitors")  # fmt: skip
    version.mitigations.create(text="A desk", impact=harm)
    version.mitigations.create(text="A bus", for_all=True)
    version.outcome, version.outcome_why = "adjust", "The desk stays."
    version.save()
    signer, author = version.signers.get().user, version.begun_by
    version.refresh_from_db()
    version = version.submit(by=author, on=ON)
    version = version.sign(by=signer, on=ON, content_hash=version.content_hash)
    return version.publish(by=signer, on=ON)


@pytest.fixture
def draft(published, officer):
    return published.assessment.begin_version(by=officer, on=ON)


def act(version, text, officer, title):
    one = version.mitigations.get(text=text)
    return one.become_action(by=officer, priority=PriorityFactory(), title=title)


def page_of(client, version):
    path = reverse("assessments:version_detail", args=[version.assessment_id, version.number])  # fmt: skip
    return " ".join(client.get(path).content.decode().split())


@pytest.mark.parametrize("who", ["reader_client", "officer_client"])
def test_an_action_made_in_version_two_of_the_same_words_stands_on_version_one(
    who, request, published, draft, officer
):
    action = act(draft, "A desk", officer, "Open a desk")

    page = page_of(request.getfixturevalue(who), published)

    assert "Open a desk" in page
    assert published.mitigations.get(text="A desk").action == action
    assert published.mitigations.get(text="A bus").action is None


def test_a_reader_does_not_learn_from_version_one_what_is_only_drafted_in_two(
    reader_client, officer_client, published, draft, officer
):
    draft.mitigations.filter(text="A desk").update(text="Two desks and a ramp")
    act(draft, "Two desks and a ramp", officer, "Open two desks")

    reader, writer = (page_of(one, published) for one in (reader_client, officer_client))  # fmt: skip

    assert "ramp" not in reader
    assert "Open two desks" not in reader
    assert "Version 2, not published: Two desks and a ramp" in writer
    assert "Open two desks" in writer


def test_an_action_made_for_other_people_is_not_that_of_version_one(
    published, draft, officer
):
    draft.mitigations.filter(text="A desk").update(impact=None, for_all=True)

    act(draft, "A desk", officer, "Open a desk")

    assert published.mitigations.get(text="A desk").action is None


def test_the_same_words_twice_in_a_version_take_one_action(published, draft, officer):
    draft.mitigations.create(text="A bus", for_all=True)
    one = draft.mitigations.filter(text="A bus").first()

    one.become_action(by=officer, priority=PriorityFactory(), title="A bus")

    assert published.mitigations.filter(action__title="A bus").count() == 1
    assert draft.mitigations.filter(action__title="A bus").count() == 1


def test_what_was_signed_says_nothing_of_the_action_that_was_made_since(
    published, draft, officer
):
    content = published.content

    act(draft, "A desk", officer, "Open a desk")

    published.refresh_from_db()
    assert published.content == content


@pytest.mark.parametrize("count", [1, 20])
def test_a_published_page_asks_no_more_of_twenty_mitigations(
    count, officer, reader_client, published, draft, django_assert_num_queries
):
    for number in range(count):
        draft.mitigations.create(text=f"Desk {number}", for_all=True)
        act(draft, f"Desk {number}", officer, f"Desk {number}")

    # Session, person, version with its assessment, signatures, mitigations with their actions, those of later versions.
    with django_assert_num_queries(6):
        page_of(reader_client, published)
