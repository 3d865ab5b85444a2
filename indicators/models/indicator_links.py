"""What an indicator belongs to: headings of plans, and the actions that are meant to move it."""

from django.db import models

from equality_tracker.audit.models import tracked
from plans.models import Action, Priority

from .indicator import Indicator


@tracked()
class IndicatorPriority(models.Model):
    """An indicator under a priority of a plan, in the order of the plan's own table."""

    indicator = models.ForeignKey(
        Indicator, on_delete=models.CASCADE, related_name="indicator_priorities"
    )
    priority = models.ForeignKey(
        Priority, on_delete=models.PROTECT, related_name="indicator_priorities"
    )
    position = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]
        verbose_name_plural = "indicator priorities"
        constraints = [
            models.UniqueConstraint(
                fields=["indicator", "priority"],
                name="indicator_stands_under_a_priority_once",
            )
        ]

    def __str__(self):
        return f"{self.indicator} – {self.priority}"


@tracked()
class IndicatorAction(models.Model):
    """An action that is meant to move an indicator."""

    indicator = models.ForeignKey(
        Indicator, on_delete=models.CASCADE, related_name="indicator_actions"
    )
    action = models.ForeignKey(
        Action, on_delete=models.PROTECT, related_name="indicator_actions"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["indicator", "action"], name="indicator_has_an_action_once"
            )
        ]

    def __str__(self):
        return f"{self.indicator} – {self.action}"
