"""Where a test's spreadsheet lies."""

import pytest


@pytest.fixture
def path(tmp_path):
    return tmp_path / "plan.ods"
