"""Files of an import may be erased at any moment, also while a backup of them is being written."""

import tarfile

import pytest

from scripts import archive, backup


@pytest.fixture
def files(tmp_path):
    """The database and two files of the evidence folder, as a backup lists them."""
    names = [
        archive.DATABASE,
        f"{archive.EVIDENCE}kept",
        f"{archive.EVIDENCE}imports/erased",
    ]
    for name in names:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(name.encode())
    return {name: tmp_path / name for name in names}


def test_a_file_erased_before_it_is_listed_is_named_and_the_rest_is_kept(
    tmp_path, files
):
    files[f"{archive.EVIDENCE}imports/erased"].unlink()

    faults = backup.write(tmp_path / "backup.tar", {}, files)

    assert faults == ["imports/erased: the file was erased while the backup was made"]
    listed = archive.unpack(tmp_path / "backup.tar", tmp_path / "restored")
    names = [one["name"] for one in listed["members"]]
    assert names == [archive.DATABASE, f"{archive.EVIDENCE}kept"]


def test_a_file_erased_between_list_and_copy_leaves_a_whole_backup(
    tmp_path, files, monkeypatch
):
    add = tarfile.TarFile.add

    def erasing(tar, path, **options):
        files[f"{archive.EVIDENCE}imports/erased"].unlink(missing_ok=True)
        return add(tar, path, **options)

    monkeypatch.setattr(tarfile.TarFile, "add", erasing)

    faults = backup.write(tmp_path / "backup.tar", {}, files)

    assert len(faults) == 1
    archive.unpack(tmp_path / "backup.tar", tmp_path / "restored")
    assert (tmp_path / "restored" / archive.EVIDENCE / "kept").is_file()


def test_a_backup_without_its_database_is_none(tmp_path, files):
    files[archive.DATABASE].unlink()

    with pytest.raises(FileNotFoundError):
        backup.write(tmp_path / "backup.tar", {}, files)

    assert not (tmp_path / "backup.tar").exists()


def test_a_file_erased_while_the_evidence_is_checked_is_named(
    tmp_path, settings, monkeypatch
):
    settings.EVIDENCE_DIR = tmp_path
    (tmp_path / "gone").write_bytes(b"words")
    monkeypatch.setattr(backup, "stored_files", lambda: [("gone", "0" * 64)])

    def hash_of_nothing(path):
        path.unlink()
        return path.open("rb")

    monkeypatch.setattr(backup, "_hash", hash_of_nothing)

    assert backup.check_evidence() == ({}, ["gone: the file is gone"])
