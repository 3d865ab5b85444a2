"""Whom the server runs as. PostgreSQL refuses to run as root, so under root it runs as a user without root's rights."""

import os
import pwd
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scripts.problems import Problem


@dataclass(frozen=True)
class ServerUser:
    """A user of this machine, by number."""

    uid: int
    gid: int
    is_other: bool

    @classmethod
    def choose(cls, data: Path) -> "ServerUser":
        """Return the present user; under root the owner of `data`, else `postgres`, else `nobody`."""
        if os.geteuid() != 0:
            return cls(os.geteuid(), os.getegid(), is_other=False)
        if data.is_dir() and data.stat().st_uid != 0:
            return cls(data.stat().st_uid, data.stat().st_gid, is_other=True)
        for name in ("postgres", "nobody"):
            try:
                found = pwd.getpwnam(name)
            except KeyError:
                continue
            return cls(found.pw_uid, found.pw_gid, is_other=True)
        raise Problem("PostgreSQL cannot run as root: run this as another user.")

    def options(self) -> dict[str, Any]:
        """Return what `subprocess` needs to run a program as this user, away from folders closed to it."""
        if not self.is_other:
            return {"cwd": "/"}
        rights = {"user": self.uid, "group": self.gid, "extra_groups": []}
        return {"cwd": "/", "umask": 0o077, **rights}

    def can_enter(self, folder: Path) -> bool:
        """Say whether this user reaches `folder`, whatever stands above it."""
        command = ["test", "-x", str(folder)]
        return subprocess.run(command, check=False, **self.options()).returncode == 0

    def own(self, path: Path) -> None:
        """Hand a file or folder to this user."""
        if self.is_other:
            os.chown(path, self.uid, self.gid)
