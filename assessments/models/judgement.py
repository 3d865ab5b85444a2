"""What somebody judged a criterion to stand at, on a day, and why: never edited, followed by another."""

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from equality_tracker.audit.models import tracked

from .framework import Criterion, FrameworkLevel
from .framework_guards import OF_CRITERION, level_is_of_its_framework, while_in_use
from .guards import STAYS


class JudgementQuerySet(models.QuerySet):
    def newest_first(self):
        """By the day they speak of, then by when they were made: one of an earlier day that is entered late is history."""
        return self.order_by("-on", "-at", "-pk")

    def newest(self):
        """The newest judgement and the newest proposal of each criterion among these."""
        order = ("criterion_id", "kind", "-on", "-at", "-pk")
        return self.order_by(*order).distinct("criterion_id", "kind")


@tracked()
class Judgement(models.Model):
    """The level of one criterion as one person judged it, or proposed it to those who judge, with what was said and wanted then."""

    class Kind(models.TextChoices):
        PROPOSED = "proposed", "Proposed"
        JUDGED = "judged", "Judged"

    criterion = models.ForeignKey(
        Criterion, on_delete=models.PROTECT, related_name="judgements"
    )
    kind = models.CharField(max_length=8, choices=Kind)
    level = models.ForeignKey(
        FrameworkLevel, on_delete=models.PROTECT, related_name="+"
    )
    why = models.TextField("why this level")
    on = models.DateField()
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField(default=timezone.now, editable=False)
    narrative = models.TextField(
        blank=True, help_text="What the council said of itself at that time."
    )
    level_wanted = models.ForeignKey(
        FrameworkLevel,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    wanted_by = models.DateField(null=True, blank=True)

    objects = JudgementQuerySet.as_manager()

    class Meta:
        ordering = ["criterion", "-on", "-at", "-pk"]
        triggers = [
            STAYS,
            level_is_of_its_framework("level_id", OF_CRITERION),
            while_in_use(OF_CRITERION, pgtrigger.Insert),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=["proposed", "judged"]),
                name="judgement_kind_is_known",
            ),
            models.CheckConstraint(
                condition=~Q(why=""),
                name="judgement_says_why",
                violation_error_message="Say why it stands at this level.",
            ),
        ]

    def __str__(self):
        return f"{self.criterion}: {self.level}"
