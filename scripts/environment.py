"""The environment that a command gives to the programs it starts."""

import os


def is_ci() -> bool:
    """Say whether a machine runs this, so that nobody can answer a question."""
    return os.environ.get("CI", "").lower() in {"1", "true", "yes"}


def for_site(database_url: str) -> dict[str, str]:
    """Return the environment of the site on this machine: development settings unless it says otherwise."""
    given = {"DEBUG": "true", **os.environ}
    return {**given, "DATABASE_URL": database_url, "PYTHONUNBUFFERED": "1"}


def for_tests(database_url: str) -> dict[str, str]:
    """Return the environment of the tests; `tests/settings.py` says the rest."""
    return {**os.environ, "DATABASE_URL": database_url, "PYTHONUNBUFFERED": "1"}


def for_production() -> dict[str, str]:
    """Return the environment of a real deployment, with invented values, to check its settings by."""
    kept = {
        name: os.environ[name]
        for name in ("PATH", "HOME", "LANG")
        if name in os.environ
    }
    return {
        **kept,
        "ALLOWED_HOSTS": "equality.example.org",
        "DATABASE_URL": "postgres://nobody:none@127.0.0.1:1/none",
        "SECRET_KEY": "only-for-the-check-" + "a1B2c3D4e5F6g7H8i9J0" * 3,
    }
