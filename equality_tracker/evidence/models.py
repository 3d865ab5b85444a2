"""Files that show what was done: kept under a made name, known by their SHA-256."""

from django.conf import settings
from django.db import models

from equality_tracker.audit.models import tracked


@tracked()
class StoredFile(models.Model):
    """One file as it was sent: checked, hashed, never changed, and served as a download only."""

    file = models.FileField(upload_to="%Y/%m", max_length=200)
    name = models.CharField(
        max_length=200, help_text="The name it came with, for people."
    )
    content_type = models.CharField(max_length=100)
    size = models.PositiveBigIntegerField(help_text="In bytes.")
    sha256 = models.CharField(max_length=64)
    stored_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    stored_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(sha256__regex=r"^[0-9a-f]{64}$"),
                name="stored_file_has_its_sha256",
            )
        ]

    def __str__(self):
        return self.name
