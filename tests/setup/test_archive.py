"""A backup's file is taken whole or not at all."""

import tarfile

import pytest

from scripts import archive
from scripts.problems import Problem


@pytest.fixture
def source(tmp_path):
    """A backup of a small database and one evidence file."""
    database, evidence = tmp_path / "database", tmp_path / "photo"
    database.write_bytes(b"rows " * 5000)
    evidence.write_bytes(b"pixels " * 5000)
    files = {archive.DATABASE: database, f"{archive.EVIDENCE}2026/photo.png": evidence}
    archive.write(tmp_path / "backup.tar", {"rows": {"plans": 2}}, files)
    return tmp_path / "backup.tar"


def test_archive_unpacks_to_what_was_packed(source, tmp_path):
    listed = archive.unpack(source, tmp_path / "out")

    assert listed["rows"] == {"plans": 2}
    assert (tmp_path / "out" / archive.DATABASE).read_bytes() == b"rows " * 5000
    assert (tmp_path / "out/evidence/2026/photo.png").stat().st_size == 35000


def test_archive_is_readable_by_its_owner_alone(source):
    assert source.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("tenth", range(10))
def test_archive_that_is_cut_off_is_refused(source, tmp_path, tenth):
    whole = source.read_bytes()
    source.write_bytes(whole[: len(whole.rstrip(b"\0")) * tenth // 10])

    with pytest.raises(Problem, match="is not a whole backup"):
        archive.unpack(source, tmp_path / "out")


def test_archive_with_one_byte_altered_is_refused(source, tmp_path):
    content = bytearray(source.read_bytes())
    content[content.index(b"pixels")] ^= 1
    source.write_bytes(content)

    with pytest.raises(Problem, match="photo.png is cut off or altered"):
        archive.unpack(source, tmp_path / "out")


def test_other_tar_is_refused(tmp_path):
    (tmp_path / "letter").write_text("Dear council")
    with tarfile.open(tmp_path / "other.tar", "w") as tar:
        tar.add(tmp_path / "letter", arcname="letter")

    with pytest.raises(Problem, match="no list of its contents"):
        archive.unpack(tmp_path / "other.tar", tmp_path / "out")


def test_archive_that_would_write_elsewhere_is_refused(tmp_path):
    (tmp_path / "key").write_text("mine")
    archive.write(tmp_path / "bad.tar", {}, {"../escaped": tmp_path / "key"})

    with pytest.raises(Problem, match="lies outside"):
        archive.unpack(tmp_path / "bad.tar", tmp_path / "out")

    assert not (tmp_path / "escaped").exists()


def test_missing_archive_is_asked_for(tmp_path):
    with pytest.raises(Problem, match="make restore FROM="):
        archive.unpack(tmp_path / "none.tar", tmp_path / "out")


def test_failed_writing_leaves_the_old_backup_and_nothing_half_made(source, tmp_path):
    before = source.read_bytes()

    with pytest.raises(FileNotFoundError):
        archive.write(source, {}, {"gone": tmp_path / "gone"})

    assert source.read_bytes() == before
    assert list(tmp_path.glob("*.partial")) == []
