"""Where a test's workbook lies."""

import pytest


@pytest.fixture
def path(tmp_path):
    return tmp_path / "plan.xlsx"
