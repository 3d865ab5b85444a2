"""Writing, proposing and judging: nobody's words are lost, and nothing is said twice."""

import datetime
import uuid

import pytest
from django.urls import reverse

from tests.factories import FrameworkFactory
from tests.factories.frameworks import level

MAY = datetime.date(2026, 5, 4)
CLASH = "judged this as of 4 May 2026 while you were writing"


def text_of(response):
    return " ".join(response.content.decode().split())


def judge_url(criterion):
    return reverse("assessments:framework_judge", args=[criterion.pk])


def edit_url(criterion):
    return reverse("assessments:framework_criterion_edit", args=[criterion.pk])


@pytest.fixture
def saying(criterion):
    """A form of a level, as it is sent; `last` is the judgement that its writer had before them."""

    def saying(position=1, why="Letters are better.", on="4/5/2026", last=""):
        return {
            "level": level(criterion.area.framework, position).pk,
            "why": why,
            "on": on,
            "last": last,
            "form_key": uuid.uuid4(),
        }

    return saying


def test_an_officer_who_leads_proposes(criterion, saying, officer, officer_client):
    officer_client.post(judge_url(criterion), saying())

    (said,) = criterion.judgements.all()
    assert (said.kind, said.by, said.on) == ("proposed", officer, MAY)


def test_a_proposal_counts_for_nothing_until_it_is_judged(
    criterion, saying, officer_client
):
    officer_client.post(judge_url(criterion), saying(position=3))

    found = officer_client.get(criterion.area.get_absolute_url()).context["found"]
    assert found.readiness.judged == 0
    assert found.readiness.waiting == 1


def test_a_manager_of_the_leads_directorate_judges(
    criterion, saying, manager, manager_client
):
    answer = manager_client.post(judge_url(criterion), saying())

    assert answer.url == criterion.get_absolute_url()
    assert criterion.newest_judged().by == manager


def test_whoever_judges_sees_what_was_proposed(criterion, officer, manager_client):
    criterion.propose(level=level(criterion.area.framework, 2), why="Ramps are built.", by=officer, on=MAY)  # fmt: skip

    assert "Ramps are built." in text_of(manager_client.get(judge_url(criterion)))


def test_a_form_that_names_a_judgement_where_there_is_none_is_kept_as_the_first(
    criterion, saying, manager, manager_client
):
    answer = manager_client.post(judge_url(criterion), saying(last=987654))

    assert answer.url == criterion.get_absolute_url()
    assert criterion.newest_judged().by == manager


def test_the_same_judgement_sent_twice_is_kept_once(criterion, saying, manager_client):
    sent = saying()
    first = manager_client.post(judge_url(criterion), sent)
    second = manager_client.post(judge_url(criterion), sent)

    assert first.url == second.url
    assert criterion.judgements.count() == 1


def test_a_judgement_of_a_day_to_come_is_refused(criterion, saying, manager_client):
    answer = manager_client.post(judge_url(criterion), saying(on="1/1/2099"))

    assert "Nobody can judge a day that has not come." in text_of(answer)
    assert not criterion.judgements.exists()


def test_a_level_of_another_framework_is_refused(criterion, saying, manager_client, db):
    sent = saying() | {"level": level(FrameworkFactory(), 1).pk}

    assert manager_client.post(judge_url(criterion), sent).status_code == 200
    assert not criterion.judgements.exists()


def test_who_judged_meanwhile_is_shown_and_nothing_of_either_is_lost(
    criterion, saying, admin, manager_client
):
    criterion.judge(level=level(criterion.area.framework, 3), why="All is done.", by=admin, on=MAY)  # fmt: skip

    answer = manager_client.post(judge_url(criterion), saying(why="Half is done."))

    page = text_of(answer)
    assert answer.status_code == 409
    assert f"Ada Admin {CLASH}" in page
    assert "All is done." in page
    assert "Half is done." in page
    assert criterion.judgements.count() == 1


def test_only_what_is_different_of_two_judgements_is_set_side_by_side(
    criterion, saying, admin, manager_client
):
    criterion.judge(level=level(criterion.area.framework, 1), why="All is done.", by=admin, on=MAY)  # fmt: skip

    answer = manager_client.post(judge_url(criterion), saying(position=1, why="Half."))

    assert [each.label for each in answer.context["form"].differences] == ["Why this level"]  # fmt: skip


def test_sending_again_after_that_is_a_decision_of_ones_own(
    criterion, saying, admin, manager, manager_client
):
    theirs = criterion.judge(level=level(criterion.area.framework, 3), why="All is done.", by=admin, on=MAY)  # fmt: skip
    sent = saying()
    shown = manager_client.post(judge_url(criterion), sent).context["form"]

    again = sent | {"last": shown["last"].value()}
    manager_client.post(judge_url(criterion), again)

    assert shown["last"].value() == theirs.pk
    assert criterion.newest_judged().by == manager
    assert criterion.judgements.count() == 2


def test_a_judgement_says_why_or_is_refused_at_its_place(
    criterion, saying, manager_client
):
    answer = manager_client.post(judge_url(criterion), saying(why=" "))

    assert answer.context["form"].errors["why"]


def test_an_officer_writes_and_does_not_say_what_is_wanted(criterion, officer_client):
    fields = officer_client.get(edit_url(criterion)).context["form"].fields

    assert set(fields) == {"narrative", "version"}


def test_a_manager_writes_and_says_what_is_wanted_by_when(criterion, manager_client):
    sent = {
        "version": criterion.version,
        "narrative": "Two offices have ramps.",
        "level_wanted": level(criterion.area.framework, 3).pk,
        "wanted_by": "31/3/2028",
    }

    manager_client.post(edit_url(criterion), sent)
    criterion.refresh_from_db()

    assert criterion.narrative == "Two offices have ramps."
    assert criterion.level_wanted.position == 3
    assert criterion.wanted_by == datetime.date(2028, 3, 31)


def test_an_officer_cannot_send_what_is_wanted(criterion, officer_client):
    sent = {
        "version": criterion.version,
        "narrative": "So.",
        "level_wanted": level(criterion.area.framework, 3).pk,
    }

    officer_client.post(edit_url(criterion), sent)
    criterion.refresh_from_db()

    assert (criterion.narrative, criterion.level_wanted.position) == ("So.", 2)


def test_two_who_write_at_once_see_each_others_words(criterion, officer_client):
    read_at = criterion.version
    criterion.narrative = "Theirs."
    criterion.save()

    answer = officer_client.post(edit_url(criterion), {"version": read_at, "narrative": "Mine."})  # fmt: skip
    criterion.refresh_from_db()

    page = text_of(answer)
    assert answer.status_code == 409
    assert "Theirs." in page
    assert "Mine." in page
    assert criterion.narrative == "Theirs."


@pytest.mark.parametrize("url", [edit_url, judge_url])
def test_words_typed_while_the_framework_was_closed_are_given_back(
    url, criterion, saying, officer_client
):
    criterion.area.framework.close(on=MAY)
    sent = saying(why="Much was done.") | {"narrative": "Much was done."}

    answer = officer_client.post(url(criterion), sent)

    assert answer.status_code == 409
    assert "Copy your words before you leave this page." in text_of(answer)
    assert "Much was done." in text_of(answer)
    assert not criterion.judgements.exists()


def test_a_form_of_a_closed_framework_leads_back_to_its_criterion(
    criterion, officer_client
):
    criterion.area.framework.close(on=MAY)

    assert officer_client.get(edit_url(criterion)).url == criterion.get_absolute_url()
