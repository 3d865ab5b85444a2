"""What shows that something was done."""

from django.conf import settings
from django.core.validators import URLValidator
from django.db import models
from django.utils import timezone

from equality_tracker.addresses import address
from equality_tracker.audit.models import Versioned, tracked
from equality_tracker.evidence.models import StoredFile

from .action import Action
from .update import ActionUpdate


class EvidenceQuerySet(models.QuerySet):
    def standing(self):
        """What nobody has taken back."""
        return self.filter(removed_at__isnull=True)


@tracked()
class Evidence(Versioned):
    """A note, link or file that shows how far an action has got, with a date of its own."""

    class Kind(models.TextChoices):
        NOTE = "note", "Note"
        LINK = "link", "Link"
        FILE = "file", "File"

    action = models.ForeignKey(
        Action, on_delete=models.PROTECT, related_name="evidence"
    )
    update = models.ForeignKey(
        ActionUpdate,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="evidence",
    )
    kind = models.CharField(max_length=4, choices=Kind)
    text = models.TextField(
        blank=True, help_text="The note, or what the link or file is."
    )
    url = models.URLField(
        max_length=2000,
        blank=True,
        validators=[URLValidator(schemes=["http", "https"])],
    )
    stored_file = models.ForeignKey(
        StoredFile, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    dated = models.DateField(
        null=True, blank=True, help_text="When it happened, not when it was added."
    )
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    added_at = models.DateTimeField(default=timezone.now, editable=False)
    removed_at = models.DateTimeField(null=True, blank=True, editable=False)
    removed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        editable=False,
    )

    objects = EvidenceQuerySet.as_manager()

    class Meta:
        ordering = ["-added_at", "-id"]
        verbose_name_plural = "evidence"
        constraints = [
            models.CheckConstraint(
                condition=(
                    models.Q(kind="note", stored_file__isnull=True, url="")
                    & ~models.Q(text="")
                )
                | (models.Q(kind="link", stored_file__isnull=True) & ~models.Q(url=""))
                | models.Q(kind="file", stored_file__isnull=False, url=""),
                name="evidence_is_a_note_link_or_file",
            ),
            models.CheckConstraint(
                condition=models.Q(removed_at__isnull=True, removed_by__isnull=True)
                | models.Q(removed_at__isnull=False, removed_by__isnull=False),
                name="evidence_removal_names_who",
            ),
        ]

    def __str__(self):
        return self.text or self.url or str(self.stored_file)

    def get_absolute_url(self):
        return address("plans:evidence_file", self.action_id, self.pk)

    def is_removable_by(self, user):
        """Whether `user` may take it back: an admin anything, others what they added, of live plans."""
        if self.removed_at or not (user.may_update and self.action.plan.is_live):
            return False
        return user.is_admin or self.added_by_id == user.pk

    def take_back(self, by):
        """Leave it out of every page; the change history keeps it, and who took it back."""
        self.removed_at = timezone.now()
        self.removed_by = by
        self.save(update_fields=["removed_at", "removed_by"])
