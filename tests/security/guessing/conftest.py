"""How many passwords are looked at."""

import pytest
from django.contrib.auth import hashers


@pytest.fixture
def looked_at(monkeypatch):
    """Every password that was really compared."""
    seen = []
    checked = hashers.MD5PasswordHasher.verify
    made = hashers.MD5PasswordHasher.encode

    def verify(self, password, encoded):
        seen.append(password)
        return checked(self, password, encoded)

    def encode(self, password, salt):
        seen.append(password)
        return made(self, password, salt)

    monkeypatch.setattr(hashers.MD5PasswordHasher, "verify", verify)
    monkeypatch.setattr(hashers.MD5PasswordHasher, "encode", encode)
    return lambda: {each for each in seen if each.startswith("guess")}
