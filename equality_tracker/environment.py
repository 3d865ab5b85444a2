"""Reads settings from the environment; a wrong value stops the start and names itself."""

import os

from django.core.exceptions import ImproperlyConfigured

TRUE = {"1", "true", "yes", "on"}
FALSE = {"0", "false", "no", "off", ""}


def text(name, default=None):
    """Return the value of `name`, or `default`; raise ImproperlyConfigured if neither is there."""
    value = os.environ.get(name, default)
    if value is None:
        raise ImproperlyConfigured(f"Set {name} in the environment (see README.md).")
    return value


def flag(name, default=False):
    """Return True or False for `name`; raise ImproperlyConfigured for anything unclear."""
    value = os.environ.get(name, str(default)).strip().lower()
    if value in TRUE:
        return True
    if value in FALSE:
        return False
    raise ImproperlyConfigured(f"{name} must be true or false, not “{value}”.")


def number(name, default):
    """Return a whole number of zero or more for `name`."""
    value = os.environ.get(name, str(default)).strip()
    if not value.isdigit():
        raise ImproperlyConfigured(f"{name} must be a whole number, not “{value}”.")
    return int(value)


def words(name, default=""):
    """Return the comma-separated words of `name` as a list without blanks."""
    return [
        word.strip()
        for word in os.environ.get(name, default).split(",")
        if word.strip()
    ]
