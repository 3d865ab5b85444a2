"""Several people write one assessment, and nothing is lost between them."""

import datetime

import pytest
from django.urls import reverse

from tests.factories import AssessmentFactory, DirectorateFactory, UserFactory

pytestmark = pytest.mark.django_db
ON = datetime.date(2026, 4, 6)


@pytest.fixture
def housing():
    return DirectorateFactory(name="Housing")


@pytest.fixture
def ann(housing):
    return UserFactory(role="officer", name="Ann", directorates=[housing])


@pytest.fixture
def ben(housing):
    return UserFactory(role="officer", name="Ben", directorates=[housing])


@pytest.fixture
def written(housing, ann):
    """A full assessment with nothing in it yet."""
    return AssessmentFactory(directorate=housing, stage="full", author=ann)


def page_of(assessment, name="about"):
    return reverse("assessments:page", args=[assessment.pk, name])


def answers(assessment):
    return dict(assessment.current.answers.values_list("question", "text"))


def test_two_people_on_two_questions_of_one_page_both_keep_their_words(
    client, written, ann, ben
):
    client.force_login(ann)
    client.post(page_of(written), {"what": "Closing it."})
    client.force_login(ben)
    answer = client.post(page_of(written), {"what": "Closing it.", "whom": "Visitors."})

    assert answer.status_code == 302
    assert answers(written) == {"what": "Closing it.", "whom": "Visitors."}


def test_words_over_somebody_elses_are_not_saved_but_shown_beside_them(
    client, written, ann, ben
):
    client.force_login(ann)
    client.post(page_of(written), {"what": "Closing it."})
    client.force_login(ben)

    answer = client.post(page_of(written), {"what": "Moving it.", "whom": "Visitors."})
    page = answer.content.decode()

    assert answer.status_code == 409
    assert "Ann" in page
    assert "Closing it." in page
    assert "Moving it." in page
    assert answers(written) == {"what": "Closing it.", "whom": "Visitors."}


def test_sending_again_after_seeing_them_is_ones_own_decision(
    client, written, ann, ben
):
    client.force_login(ann)
    client.post(page_of(written), {"what": "Closing it."})
    client.force_login(ben)
    shown = client.post(page_of(written), {"what": "Moving it.", "whom": "Visitors."})
    form = shown.context["form"]
    again = {name: form[name].value() or "" for name in form.fields}

    client.post(page_of(written), again)

    assert answers(written) == {"what": "Moving it.", "whom": "Visitors."}


def test_a_page_left_blank_takes_nobodys_words_away(client, written, ann, ben):
    client.force_login(ben)
    client.get(page_of(written))
    client.force_login(ann)
    client.post(page_of(written), {"what": "Closing it."})
    client.force_login(ben)

    answer = client.post(page_of(written), {"what": "", "whom": "Visitors."})

    assert answers(written) == {"what": "Closing it.", "whom": "Visitors."}
    assert answer.status_code == 409


def test_words_typed_while_somebody_submits_are_not_saved_and_not_lost(
    client, housing, ann
):
    submitted = AssessmentFactory(directorate=housing, stage="sign_off", author=ann)
    client.force_login(ann)

    answer = client.post(page_of(submitted), {"what": "Something else."})

    assert answer.status_code == 409
    assert "This was not saved" in answer.content.decode()
    assert "Something else." in answer.content.decode()
    assert answers(submitted)["what"] == "As agreed."


def test_somebody_who_does_not_work_on_it_writes_nothing(client, written):
    client.force_login(UserFactory(role="officer"))

    answer = client.post(page_of(written), {"what": "Something else."})

    assert answer.status_code == 404
    assert answers(written) == {}


def test_good_and_harm_to_the_same_people_are_both_kept(client, written, ann):
    disability = written.current.characteristics().get(name="Disability")
    address = reverse("assessments:impact", args=[written.pk, disability.pk])
    client.force_login(ann)

    client.post(
        address,
        {
            "positive": "on", "severity_positive": "low",
            "negative": "on", "severity_negative": "high", "who_negative": "Visitors.",
        },
    )  # fmt: skip

    kept = written.current.impacts.values_list("kind", "severity")
    assert set(kept) == {("positive", "low"), ("negative", "high")}


def test_an_impact_without_its_strength_is_asked_for_and_nothing_typed_is_lost(
    client, written, ann
):
    disability = written.current.characteristics().get(name="Disability")
    address = reverse("assessments:impact", args=[written.pk, disability.pk])
    client.force_login(ann)

    page = client.post(address, {"negative": "on", "who_negative": "Visitors."})

    assert "Say how strong the impact is." in page.content.decode()
    assert "Visitors." in page.content.decode()
    assert not written.current.impacts.exists()


