"""The result of an external assessment, as an admin records it."""

import datetime
import uuid
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from assessments.models import Award
from equality_tracker.audit.forms import Difference
from equality_tracker.evidence.models import StoredFile
from tests.factories import AwardFactory, FrameworkFactory
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


def report(content=b"They listen.", name="report.txt"):
    return SimpleUploadedFile(name, content)


@pytest.fixture
def with_report(framework, sent, admin_client):
    admin_client.post(address("add", framework.key), sent | {"report_file": report()})
    return framework.awards.get()


def test_their_report_is_kept_and_given_out_as_a_download(
    framework, with_report, reader_client
):
    page = text_of(reader_client.get(framework.get_absolute_url()))
    answer = reader_client.get(with_report.report_url)

    assert f'href="{with_report.report_url}">report.txt</a>' in page
    assert answer.content == b"They listen."
    assert answer["Content-Disposition"] == 'attachment; filename="report.txt"'
    assert "sandbox" in answer["Content-Security-Policy"]


def test_a_result_with_a_report_sent_twice_keeps_both_once(
    framework, sent, admin_client
):
    for _time in range(2):
        answer = admin_client.post(address("add", framework.key), sent | {"report_file": report()})  # fmt: skip

    assert answer.url == framework.get_absolute_url()
    assert framework.awards.count() == StoredFile.objects.count() == 1


def test_a_report_that_is_not_what_it_says_is_refused_with_all_of_it(
    framework, sent, admin_client
):
    false = report(b"MZ this runs", "report.pdf")

    page = text_of(admin_client.post(address("add", framework.key), sent | {"report_file": false}))  # fmt: skip

    assert "“report.pdf” was not taken: this file is not a PDF." in page
    assert "Choose your files again" in page
    assert not framework.awards.exists()


def test_no_file_stays_behind_where_the_result_is_refused(
    framework, sent, monkeypatch, settings, admin_client
):
    monkeypatch.setattr(Award, "validate_constraints", lambda *args, **kwargs: None)
    AwardFactory(framework=framework, on=datetime.date(2026, 5, 4))
    before = set(Path(settings.EVIDENCE_DIR).rglob("*"))

    page = text_of(admin_client.post(address("add", framework.key), sent | {"report_file": report()}))  # fmt: skip

    assert "A result of this day stands here already." in page
    assert not {one for one in Path(settings.EVIDENCE_DIR).rglob("*") if one.is_file()} - before  # fmt: skip


def test_a_full_disk_is_said_and_nothing_is_kept(
    framework, sent, monkeypatch, admin_client
):
    def full(*args):
        raise OSError("No space left on device")

    monkeypatch.setattr("equality_tracker.evidence.storing._write", full)
    page = text_of(admin_client.post(address("add", framework.key), sent | {"report_file": report()}))  # fmt: skip

    assert "The file could not be stored, and nothing has been saved." in page
    assert not framework.awards.exists()


def test_another_report_takes_the_place_of_the_first(
    framework, sent, with_report, admin_client
):
    newer = {"version": with_report.version, "report_file": report(b"Again.", "new.txt")}  # fmt: skip
    admin_client.post(address("edit", framework.key, with_report.pk), sent | newer)

    assert admin_client.get(with_report.report_url).content == b"Again."


def test_a_report_stays_where_the_rest_is_edited(
    framework, sent, with_report, admin_client
):
    words = {"version": with_report.version, "words": "They listen well."}
    admin_client.post(address("edit", framework.key, with_report.pk), sent | words)

    again = Award.objects.get()
    assert (again.words, again.report_id) == ("They listen well.", with_report.report_id)  # fmt: skip


def test_a_report_is_taken_away_and_the_history_keeps_its_name(
    framework, sent, with_report, admin_client
):
    url = address("edit", framework.key, with_report.pk)
    page = text_of(admin_client.get(url))
    admin_client.post(url, sent | {"version": with_report.version, "drop_report": "on"})

    assert "Take “report.txt” away" in page
    assert admin_client.get(with_report.report_url).status_code == 404
    assert "report.txt" in text_of(admin_client.get(url))


def test_another_file_and_none_at_once_is_asked_about(
    framework, sent, with_report, admin_client
):
    both = {"version": with_report.version, "drop_report": "on", "report_file": report()}  # fmt: skip
    answer = admin_client.post(
        address("edit", framework.key, with_report.pk), sent | both
    )

    assert "Choose another file, or take this one away: not both." in text_of(answer)


def test_a_second_admin_sees_which_report_stands_before_they_replace_it(
    framework, sent, with_report, admin_client
):
    stale = {"version": with_report.version - 1, "report_file": report(b"Mine.", "mine.txt")}  # fmt: skip
    answer = admin_client.post(
        address("edit", framework.key, with_report.pk), sent | stale
    )

    differences = answer.context["form"].differences
    assert answer.status_code == 409
    assert differences == [Difference("Their report", "report.txt", "mine.txt")]
    assert admin_client.get(with_report.report_url).content == b"They listen."


def test_a_report_of_another_framework_is_not_found(with_report, reader_client):
    other = FrameworkFactory()
    url = address("report", other.key, with_report.pk)

    assert reader_client.get(url).status_code == 404
