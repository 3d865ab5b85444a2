"""Who has which way on, from each stage: a table written by hand, held against the pages."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.factories import AssessmentFactory, UserFactory

pytestmark = pytest.mark.django_db
WORKS = {"officer", "manager", "admin"}
# What is done, the stage it is done at, and by whom. The signer is a manager of another directorate who is asked to sign this one.
WAYS = {
    "screen": ("planned", WORKS),
    "full": ("screening", WORKS),
    "screen-out": ("screening", WORKS),
    "consult": ("complete", WORKS | {"signer"}),
    "end-consultation": ("consultation", WORKS | {"signer"}),
    "submit": ("complete", WORKS | {"signer"}),
    "take-back": ("sign_off", {"officer", "admin"}),
    "sign": ("sign_off", {"signer"}),
    "request-changes": ("sign_off", {"signer"}),
    "publish": ("approved", {"manager", "admin", "signer"}),
    "review": ("published", WORKS | {"signer"}),
}


@pytest.fixture
def cast(
    reader,
    officer,
    officer_of_another_directorate,
    manager,
    manager_of_another_directorate,
    admin,
    libraries,
):
    return {
        "reader": reader,
        "officer": officer,
        "officer of another directorate": officer_of_another_directorate,
        "manager": manager,
        "manager of another directorate": manager_of_another_directorate,
        "signer": UserFactory(role="manager", directorates=[libraries]),
        "admin": admin,
    }


def answer(person, path, method):
    client = Client()
    client.force_login(person)
    return getattr(client, method)(path).status_code


def at(stage, cast, housing):
    """Housing's assessment at `stage`, written and sent by its officer."""
    people = {"author": cast["officer"], "signer": cast["signer"]}
    return AssessmentFactory(directorate=housing, stage=stage, **people)


def way_of(assessment, slug):
    return reverse("assessments:stage_move", args=[assessment.pk, 1, slug])


@pytest.mark.parametrize("slug", WAYS)
def test_a_way_on_is_there_for_those_whose_it_is_and_for_nobody_else(
    slug, cast, housing
):
    stage, theirs = WAYS[slug]
    path = way_of(at(stage, cast, housing), slug)

    found = {name for name, one in cast.items() if answer(one, path, "get") == 200}

    assert found == theirs


@pytest.mark.parametrize("slug", WAYS)
def test_what_others_send_by_hand_changes_nothing(slug, cast, housing):
    stage, theirs = WAYS[slug]
    assessment = at(stage, cast, housing)
    before = assessment.current.stage

    answers = {
        answer(one, way_of(assessment, slug), "post")
        for name, one in cast.items()
        if name not in theirs
    }

    assert answers == {404}
    assessment.current.refresh_from_db()
    assert assessment.current.stage == before


def test_every_way_on_has_its_line():
    from assessments.one.moves import MOVES

    assert set(WAYS) == set(MOVES)


def test_a_signer_who_has_become_a_reader_signs_nothing(cast, housing):
    assessment = at("sign_off", cast, housing)
    cast["signer"].role = "reader"
    cast["signer"].save()

    assert answer(cast["signer"], way_of(assessment, "sign"), "get") == 404


def test_an_admin_takes_back_what_a_signer_who_left_holds_up(cast, housing):
    assessment = at("complete", cast, housing)
    version = assessment.current
    version.signers.create(user=UserFactory(role="manager", is_active=False))
    version = version.submit(by=cast["officer"], on=version.begun_on)
    version.sign(
        by=cast["signer"], on=version.begun_on, content_hash=version.content_hash
    )
    client = Client()
    client.force_login(cast["admin"])
    form = client.get(way_of(assessment, "take-back")).context["form"]

    client.post(
        way_of(assessment, "take-back"),
        {"read_at": form["read_at"].value(), "why": "A signer has left."},
    )

    version.refresh_from_db()
    assert version.stage == "full"


def test_its_sender_takes_nothing_back_that_somebody_has_signed(cast, housing):
    assessment = at("complete", cast, housing)
    version = assessment.current
    version.signers.create(user=cast["manager"])
    version = version.submit(by=cast["officer"], on=version.begun_on)
    version.sign(
        by=cast["signer"], on=version.begun_on, content_hash=version.content_hash
    )
    client = Client()
    client.force_login(cast["officer"])
    form = client.get(way_of(assessment, "take-back")).context["form"]

    client.post(
        way_of(assessment, "take-back"),
        {"read_at": form["read_at"].value(), "why": "A slip."},
    )

    version.refresh_from_db()
    assert version.stage == "sign_off"
