"""Where a test's document lies."""

import pytest


@pytest.fixture
def path(tmp_path):
    return tmp_path / "plan.docx"
