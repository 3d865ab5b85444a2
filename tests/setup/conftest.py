"""A folder of its own for each test of the set-up, one that the database's user may enter."""

import shutil
import tempfile
from pathlib import Path

import pytest

from scripts.database import memory_folder


@pytest.fixture
def open_folder():
    """A folder that every user of this machine may pass through, as pytest's own is not."""
    in_memory = memory_folder()
    where = in_memory.parent if in_memory else None
    folder = Path(tempfile.mkdtemp(prefix="equality-tracker-test-", dir=where))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder, ignore_errors=True)
