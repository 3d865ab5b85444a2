"""The plan's upper level."""

from django.db import models

from equality_tracker.addresses import address
from equality_tracker.audit.models import Versioned, tracked
from equality_tracker.organisation.models import Directorate

from .plan import Plan


@tracked()
class Priority(Versioned):
    """A priority of a plan (or objective, outcome, theme: the plan says what it calls it)."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="priorities")
    number = models.CharField(max_length=20, blank=True)
    position = models.PositiveIntegerField(
        default=0, help_text="Its place in the plan."
    )
    title = models.CharField(max_length=500)
    description = models.TextField(blank=True)
    outcomes = models.TextField(blank=True, help_text="One a line.")
    objectives = models.TextField(blank=True, help_text="One a line.")
    measures = models.TextField(blank=True, help_text="One a line.")
    heading_deadline = models.CharField(
        max_length=200,
        blank=True,
        help_text="A deadline that stands in the heading for every action below it, as written.",
    )
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="parts"
    )
    directorate = models.ForeignKey(
        Directorate,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="priorities",
        help_text="Where the plan is grouped by directorate.",
    )

    class Meta:
        ordering = ["plan", "position", "id"]
        verbose_name_plural = "priorities"
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(title=""), name="priority_has_a_title"
            ),
            # What an action's own plan is checked against: see the composite key in the migration.
            models.UniqueConstraint(
                fields=["id", "plan"], name="priority_belongs_to_one_plan"
            ),
        ]

    def __str__(self):
        return f"{self.number} {self.title}".strip()

    def get_absolute_url(self):
        """Its place on its plan's page."""
        page = address("plans:plan_detail", self.plan.reference)
        return f"{page}#priority-{self.pk}"

    @property
    def outcome_list(self):
        return self.outcomes.splitlines()
