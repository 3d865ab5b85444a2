"""A PostgreSQL server of this project's own: it listens on a free loopback port only, and asks for a password.

`control` is its folder below `.local/`: the password, the port and the lock of the command that runs it. `home` holds the
server's own files; it is the same folder unless that is closed to the user whom the server runs as.
"""

import fcntl
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
from scripts.postgres.making import (
    NewDatabase,
    copy_installation,
    open_to_all,
    write_private,
)
from scripts.postgres.server_user import ServerUser
from scripts.problems import Problem
from scripts.processes import is_alive, stop_process, words_of

NAME = "equality_tracker"
OPEN_FOLDER = Path("/var/lib/equality-tracker")
START_SECONDS = 60
ALWAYS = ("unix_socket_directories=", "listen_addresses=127.0.0.1")
QUICK = (
    *("fsync=off", "synchronous_commit=off", "full_page_writes=off"),
    *("wal_level=minimal", "max_wal_senders=0", "max_wal_size=256MB"),
)
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
    def running(self, alone: bool = False) -> Iterator[str]:
        """Yield the running server's address; whoever started the server stops it. `alone` shares it with nobody."""
        if not self._take_lock():
            if alone:
                raise Problem(
                    f"Another command uses the database in {self.control}: wait until it ends."
                )
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
        return (
            found
            if self.user.can_enter(found)
            else copy_installation(found.parent, OPEN_FOLDER)
        )

    # Making it

    def _make(self, binaries: Path) -> None:
        """Create the server's files, its password and an empty database."""
        if self.home != self.control:
            open_to_all(OPEN_FOLDER, self.home)
        password = secrets.token_urlsafe(24)
        write_private(self.control / "password", password)
        new = NewDatabase(binaries, self.data, self.user, self.quick)
        said = new.make(NAME, password)
        if said:
            self.log.write_text(said)
            raise Problem(
                f"PostgreSQL could not make a database: it says why in {self.log}."
            )
        (self.control / "made").write_text(f"{version_of(binaries)}\n")

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
        """Say whether a live server has written that it takes connections; a killed one's words stay behind."""
        lines = self._pid_file()
        return (
            len(lines) > 7 and lines[7].strip() == "ready" and self._is_ours(lines[0])
        )

    def _is_ours(self, number: str) -> bool:
        """Say whether this is the number of a live process that serves these files."""
        return (
            number.strip().isdigit()
            and is_alive(int(number))
            and str(self.data) in words_of(int(number))
        )

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
        number = next(iter(self._pid_file()), "")
        if self._is_ours(number):
            stop_process(int(number), signal.SIGINT, seconds=30)
        elif number.strip().isdigit() and is_alive(int(number)):
            (self.data / "postmaster.pid").unlink(missing_ok=True)


def find_free_port() -> int:
    """Return a port of the loopback address that nobody listens on just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _wait(process: subprocess.Popen, seconds: float) -> None:
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        return
