"""The file that a backup makes: a tar with a list first (what is in it, each with size and SHA-256), the database, the evidence."""

import hashlib
import io
import json
import os
import tarfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from scripts.problems import Problem

FORMAT = 1
LIST = "contents.json"
DATABASE = "database.dump"
EVIDENCE = "evidence/"
NOT_WHOLE = (
    "{path} is not a whole backup ({fault}): nothing was changed; take another one."
)


@dataclass(frozen=True)
class Member:
    """A file in the archive, by its name there."""

    name: str
    size: int
    sha256: str

    @classmethod
    def of(cls, name: str, path: Path) -> "Member":
        """Return the member that the file at `path` becomes."""
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        return cls(name, path.stat().st_size, digest)


def write(target: Path, facts: dict[str, Any], files: dict[str, Path]) -> None:
    """Write the archive of `files` (by name in it) as a whole or not at all; only its owner can read it."""
    members = [Member.of(name, path) for name, path in files.items()]
    listed = {"format": FORMAT, **facts, "members": [asdict(each) for each in members]}
    partial = target.with_name(f"{target.name}.partial")
    try:
        with _private(partial) as out, tarfile.open(fileobj=out, mode="w") as tar:
            _add_text(tar, LIST, json.dumps(listed, indent=1))
            for name, path in files.items():
                tar.add(path, arcname=name, recursive=False)
        partial.rename(target)
        _sync(target.parent)
    finally:
        partial.unlink(missing_ok=True)


@contextmanager
def _private(path: Path) -> Iterator[Any]:
    """Open a new file for its owner alone, and see that it is on the disk at the end."""
    path.unlink(missing_ok=True)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as out:
        yield out
        out.flush()
        os.fsync(out.fileno())


def _sync(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _add_text(tar: tarfile.TarFile, name: str, text: str) -> None:
    content = text.encode()
    info = tarfile.TarInfo(name)
    info.size = len(content)
    tar.addfile(info, io.BytesIO(content))


def unpack(source: Path, folder: Path) -> dict[str, Any]:
    """Unpack the archive into `folder`, compare every file with the list, and return the list; Problem where they differ."""
    try:
        with tarfile.open(source) as tar:
            listed = _read_list(tar)
            members = [Member(**each) for each in listed["members"]]
            _unpack_listed(tar, members, folder)
    except FileNotFoundError:
        raise Problem(
            f"There is no file {source}: name the backup, as in: make restore FROM=backup.tar"
        ) from None
    except (
        tarfile.TarError,
        OSError,
        KeyError,
        TypeError,
        ValueError,
        EOFError,
    ) as error:
        raise Problem(NOT_WHOLE.format(path=source, fault=error)) from None
    return listed


def _read_list(tar: tarfile.TarFile) -> dict[str, Any]:
    first = tar.next()
    if first is None or first.name != LIST:
        raise ValueError("it has no list of its contents")
    listed = json.loads(_content(tar, first).read())
    if listed["format"] != FORMAT:
        raise ValueError(
            f"it is of format {listed['format']}, this version reads {FORMAT}"
        )
    return listed


def _unpack_listed(
    tar: tarfile.TarFile, members: Iterable[Member], folder: Path
) -> None:
    """Write each listed member below `folder`; whatever else is in the archive is left there."""
    for member in members:
        path = folder / member.name
        if folder.resolve() not in path.resolve().parents:
            raise ValueError(f"{member.name} lies outside")
        path.parent.mkdir(parents=True, exist_ok=True)
        _write_private(path, _content(tar, tar.getmember(member.name)))
        if Member.of(member.name, path) != member:
            raise ValueError(f"{member.name} is cut off or altered")


def _content(tar: tarfile.TarFile, info: tarfile.TarInfo) -> Any:
    """Return the file to read a member from; only ordinary files have one."""
    content = tar.extractfile(info) if info.isreg() else None
    if content is None:
        raise ValueError(f"{info.name} is no ordinary file")
    return content


def _write_private(path: Path, content: Any) -> None:
    with _private(path) as out:
        while block := content.read(1 << 20):
            out.write(block)
