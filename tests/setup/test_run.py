"""`make run` where it cannot go on, and after a run that was killed."""

import os
import signal
import socket
import subprocess
import sys
import time

import pytest

from scripts import commands, prepare, site
from scripts.places import ROOT
from scripts.problems import Problem
from scripts.processes import is_alive


@pytest.fixture
def used_port():
    """A port that another program listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield listener.getsockname()[1]


@pytest.fixture
def own_folder(monkeypatch, tmp_path):
    """A folder for what a run leaves, so that a run of this checkout goes on meanwhile."""
    monkeypatch.setattr(site, "LOCAL", tmp_path)
    monkeypatch.setattr(site, "PID_FILE", tmp_path / "server-pid")
    return tmp_path


def test_used_port_is_named_with_another_to_choose(own_folder, used_port, capsys):
    code = commands.main(["run", "--port", str(used_port)])

    said = capsys.readouterr().err
    assert code == 1
    assert said.startswith(f"Port {used_port} is in use by another program")
    assert f"make run PORT={used_port + 1}" in said


def test_second_run_from_the_same_folder_is_refused(own_folder):
    with (
        site.only_run(),
        pytest.raises(Problem, match="already runs"),
        site.only_run(),
    ):
        pass


def test_server_of_a_killed_run_is_stopped(own_folder, monkeypatch):
    orphan = subprocess.Popen(
        [
            sys.executable,
            "-c",
            "import time; time.sleep(60)",
            f"{site.MANAGE} runserver",
        ]
    )
    site.PID_FILE.write_text(f"{orphan.pid}\n")

    site.end_leftover_server()

    assert orphan.wait(5) == -signal.SIGTERM
    assert not site.PID_FILE.exists()


def test_process_that_took_the_number_of_a_killed_run_is_left_alone(own_folder):
    site.PID_FILE.write_text(f"{os.getpid()}\n")

    site.end_leftover_server()

    assert is_alive(os.getpid())
    assert not site.PID_FILE.exists()


def test_database_that_refuses_is_one_sentence(used_port):
    url = f"postgres://nobody:none@127.0.0.1:{site_port_closed()}/none"
    done = subprocess.run(
        [sys.executable, "-m", "scripts.prepare"],
        cwd=ROOT,
        env={
            **os.environ,
            "DATABASE_URL": url,
            "DEBUG": "true",
            "DJANGO_SETTINGS_MODULE": "equality_tracker.settings",
        },
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 1
    assert done.stderr.startswith("The database does not let this in")
    assert "DATABASE_URL" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def site_port_closed():
    """Return a port where nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.mark.parametrize("url", ["nonsense", "sqlite:///here"])
def test_address_that_names_no_postgresql_is_refused_before_anything_starts(
    own_folder, monkeypatch, capsys, url
):
    monkeypatch.setenv("DATABASE_URL", url)

    assert commands.main(["run"]) == 1
    assert "DATABASE_URL does not name a PostgreSQL" in capsys.readouterr().err


def test_interrupted_command_ends_quietly(monkeypatch, capsys):
    def interrupted(port):
        os.kill(os.getpid(), signal.SIGTERM)
        time.sleep(5)

    monkeypatch.setattr(site, "run", interrupted)
    handled = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    before = {how: signal.getsignal(how) for how in handled}
    try:
        code = commands.main(["run"])
    finally:
        for how, what in before.items():
            signal.signal(how, what)

    assert code == commands.INTERRUPTED
    assert capsys.readouterr().err == ""


def test_folder_of_another_user_is_named(monkeypatch, capsys):
    def refuse(port):
        raise PermissionError(13, "Permission denied", "/somewhere/.local")

    monkeypatch.setattr(site, "run", refuse)

    assert commands.main(["run"]) == 1
    assert "/somewhere/.local is not yours to write" in capsys.readouterr().err


def test_old_database_is_refused(monkeypatch):
    class Old:
        pg_version = 130004

        def ensure_connection(self):
            return None

    monkeypatch.setattr(prepare, "connection", Old())

    with pytest.raises(SystemExit, match="PostgreSQL 14 or newer"):
        prepare.refuse_unusable_database()
