"""What was said of an action, and when."""

import pgtrigger
from django.conf import settings
from django.db import models
from django.utils import timezone

from equality_tracker.audit.models import tracked
from equality_tracker.organisation.models import Directorate

from .action import Action
from .guards import STATUS_OF_UPDATE_IS_CARRIED
from .round import Round
from .status import RagStatus, known_status


class ActionUpdateQuerySet(models.QuerySet):
    def standing(self):
        """Those that nobody has retracted."""
        return self.filter(retracted_at__isnull=True)

    def newest_first(self):
        """By the date they speak of, then by when they were made: a quarter imported late is still the older one."""
        return self.order_by("-reported_on", "-made_at", "-id")


@tracked()
class ActionUpdate(models.Model):
    """One report on an action: its status, what changed, and why it is late.

    Never edited or deleted: it is followed by another, or retracted. Only undoing the import that made both the action and its
    updates takes them away, and the change history keeps them.
    """

    class Source(models.TextChoices):
        FORM = "form", "Update page"
        IMPORT = "import", "Import"
        ADMIN = "admin", "Admin"
        BULK = "bulk", "Bulk update"
        COMMAND = "command", "Command"

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="updates")
    rag_status = models.CharField(
        "RAG status", max_length=13, choices=RagStatus, null=True, blank=True
    )
    priority_monitoring = models.BooleanField(default=False)
    progress = models.TextField(blank=True)
    reason = models.TextField("reason for slippage", blank=True)
    no_change = models.BooleanField(default=False)
    due_before = models.DateField(null=True, blank=True, editable=False)
    new_due = models.DateField(null=True, blank=True)
    due_reason = models.TextField("why the date changes", blank=True)
    reported_on = models.DateField(help_text="The date it speaks of.")
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="updates"
    )
    source = models.CharField(max_length=7, choices=Source, default=Source.FORM)
    status_chosen = models.BooleanField(
        default=False,
        editable=False,
        help_text="At an import a person chose the status: the file says another, or nothing that was understood.",
    )
    directorate_then = models.ForeignKey(
        Directorate, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    round = models.ForeignKey(
        Round, null=True, blank=True, on_delete=models.PROTECT, related_name="updates"
    )
    retracted_at = models.DateTimeField(null=True, blank=True, editable=False)
    retracted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        editable=False,
    )
    retracted_why = models.TextField(blank=True, editable=False)

    objects = ActionUpdateQuerySet.as_manager()

    class Meta:
        ordering = ["-reported_on", "-made_at", "-id"]
        indexes = [
            models.Index(
                fields=["action", "-reported_on", "-made_at", "-id"],
                condition=models.Q(retracted_at__isnull=True),
                include=["rag_status"],
                name="standing_statuses_of_an_action",
            ),
            models.Index(
                fields=["retracted_at"],
                condition=models.Q(retracted_at__isnull=False),
                name="updates_by_when_taken_back",
            ),
            models.Index(fields=["made_at"], name="updates_by_when_made"),
            models.Index(
                fields=["made_at"],
                condition=models.Q(new_due__isnull=False),
                name="dates_moved_by_when",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=known_status("rag_status"), name="update_status_is_known"
            ),
            models.CheckConstraint(
                condition=models.Q(
                    retracted_at__isnull=True,
                    retracted_by__isnull=True,
                    retracted_why="",
                )
                | (
                    models.Q(retracted_at__isnull=False, retracted_by__isnull=False)
                    & ~models.Q(retracted_why="")
                ),
                name="retraction_says_who_and_why",
            ),
            models.CheckConstraint(
                condition=~models.Q(rag_status__in=["some_slippage", "slipped"])
                | models.Q(source="import")
                | ~models.Q(reason=""),
                name="slippage_has_a_reason",
                violation_error_message="Say why it is late.",
            ),
            models.CheckConstraint(
                condition=models.Q(new_due__isnull=True)
                | models.Q(source="import")
                | ~models.Q(due_reason=""),
                name="moved_date_has_a_reason",
                violation_error_message="Say why the date changes.",
            ),
            models.CheckConstraint(
                condition=models.Q(source="import") | ~models.Q(progress=""),
                name="update_has_words",
                violation_error_message="Say what has changed.",
            ),
            models.CheckConstraint(
                condition=models.Q(
                    source__in=["form", "import", "admin", "bulk", "command"]
                ),
                name="update_source_is_known",
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="stays", operation=pgtrigger.Delete),
            pgtrigger.ReadOnly(
                name="is_not_edited",
                exclude=["retracted_at", "retracted_by", "retracted_why"],
            ),
            STATUS_OF_UPDATE_IS_CARRIED,
        ]

    def __str__(self):
        return f"{self.get_rag_status_display() or 'No status'}, {self.reported_on}"

    def is_retractable_by(self, user, on):
        """Whether `user` may take it back on the day `on`: an admin any; others the newest of an action, if it is their own, on the day
        on which they made it. Only in live plans.
        """
        if self.retracted_at or not (user.may_update and self.action.plan.is_live):
            return False
        made_on = timezone.localtime(self.made_at).date()
        is_newest = self.pk == self.action.latest_update_id
        return user.is_admin or (
            self.made_by_id == user.pk and made_on == on and is_newest
        )

    def is_newer_than(self, other):
        """Whether this comes before `other` in `newest_first`."""
        return self._place_in_time > other._place_in_time

    @property
    def _place_in_time(self):
        return self.reported_on, self.made_at, self.pk