def test_marriage_is_asked_about_under_the_first_aim_alone(client, housing, ann):
    one = AssessmentFactory(directorate=housing, stage="screening", author=ann)
    client.force_login(ann)

    form = client.get(reverse("assessments:screening", args=[one.pk])).context["form"]

    cells = {
        str(name): [cell for _aim, cell in cells] for name, cells, _why in form.table
    }
    assert [cell is None for cell in cells["Marriage and civil partnership"]] == [
        False,
        True,
        True,
    ]
    assert None not in cells["Disability"]


def test_an_impact_can_be_taken_back(client, written, ann):
    disability = written.current.characteristics().get(name="Disability")
    address = reverse("assessments:impact", args=[written.pk, disability.pk])
    client.force_login(ann)
    client.post(address, {"neutral": "on"})
    standing = written.current.impacts.get()

    client.post(address, {"read_neutral": standing.version})

    assert not written.current.impacts.exists()


def test_an_officer_makes_no_action_of_a_mitigation_and_a_manager_does(
    client, written, ann, housing
):
    mitigation = written.current.mitigations.create(
        text="An outreach desk", for_all=True
    )
    address = reverse("assessments:mitigation_action", args=[written.pk, mitigation.pk])
    client.force_login(ann)
    refused = client.get(address)
    client.force_login(UserFactory(role="manager", directorates=[housing]))

    assert refused.status_code == 404
    assert client.get(address).status_code == 200


def test_two_versions_are_not_begun_by_two_presses(client, housing, ann):
    signed = AssessmentFactory(directorate=housing, stage="approved", author=ann)
    address = reverse("assessments:version_begin", args=[signed.pk])
    client.force_login(ann)

    client.post(address)
    client.post(address)

    assert signed.versions.count() == 2


def move(assessment, slug):
    number = assessment.current.number
    return reverse("assessments:stage_move", args=[assessment.pk, number, slug])


def test_who_submitted_too_early_takes_it_back(client, housing, ann):
    early = AssessmentFactory(directorate=housing, stage="sign_off", author=ann)
    client.force_login(ann)
    read_at = client.get(move(early, "take-back")).context["form"]["read_at"].value()

    client.post(move(early, "take-back"), {"why": "A page is old.", "read_at": read_at})

    early.refresh_from_db()
    assert early.current.stage == "full"
    assert "A page is old." in client.get(early.get_absolute_url()).content.decode()


def test_changes_that_were_asked_for_stand_on_the_page(client, housing, ann):
    head = UserFactory(role="manager", name="Gareth", directorates=[housing])
    one = AssessmentFactory(
        directorate=housing, stage="sign_off", author=ann, signer=head
    )
    client.force_login(head)
    shown = client.get(move(one, "request-changes")).context["form"]["content_hash"]

    client.post(
        move(one, "request-changes"),
        {"content_hash": shown.value(), "comment": "Name the groups."},
    )
    client.force_login(ann)
    page = client.get(one.get_absolute_url()).content.decode()

    assert "Name the groups." in page
    assert "Gareth" in page


def test_an_approved_version_is_published_while_the_next_is_written(client, housing):
    manager = UserFactory(role="manager", directorates=[housing])
    signed = AssessmentFactory(directorate=housing, stage="approved")
    first = signed.current
    signed.begin_version(by=manager, on=ON)
    client.force_login(manager)
    address = reverse("assessments:stage_move", args=[signed.pk, 1, "publish"])

    page = client.get(signed.get_absolute_url()).content.decode()
    client.post(address, {"read_at": client.get(address).context["form"]["read_at"].value()})  # fmt: skip

    first.refresh_from_db()
    assert address in page
    assert "Publication was due" in page
    assert first.stage == "published"


def test_what_will_be_done_is_not_done_before_anything_is_said_of_impact(
    client, written, ann
):
    client.force_login(ann)

    page = client.get(written.get_absolute_url()).content.decode()

    assert "Once the impact is said" in page
    assert "No negative impact" not in page


def test_what_is_missing_leads_to_the_page_where_it_is_said(client, written, ann):
    client.force_login(ann)
    move = f"{written.get_absolute_url()}versions/1/submit/"
    form = client.get(move).context["form"]

    page = client.post(move, {"read_at": form["read_at"].value()}).content.decode()

    for name in ("about", "impact", "sign_off"):
        assert f'<li><a href="{page_of(written, name)}">' in page


@pytest.mark.parametrize(("stood", "said"), [(None, 200), ("2020-01-01", 302)])
def test_a_review_is_put_on_no_day_that_is_past_and_one_that_has_passed_keeps_nothing_from_being_saved(
    stood, said, client, written, ann
):
    version = written.current
    type(version).objects.filter(pk=version.pk).update(review_by=stood)
    version.refresh_from_db()
    client.force_login(ann)

    answer = client.post(
        reverse("assessments:outcome", args=[written.pk]),
        {"outcome": "no_change", "review_by": "1/1/2020", "version": version.version},
    )

    assert answer.status_code == said
    assert (b"Choose a day for the review that is to come." in answer.content) == (said == 200)  # fmt: skip
