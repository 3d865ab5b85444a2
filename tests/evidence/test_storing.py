"""A row never stands without its file, nor a file without its row."""

import hashlib
import os
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.db import connection

from equality_tracker.evidence import storing as storing_module
from equality_tracker.evidence.models import StoredFile
from equality_tracker.evidence.storing import storing

from .files import PDF, sent

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.EVIDENCE_DIR = tmp_path / "evidence"
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": settings.EVIDENCE_DIR},
        },
    }
    (tmp_path / "evidence").mkdir()
    return settings.EVIDENCE_DIR


def files_in(folder):
    return [path for path in Path(folder).rglob("*") if path.is_file()]


def store_one(by, name="minutes.pdf", content=PDF):
    with storing(by) as store:
        return store(sent(name, content))


def test_a_file_is_kept_under_a_made_name_and_known_by_its_sha256(officer, folder):
    stored = store_one(officer, "../évil minutes.pdf")

    [path] = files_in(folder)
    assert path.read_bytes() == PDF
    assert "evil" not in path.name
    assert path.suffix == ""
    assert stored.sha256 == hashlib.sha256(PDF).hexdigest()
    assert (stored.name, stored.size) == ("évil minutes.pdf", len(PDF))
    assert path.stat().st_mode & 0o777 == 0o600


def test_where_the_transaction_fails_the_file_goes_with_the_row(officer, folder):
    def store_and_fail():
        with storing(officer) as store:
            store(sent("minutes.pdf", PDF))
            raise RuntimeError("The update was refused.")

    with pytest.raises(RuntimeError):
        store_and_fail()

    assert files_in(folder) == []
    assert StoredFile.objects.count() == 0


def test_where_the_second_file_is_refused_the_first_goes_too(officer, folder):
    def store_two():
        with storing(officer) as store:
            store(sent("minutes.pdf", PDF))
            store(sent("page.pdf", b"<html>"))

    with pytest.raises(ValidationError):
        store_two()

    assert files_in(folder) == []


@pytest.mark.parametrize("call", ["fsync", "open"])
def test_where_the_disk_refuses_nothing_is_kept(officer, folder, monkeypatch, call):
    def refuse(*args, **kwargs):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(storing_module.os, call, refuse)

    with pytest.raises(OSError, match="No space"):
        store_one(officer)

    assert files_in(folder) == []
    assert StoredFile.objects.count() == 0


def test_the_file_and_its_folders_are_on_disk_before_the_row_is_written(
    officer, folder, monkeypatch
):
    told = []
    fsync = os.fsync
    monkeypatch.setattr(
        storing_module.os,
        "fsync",
        lambda number: (
            told.append(os.readlink(f"/proc/self/fd/{number}")),
            fsync(number),
        ),
    )

    def note_inserts(execute, sql, params, many, context):
        if "evidence_storedfile" in sql and sql.startswith("INSERT"):
            told.append("the row")
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note_inserts):
        stored = store_one(officer)

    path = str(folder / stored.file.name)
    year, month = str(folder / stored.file.name[:4]), os.path.dirname(path)
    assert told == [str(folder), year, path, month, "the row"]


def test_only_so_many_files_a_day(officer, manager, settings):
    settings.EVIDENCE_FILES_A_DAY = 2
    store_one(officer)
    store_one(officer)

    with pytest.raises(ValidationError, match="most that one person may"):
        store_one(officer)
    store_one(manager)


def test_the_check_is_quiet_where_all_is_well(officer, capsys):
    store_one(officer)

    call_command("check_evidence")

    assert "1 evidence files, all as they were stored." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("harm", "words"),
    [
        (lambda path: path.unlink(), "the file is gone"),
        (
            lambda path: path.write_bytes(b"%PDF-1.7 another"),
            "the file has been altered",
        ),
        (
            lambda path: (path.parent / "stray").write_bytes(b"x"),
            "no row speaks of this file",
        ),
    ],
)
def test_the_check_names_what_is_wrong(officer, folder, capsys, harm, words):
    stored = store_one(officer)
    harm(folder / stored.file.name)

    with pytest.raises(CommandError, match="1 evidence file"):
        call_command("check_evidence")

    assert words in capsys.readouterr().out
