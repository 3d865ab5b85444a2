"""The dated steps of an action."""

from django.db import models

from equality_tracker.audit.models import Versioned, tracked

from .action import Action


@tracked()
class Milestone(Versioned):
    """A dated step on the way, in the plan's words."""

    action = models.ForeignKey(
        Action, on_delete=models.CASCADE, related_name="milestones"
    )
    label = models.CharField(max_length=300, blank=True)
    due = models.DateField()
    precision = models.CharField(max_length=9, choices=Action.Precision, blank=True)
    met_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["due", "id"]

    def __str__(self):
        return self.label or str(self.due)
