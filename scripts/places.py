"""Where things lie: the project's folder and what the commands keep in it."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCAL = ROOT / ".local"
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
LOGS = LOCAL / "logs"
STAMPS = LOCAL / "stamps"
EVIDENCE = LOCAL / "evidence"
FRONTEND = ROOT / "static" / "vendor" / "govuk-frontend"


def site_packages() -> Path | None:
    """Return the virtual environment's folder of packages, or None before there is one."""
    return next(iter(sorted(VENV.glob("lib/python3*/site-packages"))), None)
