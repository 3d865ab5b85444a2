"""The result of an external assessment, as an admin records it."""

import datetime
import uuid

import pytest
from django.urls import reverse

from assessments.models import Award
from tests.factories import AwardFactory
from tests.factories.frameworks import level


def text_of(response):
    return " ".join(response.content.decode().split())


def address(name, *args):
    return reverse(f"assessments:framework_award_{name}", args=args)


@pytest.fixture
def sent(framework):
    return {
        "level": level(framework, 2).pk,
        "body": "A peer team",
        "on": "4/5/2026",
        "lapses_on": "4/5/2029",
        "words": "They listen.",
        "url": "",
        "form_key": uuid.uuid4(),
    }


def test_a_result_is_kept_with_the_day_on_which_it_lapses(
    framework, sent, admin, admin_client, reader_client
):
    admin_client.post(address("add", framework.key), sent)

    award = framework.awards.get()
    page = text_of(reader_client.get(framework.get_absolute_url()))
    assert award.recorded_by == admin
    assert award.lapses_on == datetime.date(2029, 5, 4)
    assert "A peer team, 4 May 2026. It lapses on 4 May 2029." in page
    assert "They listen." in page


def test_a_result_sent_twice_is_kept_once(framework, sent, admin_client):
    for _time in range(2):
        admin_client.post(address("add", framework.key), sent)

    assert framework.awards.count() == 1


def test_it_lapses_after_it_was_given(framework, sent, admin_client):
    answer = admin_client.post(
        address("add", framework.key), sent | {"lapses_on": "3/5/2026"}
    )

    assert "It must lapse after it was given." in text_of(answer)


def test_a_result_of_a_day_to_come_is_refused(framework, sent, admin_client):
    answer = admin_client.post(address("add", framework.key), sent | {"on": "1/1/2099", "lapses_on": ""})  # fmt: skip

    assert "it cannot lie ahead" in text_of(answer)


def test_a_closed_framework_may_be_given_the_result_it_had(framework, sent, admin_client):  # fmt: skip
    framework.close(on=datetime.date(2026, 9, 1))

    admin_client.post(address("add", framework.key), sent)

    assert framework.awards.count() == 1


def test_two_admins_who_edit_one_result_see_each_others_words(
    framework, sent, admin_client
):
    award = AwardFactory(framework=framework)
    read_at = award.version
    award.words = "Theirs."
    award.save()

    answer = admin_client.post(
        address("edit", framework.key, award.pk),
        sent | {"version": read_at, "words": "Mine."},
    )

    assert answer.status_code == 409
    assert "Theirs." in text_of(answer)
    assert Award.objects.get().words == "Theirs."


def test_taking_a_result_away_asks_once(framework, admin_client):
    award = AwardFactory(framework=framework)
    url = address("remove", framework.key, award.pk)

    assert "Take this result away?" in text_of(admin_client.get(url))
    admin_client.post(url)

    assert not framework.awards.exists()


def test_a_result_is_not_reached_by_way_of_another_framework(framework, admin_client):
    award = AwardFactory()

    assert admin_client.get(address("edit", framework.key, award.pk)).status_code == 404
