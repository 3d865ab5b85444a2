"""What the director says of an indicator: by who answers for it, once, never changed afterwards."""

from uuid import uuid4

import pytest

from indicators.models import Comment
from tests.factories import IndicatorFactory

from .results import a_result, page_of, url

pytestmark = pytest.mark.django_db
WORDS = "Two sites reported late; both are in by June."


@pytest.fixture
def indicator(housing):
    found = IndicatorFactory(code="EQ 1", directorate=housing)
    a_result("2022/23", "40%", indicator=found)
    a_result("2023/24", "45%", indicator=found)
    return found


def say(client, indicator, text=WORDS, **said):
    sent = {"form_key": uuid4(), "text": text, "end": "2024-03-31"} | said
    return client.post(url("comment_add", indicator.pk), sent, follow=True)


def test_the_manager_of_the_directorate_speaks_of_the_newest_result(
    manager_client, manager, indicator
):
    shown = manager_client.get(url("comment_add", indicator.pk))
    assert shown.context["form"]["end"].value() == "2024-03-31"

    answer = say(manager_client, indicator)

    comment = Comment.objects.get()
    assert (comment.made_by, str(comment.end)) == (manager, "2024-03-31")
    assert answer.redirect_chain == [(indicator.get_absolute_url(), 302)]
    assert WORDS in page_of(answer)
    assert "May Manager" in page_of(answer)
    assert "of 2023/24" in page_of(answer)


def test_it_may_speak_of_the_indicator_in_general(admin_client, indicator):
    say(admin_client, indicator, end="general")

    assert Comment.objects.get().end is None


def test_everybody_who_may_read_reads_it_and_is_not_asked_to_speak(
    manager_client, reader_client, indicator
):
    assert "Say something of it" in page_of(
        manager_client.get(indicator.get_absolute_url())
    )
    say(manager_client, indicator)

    page = page_of(reader_client.get(indicator.get_absolute_url()))
    assert WORDS in page
    assert "Say something of it" not in page


def test_nothing_said_is_asked_for_and_a_wrong_time_keeps_the_words(
    manager_client, indicator
):
    assert "Write what you say of it." in page_of(say(manager_client, indicator, " "))

    answer = say(manager_client, indicator, end="2019-03-31")
    assert answer.context["form"]["text"].value() == WORDS
    assert not Comment.objects.exists()


def test_a_form_sent_twice_says_it_once(manager_client, indicator):
    key = uuid4()

    for _ in range(2):
        say(manager_client, indicator, form_key=key)

    assert Comment.objects.count() == 1


def test_others_do_not_speak_of_it(
    officer_client, reader_client, manager_of_another_directorate_client, indicator
):
    for client in (officer_client, reader_client, manager_of_another_directorate_client):  # fmt: skip
        assert client.get(url("comment_add", indicator.pk)).status_code == 404
        assert say(client, indicator).status_code == 404
    assert not Comment.objects.exists()
