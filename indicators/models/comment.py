"""What somebody said of an indicator."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from equality_tracker.audit.models import tracked

from .indicator import Indicator


@tracked()
class Comment(models.Model):
    """A sentence about an indicator's performance, for a time or in general; followed by another, never edited."""

    indicator = models.ForeignKey(
        Indicator, on_delete=models.PROTECT, related_name="comments"
    )
    end = models.DateField("for the time that ends on", null=True, blank=True)
    text = models.TextField()
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    made_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(text=""), name="comment_says_something"
            )
        ]

    def __str__(self):
        return self.text[:80]
