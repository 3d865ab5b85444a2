"""A folder of its own for each test of the set-up, one that the database's user may enter."""

import shutil
import tempfile
from pathlib import Path

import pytest


@pytest.fixture
def open_folder():
    """A folder that every user of this machine may pass through, as pytest's own is not."""
    folder = Path(tempfile.mkdtemp(prefix="equality-tracker-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder, ignore_errors=True)
