"""Guesses at passwords, counted per account and per source."""

from django.db import models


class SignInAttempt(models.Model):
    """One try that was let through: what it was for, the account it was aimed at and the address it came from."""

    class Purpose(models.TextChoices):
        PASSWORD = "password", "A guess at a password"
        RESET = "reset", "A request for a new password"

    purpose = models.CharField(
        max_length=8,
        choices=Purpose,
        default=Purpose.PASSWORD,
        db_default="password",
    )
    account = models.CharField(max_length=254)
    source = models.GenericIPAddressField()
    made_at = models.DateTimeField(auto_now_add=True)
    succeeded = models.BooleanField(default=False)

    class Meta:
        indexes = [
            models.Index(fields=["account", "made_at"], name="attempt_by_account"),
            models.Index(fields=["source", "made_at"], name="attempt_by_source"),
        ]

    def __str__(self):
        return f"{self.account} from {self.source}"
