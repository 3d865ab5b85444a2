"""A backup taken of a real server and restored into an empty one, and the restores that are refused."""

import json
import os
import subprocess
import sys
import tarfile

import psycopg2
import pytest
from django.db import connection, connections

from scripts import archive
from scripts.places import ROOT

FILL = """
import django; django.setup()
from django.core.files.base import ContentFile
from equality_tracker.evidence.models import StoredFile
from equality_tracker.organisation.models import Directorate, User
import hashlib
person = User.objects.create(email="ada@council.example", name="Ada")
Directorate.objects.create(name="Housing", short_name="Housing")
content = b"minutes of the forum"
StoredFile.objects.create(
    file=ContentFile(content, name="minutes.txt"), name="minutes.txt", content_type="text/plain",
    size=len(content), sha256=hashlib.sha256(content).hexdigest(), stored_by=person,
)
"""


class Site:
    """A database with its folder of evidence files."""

    def __init__(self, url, folder):
        self.url = url
        self.address, _, self.name = url.rpartition("/")
        self.evidence = folder / "evidence"

    def run(self, *words):
        """Run Python with `words` for this site; return how it ended."""
        return subprocess.run(
            [sys.executable, *words],
            cwd=ROOT,
            env={
                **os.environ,
                "DATABASE_URL": self.url,
                "EVIDENCE_DIR": str(self.evidence),
                "DEBUG": "true",
                "DJANGO_SETTINGS_MODULE": "equality_tracker.settings",
            },
            capture_output=True,
            text=True,
            check=False,
        )

    def sign(self):
        """Return a hash of each table's rows, and of each evidence file."""
        rows = {
            table: self.ask(
                f'SELECT md5(string_agg(t::text, chr(10) ORDER BY t::text)) FROM "{table}" t'
            )
            for (table,) in self.ask_all(
                "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
            )
        }
        files = {
            path.relative_to(self.evidence): path.read_bytes()
            for path in self.evidence.rglob("*")
            if path.is_file()
        }
        return rows, files

    def ask(self, question):
        return self.ask_all(question)[0][0]

    def ask_all(self, question):
        connection = psycopg2.connect(self.url)
        connection.autocommit = True
        try:
            with connection.cursor() as cursor:
                cursor.execute(question)
                return cursor.fetchall() if cursor.description else []
        finally:
            connection.close()


@pytest.fixture(scope="module")
def db(django_db_setup):
    """The test database: it is made where somebody asks for a fixture of this name."""


@pytest.fixture(scope="module")
def full_site(db, django_db_blocker, tmp_path_factory):
    """A site with a person, a directorate and a stored file, in a copy of the test database."""
    with django_db_blocker.unblock():
        name = connection.settings_dict["NAME"]
        connections.close_all()
    server = Site(os.environ["DATABASE_URL"], tmp_path_factory.mktemp("server"))
    server.ask_all(f'CREATE DATABASE "{name}_full" TEMPLATE "{name}_untouched"')
    site = Site(f"{server.address}/{name}_full", tmp_path_factory.mktemp("full"))
    done = site.run("-c", FILL)
    assert done.returncode == 0, done.stderr
    yield site
    server.ask_all(f'DROP DATABASE "{name}_full" WITH (FORCE)')


@pytest.fixture(scope="module")
def archived(full_site, tmp_path_factory):
    """A backup of that site."""
    target = tmp_path_factory.mktemp("backups") / "backup.tar"
    done = full_site.run("-m", "scripts.backup", str(target))
    assert done.returncode == 0, done.stderr
    assert 'event="backup made"' in done.stderr
    return target


@pytest.fixture
def empty_site(full_site, tmp_path):
    """A new database on the same server, with no evidence files."""
    name = f"{full_site.name}_empty"
    full_site.ask_all(f'CREATE DATABASE "{name}" TEMPLATE template0')
    yield Site(f"{full_site.address}/{name}", tmp_path)
    full_site.ask_all(f'DROP DATABASE "{name}" WITH (FORCE)')


def relisted(archived, target, **changes):
    """Write a copy of the backup whose list of contents says something else."""
    with tarfile.open(archived) as tar:
        tar.extractall(target.parent / "taken-apart", filter="data")
    folder = target.parent / "taken-apart"
    listed = json.loads((folder / archive.LIST).read_text())
    names = [member["name"] for member in listed.pop("members")]
    listed.pop("format")
    archive.write(
        target, {**listed, **changes}, {name: folder / name for name in names}
    )
    return target


def test_restored_site_has_every_row_and_file(full_site, archived, empty_site):
    done = empty_site.run("-m", "scripts.restore", str(archived))

    assert done.returncode == 0, done.stderr
    assert "and 1 files" in done.stdout
    assert 'event="backup restored"' in done.stderr
    assert empty_site.sign() == full_site.sign()


def test_backup_never_replaces_another(full_site, archived):
    before = archived.read_bytes()

    done = full_site.run("-m", "scripts.backup", str(archived))

    assert done.returncode == 1
    assert "is there already" in done.stderr
    assert archived.read_bytes() == before


def test_backup_of_a_database_that_refuses_leaves_no_file(full_site, tmp_path):
    site = Site(f"{full_site.address}/none", full_site.evidence)

    done = site.run("-m", "scripts.backup", str(tmp_path / "new.tar"))

    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_backup_names_evidence_that_is_gone_and_says_that_not_all_is_well(
    full_site, tmp_path
):
    site = Site(full_site.url, tmp_path)

    done = site.run("-m", "scripts.backup", str(tmp_path / "new.tar"))

    assert done.returncode == 1
    assert "minutes" in done.stderr
    assert "the file is gone" in done.stderr
    assert (tmp_path / "new.tar").exists()


def test_restore_into_a_database_in_use_is_refused(full_site, archived):
    before = full_site.sign()

    done = full_site.run("-m", "scripts.restore", str(archived))

    assert done.returncode == 1
    assert "The database is not empty" in done.stderr
    assert full_site.sign() == before


def test_cut_off_backup_changes_nothing(archived, empty_site, tmp_path):
    cut = tmp_path / "cut.tar"
    cut.write_bytes(archived.read_bytes()[:60_000])

    done = empty_site.run("-m", "scripts.restore", str(cut))

    assert done.returncode == 1
    assert "is not a whole backup" in done.stderr
    assert empty_site.sign() == ({}, {})


def test_backup_of_a_newer_version_changes_nothing(archived, empty_site, tmp_path):
    newer = relisted(archived, tmp_path / "newer.tar", migrations=["plans.9999_later"])

    done = empty_site.run("-m", "scripts.restore", str(newer))

    assert done.returncode == 1
    assert "made by a newer version" in done.stderr
    assert empty_site.sign() == ({}, {})


def test_restore_beside_evidence_of_another_site_is_refused(archived, empty_site):
    empty_site.evidence.mkdir()
    (empty_site.evidence / "theirs.txt").touch()

    done = empty_site.run("-m", "scripts.restore", str(archived))

    assert done.returncode == 1
    assert "is not empty" in done.stderr
