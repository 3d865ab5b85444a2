"""Where the real plans lie: not in this repository, so tests that need them skip and say so."""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


def folder() -> Path:
    """The folder named by REAL_PLANS_DIR; skips the test where it is absent."""
    path = (ROOT / os.environ.get("REAL_PLANS_DIR", "../shared/data")).resolve()
    if not (path / "README.md").exists():
        pytest.skip(
            f"REAL PLANS NOT FOUND in {path}: set REAL_PLANS_DIR to test against them"
        )
    return path
