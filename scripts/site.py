"""`make run`: everything that the site needs, then the site, until Ctrl-C."""

import fcntl
import os
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from scripts.database import DEMONSTRATION, given_url, running_database
from scripts.environment import for_site
from scripts.frontend import ensure_frontend
from scripts.packages import ensure_packages
from scripts.places import LOCAL, PYTHON, ROOT
from scripts.problems import Problem
from scripts.processes import is_alive, stop_process, words_of
from scripts.steps import say

HOST = "127.0.0.1"
MANAGE = str(ROOT / "manage.py")
PID_FILE = LOCAL / "server-pid"


def run(port: int) -> int:
    """Set up what is missing and serve the site on `port` of this machine until it is stopped."""
    with only_run():
        given_url()
        end_leftover_server()
        refuse_used_port(port)
        ensure_packages(os.environ, for_tests=False)
        ensure_frontend(os.environ)
        with running_database(DEMONSTRATION) as url:
            prepare_database(url)
            return serve(url, port)


@contextmanager
def only_run() -> Iterator[None]:
    """Hold this folder for one site at a time."""
    LOCAL.mkdir(exist_ok=True)
    with (LOCAL / "run.lock").open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Problem(
                "The site already runs from this folder in another window: stop it there with Ctrl-C first."
            ) from None
        yield


def end_leftover_server() -> None:
    """Stop the server of a run that was killed before it could."""
    if not PID_FILE.is_file():
        return
    pid = int(PID_FILE.read_text().strip() or 0)
    if pid and is_alive(pid) and f"{MANAGE} runserver" in words_of(pid):
        stop_process(pid, signal.SIGTERM)
    PID_FILE.unlink()


def refuse_used_port(port: int) -> None:
    """Raise a Problem where somebody listens on `port` already."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except PermissionError:
            raise Problem(
                f"Port {port} is not open to you: choose one above 1023, as in: make run PORT=8001"
            ) from None
        except OSError:
            raise Problem(
                f"Port {port} is in use by another program: stop that one, or choose another port, "
                f"as in: make run PORT={port + 1}"
            ) from None


def prepare_database(url: str) -> None:
    """Migrate the database, fill an empty one and print who may sign in."""
    command = [str(PYTHON), "-m", "scripts.prepare"]
    done = subprocess.run(command, env=for_site(url), cwd=ROOT, check=False)
    if done.returncode:
        raise Problem("The site was not started, for the reason above.")


def serve(url: str, port: int) -> int:
    """Run Django's development server until it ends or this is interrupted."""
    command = [str(PYTHON), MANAGE, "runserver", "--skip-checks", f"{HOST}:{port}"]
    server = subprocess.Popen(command, env=for_site(url), cwd=ROOT)
    PID_FILE.write_text(f"{server.pid}\n")
    try:
        if wait_for_port(server, port):
            say(f"Equality Tracker is at http://{HOST}:{port}/ (Ctrl-C stops it)")
        return server.wait()
    except KeyboardInterrupt:
        say("\nStopping")
        return 0
    finally:
        stop_server(server)


def wait_for_port(server: subprocess.Popen, port: int, seconds: float = 60) -> bool:
    """Say whether the server takes connections within `seconds`."""
    deadline = time.monotonic() + seconds
    while server.poll() is None and time.monotonic() < deadline:
        with socket.socket() as probe:
            if probe.connect_ex((HOST, port)) == 0:
                return True
        time.sleep(0.05)
    return False


def stop_server(server: subprocess.Popen) -> None:
    """End the server and forget its number."""
    if server.poll() is None:
        server.terminate()
        try:
            server.wait(5)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()
    PID_FILE.unlink(missing_ok=True)


def interrupt(signum: int, frame: FrameType | None) -> None:
    """Take a request to end, such as a closed window, as Ctrl-C."""
    raise KeyboardInterrupt
