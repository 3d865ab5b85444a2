"""Evidence on an action: who may read it, add it and take it back."""

import uuid
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from equality_tracker.evidence.models import StoredFile
from equality_tracker.evidence.storing import storing
from tests.evidence.files import PDF, TAKEN
from tests.factories import ActionFactory, EvidenceFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def action(housing):
    return ActionFactory(directorate=housing)


@pytest.fixture
def file(action, officer):
    with storing(officer) as store:
        stored = store(SimpleUploadedFile("Minutes – June.pdf", PDF))
        return EvidenceFactory(
            action=action, kind="file", text="", stored_file=stored, added_by=officer
        )


def path_of(evidence):
    return Path(settings.EVIDENCE_DIR) / evidence.stored_file.file.name


def add(client, action, **said):
    form = {"form_key": str(uuid.uuid4()), **said}
    return client.post(reverse("plans:evidence_add", args=[action.pk]), form)


def test_everybody_who_is_signed_in_may_download_it(reader_client, file):
    answer = reader_client.get(file.get_absolute_url())

    assert answer.content == PDF
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"].startswith("attachment;")
    assert "Minutes%20%E2%80%93%20June.pdf" in answer["Content-Disposition"]
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.parametrize("name", TAKEN)
def test_every_kind_is_given_out_as_a_download(officer_client, officer, action, name):
    add(officer_client, action, evidence_files=[SimpleUploadedFile(name, TAKEN[name])])

    answer = officer_client.get(action.evidence.get().get_absolute_url())

    assert answer.content == TAKEN[name]
    assert answer["Content-Disposition"].startswith("attachment;")
    assert "html" not in answer["Content-Type"]


def test_nobody_and_leavers_are_sent_to_sign_in(client, file):
    answer = client.get(file.get_absolute_url())

    assert answer.status_code == 302
    assert reverse("organisation:sign_in") in answer["Location"]


def test_a_person_who_has_left_meanwhile_gets_nothing(officer_client, officer, file):
    officer.is_active = False
    officer.save(update_fields=["is_active"])

    assert officer_client.get(file.get_absolute_url()).status_code == 302


def test_guessed_addresses_give_nothing(officer_client, file):
    other = ActionFactory()
    stored = file.stored_file
    guesses = [
        reverse("plans:evidence_file", args=[other.pk, file.pk]),
        reverse("plans:evidence_file", args=[file.action_id, file.pk + 1]),
        reverse("plans:evidence_file", args=[file.action_id, file.pk - 1]),
        reverse("plans:evidence_file", args=[10**30, 10**30]),
        f"/media/{stored.file.name}",
        f"/static/{stored.file.name}",
        f"/evidence/{stored.file.name}",
        f"/{stored.file.name}",
    ]

    assert {officer_client.get(guess).status_code for guess in guesses} == {404}


def test_a_note_has_no_file_to_give(officer_client, action):
    note = EvidenceFactory(action=action)

    assert officer_client.get(note.get_absolute_url()).status_code == 404


@pytest.mark.parametrize(
    "harm",
    [
        lambda path: path.unlink(),
        lambda path: path.write_bytes(PDF.replace(b"Catalog", b"Katalog")),
        lambda path: path.write_bytes(b"<script>alert(1)</script>"),
    ],
)
def test_a_file_that_is_gone_or_altered_is_not_given_out_but_said(
    officer_client, file, harm
):
    harm(path_of(file))

    answer = officer_client.get(file.get_absolute_url())

    assert answer.status_code == 410
    assert "This file cannot be given out" in answer.content.decode()
    assert b"%PDF" not in answer.content


def test_evidence_can_be_added_without_a_report(officer_client, officer, action):
    add(
        officer_client,
        action,
        evidence_note="Minutes of June.",
        evidence_dated="1/6/2026",
    )

    kept = action.evidence.get()
    assert (kept.text, kept.added_by, kept.update) == (
        "Minutes of June.",
        officer,
        None,
    )


def test_a_form_without_any_evidence_is_refused(officer_client, action):
    answer = add(officer_client, action)

    assert "Write a note, give a link, or choose a file." in answer.content.decode()


def test_the_same_form_sent_twice_adds_once(officer_client, action):
    key = str(uuid.uuid4())

    for _ in range(2):
        add(officer_client, action, form_key=key, evidence_note="Once.")

    assert action.evidence.count() == 1


def test_where_the_disk_refuses_the_form_says_so_and_nothing_is_kept(
    officer_client, action, monkeypatch
):
    def refuse(*args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("equality_tracker.evidence.storing._write", refuse)

    answer = add(
        officer_client,
        action,
        evidence_note="A note.",
        evidence_files=[SimpleUploadedFile("minutes.pdf", PDF)],
    )

    assert "could not be stored" in answer.content.decode()
    assert action.evidence.count() == StoredFile.objects.count() == 0


def test_more_than_five_files_at_once_are_refused(officer_client, action):
    files = [SimpleUploadedFile(f"{number}.txt", b"Words.") for number in range(6)]

    answer = add(officer_client, action, evidence_files=files)

    assert "Choose at most 5 files" in answer.content.decode()


def test_somebody_else_cannot_add_to_it(officer_of_another_directorate_client, action):
    answer = add(officer_of_another_directorate_client, action, evidence_note="Mine.")

    assert answer.status_code == 404
    assert action.evidence.count() == 0


def test_a_link_opens_without_telling_the_other_site_or_giving_it_a_hold(
    officer_client, action
):
    EvidenceFactory(
        action=action, kind="link", text="", url="https://www.northmere.example/a"
    )

    page = officer_client.get(action.get_absolute_url()).content.decode()

    assert 'href="https://www.northmere.example/a" rel="noopener noreferrer"' in page


def remove(client, evidence):
    where = [evidence.action_id, evidence.pk]
    return client.post(reverse("plans:evidence_remove", args=where))


@pytest.mark.parametrize("who", ["officer_client", "admin_client"])
def test_who_added_it_or_an_admin_takes_it_back(request, file, who):
    client = request.getfixturevalue(who)

    remove(client, file)

    file.refresh_from_db()
    assert file.removed_by is not None
    assert client.get(file.get_absolute_url()).status_code == 404
    assert path_of(file).exists()


@pytest.mark.parametrize(
    "who", ["manager_client", "officer_of_another_directorate_client", "reader_client"]
)
def test_nobody_else_takes_it_back(request, file, who):
    answer = remove(request.getfixturevalue(who), file)

    file.refresh_from_db()
    assert answer.status_code == 404
    assert file.removed_at is None


def test_what_was_taken_back_stays_in_the_timeline(officer_client, file):
    remove(officer_client, file)

    page = officer_client.get(file.action.get_absolute_url()).content.decode()

    assert "taken back by Olu Officer" in page
    assert "Minutes – June.pdf" not in page


def test_taking_it_back_twice_keeps_the_first(
    officer_client, admin_client, officer, file
):
    remove(officer_client, file)

    answer = remove(admin_client, file)

    file.refresh_from_db()
    assert answer.status_code == 404
    assert file.removed_by == officer


def test_far_too_much_at_once_is_refused_before_it_is_read(
    officer_client, action, settings
):
    settings.UPLOAD_MAX_MB = 1
    where = reverse("plans:evidence_add", args=[action.pk])

    answer = officer_client.post(
        where,
        {"evidence_files": SimpleUploadedFile("a.txt", b"x" * 1024 * 1024)},
    )

    assert answer.status_code == 400
